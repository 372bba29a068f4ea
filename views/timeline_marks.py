"""The marks of the timeline as Plotly traces: bands and names of journeys, diamonds of events."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from annotations.records import Collection, Event, Journey
from views.colours import INK
from views.hover import event_hover, journey_hover, plain
from views.lanes import Stretch, bars, name_sides
from views.timeline_axes import AXIS_END, AXIS_START, TEXT_PX, lane_height

SHADOW = "rgba(102,108,116,.15)"
YEAR_PX = 27
DAYS_PER_CHARACTER = 365.25 / YEAR_PX * 5.6
MARGIN, EVENT_MARGIN = timedelta(50), timedelta(90)


def bands(
    journeys: Sequence[Journey],
    heights: dict[str, float],
    thickness: dict[str, float],
    colours: dict[str, str],
    faded: bool,
) -> dict:
    """How sure each stretch of each journey is: solid where sure, paler where only possible."""
    drawn = [bar for journey in journeys for bar in bars(journey, AXIS_START, AXIS_END)]
    return dict(
        type="bar",
        orientation="h",
        name="shadow bands" if faded else "bands",
        base=[bar.start.isoformat() for bar in drawn],
        x=[_milliseconds(bar.start, bar.end) for bar in drawn],
        y=[heights[bar.journey.id] for bar in drawn],
        width=[thickness[bar.journey.id] for bar in drawn],
        marker={
            "color": [
                SHADOW if faded else _rgba(colours[bar.journey.id], bar.alpha) for bar in drawn
            ],
            "line": {"width": 0},
        },
        hoverinfo="skip",
        showlegend=False,
        **_same_when_selected(),
    )


def journey_marks(
    collection: Collection,
    journeys: Sequence[Journey],
    heights: dict[str, float],
    thickness: dict[str, float],
    faded: bool,
) -> dict:
    """One clear bar a journey over its bands: what the pointer touches, with the journey's id."""
    ends = [_ends(journey) for journey in journeys]
    return dict(
        type="bar",
        orientation="h",
        name="shadow" if faded else "journeys",
        base=[start.isoformat() for start, _end in ends],
        x=[_milliseconds(start, end) for start, end in ends],
        y=[heights[journey.id] for journey in journeys],
        width=[thickness[journey.id] for journey in journeys],
        marker={"color": "rgba(0,0,0,0)", "line": {"width": 0}},
        customdata=None if faded else [journey.id for journey in journeys],
        hovertext=[journey_hover(collection, journey) for journey in journeys],
        hoverinfo="text",
        showlegend=False,
        **_same_when_selected(),
    )


def names(
    name: str,
    lanes: Sequence[Sequence[Stretch]],
    titles: dict[str, str],
    heights: dict[str, float],
    colours: dict[str, str],
) -> dict:
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


def stretch(journey: Journey) -> Stretch:
    """What a journey's bar and the room around it cover of the axis."""
    start, end = _ends(journey)
    return Stretch(journey.id, start - MARGIN, end + MARGIN, _days(journey.title))


def _ends(journey: Journey) -> tuple[date, date]:
    drawn = bars(journey, AXIS_START, AXIS_END)
    return min(bar.start for bar in drawn), max(bar.end for bar in drawn)


def _milliseconds(start: date, end: date) -> int:
    return (end - start).days * 86_400_000


def event_stretch(event: Event) -> Stretch:
    """What an event's mark and the room around it cover of the axis."""
    return Stretch(
        event.id, _middle(event) - EVENT_MARGIN, _middle(event) + EVENT_MARGIN, _days(event.title)
    )


def event_marks(collection: Collection, members: Sequence[Event], faded: bool, opened: str) -> dict:
    """Diamonds in the lanes of their categories; the one that is open is larger and framed."""
    return dict(
        type="scatter",
        mode="markers",
        name="shadow events" if faded else "events",
        x=[_middle(event).isoformat() for event in members],
        y=[lane_height(event) for event in members],
        marker={
            "symbol": "diamond",
            "size": [11 if event.id == opened else 8 for event in members],
            "color": SHADOW if faded else "#4B5057",
            "line": {"width": [2 if event.id == opened else 0 for event in members], "color": INK},
        },
        customdata=None if faded else [event.id for event in members],
        hovertext=[event_hover(collection, event) for event in members],
        hoverinfo="text",
        showlegend=False,
        **_same_when_selected(),
    )


def _middle(event: Event) -> date:
    """Where a mark for an event stands: the middle of those days of the axis that it allows."""
    early, late = event.span.earliest or event.span.latest, event.span.latest or event.span.earliest
    early, late = max(early, AXIS_START), min(late, AXIS_END)
    return early + (late - early) / 2


def _days(text: str) -> float:
    """How many days of the axis a text covers, by the width of the plot on a laptop.

    At most the whole axis: a longer text has room nowhere, and dates have an end.
    """
    return min(len(text) * DAYS_PER_CHARACTER, (AXIS_END - AXIS_START).days)


def _rgba(colour: str, alpha: float) -> str:
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},{alpha:.2f})"


def _same_when_selected() -> dict:
    """A selection is answered by a new figure, never by dimming what was not selected."""
    return {"selected": {"marker": {"opacity": 1}}, "unselected": {"marker": {"opacity": 1}}}
