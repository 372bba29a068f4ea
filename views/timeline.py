"""The Plotly timeline: events in lanes, journeys as bars, arrivals by year, on one time axis.

All three share one plot, so that a period dragged anywhere over it is a period of all. What
the filters leave is drawn in full and carries its id as `customdata`; what only the period
keeps out stays as a pale shadow without an id, so that a reader sees where to drag next.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import plotly.graph_objects as go

from annotations.records import Collection, Event, Journey
from annotations.selection import FIRST_YEAR, LAST_YEAR, Filters, Selection, select
from views import labels
from views.arrivals_bars import PEOPLE_MAX, arrivals_traces, cumulative_trace
from views.colours import HAIRLINE, INK, MEN, PAGE, TOTAL, WOMEN, journey_colours
from views.i18n import _
from views.lanes import Stretch, bars, name_sides, pack
from views.sentences import date_sentence, span_sentence

HEIGHT = 300
LANES = ("entry", "arrest", "border", "arrival", "world")
# Heights in people, the unit of the one vertical axis: one lane of events is as high as 480.
EVENT_LANE, JOURNEY_ROOM, GAP = 480, 3600, 260
MOST_LANES = 8
# The cumulative total has an axis of its own at the right: 12 people on it are one on the left.
CUMULATIVE_SCALE = 12
SHADOW = "rgba(102,108,116,.15)"
TEXT_PX = 11
YEAR_PX = 27
DAYS_PER_CHARACTER = 365.25 / YEAR_PX * 5.6
MARGIN, EVENT_MARGIN = timedelta(50), timedelta(90)
AXIS_START, AXIS_END = date(FIRST_YEAR, 1, 1), date(LAST_YEAR + 1, 1, 1)


def not_on_timeline(record: Journey | Event) -> str:
    """Why a journey or an event is not on the timeline, or nothing where it is."""
    span = record.span
    if not span.known:
        return _("no date is told")
    if (span.latest and span.latest < AXIS_START) or (span.earliest and span.earliest >= AXIS_END):
        return _("its dates lie outside the timeline")
    return ""


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
    colours = journey_colours(collection.journeys.values())
    journeys = [journey for journey in everything.journeys if not not_on_timeline(journey)]
    shown = [journey for journey in journeys if journey.id in selection.ids]
    outside = [journey for journey in journeys if journey.id not in selection.ids]
    lanes = pack([_stretch(journey) for journey in (*shown, *outside)], MOST_LANES)
    floor = PEOPLE_MAX + GAP
    events_floor = floor + JOURNEY_ROOM + GAP
    lane_height = min(520.0, JOURNEY_ROOM / max(len(lanes), 1))
    heights = {
        member.id: floor + JOURNEY_ROOM - (number + 0.5) * lane_height
        for number, lane in enumerate(lanes)
        for member in lane
    }
    thickness = {
        journey.id: lane_height * (0.86 if journey.id == opened else 0.6) for journey in journeys
    }

    traces = arrivals_traces(collection, filters)
    if cumulative:
        traces.append(cumulative_trace(collection))
    for members, faded in ((outside, True), (shown, False)):
        traces.append(_bands(members, heights, thickness, colours, faded))
        traces.append(_journeys(members, heights, thickness, faded))
    traces.append(_names("journey names", lanes, {j.id: j.title for j in shown}, heights, colours))
    events = [event for event in everything.events if not not_on_timeline(event)]
    chosen = {event.id for event in selection.events}
    for faded in (True, False):
        members = [event for event in events if (event.id in chosen) is not faded]
        traces.append(_events(members, events_floor, faded, opened))
    event_lanes = [
        [_event_stretch(event) for event in events if event.category == lane] for lane in LANES
    ]
    event_heights = {event.id: _lane_height(event, events_floor) for event in events}
    traces.append(
        _names(
            "event names", event_lanes, {e.id: e.title for e in selection.events}, event_heights, {}
        )
    )
    layout = _layout(filters, events_floor, cumulative)
    # Unchecked: to check all of it takes ten times as long as to make it. The tests check it.
    return go.Figure({"data": traces, "layout": layout}, _validate=False)


def _bands(
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


def _journeys(
    journeys: Sequence[Journey], heights: dict[str, float], thickness: dict[str, float], faded: bool
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
        hovertext=[_journey_hover(journey) for journey in journeys],
        hoverinfo="text",
        showlegend=False,
        **_same_when_selected(),
    )


def _names(
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


def _stretch(journey: Journey) -> Stretch:
    start, end = _ends(journey)
    return Stretch(journey.id, start - MARGIN, end + MARGIN, _days(journey.title))


def _ends(journey: Journey) -> tuple[date, date]:
    drawn = bars(journey, AXIS_START, AXIS_END)
    return min(bar.start for bar in drawn), max(bar.end for bar in drawn)


def _milliseconds(start: date, end: date) -> int:
    return (end - start).days * 86_400_000


def _event_stretch(event: Event) -> Stretch:
    return Stretch(
        event.id, _middle(event) - EVENT_MARGIN, _middle(event) + EVENT_MARGIN, _days(event.title)
    )


def _events(members: Sequence[Event], floor: float, faded: bool, opened: str) -> dict:
    return dict(
        type="scatter",
        mode="markers",
        name="shadow events" if faded else "events",
        x=[_middle(event).isoformat() for event in members],
        y=[_lane_height(event, floor) for event in members],
        marker={
            "symbol": "diamond",
            "size": [11 if event.id == opened else 8 for event in members],
            "color": SHADOW if faded else "#4B5057",
            "line": {"width": [2 if event.id == opened else 0 for event in members], "color": INK},
        },
        customdata=None if faded else [event.id for event in members],
        hovertext=[_event_hover(event) for event in members],
        hoverinfo="text",
        showlegend=False,
        **_same_when_selected(),
    )


def _layout(filters: Filters, events_floor: float, cumulative: bool) -> dict:
    top = events_floor + len(LANES) * EVENT_LANE
    return dict(
        height=HEIGHT,
        barmode="overlay",
        margin={"l": 92, "r": 52 if cumulative else 14, "t": 4, "b": 22},
        paper_bgcolor=PAGE,
        plot_bgcolor=PAGE,
        font={"family": '"Source Sans", "Noto Sans", sans-serif', "size": 12, "color": INK},
        hoverlabel={
            "bgcolor": PAGE,
            "bordercolor": HAIRLINE,
            "font": {"color": INK, "size": 13},
            "align": "left",
        },
        dragmode="select",
        selectdirection="h",
        newselection={"line": {"color": INK, "width": 1, "dash": "solid"}},
        clickmode="event+select",
        showlegend=False,
        xaxis={
            "type": "date",
            "range": [AXIS_START.isoformat(), AXIS_END.isoformat()],
            "tickformat": "%Y",
            "ticklabelmode": "period",
            "tickangle": 0,
            "showgrid": False,
            "fixedrange": True,
            "zeroline": False,
        },
        yaxis={
            "range": [0, top],
            "tickvals": [0, 1000, 2000, 3000, *_lane_ticks(events_floor)],
            "ticktext": [
                "0",
                "1,000",
                "2,000",
                "3,000",
                *(labels.category(lane) for lane in LANES),
            ],
            "showgrid": False,
            "zeroline": False,
            "fixedrange": True,
        },
        yaxis2={
            "overlaying": "y",
            "side": "right",
            "range": [0, top * CUMULATIVE_SCALE],
            "tickvals": [0, 10_000, 20_000, 30_000],
            "ticktext": ["0", "10,000", "20,000", "30,000"],
            "showgrid": False,
            "zeroline": False,
            "fixedrange": True,
        },
        shapes=_shapes(filters, events_floor),
        annotations=_legend(),
    )


def _legend() -> list[dict]:
    """What the colours of the counts mean, in the empty corner over the last years."""
    entries = ((WOMEN, _("women")), (MEN, _("men")), (TOTAL, _("total, no split published")))
    return [
        {
            "x": AXIS_END.isoformat(),
            "y": 2300 - 560 * position,
            "text": f'{name} <span style="color:{colour}">■</span>',
            "showarrow": False,
            "xanchor": "right",
            "font": {"size": TEXT_PX},
        }
        for position, (colour, name) in enumerate(entries)
    ]


def _shapes(filters: Filters, events_floor: float) -> list[dict]:
    """Hairlines of the counts and between the parts, and the chosen period as a frame."""
    line = {
        "type": "line",
        "xref": "paper",
        "x0": 0,
        "x1": 1,
        "layer": "below",
        "line": {"color": HAIRLINE, "width": 1},
    }
    levels = (1000, 2000, 3000, events_floor - GAP / 2)
    shapes = [line | {"y0": level, "y1": level} for level in levels]
    if not filters.whole_time:
        shapes.append(
            {
                "type": "rect",
                "x0": f"{filters.first}-01-01",
                "x1": f"{filters.last + 1}-01-01",
                "yref": "paper",
                "y0": 0,
                "y1": 1,
                "fillcolor": "rgba(35,38,43,.07)",
                "line": {"color": INK, "width": 1},
                "layer": "below",
            }
        )
    return shapes


def plain(text: str) -> str:
    """Text that Plotly shows as it is: it would read `<b>` or `<a>` as markup."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def wrapped(text: str, width: int = 60) -> str:
    """Plain text broken into lines of about `width` characters for a hover box."""
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + len(word) >= width:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    return "<br>".join(plain(part[:200]) for part in [*lines, line][:8])


