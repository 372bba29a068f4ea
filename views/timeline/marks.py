"""Marks of the timeline as Plotly traces: the diamonds of events, and the names beside marks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from annotations.derived import once_each
from annotations.records import Collection, Event
from annotations.selection import Selection
from views.atlas import INK
from views.text import event_hover, plain
from views.timeline.arrivals_bars import TEXT_PX
from views.timeline.axes import AXIS_END, AXIS_START, LANES, lane_height
from views.timeline.lanes import Stretch, name_sides
from views.timeline.plotly_data import PlotlyTrace

# The outline of what the period keeps out, 3:1 against the page; areas have a pale fill besides.
OUTLINE, SHADOW = "#868B8F", "rgba(102,108,116,.15)"
YEAR_PX = 27
DAYS_PER_CHARACTER = 365.25 / YEAR_PX * 5.6
EVENT_MARGIN = timedelta(90)


def event_traces(
    collection: Collection, selection: Selection, events: Sequence[Event], opened: str
) -> list[PlotlyTrace]:
    """The marks of events, those that are not selected as shadows, and the names of the others."""
    titles = {event.id: event.title for event in selection.events}
    outside = [event for event in events if event.id not in titles]
    shown = [event for event in events if event.id in titles]
    lanes = [
        [_stretch(collection, event) for event in events if event.category == lane]
        for lane in LANES
    ]
    heights = {event.id: lane_height(event) for event in events}
    return [
        _marks(collection, outside, True, opened),
        _marks(collection, shown, False, opened),
        names("event names", lanes, titles, heights, {}),
    ]


def names(
    name: str,
    lanes: Sequence[Sequence[Stretch]],
    titles: dict[str, str],
    heights: dict[str, float],
    colours: dict[str, str],
) -> PlotlyTrace:
    """The titles that have room beside their mark, so that no two lie on each other."""
    placed = []
    for lane in lanes:
        shown_first = sorted(lane, key=lambda member: member.id not in titles)
        sides = name_sides(shown_first, AXIS_START, AXIS_END)
        placed += [
            (member, sides[member.id])
            for member in lane
            if member.id in sides and member.id in titles
        ]
    return dict(
        type="scatter",
        mode="text",
        name=name,
        x=[
            (member.end if side == "right" else member.start).isoformat() for member, side in placed
        ],
        y=[heights[member.id] for member, _side in placed],
        text=[plain(titles[member.id]) for member, _side in placed],
        textposition=[
            "middle right" if side == "right" else "middle left" for _member, side in placed
        ],
        textfont={
            "size": TEXT_PX,
            "color": [colours.get(member.id, INK) for member, _side in placed],
        },
        hoverinfo="skip",
        showlegend=False,
    )


def name_days(text: str) -> float:
    """How many days of the axis a text covers, by the width of the plot on a laptop.

    At most the whole axis: a longer text has room nowhere, and dates have an end.
    """
    return min(len(text) * DAYS_PER_CHARACTER, (AXIS_END - AXIS_START).days)


def same_when_selected() -> PlotlyTrace:
    """A selection is answered by a new figure, never by dimming what was not selected."""
    return {"selected": {"marker": {"opacity": 1}}, "unselected": {"marker": {"opacity": 1}}}


@once_each
def _stretch(_collection: Collection, event: Event) -> Stretch:
    """What an event's mark and the room around it cover of the axis."""
    middle = _middle(event)
    return Stretch(event.id, middle - EVENT_MARGIN, middle + EVENT_MARGIN, name_days(event.title))


def _marks(
    collection: Collection, members: Sequence[Event], faded: bool, opened: str
) -> PlotlyTrace:
    """Diamonds in the lanes of their categories; the one that is open is larger and framed."""
    return dict(
        type="scatter",
        mode="markers",
        name="shadow events" if faded else "events",
        x=[_day(collection, event) for event in members],
        y=[lane_height(event) for event in members],
        marker={
            "symbol": "diamond-open" if faded else "diamond",
            "size": [11 if event.id == opened else 8 for event in members],
            "color": OUTLINE if faded else "#4B5057",
            "line": {
                "width": [1 if faded else 2 if event.id == opened else 0 for event in members],
                "color": OUTLINE if faded else INK,
            },
        },
        customdata=None if faded else [event.id for event in members],
        hovertext=[event_hover(collection, event) for event in members],
        hoverinfo="text",
        showlegend=False,
        **same_when_selected(),
    )


@once_each
def _day(_collection: Collection, event: Event) -> str:
    return _middle(event).isoformat()


def _middle(event: Event) -> date:
    """Where a mark for an event stands: the middle of those days of the axis that it allows."""
    span = event.span
    early = max(span.earliest or span.latest or AXIS_START, AXIS_START)
    late = min(span.latest or span.earliest or AXIS_END, AXIS_END)
    return early + (late - early) / 2
