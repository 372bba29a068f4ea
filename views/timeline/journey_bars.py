"""Journeys on the timeline, a bar each: bands that say how sure it is, a mark to touch, a name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from annotations.derived import once_each
from annotations.records import Collection, Journey
from views.atlas import MUTED, colours_of
from views.text import journey_hover
from views.timeline.axes import AXIS_END, AXIS_START, JOURNEYS_FLOOR
from views.timeline.date_looks import (
    PATTERNS,
    DateLook,
    explanation,
    is_hollow,
    is_thin,
    looked,
    pattern,
)
from views.timeline.lanes import Bar, Stretch, bars, pack
from views.timeline.marks import OUTLINE, name_days, names, same_when_selected
from views.timeline.plotly_data import PlotlyTrace

MOST_LANES = 8
HIGHEST_LANE = 520.0
MARGIN = timedelta(50)
CLEAR = "rgba(0,0,0,0)"
THIN = 0.3  # of a bar: a line for the days that are only possible
STEPPED_BACK = 0.25  # of its strength, while another journey is open


@dataclass(frozen=True)
class _Shape:
    """What is drawn of a journey wherever its bar lies: all of it in order, a piece an entry.

    Starts are days in ISO 8601, lengths are in milliseconds.
    """

    pieces: list[tuple[Bar, DateLook]]
    starts: list[str]
    lengths: list[int]
    colour: str
    start: str
    length: int
    stretch: Stretch


@dataclass(frozen=True)
class _Drawn:
    """A journey with its shape, the height it lies at, how thick it is and how strong."""

    journey: Journey
    shape: _Shape
    height: float
    thickness: float
    strength: float


@once_each
def _shape(collection: Collection, journey: Journey) -> _Shape:
    stretches = bars(journey, AXIS_START, AXIS_END)
    start, end = min(bar.start for bar in stretches), max(bar.end for bar in stretches)
    pieces, colour = looked(stretches), colours_of(collection)[journey.id]
    return _Shape(
        pieces,
        [bar.start.isoformat() for bar, _look in pieces],
        [_milliseconds(bar.start, bar.end) for bar, _look in pieces],
        colour,
        start.isoformat(),
        _milliseconds(start, end),
        Stretch(journey.id, start - MARGIN, end + MARGIN, name_days(journey.title)),
    )


def bar_traces(
    collection: Collection,
    shown: Sequence[Journey],
    outside: Sequence[Journey],
    opened: str,
    room: float,
) -> list[PlotlyTrace]:
    """Bars in lanes, in a room so many people high; those outside the period as shadows.

    Each journey has a date on the axis; where one is open its bar is thicker and all others step
    back.
    """
    shapes = {j.id: _shape(collection, j) for j in (*shown, *outside)}
    lanes = pack([shape.stretch for shape in shapes.values()], MOST_LANES)
    lane_room = min(HIGHEST_LANE, room / max(len(lanes), 1))
    heights = {
        member.id: JOURNEYS_FLOOR + room - (number + 0.5) * lane_room
        for number, lane in enumerate(lanes)
        for member in lane
    }
    others = STEPPED_BACK if opened in shapes else 1.0
    strength = {key: 1.0 if key == opened else others for key in shapes}
    thickness = {True: lane_room * 0.86, False: lane_room * 0.6}
    traces = []
    for members, faded in ((outside, True), (shown, False)):
        drawn = [
            _Drawn(j, shapes[j.id], heights[j.id], thickness[j.id == opened], strength[j.id])
            for j in members
        ]
        traces.append(_bands(drawn, faded))
        traces.append(_marks(collection, drawn, faded))
    titles = {journey.id: journey.title for journey in shown}
    colours = {
        key: colours_of(collection)[key] if strength[key] == 1.0 else MUTED for key in shapes
    }
    return [*traces, names("journey names", lanes, titles, heights, colours)]


def _bands(journeys: Sequence[_Drawn], faded: bool) -> PlotlyTrace:
    """How sure each stretch of each journey is: a bar where sure, a line where only possible.

    A pattern says where the dates of its ends come from; what is in doubt, or outside the period,
    is hollow.
    """
    pieces = [(own, *piece) for own in journeys for piece in own.shape.pieces]
    hollow = [not is_thin(bar) and (faded or is_hollow(bar, look)) for _own, bar, look in pieces]
    colours = [
        OUTLINE if faded else _rgba(own.shape.colour, own.strength) for own, _bar, _look in pieces
    ]
    return dict(
        type="bar",
        orientation="h",
        name="shadow bands" if faded else "bands",
        base=[start for own in journeys for start in own.shape.starts],
        x=[length for own in journeys for length in own.shape.lengths],
        y=[own.height for own, _bar, _look in pieces],
        width=[own.thickness * (THIN if is_thin(bar) else 1) for own, bar, _look in pieces],
        marker={
            "color": [
                CLEAR if empty and (faded or PATTERNS[look.source] == "") else colour
                for empty, colour, (_own, _bar, look) in zip(hollow, colours, pieces, strict=True)
            ],
            "line": {"width": [int(empty) for empty in hollow], "color": colours},
            **({} if faded else {"pattern": pattern([look for _own, _bar, look in pieces])}),
        },
        hoverinfo="skip",
        showlegend=False,
        **same_when_selected(),
    )


def _marks(collection: Collection, journeys: Sequence[_Drawn], faded: bool) -> PlotlyTrace:
    """One clear bar a journey over its bands: what the pointer touches, with the journey's id."""
    return dict(
        type="bar",
        orientation="h",
        name="shadow" if faded else "journeys",
        base=[own.shape.start for own in journeys],
        x=[own.shape.length for own in journeys],
        y=[own.height for own in journeys],
        width=[own.thickness for own in journeys],
        marker={"color": CLEAR, "line": {"width": 0}},
        customdata=None if faded else [own.journey.id for own in journeys],
        hovertext=[journey_hover(collection, own.journey) for own in journeys],
        hoverinfo="text",
        showlegend=False,
        **same_when_selected(),
    )


def _milliseconds(start: date, end: date) -> int:
    return (end - start).days * 86_400_000


def _rgba(colour: str, alpha: float) -> str:
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},{alpha:.2f})"


def bars_explained(collection: Collection, journeys: Sequence[Journey]) -> list[str]:
    """A line for each way in which the dates of these journeys' bars are known."""
    return explanation(piece for j in journeys for piece in _shape(collection, j).pieces)
