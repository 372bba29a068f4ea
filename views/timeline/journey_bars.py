"""Journeys on the timeline, a bar each: bands that say how sure it is, a mark to touch, a name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from annotations.records import Collection, Journey
from views.atlas import colours_of
from views.text import journey_hover
from views.timeline.axes import AXIS_END, AXIS_START, JOURNEYS_FLOOR
from views.timeline.date_looks import DateLook, explanation, looked, pattern
from views.timeline.lanes import Bar, Stretch, bars, pack
from views.timeline.marks import SHADOW, name_days, names, same_when_selected
from views.timeline.plotly_data import PlotlyTrace

MOST_LANES = 8
HIGHEST_LANE = 520.0
MARGIN = timedelta(50)


@dataclass(frozen=True)
class _Drawn:
    """A journey with the stretches of its bar, the height it lies at and how thick it is."""

    journey: Journey
    bars: tuple[Bar, ...]
    height: float
    thickness: float

    @cached_property
    def pieces(self) -> list[tuple[Bar, DateLook]]:
        """The stretches with how sure their dates are."""
        return looked(self.bars)


def bar_traces(
    collection: Collection,
    shown: Sequence[Journey],
    outside: Sequence[Journey],
    opened: str,
    room: float,
) -> list[PlotlyTrace]:
    """Bars in lanes, in a room so many people high; those outside the period as shadows.

    Each journey has a date on the axis; the bar of the one that is open is thicker.
    """
    pieces = {j.id: bars(j, AXIS_START, AXIS_END) for j in (*shown, *outside)}
    lanes = pack([_stretch(j, pieces[j.id]) for j in (*shown, *outside)], MOST_LANES)
    lane_room = min(HIGHEST_LANE, room / max(len(lanes), 1))
    heights = {
        member.id: JOURNEYS_FLOOR + room - (number + 0.5) * lane_room
        for number, lane in enumerate(lanes)
        for member in lane
    }
    thickness = {True: lane_room * 0.86, False: lane_room * 0.6}
    traces = []
    for members, faded in ((outside, True), (shown, False)):
        drawn = [_Drawn(j, pieces[j.id], heights[j.id], thickness[j.id == opened]) for j in members]
        traces.append(_bands(collection, drawn, faded))
        traces.append(_marks(collection, drawn, faded))
    titles = {journey.id: journey.title for journey in shown}
    return [*traces, names("journey names", lanes, titles, heights, colours_of(collection))]


def _bands(collection: Collection, journeys: Sequence[_Drawn], faded: bool) -> PlotlyTrace:
    """How sure each stretch of each journey is: solid where sure, paler where only possible.

    A pattern says where the dates of its ends come from.
    """
    colours = colours_of(collection)
    drawn = [(own, bar) for own in journeys for bar, _look in own.pieces]
    looks = [look for own in journeys for _bar, look in own.pieces]
    return dict(
        type="bar",
        orientation="h",
        name="shadow bands" if faded else "bands",
        base=[bar.start.isoformat() for _own, bar in drawn],
        x=[_milliseconds(bar.start, bar.end) for _own, bar in drawn],
        y=[own.height for own, _bar in drawn],
        width=[own.thickness for own, _bar in drawn],
        marker={
            "color": [
                SHADOW if faded else _rgba(colours[own.journey.id], bar.alpha) for own, bar in drawn
            ],
            "line": {"width": 0},
            **({} if faded else {"pattern": pattern(looks)}),
        },
        hoverinfo="skip",
        showlegend=False,
        **same_when_selected(),
    )


def _marks(collection: Collection, journeys: Sequence[_Drawn], faded: bool) -> PlotlyTrace:
    """One clear bar a journey over its bands: what the pointer touches, with the journey's id."""
    ends = [_ends(own.bars) for own in journeys]
    return dict(
        type="bar",
        orientation="h",
        name="shadow" if faded else "journeys",
        base=[start.isoformat() for start, _end in ends],
        x=[_milliseconds(start, end) for start, end in ends],
        y=[own.height for own in journeys],
        width=[own.thickness for own in journeys],
        marker={"color": "rgba(0,0,0,0)", "line": {"width": 0}},
        customdata=None if faded else [own.journey.id for own in journeys],
        hovertext=[journey_hover(collection, own.journey) for own in journeys],
        hoverinfo="text",
        showlegend=False,
        **same_when_selected(),
    )


def _stretch(journey: Journey, drawn: Sequence[Bar]) -> Stretch:
    """What a journey's bar and the room around it cover of the axis."""
    start, end = _ends(drawn)
    return Stretch(journey.id, start - MARGIN, end + MARGIN, name_days(journey.title))


def _ends(drawn: Sequence[Bar]) -> tuple[date, date]:
    return min(bar.start for bar in drawn), max(bar.end for bar in drawn)


def _milliseconds(start: date, end: date) -> int:
    return (end - start).days * 86_400_000


def _rgba(colour: str, alpha: float) -> str:
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},{alpha:.2f})"


def bars_explained(journeys: Sequence[Journey]) -> list[str]:
    """A line for each way in which the dates of these journeys' bars are known."""
    return explanation(
        piece for j in journeys for piece in looked(bars(j, AXIS_START, AXIS_END))
    )
