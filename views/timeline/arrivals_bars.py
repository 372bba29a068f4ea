"""Arrivals in South Korea: a bar for each year, a bracket over what the ministry counts together.

The height of a bar is a number of people a year, so that its area is their number, as in a
histogram. The ministry's two early counts hold years that have bars of their own, and one of them
has no first year: each is a bracket over its years with its number, and no height is compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from annotations.records import Arrivals, Collection
from annotations.selection import FIRST_YEAR, Filters
from views.atlas import INK, MEN, MUTED, PAGE, TOTAL, WOMEN
from views.text import _, arrivals_hover
from views.timeline.plotly_data import PlotlyTrace

PEOPLE_MAX = 3100
SERIES = "ministry"
TEXT_PX = 11
# People between the bars and the bracket over them, and the days by which it keeps to its years.
ABOVE, MARGIN = 260, timedelta(60)


def arrivals_traces(collection: Collection, filters: Filters) -> list[PlotlyTrace]:
    """Men, women, totals without a split, bottom up, and the brackets of several years.

    Bars of years outside the period are hollow.
    """
    ministry = [row for row in collection.arrivals if row.series == SERIES]
    split = [row for row in ministry if row.start_year == row.end_year]
    single = [row for row in collection.arrivals if row.series != SERIES]
    men, women = [row.men or 0 for row in split], [row.women or 0 for row in split]
    bars = [
        _bars("men", split, men, [0] * len(split)) | _look(collection, split, filters, MEN),
        _bars("women", split, women, men) | _look(collection, split, filters, WOMEN),
        _bars("total", single, [row.total / _years(row) for row in single], [0] * len(single))
        | _look(collection, single, filters, TOTAL),
    ]
    together = [row for row in ministry if row.start_year != row.end_year]
    heights = [_top(row, single) + ABOVE for row in together]
    return [*bars, _brackets(collection, together, heights), _numbers(together, heights)]


def _bars(
    name: str, rows: Sequence[Arrivals], heights: Sequence[float], bases: Sequence[int]
) -> PlotlyTrace:
    """Bars of these heights, each as wide as the years of its row."""
    return dict(
        type="bar",
        name=name,
        x=[_middle(row).isoformat() for row in rows],
        y=heights,
        base=bases,
        width=[_days(row) * 86_400_000 for row in rows],
        customdata=[f"year:{row.end_year}" if _years(row) == 1 else "" for row in rows],
        showlegend=False,
    )


def _look(
    collection: Collection, rows: Sequence[Arrivals], filters: Filters, colour: str
) -> PlotlyTrace:
    """The colour of bars, which are hollow outside the filters, and what they say."""
    inside = [filters.first <= row.end_year and _start(row) <= filters.last for row in rows]
    return dict(
        marker={
            "color": [colour if each else PAGE for each in inside],
            "line": {"width": [0 if each else 1 for each in inside], "color": colour},
        },
        hovertext=[arrivals_hover(collection, row) for row in rows],
        hoverinfo="text",
        selected={"marker": {}},
        unselected={"marker": {}},
    )


def _brackets(
    collection: Collection, together: Sequence[Arrivals], heights: Sequence[int]
) -> PlotlyTrace:
    """A line over the years of each count, with a tick at its ends, or an arrow back in time.

    It has a point in each year, so that the pointer finds it everywhere.
    """
    points = [
        (row, height, point)
        for row, height in zip(together, heights, strict=True)
        for point in _points(row)
    ]
    signs = [_sign(row, point) for row, _height, point in points]
    return dict(
        type="scatter",
        mode="lines+markers",
        name="periods",
        x=[point for _row, _height, point in points],
        y=[height if point else None for _row, height, point in points],
        marker={
            "symbol": signs,
            "size": [1 if sign == "circle" else 6 for sign in signs],
            "color": MUTED,
            "line": {"width": 1, "color": MUTED},
        },
        line={"color": MUTED, "width": 1},
        hovertext=[arrivals_hover(collection, row) for row, _height, _point in points],
        hoverinfo="text",
        showlegend=False,
    )


def _numbers(together: Sequence[Arrivals], heights: Sequence[int]) -> PlotlyTrace:
    """The number of each bracket above its middle."""
    return dict(
        type="scatter",
        mode="text",
        name="period numbers",
        x=[_middle(row).isoformat() for row in together],
        y=heights,
        text=[f"{row.total:,}" for row in together],
        textposition="top center",
        textfont={"size": TEXT_PX, "color": INK},
        hoverinfo="skip",
        showlegend=False,
    )


def _points(row: Arrivals) -> list[str | None]:
    """The first day of a bracket, the middles of its years, its last day, and a break."""
    years = _span(row)
    first, last = date(years[0], 1, 1) + MARGIN, date(years[-1], 12, 31) - MARGIN
    return [*(day.isoformat() for day in (first, *(date(y, 7, 2) for y in years), last)), None]


def _sign(row: Arrivals, point: str | None) -> str:
    """What stands at a point of a bracket: an arrow where its first year is not known."""
    if point == _points(row)[0]:
        return "line-ns-open" if row.start_year else "triangle-left"
    return "line-ns-open" if point == _points(row)[-2] else "circle"


def _top(row: Arrivals, single: Sequence[Arrivals]) -> int:
    """The height of the highest bar among the years of a bracket."""
    return max((each.total for each in single if each.end_year in _span(row)), default=0)


def _span(row: Arrivals) -> range:
    return range(_start(row), row.end_year + 1)


def cumulative_trace(collection: Collection) -> PlotlyTrace:
    """The official total at the end of each year, on a scale of its own at the right."""
    rows = [row for row in collection.arrivals if row.series == SERIES]
    running, totals = 0, []
    for row in rows:
        running += row.total
        totals.append(running)
    return dict(
        type="scatter",
        name="cumulative",
        mode="lines",
        x=[date(row.end_year, 12, 31).isoformat() for row in rows],
        y=totals,
        yaxis="y2",
        line={"color": INK, "width": 1.6, "shape": "linear"},
        hovertext=[
            _("{total:,} in all by the end of {year}: the ministry’s counts, added up").format(
                total=total, year=row.end_year
            )
            for total, row in zip(totals, rows, strict=True)
        ],
        hoverinfo="text",
        showlegend=False,
    )


def _start(row: Arrivals) -> int:
    return row.start_year if row.start_year is not None else min(FIRST_YEAR, row.end_year)


def _years(row: Arrivals) -> int:
    return len(_span(row))


def _days(row: Arrivals) -> float:
    """The width of a bar: its years, less a gap that keeps neighbours apart."""
    return (date(row.end_year + 1, 1, 1) - date(_start(row), 1, 1)).days - 70


def _middle(row: Arrivals) -> date:
    first, after = date(_start(row), 1, 1), date(row.end_year + 1, 1, 1)
    return first + timedelta((after - first).days / 2)
