"""What is missing or in doubt? For staff: every gap of the records, with the row it stands in."""

import streamlit as st

from annotations.gaps import gaps
from views.gaps_page import gaps_panel, gaps_sentence
from views.i18n import _
from views.widgets import frame, staff, store

staff.required()
loaded = store.loaded()
groups = gaps(loaded, store.problems())
frame.heading(_("What is missing or in doubt?"), gaps_sentence(groups))
st.html(gaps_panel(loaded.collection, groups))
