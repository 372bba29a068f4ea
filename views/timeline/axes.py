"""The axes of the timeline: what stands at which height, what is written beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from annotations.records import Event
from annotations.selection import FIRST_YEAR, LAST_YEAR, Filters
from views.atlas import HAIRLINE, INK, MEN, MUTED, PAGE, TOTAL, WOMEN
from views.text import _, labels, ngettext
from views.timeline.arrivals_bars import PEOPLE_MAX, TEXT_PX
from views.timeline.plotly_data import PlotlyLayout

HEIGHT = 300
LANES = ("entry", "arrest", "border", "arrival", "world")
# Heights in people, the unit of the one vertical axis: one lane of events is as high as 480.
EVENT_LANE, JOURNEY_ROOM, GAP = 480, 3600, 260
JOURNEYS_FLOOR = PEOPLE_MAX + GAP
EVENTS_FLOOR = JOURNEYS_FLOOR + JOURNEY_ROOM + GAP
# Where months are counted, the words about them stand above the highest one.
AREA_ROOM = JOURNEY_ROOM - 620
# The cumulative total has an axis of its own at the right: 12 people on it are one on the left.
CUMULATIVE_SCALE = 12
LINE = 500
AXIS_START, AXIS_END = date(FIRST_YEAR, 1, 1), date(LAST_YEAR + 1, 1, 1)


@dataclass(frozen=True)
class Scale:
    """What the areas of the months are measured by: the count that fills the room, and words."""

    greatest: int
    legend: str


def layout(
    filters: Filters, cumulative: bool, scale: Scale | None = None, bars: Sequence[str] = ()
) -> PlotlyLayout:
    """Everything of the figure but its marks: size, axes, hairlines and the chosen period.

    With a `scale` the room of the journeys counts them by months. `bars` are the lines that
    explain the bars of the journeys.
    """
    ticks: list[tuple[float, str]] = [(people, f"{people:,}") for people in (0, 1000, 2000, 3000)]
    ticks += [_scale_tick(scale)] if scale else []
    ticks += zip(_lane_ticks(), map(labels.category, LANES), strict=True)
    ticks += _bar_ticks(bars, JOURNEY_ROOM if scale is None else AREA_ROOM - LINE)
    top = EVENTS_FLOOR + len(LANES) * EVENT_LANE
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
            "tickvals": [height for height, _text in ticks],
            "ticktext": [text for _height, text in ticks],
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
        shapes=_shapes(filters, scale),
        annotations=[*_legend(), *([_area_legend(scale)] if scale else [])],
    )


def _legend() -> list[dict[str, object]]:
    """What the colours of the counts mean, in the empty room over the first years."""
    entries = (
        (MUTED, "├─┤", _("several years")),
        (TOTAL, "■", _("total, not split")),
        (WOMEN, "■", _("women")),
        (MEN, "■", _("men")),
    )
    return [
        {
            "name": "counts",
            "x": AXIS_START.isoformat(),
            "y": 2940 - 470 * position,
            "text": f'<span style="color:{colour}">{sign}</span> {name}',
            "showarrow": False,
            "xanchor": "left",
            "font": {"size": TEXT_PX},
        }
        for position, (colour, sign, name) in enumerate(entries)
    ]


def _bar_ticks(lines: Sequence[str], room: float) -> Iterable[tuple[float, str]]:
    """What the looks of the bars mean, beside them at the left like the names of the lanes.

    The words of an axis end where it begins, however wide they are: nothing has to measure them,
    which goes wrong where the page was drawn out of sight.
    """
    return (
        (JOURNEYS_FLOOR + room - LINE * (position + 0.5), line)
        for position, line in enumerate(lines)
    )


def _scale_tick(scale: Scale) -> tuple[float, str]:
    """The height of the highest month, and its count in words."""
    words = ngettext("{n:,} journey", "{n:,} journeys", scale.greatest)
    return JOURNEYS_FLOOR + AREA_ROOM, words.format(n=scale.greatest)


def _area_legend(scale: Scale) -> dict[str, object]:
    """What the areas mean, above them at the left."""
    return {
        "x": AXIS_START.isoformat(),
        "y": JOURNEYS_FLOOR + JOURNEY_ROOM,
        "text": scale.legend,
        "showarrow": False,
        "xanchor": "left",
        "yanchor": "top",
        "font": {"size": TEXT_PX},
    }


def _shapes(filters: Filters, scale: Scale | None) -> list[dict[str, object]]:
    """Hairlines of the counts and between the parts, and the chosen period as a frame."""
    line: dict[str, object] = {
        "type": "line",
        "xref": "paper",
        "x0": 0,
        "x1": 1,
        "layer": "below",
        "line": {"color": HAIRLINE, "width": 1},
    }
    levels = [1000, 2000, 3000, EVENTS_FLOOR - GAP / 2]
    levels += [JOURNEYS_FLOOR + AREA_ROOM] if scale else []
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


def lane_height(event: Event) -> float:
    """The height at which the lane of the event's category runs."""
    return EVENTS_FLOOR + (len(LANES) - LANES.index(event.category) - 0.5) * EVENT_LANE


def _lane_ticks() -> Iterable[float]:
    return (
        EVENTS_FLOOR + (len(LANES) - position - 0.5) * EVENT_LANE for position in range(len(LANES))
    )
