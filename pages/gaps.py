"""What is missing or in doubt? For staff: every gap of the records, with the row it stands in."""

import streamlit as st

from annotations.check import gaps
from annotations.proposals import Overlay
from views.staff import gaps_panel, gaps_sentence
from views.text import _
from views.widgets.app import frame, sign_in, store

sign_in.required()
loaded = store.loaded_with(Overlay(store.reviewed()))
groups = gaps(loaded, store.problems())
frame.heading(_("What is missing or in doubt?"), gaps_sentence(groups))
st.html(gaps_panel(loaded.collection, groups))
