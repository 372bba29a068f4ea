"""How many people arrived in South Korea? The counts, the years they count, and who counted."""

import streamlit as st

from annotations.selection import own_arrivals, undated_arrivals
from views.panels import (
    arrivals_figure,
    arrivals_groups,
    arrivals_key,
    arrivals_table,
    fold,
    of_arrivals,
    own_figure,
    own_key,
    own_table,
    own_words,
    page_index,
    pages_on_paper,
    statements_list,
    total_answer,
    traps,
)
from views.text import _
from views.widgets.app import (
    TO_FILE,
    arrivals_cited,
    chart,
    cite,
    frame,
    narrow_field,
    store,
)

records = store.collection()
official = [row for row in records.arrivals if row.series == "ministry"]

frame.heading(
    _("How many people arrived in South Korea?"),
    _(
        "{total:,} by the end of {year}: the counts of the Ministry of Unification, added up."
    ).format(
        total=sum(row.total for row in official),
        year=max((row.end_year for row in official), default="—"),
    ),
)
st.html(total_answer(records, official))
st.html(arrivals_key())
chart(arrivals_figure(records), "arrivals-chart", _("Arrivals by year as bars"), [TO_FILE])
stated = of_arrivals(records)
cite(arrivals_cited)
tables = arrivals_groups(records)
own_title = _("The journeys in these records that reached South Korea")
stated_title = _("What else the sources count")
titles = {key: title for key, (title, _rows) in tables.items()}
titles |= {"stated": stated_title} if stated else {}
narrow_field(
    _("Find a row by year, number, source or any other word"), ".fold table.records tbody tr"
)
st.html(page_index(titles | {"own": own_title}))
st.html(traps())
for key, (title, rows) in tables.items():
    st.html(fold(key, title, arrivals_table(records, rows, title)))
if stated:
    st.html(fold("stated", stated_title, statements_list(records, stated)))

own = own_arrivals(records.journeys.values())
st.header(own_title, anchor="own")
st.html(own_words(undated_arrivals(records.journeys.values())))
st.html(own_key())
label = _("Journeys in these records by year of arrival: at least and at most so many")
chart(own_figure(own), "own-chart", label, [TO_FILE])
st.html(fold("own-table", _("The same as a table"), own_table(own)) + pages_on_paper(records))
