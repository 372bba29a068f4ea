"""The Plotly timeline: events in lanes, journeys as bars, arrivals by year, on one time axis.

All three share one plot, so that a period dragged anywhere over it is a period of all. What
the filters leave is drawn in full and carries its id as `customdata`; what only the period
keeps out stays as a pale shadow without an id, so that a reader sees where to drag next.
"""

from __future__ import annotations

import plotly.graph_objects as go

from annotations.derived import once
from annotations.records import Collection, Event, Journey
from annotations.selection import Filters, Selection, select
from views.arrivals_bars import arrivals_traces, cumulative_trace
from views.colours import colours_of
from views.i18n import _
from views.lanes import pack
from views.timeline_axes import (
    AXIS_END,
    AXIS_START,
    JOURNEY_ROOM,
    JOURNEYS_FLOOR,
    LANES,
    lane_height,
    layout,
)
from views.timeline_marks import (
    bands,
    event_marks,
    event_stretch,
    journey_marks,
    names,
    stretch,
)

MOST_LANES = 8


def not_on_timeline(record: Journey | Event) -> str:
    """Why a journey or an event is not on the timeline, or nothing where it is."""
    span = record.span
    if not span.known:
        return _("no date is told")
    if (span.latest and span.latest < AXIS_START) or (span.earliest and span.earliest >= AXIS_END):
        return _("its dates lie outside the timeline")
    return ""


@once
def untimed(collection: Collection) -> frozenset[str]:
    """The ids of the journeys that are not on the timeline."""
    return frozenset(j.id for j in collection.journeys.values() if not_on_timeline(j))


def timeline(
    collection: Collection, selection: Selection, opened: str = "", cumulative: bool = False
) -> go.Figure:
    """The figure for a selection; `opened` is the id of the journey or event that is open."""
    filters = selection.filters
    everything = select(
        collection,
        Filters(
            possibly=True, countries=filters.countries, kinds=filters.kinds, sources=filters.sources
        ),
    )
    colours = colours_of(collection)
    journeys = [journey for journey in everything.journeys if not not_on_timeline(journey)]
    shown = [journey for journey in journeys if journey.id in selection.ids]
    outside = [journey for journey in journeys if journey.id not in selection.ids]
    lanes = pack([stretch(journey) for journey in (*shown, *outside)], MOST_LANES)
    room = min(520.0, JOURNEY_ROOM / max(len(lanes), 1))
    heights = {
        member.id: JOURNEYS_FLOOR + JOURNEY_ROOM - (number + 0.5) * room
        for number, lane in enumerate(lanes)
        for member in lane
    }
    thickness = {journey.id: room * (0.86 if journey.id == opened else 0.6) for journey in journeys}

    traces = arrivals_traces(collection, filters)
    if cumulative:
        traces.append(cumulative_trace(collection))
    for members, faded in ((outside, True), (shown, False)):
        traces.append(bands(members, heights, thickness, colours, faded))
        traces.append(journey_marks(collection, members, heights, thickness, faded))
    traces.append(names("journey names", lanes, {j.id: j.title for j in shown}, heights, colours))
    events = [event for event in everything.events if not not_on_timeline(event)]
    chosen = {event.id for event in selection.events}
    for faded in (True, False):
        members = [event for event in events if (event.id in chosen) is not faded]
        traces.append(event_marks(collection, members, faded, opened))
    event_lanes = [
        [event_stretch(event) for event in events if event.category == lane] for lane in LANES
    ]
    event_heights = {event.id: lane_height(event) for event in events}
    traces.append(
        names(
            "event names", event_lanes, {e.id: e.title for e in selection.events}, event_heights, {}
        )
    )
    # Unchecked: to check all of it takes ten times as long as to make it. The tests check it.
    return go.Figure({"data": traces, "layout": layout(filters, cumulative)}, _validate=False)
