"""The map through Folium and the timeline through Plotly, each telling the other's state."""

from __future__ import annotations

import json
from functools import partial

import streamlit as st

from annotations.derived import once
from annotations.records import Collection
from annotations.references import journey_and_order, stop_key
from annotations.selection import FIRST_YEAR, LAST_YEAR, Selection
from views.atlas import (
    MapState,
    map_state,
    packed_state,
    show_script,
)
from views.panels import counters, why_left_out
from views.text import _, current_language, el
from views.timeline import NARROW, STATEMENT, WIDE, player_counts, player_strings, timeline
from views.widgets.app import chart, component, made, reader, store
from views.widgets.atlas import controls
from views.widgets.atlas.first_map import NARROW_PX, is_narrow, keep_width
from views.widgets.atlas.live import live_map

MAP_HEIGHT = 480

_bridge = component("timeline_bridge", "widgets/bridge.js", sheet="time/time.css")


def show_map(collection: Collection, selection: Selection) -> None:
    """The map. It is built once: a filter sends only what is shown on it now."""
    scene = made.current_scene(current_language())
    state = packed_state(shown_state(collection, selection), scene.order)
    live_map(scene.scripts).show(show_script(state), "map", MAP_HEIGHT, _map_picked)
    _say_what_is_left_out(collection, selection)


def _say_what_is_left_out(collection: Collection, selection: Selection) -> None:
    """Say that an open journey is on no view, and offer to show it."""
    journey = collection.journeys.get(controls.opened(collection)[0])
    words = why_left_out(selection, journey) if journey else ""
    if not journey or not words:
        return
    if journey in selection.possible:
        label, show = _("Show what lies in them possibly"), controls.show_possible
    elif journey in selection.asked:
        label, show = _("Show all years"), partial(controls.set_period, FIRST_YEAR, LAST_YEAR)
    else:
        label, show = _("Clear all filters"), controls.clear
    with st.container(key="map-says"):
        st.html(el("p", words, role="status"))
        st.button(label, key="show-left-out", on_click=show)


def shown_state(collection: Collection, selection: Selection) -> MapState:
    """What the map shows now: ids, what is open, tinted countries, and its layers."""
    journey, stop = controls.opened(collection)
    return {
        **map_state(selection, (journey, stop) if journey else None),
        "relief": bool(st.session_state.get("relief")),
        "tiles": bool(st.session_state.get("tiles")),
    }


def _map_picked(key: str) -> None:
    """Open the stop that was chosen on the map."""
    journey, stop = journey_and_order(key)
    order = reader.whole(stop, 1, 10**reader.MOST_DIGITS)
    if order is not None and journey in store.collection().journeys:
        controls.open_journey(journey, order)


def show_timeline(collection: Collection, selection: Selection) -> None:
    """The timeline. A stretch dragged over it is the period; a click opens what it hits."""
    journey, stop = controls.opened(collection)
    opened = journey or controls.opened_event(collection)
    form = NARROW if is_narrow() else WIDE
    cumulative, stated = (bool(st.session_state.get(key)) for key in ("cumulative", "stated"))
    figure = timeline(collection, selection, opened, cumulative, form, stated)
    chart(figure, "timeline", _alt(selection))
    _bridge(
        key="bridge",
        data={
            "opened": stop_key(opened, stop),
            "mapTitle": _("Map of the journeys"),
            "years": [FIRST_YEAR, LAST_YEAR],
            "period": _period(selection),
            "width": {"narrow": form is NARROW, "most": NARROW_PX},
            "counts": _counts(collection),
            "strings": player_strings(),
        },
        on_clicked_change=_timeline_clicked,
        on_period_change=_period_chosen,
        on_width_change=_width_told,
    )


@partial(once, of=current_language)
def _counts(collection: Collection) -> str:
    """Every number that the player says, as text, which is written once."""
    return json.dumps(player_counts(collection))


def _width_told() -> None:
    """Draw the chart in the form that the browser has room for."""
    keep_width(reader.message("bridge", "width"))


def _period(selection: Selection) -> list[int] | None:
    """The chosen years; None where no period was chosen."""
    filters = selection.filters
    return None if filters.whole_time else [filters.first, filters.last]


def _alt(selection: Selection) -> str:
    first, last = selection.filters.first, selection.filters.last
    words = _("Timeline from {first} to {last}, with arrivals by year: {counters}.")
    return words.format(first=first, last=last, counters=counters(selection))


def _period_chosen() -> None:
    """Choose the years that were let go on the timeline or the player."""
    years = reader.years(reader.message("bridge", "period"), FIRST_YEAR, LAST_YEAR)
    if years:
        controls.set_period(*years)


def _timeline_clicked() -> None:
    """Choose the year, or open the journey or event, whose mark or entry was clicked."""
    key = reader.word(reader.message("bridge", "clicked"))
    records = store.collection()
    if key.startswith("year:"):
        if year := reader.whole(key.removeprefix("year:"), FIRST_YEAR, LAST_YEAR):
            controls.set_period(year, year)
    elif key == "possibly":
        controls.show_possible()
    elif key in records.journeys:
        controls.open_journey(key)
    elif key in records.events:
        controls.open_event(key)
    elif key.startswith(STATEMENT):
        _open_about(records, key.removeprefix(STATEMENT))


def _open_about(records: Collection, key: str) -> None:
    """Open the first journey or event that a statement bears on, if there is one."""
    statement = records.statements.get(key)
    for about in statement.about if statement else ():
        if about in records.journeys:
            return controls.open_journey(about)
        if about in records.events:
            return controls.open_event(about)
    return None
