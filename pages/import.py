"""What would these files change? For staff: CSVs held against their tables, taken in if wanted."""

import streamlit as st

from views.i18n import _
from views.widgets import frame, staff
from views.widgets.given_file import given
from views.widgets.importing import last_import, take_in_if_accepted, what_they_change

me = staff.required()

frame.heading(
    _("What would these files change?"),
    _(
        "CSVs like those of Records are compared with their tables, all of them together. "
        "Nothing is written until you say."
    ),
)
with st.container(key="import-page"):
    last_import()
    files = given(me)
    if files is not None:
        what_they_change(me, files)
    take_in_if_accepted(me)
