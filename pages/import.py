"""What would these files change? For staff: CSVs compared with their tables, and imported."""

import streamlit as st

from views.text import _
from views.widgets.app import frame, sign_in
from views.widgets.staff import (
    ask_upload,
    import_if_accepted,
    last_import,
    proposal,
    show_changes,
)

me = sign_in.required()

frame.heading(
    _("What would these files change?"),
    _(
        "CSV files like those on the Records page are compared with their tables, all of them "
        "together. Nothing is proposed until you say so."
    ),
)
with st.container(key="import-page"):
    proposal.choose()
    last_import()
    files = ask_upload(me)
    if files is not None:
        show_changes(me, files)
    import_if_accepted(me)
