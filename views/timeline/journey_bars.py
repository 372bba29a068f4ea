"""Journeys on the timeline, a bar each: bands that say how sure it is, a mark to touch, a name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from annotations.derived import once_each
from annotations.records import Collection, Journey
from views.atlas import GREY, MUTED, colours_of, see_through
from views.text import journey_hover, plain
from views.timeline.axes import AXIS_END, AXIS_START, JOURNEYS_FLOOR, Form
from views.timeline.date_looks import (
    PATTERNS,
    DateLook,
    explanation,
    is_hollow,
    is_thin,
    looked,
    pattern,
)
from views.timeline.lanes import Bar, Stretch, bars, pack, pack_named
from views.timeline.marks import names, own_name, same_when_selected, text_trace
from views.timeline.plotly_data import PlotlyNote, PlotlyTrace

MARGIN = timedelta(50)
CLEAR = "rgba(0,0,0,0)"
UNDER_A_NAME, NAME_ABOVE = 0.5, 0.5  # of a lane: what is left of a bar's part, how far up it is
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
    covered: tuple[date, date]


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
        (start - MARGIN, end + MARGIN),
    )


def bar_traces(
    collection: Collection,
    shown: Sequence[Journey],
    outside: Sequence[Journey],
    opened: str,
    room: float,
    form: Form,
) -> tuple[list[PlotlyTrace], list[PlotlyNote]]:
    """Bars in lanes, in a room so many people high; those outside the period as shadows.

    Each journey has a date on the axis. Where one is `opened`, with a date or without, all others
    step back; its own bar is thicker, and its name is a note over the marks.
    """
    shapes = {j.id: _shape(collection, j) for j in (*shown, *outside)}
    stretches = [
        Stretch(j.id, *shapes[j.id].covered, form.name_days(j.title)) for j in (*shown, *outside)
    ]
    begins: dict[str, date] = {}
    if form.names_above:
        lanes, begins = pack_named(stretches, form.lanes, AXIS_START, AXIS_END)
    else:
        lanes = pack(stretches, form.lanes)
    lane_room = min(form.highest_lane, room / max(len(lanes), 1))
    heights = {
        member.id: JOURNEYS_FLOOR + room - (number + form.bar_at) * lane_room
        for number, lane in enumerate(lanes)
        for member in lane
    }
    others = STEPPED_BACK if opened else 1.0
    strength = {key: 1.0 if key == opened else others for key in shapes}
    share = UNDER_A_NAME if form.names_above else 1
    thickness = {True: lane_room * 0.86 * share, False: lane_room * 0.6 * share}
    traces = []
    for members, faded in ((outside, True), (shown, False)):
        drawn = [
            _Drawn(j, shapes[j.id], heights[j.id], thickness[j.id == opened], strength[j.id])
            for j in members
        ]
        traces.append(_bands(drawn, faded))
        traces.append(_marks(collection, drawn, faded))
    titles = {j.id: j.title for j in shown if j.id != opened}
    colours = {
        key: colours_of(collection)[key] if strength[key] == 1.0 else MUTED for key in shapes
    }
    above = {key: height + lane_room * NAME_ABOVE for key, height in heights.items()}
    notes = [
        own_name(own, lane, form, colours[opened], (heights[opened], above[opened]))
        | {"text": plain(form.name(collection.journeys[opened].title))}
        for lane in lanes
        for own in lane
        if own.id == opened
    ]
    if not form.names_above:
        return [*traces, names("journey names", lanes, titles, heights, colours, form)], notes
    placed = [(key, day) for key, day in begins.items() if key in titles]
    written = {key: form.name(title) for key, title in titles.items()}
    named = text_trace("journey names", placed, written, above, colours, form, written)
    return [*traces, named], notes


def _bands(journeys: Sequence[_Drawn], faded: bool) -> PlotlyTrace:
    """How sure each stretch of each journey is: a bar where sure, a line where only possible.

    A pattern says where the dates of its ends come from; what is in doubt, or outside the period,
    is hollow.
    """
    pieces = [(own, *piece) for own in journeys for piece in own.shape.pieces]
    hollow = [not is_thin(bar) and (faded or is_hollow(bar, look)) for _own, bar, look in pieces]
    colours = [
        GREY if faded else see_through(own.shape.colour, own.strength)
        for own, _bar, _look in pieces
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


def bars_explained(collection: Collection, journeys: Sequence[Journey]) -> list[str]:
    """A line for each way in which the dates of these journeys' bars are known."""
    return explanation(piece for j in journeys for piece in _shape(collection, j).pieces)
