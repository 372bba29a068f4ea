"""How do we know? How places, dates and certainty are decided, and what is left out."""

import streamlit as st

from views.panels import method
from views.text import _
from views.widgets.app import frame, site

frame.heading(
    _("How do we know?"),
    _("How places, dates and certainty are decided, and what we leave out to protect people."),
)
site.say_makers()
st.html(method())