def _journey_hover(journey: Journey) -> str:
    sources = ", ".join(dict.fromkeys(citation.source for citation in journey.sources))
    return _hover(journey.title, span_sentence(journey.span), journey.summary, sources)


def _event_hover(event: Event) -> str:
    sources = ", ".join(dict.fromkeys(citation.source for citation in event.sources))
    return _hover(event.title, date_sentence(event.date), event.summary, sources)


def _hover(title: str, when: str, summary: str, sources: str) -> str:
    """The fact and who says so; only the signs set here are markup."""
    lines = (
        f"<b>{wrapped(title)}</b>",
        plain(when),
        wrapped(summary),
        f"<i>{wrapped(sources)}</i>",
    )
    return "<br>".join(lines)


def _middle(event: Event) -> date:
    """Where a mark for an event stands: the middle of those days of the axis that it allows."""
    early, late = event.span.earliest or event.span.latest, event.span.latest or event.span.earliest
    early, late = max(early, AXIS_START), min(late, AXIS_END)
    return early + (late - early) / 2


def _lane_height(event: Event, floor: float) -> float:
    return floor + (len(LANES) - LANES.index(event.category) - 0.5) * EVENT_LANE


def _lane_ticks(floor: float) -> Iterable[float]:
    return (floor + (len(LANES) - position - 0.5) * EVENT_LANE for position in range(len(LANES)))


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
