"""The panel beside the map: what is open, or the list of everything that is selected."""

from __future__ import annotations

import streamlit as st

from annotations.records import Collection, Journey
from annotations.review import lone_rows
from annotations.selection import Selection
from annotations.store import BrokenHistory
from views.atlas import colours_of
from views.panels import (
    counters,
    event_details,
    event_entries,
    journey_details,
    journey_entries,
    possible_entry,
    stop_details,
    unseen_entries,
)
from views.text import Markup, _, el, labels, markdown_text
from views.widgets.app import cite, event_cited, journey_cited, kept, stop_cited, store
from views.widgets.atlas import controls
from views.widgets.atlas.links.readable import readable

LISTS = ("journeys", "events")


def panel(collection: Collection, selection: Selection) -> None:
    """Details of the stop, journey or event that is open, else the readable list."""
    journey_id, order = controls.opened(collection)
    event_id = controls.opened_event(collection)
    if journey_id:
        _journey(collection, collection.journeys[journey_id], order)
    elif event_id:
        _back()
        is_alone = _stands_alone(event_id)
        event = collection.events[event_id]
        st.html(event_details(collection, event, is_alone))
        cite(event_cited(event_id), asked=readable)
    else:
        journey_list(collection, selection)


def _journey(collection: Collection, journey: Journey, order: int | None) -> None:
    colour = colours_of(collection)[journey.id]
    with st.container(horizontal=True, key="steps"):
        _back()
        _step(journey, (order or 0) - 1, "‹ {order}", _("Previous stop"))
        _step(journey, (order or 0) + 1, "{order} ›", _("Next stop"))
    if order is not None:
        stop = next(stop for stop in journey.stops if stop.order == order)
        st.html(stop_details(collection, journey, stop, colour))
        cite(stop_cited(journey.id, order), asked=readable)
        st.button(
            _("The whole journey"),
            key="whole",
            type="tertiary",
            on_click=controls.open_journey,
            args=(journey.id,),
        )
        return
    st.html(journey_details(collection, journey, colour))
    cite(journey_cited(journey.id), asked=readable)
    for stop in journey.stops:
        label = f"{stop.order} · {markdown_text(labels.place(stop))}"
        st.button(
            label,
            key=f"to-{stop.id}",
            type="tertiary",
            on_click=controls.open_journey,
            args=(journey.id, stop.order),
        )


def _step(journey: Journey, order: int, sign: str, words: str) -> None:
    """A button to the stop before or after, where there is one."""
    if 1 <= order <= len(journey.stops):
        st.button(
            sign.format(order=order),
            key=f"step-{sign[0] == '‹'}",
            help=words,
            type="tertiary",
            on_click=controls.open_journey,
            args=(journey.id, order),
        )


def _back() -> None:
    st.button(
        _("‹ Back to the list"),
        key="back",
        type="tertiary",
        on_click=controls.close,
        shortcut="Esc",
    )


def journey_list(collection: Collection, selection: Selection) -> None:
    """The list of what is selected, journeys or events, and by name what a view cannot show."""
    st.html(on_the_screen(selection))
    listed = st.segmented_control(
        _("List"),
        LISTS,
        default=LISTS[0],
        required=True,
        key="listed",
        format_func=labels.listing,
        label_visibility="collapsed",
    )
    addresses = controls.addresses(collection)
    if listed == "events":
        st.html(event_entries(selection, addresses))
        return
    # One piece, so that nothing of the list before stays until the script has run to its end.
    st.html(
        journey_entries(collection, selection, addresses)
        + possible_entry(selection, addresses)
        + unseen_entries(collection, selection)
    )


def on_the_screen(selection: Selection) -> Markup:
    """How much of everything is selected, above the list of it."""
    return el("p", _("On the screen"), cls="eyebrow") + el("p", counters(selection), cls="counters")


def _stands_alone(event: str) -> bool:
    """True for an event that one person wrote and accepted; False where the history is broken."""
    try:
        return event in _lone_events(store.tables_version(), store.reviewed().history_version())
    except BrokenHistory:
        return False


@kept(2)
def _lone_events(tables: str, history: str) -> frozenset[str]:
    rows = lone_rows(store.review_desk())
    return frozenset(row.change.key_after for row in rows if row.change.table == "events")
