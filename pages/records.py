"""Which rows say so? Every row of every table, to find, to open and to take along."""

import streamlit as st

from views.i18n import _
from views.widgets import frame, row_filters, rows, staff, store

staff.required()
records = store.collection()
finder = store.rows_to_find()

frame.heading(
    _("Which rows say so?"),
    _("Every row of every table, just as it is written. Nothing is changed from here."),
)
table = row_filters.asked_table()
query = row_filters.asked_rows(finder, table)
found = finder.found(table, query)
rows.found_rows(finder, found, query)
with st.container(key="open-row"):
    rows.open_row(records, finder, table)
rows.files(records, finder, found, query)
rows.drawn(records, found, query)
