"""Marks of the timeline as Plotly traces: the diamonds of events, and the names beside marks."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from datetime import date, timedelta

from annotations.dates import Span
from annotations.derived import once_each
from annotations.records import Collection, Event
from annotations.selection import Selection
from views.atlas import GREY, INK, PAGE, SOFT_INK, see_through
from views.text import event_hover, plain
from views.timeline.axes import AXIS_END, AXIS_START, LANES, Form, lane_height
from views.timeline.lanes import Stretch, name_sides
from views.timeline.plotly_data import PlotlyNote, PlotlyTrace

# What the period keeps out has a grey outline, 3:1 against the page; areas have this fill besides.
SHADOW = see_through(GREY, 0.15)
EVENT_MARGIN = timedelta(90)
# Between a mark and its name: days of the axis are next to nothing where it is narrow.
SPACE = "\u2002"
OWN_NAME = "own-name"  # names.js finds it by this
SHRUNK = 2  # a picture has the timeline on half of a slide, where a name covers twice the days


def event_traces(
    collection: Collection,
    selection: Selection,
    events: Sequence[Event],
    opened: str,
    form: Form,
) -> list[PlotlyTrace]:
    """The marks of events, those that are not selected as shadows, and the names of the others."""
    titles = {event.id: event.title for event in selection.events}
    outside = [event for event in events if event.id not in titles]
    shown = [event for event in events if event.id in titles]
    lanes = [
        [_stretch(event, form) for event in events if event.category == lane] for lane in LANES
    ]
    heights = {event.id: lane_height(event, form) for event in events}
    return [
        _marks(collection, outside, True, opened, heights),
        _marks(collection, shown, False, opened, heights),
        names("event names", lanes, titles, heights, {}, form, opened),
    ]


def names(
    name: str,
    lanes: Sequence[Sequence[Stretch]],
    titles: dict[str, str],
    heights: dict[str, float],
    colours: dict[str, str],
    form: Form,
    opened: str = "",
) -> PlotlyTrace:
    """The titles that have room beside their mark, so that no two lie on each other.

    What is open comes first.
    """
    placed: list[tuple[str, date]] = []
    right: set[str] = set()
    for lane in lanes:
        shown_first = sorted(lane, key=lambda one: (one.id != opened, one.id not in titles))
        sides = name_sides(shown_first, AXIS_START, AXIS_END)
        placed += [
            (member.id, member.end if sides[member.id] == "right" else member.start)
            for member in lane
            if member.id in sides and member.id in titles
        ]
        right |= {key for key, side in sides.items() if side == "right"}
    placed.sort(key=lambda one: one[0] != opened)
    spaced = {
        key: f"{SPACE}{name}" if key in right else f"{name}{SPACE}"
        for key, name in ((key, form.name(titles[key])) for key, _day in placed)
    }
    return text_trace(name, placed, spaced, heights, colours, form, right)


def text_trace(
    name: str,
    placed: Sequence[tuple[str, date]],
    written: Mapping[str, str],
    heights: Mapping[str, float],
    colours: Mapping[str, str],
    form: Form,
    right: Container[str],
) -> PlotlyTrace:
    """Names at their days and heights; those in `right` begin there, the others end there."""
    return dict(
        type="scatter",
        mode="text",
        name=name,
        x=[day.isoformat() for _key, day in placed],
        y=[heights[key] for key, _day in placed],
        text=[plain(written[key]) for key, _day in placed],
        textposition=["middle right" if key in right else "middle left" for key, _day in placed],
        textfont={
            "size": form.type_px,
            "color": [colours.get(key, INK) for key, _day in placed],
        },
        hoverinfo="skip",
        showlegend=False,
    )


def own_name(
    own: Stretch, lane: Sequence[Stretch], form: Form, colour: str, heights: tuple[float, float]
) -> PlotlyNote:
    """Where the name of what is open stands, on paper of its own: all others give way to it.

    It stands beside its bar where it has room to, else above it; `heights` are those of both.
    """
    side = "" if form.names_above else _own_side(own, lane)
    begins = max(AXIS_START, min(own.start, AXIS_END - timedelta(own.name_days)))
    day = {"right": own.end, "left": own.start}.get(side, begins)
    return {
        "name": OWN_NAME,
        "x": day.isoformat(),
        "y": heights[0 if side else 1],
        "showarrow": False,
        "xanchor": "right" if side == "left" else "left",
        "yanchor": "middle",
        "borderpad": 0,
        "bgcolor": see_through(PAGE, 0.85),
        "font": {"size": form.type_px, "color": colour},
    }


def _own_side(own: Stretch, lane: Sequence[Stretch]) -> str:
    """The side of its bar on which a name has room: one that is free before one that is not."""
    free = name_sides([own, *(other for other in lane if other.id != own.id)], AXIS_START, AXIS_END)
    wide = timedelta(own.name_days * SHRUNK)
    inside = {"right": own.end + wide <= AXIS_END, "left": own.start - wide >= AXIS_START}
    sides = [side for side in (free.get(own.id, ""), "right", "left") if inside.get(side)]
    return sides[0] if sides else ""


def same_when_selected() -> PlotlyTrace:
    """A selection is answered by a new figure, never by dimming what was not selected."""
    return {"selected": {"marker": {"opacity": 1}}, "unselected": {"marker": {"opacity": 1}}}


def _stretch(event: Event, form: Form) -> Stretch:
    """What an event's mark and the room around it cover of the axis."""
    day, days = middle(event.span), form.name_days(event.title)
    return Stretch(event.id, day - EVENT_MARGIN, day + EVENT_MARGIN, days)


def _marks(
    collection: Collection,
    members: Sequence[Event],
    faded: bool,
    opened: str,
    heights: dict[str, float],
) -> PlotlyTrace:
    """Diamonds in the lanes of their categories; the one that is open is larger and framed."""
    return dict(
        type="scatter",
        mode="markers",
        name="shadow events" if faded else "events",
        x=[_day(collection, event) for event in members],
        y=[heights[event.id] for event in members],
        marker={
            "symbol": "diamond-open" if faded else "diamond",
            "size": [11 if event.id == opened else 8 for event in members],
            "color": GREY if faded else SOFT_INK,
            "line": {
                "width": [1 if faded else 2 if event.id == opened else 0 for event in members],
                "color": GREY if faded else INK,
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
    return middle(event.span).isoformat()


def middle(span: Span) -> date:
    """Where the mark of a moment stands: the middle of those days of the axis that it allows."""
    early = max(span.earliest or span.latest or AXIS_START, AXIS_START)
    late = min(span.latest or span.earliest or AXIS_END, AXIS_END)
    return early + (late - early) / 2
