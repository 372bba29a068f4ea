"""The panel beside the map: what is open, or the list of everything that is selected."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from annotations.records import Collection, Event, Journey
from annotations.selection import Selection
from views import labels
from views.colours import journey_colours
from views.details import event_details, journey_details, stop_details
from views.headline import counters
from views.i18n import _
from views.markup import el, markdown_text
from views.scene import not_on_map
from views.timeline import not_on_timeline
from views.widgets import controls

LISTS = ("journeys", "events")
MOST_LISTED = 80


def panel(collection: Collection, selection: Selection) -> None:
    """Details of the stop, journey or event that is open, else the readable list."""
    journey_id, order = controls.opened(collection)
    event_id = controls.opened_event(collection)
    if journey_id:
        _journey(collection, collection.journeys[journey_id], order)
    elif event_id:
        _back()
        st.html(event_details(collection, collection.events[event_id]))
    else:
        journey_list(collection, selection)


def _journey(collection: Collection, journey: Journey, order: int | None) -> None:
    colour = journey_colours(collection.journeys.values())[journey.id]
    with st.container(horizontal=True, key="steps"):
        _back()
        _step(journey, (order or 0) - 1, "‹ {order}", _("The stop before"))
        _step(journey, (order or 0) + 1, "{order} ›", _("The next stop"))
    if order is not None:
        stop = next(stop for stop in journey.stops if stop.order == order)
        st.html(stop_details(collection, journey, stop, colour))
        st.button(
            _("The whole journey"),
            key="whole",
            type="tertiary",
            on_click=controls.open_journey,
            args=(journey.id,),
        )
        return
    st.html(journey_details(collection, journey, colour))
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
    """Every selected journey or event as a button, and by name what a view cannot show."""
    st.html(
        el("p", _("On the screen"), cls="eyebrow") + el("p", counters(selection), cls="counters")
    )
    listed = st.segmented_control(
        _("List"),
        LISTS,
        default=LISTS[0],
        required=True,
        key="listed",
        format_func=labels.listing,
        label_visibility="collapsed",
    )
    if listed == "events":
        _listed(selection.events, _event_entry, _("No event fits these filters."))
        return
    colours = journey_colours(collection.journeys.values())
    _swatches(selection.journeys[:MOST_LISTED], colours)
    _listed(selection.journeys, _entry, _("No journey fits these filters."))
    if selection.possible:
        text = _("Possibly in this period too: {n}").format(n=len(selection.possible))
        st.button(text, key="show-possible", on_click=controls.show_possible)
    _unseen(_("Not on the map"), [(j, not_on_map(j)) for j in selection.journeys], "unmapped")
    records = (*selection.journeys, *selection.events)
    _unseen(_("Not on the timeline"), [(r, not_on_timeline(r)) for r in records], "untimed")
    _unseen(
        _("Without a date, so in no period"),
        [(j, _("no date is told")) for j in selection.undated if not selection.filters.whole_time],
        "undated",
    )


def _listed(records: Sequence, entry: Callable, none: str) -> None:
    """An entry for each record, as many as a list can hold."""
    for record in records[:MOST_LISTED]:
        entry(record)
    if len(records) > MOST_LISTED:
        left = len(records) - MOST_LISTED
        st.caption(_("And {n} more: narrow the filters to list them.").format(n=left))
    if not records:
        st.caption(none)


def _event_entry(event: Event) -> None:
    years = labels.year_range(event.span)
    st.button(
        f"**{markdown_text(event.title)}** · {markdown_text(years)}",
        key=f"event-{event.id}",
        type="tertiary",
        width="stretch",
        on_click=controls.open_event,
        args=(event.id,),
    )


def _entry(journey: Journey) -> None:
    years = labels.years_beside(journey)
    label = f"**{markdown_text(journey.title)}**" + (f" · {markdown_text(years)}" if years else "")
    st.button(
        label,
        key=f"open-{journey.id}",
        type="tertiary",
        width="stretch",
        on_click=controls.open_journey,
        args=(journey.id,),
    )


def _unseen(title: str, records: Sequence[tuple[Journey | Event, str]], key: str) -> None:
    missing = [(record, reason) for record, reason in records if reason]
    if not missing:
        return
    with st.expander(f"{title}: {len(missing)}", key=key):
        for record, reason in missing:
            st.html(el("p", el("b", record.title), f" — {reason}", cls="unseen"))


def _swatches(journeys: Sequence[Journey], colours: dict[str, str]) -> None:
    """The journey's colour as a rule beside its button, the same as on map and timeline."""
    rules = "".join(
        f".st-key-open-{journey.id} button{{border-left:4px solid {colours[journey.id]}}}"
        for journey in journeys
    )
    st.html(f"<style>{rules}</style>")
