"""Thousands of journeys on the timeline: how many were under way in each month, as stepped areas.

A month has three counts on top of each other: the journeys that definitely were under way, those
that only possibly were, and as a shadow those that the period keeps out. They hold no single
journey, and so they have the colour of none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from annotations.records import Collection, Journey
from views.atlas import GREY, MUTED, see_through
from views.text import _, month_names, ngettext
from views.timeline.axes import AXIS_END, JOURNEYS_FLOOR, Scale
from views.timeline.marks import SHADOW
from views.timeline.plotly_data import PlotlyTrace
from views.timeline.under_way import MONTHS, UnderWay, under_way

SURE, POSSIBLE = MUTED, see_through(MUTED, 0.42)
# Names of traces; what they mean is said by the legend.
DEFINITELY, POSSIBLY, KEPT_OUT = "definitely", "possibly", "kept-out"
EDGES = [*(month.isoformat() for month in MONTHS), AXIS_END.isoformat()]


@dataclass(frozen=True)
class Areas:
    """The traces of the areas, and the scale that they are drawn on."""

    traces: list[PlotlyTrace]
    scale: Scale


def areas(
    collection: Collection, shown: Sequence[Journey], outside: Sequence[Journey], room: int
) -> Areas:
    """The months of the journeys that are shown and, as a shadow, of those outside the period.

    Each step is as high as the count of its month; the highest of all fills the `room`,
    which is so many people high.
    """
    counted, kept = under_way(collection, shown), under_way(collection, outside)
    tops = [most + more for most, more in zip(counted.possibly, kept.possibly, strict=True)]
    layers = [(DEFINITELY, counted.definitely, SURE), (POSSIBLY, counted.possibly, POSSIBLE)]
    drawn = [*(layers if shown else ()), *([(KEPT_OUT, tops, SHADOW)] if outside else ())]
    greatest = max(*tops, 1)
    steps = [_steps(name, counts, room / greatest, colour) for name, counts, colour in drawn]
    legend = _legend([name for name, _counts, _colour in drawn])
    told = _told(counted, kept) if shown else _told_of_shadow(kept)
    return Areas([_floor(), *steps, _touched(told, room)], Scale(greatest, legend))


def _floor() -> PlotlyTrace:
    """The line that the first area stands on: Plotly fills down to the line before."""
    return _line("floor", [EDGES[0], EDGES[-1]], [JOURNEYS_FLOOR, JOURNEYS_FLOOR])


def _steps(name: str, counts: Sequence[int], scale: float, colour: str) -> PlotlyTrace:
    heights = [round(JOURNEYS_FLOOR + scale * count, 1) for count in counts]
    edge = {"width": 1, "shape": "hv", "color": GREY}
    area = {"fill": "tonexty", "fillcolor": colour, "line": edge}
    return _line(name, EDGES, [*heights, heights[-1]]) | area


def _line(name: str, x: Sequence[str], y: Sequence[float]) -> PlotlyTrace:
    return dict(
        type="scatter",
        mode="lines",
        name=name,
        x=x,
        y=y,
        line={"width": 0, "shape": "hv"},
        hoverinfo="skip",
        showlegend=False,
    )


def _touched(told: Sequence[str], room: int) -> PlotlyTrace:
    """A clear cell over each month, which the pointer touches and no dragged box picks up."""
    return dict(
        type="heatmap",
        name="months",
        x=EDGES,
        y=[JOURNEYS_FLOOR, JOURNEYS_FLOOR + room],
        z=[[0] * len(MONTHS)],
        hovertext=[told],
        hoverinfo="text",
        opacity=0,
        showscale=False,
    )


def _told(counted: UnderWay, kept: UnderWay) -> list[str]:
    """What is known of each month: "March 2004: 120 to 340 journeys under way"."""
    months = zip(
        month_names(MONTHS), counted.definitely, counted.possibly, kept.possibly, strict=True
    )
    return [
        "<br>".join([_under_way(month, least, most), *([_more(more)] if more else [])])
        for month, least, most, more in months
    ]


def _under_way(month: str, least: int, most: int) -> str:
    words = ngettext(
        "{month}: {least:,} to {most:,} journey under way",
        "{month}: {least:,} to {most:,} journeys under way",
        most,
    )
    if least == most:
        words = ngettext(
            "{month}: {most:,} journey under way", "{month}: {most:,} journeys under way", most
        )
    return words.format(month=month, least=least, most=most)


def _more(count: int) -> str:
    return _("at most {n:,} more outside the chosen years").format(n=count)


def _told_of_shadow(kept: UnderWay) -> list[str]:
    """What is known of each month beside the bars of what is shown."""
    words = [
        ngettext(
            "{month}: at most {n:,} journey under way, outside the chosen years",
            "{month}: at most {n:,} journeys under way, outside the chosen years",
            count,
        )
        for count in kept.possibly
    ]
    months = zip(words, month_names(MONTHS), kept.possibly, strict=True)
    return [said.format(month=month, n=count) for said, month, count in months]


def _legend(names: Sequence[str]) -> str:
    """The meaning of the areas that are drawn, each with its colour."""
    words = {
        DEFINITELY: (_("definitely under way"), SURE),
        POSSIBLY: (_("possibly"), POSSIBLE),
        KEPT_OUT: (_("outside the chosen years"), SHADOW),
    }
    entries = (words[name] for name in names)
    return "  ".join(f'<span style="color:{colour}">■</span> {said}' for said, colour in entries)
