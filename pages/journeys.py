"""What do the sources say about each journey? The list, and one journey as a table to read."""

import streamlit as st

from views.atlas import colours_of, not_on_map
from views.panels import (
    counters,
    journey_details,
    journeys_table,
    selection_sentence,
    stops_table,
)
from views.text import (
    _,
    el,
    journey_when,
    marked_paragraphs,
    mentions_in,
    mentions_of,
)
from views.widgets.app import cite, frame, journey_cited, store
from views.widgets.atlas import controls, map_alone, readable

records = store.collection()
selection = controls.selection(records)
journey = records.journeys.get(controls.opened(records)[0])

if journey is None:
    frame.heading(
        _("What do the sources say about each journey?"),
        f"{selection_sentence(records, selection)}. {counters(selection)}.",
    )
    st.html(journeys_table(selection.journeys, controls.addresses(records)))
else:
    frame.heading(journey.title, journey_when(journey))
    st.button(_("‹ All journeys"), type="tertiary", on_click=controls.close, shortcut="Esc")
    colour = colours_of(records)[journey.id]
    st.html(journey_details(records, journey, colour, titled=False))
    if not not_on_map(journey):
        map_alone(records, journey.id, "journey-map")
    cite(journey_cited(journey.id), asked=readable)
    st.html(stops_table(records, journey))
    marked = mentions_of(records, journey)
    if marked:
        st.header(_("Everything marked in the paragraphs about this journey"))
    for source, mentions in marked.items():
        st.html(el("h3", records.sources[source].title) + marked_paragraphs(records, mentions))
        with st.expander(_("Everything else marked in this text")):
            told = {mention.id for mention in mentions}
            rest = [m for m in mentions_in(records, source) if m.id not in told]
            st.html(marked_paragraphs(records, rest))
    st.page_link("pages/map.py", label=_("See it on the map"), query_params={"journey": journey.id})
