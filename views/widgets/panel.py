"""The panel beside the map: what is open, or the list of everything that is selected."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from annotations.records import Collection, Event, Journey
from annotations.selection import Selection
from views import labels
from views.colours import colours_of
from views.details import event_details, journey_details, stop_details
from views.headline import counters
from views.i18n import _
from views.markup import el, markdown_text
from views.unseen import Unseen, in_no_period, unseen_on_map, unseen_on_timeline
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
    colour = colours_of(collection)[journey.id]
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
    """The selected journeys or events as buttons, and by name what a view cannot show.

    Of thousands only the first are listed, and said to be only the first.
    """
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
    _swatches(selection.journeys[:MOST_LISTED], colours_of(collection))
    _listed(selection.journeys, _entry, _("No journey fits these filters."))
    if selection.possible:
        text = _("Possibly in this period too: {n}").format(n=len(selection.possible))
        st.button(text, key="show-possible", on_click=controls.show_possible)
    unmapped = unseen_on_map(collection, selection, MOST_LISTED)
    untimed = unseen_on_timeline(collection, selection, MOST_LISTED)
    undated = in_no_period(selection, MOST_LISTED)
    _unseen(_("Not on the map"), unmapped, "unmapped")
    _unseen(_("Not on the timeline"), untimed, "untimed")
    _unseen(_("Without a date, so in no period"), undated, "undated")


def _listed(records: Sequence, entry: Callable, none: str) -> None:
    """An entry for each record, as many as a list can hold."""
    for record in records[:MOST_LISTED]:
        entry(record)
    _more(len(records) - MOST_LISTED)
    if not records:
        st.caption(none)


def _more(left: int) -> None:
    """How many a list leaves out, if any."""
    if left > 0:
        st.caption(_("And {n} more: narrow the filters to list them.").format(n=left))


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


def _unseen(title: str, missing: Unseen, key: str) -> None:
    """The records that a view cannot show, closed until somebody wants to read them."""
    if not missing.count:
        return
    lines = [
        el("p", el("b", record.title), f" — {reason}", cls="unseen")
        for record, reason in missing.named
    ]
    with st.expander(f"{title}: {missing.count}", key=key):
        st.html("".join(lines))
        _more(missing.more)


def _swatches(journeys: Sequence[Journey], colours: dict[str, str]) -> None:
    """The journey's colour as a rule beside its button, the same as on map and timeline."""
    rules = "".join(
        f".st-key-open-{journey.id} button{{border-left:4px solid {colours[journey.id]}}}"
        for journey in journeys
    )
    st.html(f"<style>{rules}</style>")
