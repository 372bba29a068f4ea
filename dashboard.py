"""Ways out: journeys out of North Korea, as people told them, on a map beside a timeline."""

import streamlit as st

from views.assets import prepare
from views.i18n import _
from views.widgets import controls, frame, store

frame.settings()
prepare()
filtered = [
    st.Page("pages/map.py", title=_("Map and timeline"), default=True),
    st.Page("pages/journeys.py", title=_("Journeys"), url_path="journeys"),
]
page = st.navigation(
    [
        *filtered,
        st.Page("pages/arrivals.py", title=_("Arrivals"), url_path="arrivals"),
        st.Page("pages/sources.py", title=_("Sources"), url_path="sources"),
        st.Page("pages/method.py", title=_("Method"), url_path="method"),
    ],
    position="top",
)
if page in filtered:
    controls.sidebar(store.collection())
frame.say_problems(store.loaded().problems)
page.run()
