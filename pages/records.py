"""What do the records say? Every row of every table, to find, to open and to download."""

import streamlit as st

from views.text import _
from views.widgets.app import frame, sign_in, store
from views.widgets.staff import proposal, row_filters, rows

sign_in.required()
records = store.collection()
finder = store.rows_to_find()

frame.heading(
    _("What do the records say?"),
    _("Every row of every table, exactly as it is written. Nothing can be changed here."),
)
proposal.choose(saves=False)
table = row_filters.asked_table()
query = row_filters.asked_rows(finder, table)
found = finder.found(table, query)
rows.found_rows(finder, found, query)
with st.container(key="open-row"):
    rows.open_row(records, finder, table)
rows.files(records, finder, found, query)
rows.drawn(records, found, query)
