"""What would this file change? For staff: a CSV held against its table, and taken in if wanted."""

import streamlit as st

from views.i18n import _
from views.widgets import frame, staff
from views.widgets.given_file import given
from views.widgets.importing import last_import, take_in_if_accepted, what_it_changes

me = staff.required()

frame.heading(
    _("What would this file change?"),
    _("A CSV like those of Records is compared with its table. Nothing is written until you say."),
)
with st.container(key="import-page"):
    last_import()
    file = given(me)
    if file is not None:
        what_it_changes(me, file)
    take_in_if_accepted(me)
