"""How many people arrived in South Korea? The counts, the years they count, and who counted."""

import streamlit as st

from annotations.selection import own_arrivals, undated_arrivals
from views.panels import arrivals_figure, arrivals_table, own_figure, own_table, own_words, traps
from views.text import _
from views.widgets.app import cite, frame, store, view_and_sources

records = store.collection()
official = [row for row in records.arrivals if row.series == "ministry"]
single = [row for row in records.arrivals if row.series != "ministry"]

frame.heading(
    _("How many people arrived in South Korea?"),
    _("{total:,} by the end of {year}, according to the Ministry of Unification in Seoul.").format(
        total=sum(row.total for row in official),
        year=max((row.end_year for row in official), default="—"),
    ),
)
st.plotly_chart(
    arrivals_figure(records),
    theme=None,
    config={"displaylogo": False, "modeBarButtons": [["toImage"]]},
    alt=_("Arrivals by year as bars"),
)
cited = [citation for row in records.arrivals for citation in row.sources]
title = _("Arrivals in South Korea by year")
cite(lambda: view_and_sources(records, title, cited))
st.html(traps())
for title, rows in (
    (_("The ministry’s table"), official),
    (_("Single years within the two early periods"), single),
):
    st.header(title)
    st.html(arrivals_table(records, rows, title))

own = own_arrivals(records.journeys.values())
st.header(_("The journeys in these records that reached South Korea"))
st.html(own_words(undated_arrivals(records.journeys.values())))
st.plotly_chart(
    own_figure(own),
    theme=None,
    config={"displaylogo": False, "modeBarButtons": [["toImage"]]},
    alt=_("Journeys in these records by year of arrival: at least and at most so many"),
)
st.html(own_table(own))
