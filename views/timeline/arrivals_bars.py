"""Arrivals in South Korea: a bar for each year, a bracket over what the ministry counts together.

The height of a bar is a number of people a year, so that its area is their number, as in a
histogram. The ministry's two early counts hold years that have bars of their own, and one of them
has no first year: each is a bracket over its years with its number, and no height is compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from annotations.derived import once
from annotations.records import Arrivals, Collection
from annotations.selection import FIRST_YEAR, Filters
from views.atlas import GREY, INK, MEN, MUTED, PAGE, WOMEN
from views.text import _, arrivals_hover, current_language
from views.timeline.plotly_data import PlotlyTrace

PEOPLE_MAX = 3100
SERIES = "ministry"
TEXT_PX = 11
# People between the bars, the bracket over them and its number, and the days by which it keeps to
# its years.
ABOVE, OVER, MARGIN = 260, 170, timedelta(60)
SHORT = 4  # years, over which a number has no room where the chart is narrow
MIDDLE = "circle"  # hardly seen


def arrivals_traces(collection: Collection, filters: Filters) -> list[PlotlyTrace]:
    """Men, women, totals without a split, bottom up, and the brackets of several years.

    Bars of years outside the period are hollow.
    """
    drawn = _drawn(collection)
    bars = [bar.trace | {"marker": _look(bar, filters)} for bar in drawn.bars]
    return [*bars, *drawn.brackets]


@dataclass(frozen=True)
class _Bars:
    """Bars of one colour without it, and the rows that they stand for."""

    trace: PlotlyTrace
    rows: Sequence[Arrivals]
    colour: str


@dataclass(frozen=True)
class _Drawn:
    """What is drawn of the arrivals under all filters."""

    bars: Sequence[_Bars]
    brackets: Sequence[PlotlyTrace]


@partial(once, of=current_language)
def _drawn(collection: Collection) -> _Drawn:
    ministry = [row for row in collection.arrivals if row.series == SERIES]
    single = [row for row in collection.arrivals if row.series != SERIES]
    rows = [*single, *(row for row in ministry if row.start_year == row.end_year)]
    split = [row for row in rows if _is_split(row)]
    whole = [row for row in rows if not _is_split(row)]
    men, women = [row.men or 0 for row in split], [row.women or 0 for row in split]
    totals = [row.total / _years(row) for row in whole]
    bars = (
        _Bars(_bars(collection, "men", split, men, [0] * len(split)), split, MEN),
        _Bars(_bars(collection, "women", split, women, men), split, WOMEN),
        _Bars(_bars(collection, "total", whole, totals, [0] * len(whole)), whole, GREY),
    )
    together = [row for row in ministry if row.start_year != row.end_year]
    heights = [_top(row, single) + ABOVE for row in together]
    return _Drawn(bars, (_brackets(collection, together, heights), _numbers(together, heights)))


def _is_split(row: Arrivals) -> bool:
    """True for one year of which men and women are both known."""
    known = row.men is not None and row.women is not None
    return known and row.start_year == row.end_year


def _bars(
    collection: Collection,
    name: str,
    rows: Sequence[Arrivals],
    heights: Sequence[float],
    bases: Sequence[int],
) -> PlotlyTrace:
    """Bars of these heights, each as wide as the years of its row, with what they say."""
    return dict(
        type="bar",
        name=name,
        x=[_middle(row).isoformat() for row in rows],
        y=heights,
        base=bases,
        width=[_days(row) * 86_400_000 for row in rows],
        customdata=[f"year:{row.end_year}" if _years(row) == 1 else "" for row in rows],
        showlegend=False,
        hovertext=[arrivals_hover(collection, row) for row in rows],
        hoverinfo="text",
        selected={"marker": {}},
        unselected={"marker": {}},
    )


def _look(bars: _Bars, filters: Filters) -> dict[str, object]:
    """The colour of bars, which are hollow outside the filters."""
    inside = [filters.first <= row.end_year and _start(row) <= filters.last for row in bars.rows]
    return {
        "color": [bars.colour if each else PAGE for each in inside],
        "line": {"width": [0 if each else 1 for each in inside], "color": bars.colour},
    }


def _brackets(
    collection: Collection, together: Sequence[Arrivals], heights: Sequence[int]
) -> PlotlyTrace:
    """A line over the years of each count, with a tick at its ends, or an arrow back in time.

    It has a point in each year, so that the pointer finds it everywhere.
    """
    points = [
        (row, height, point, sign)
        for row, height in zip(together, heights, strict=True)
        for point, sign in _points(row)
    ]
    return dict(
        type="scatter",
        mode="lines+markers",
        name="periods",
        x=[point for _row, _height, point, _sign in points],
        y=[height if point else None for _row, height, point, _sign in points],
        marker={
            "symbol": [sign for *_, sign in points],
            "size": [1 if sign == MIDDLE else 6 for *_, sign in points],
            "color": MUTED,
            "line": {"width": 1, "color": MUTED},
        },
        line={"color": MUTED, "width": 1},
        hovertext=[arrivals_hover(collection, row) for row, *_ in points],
        hoverinfo="text",
        showlegend=False,
    )


def _numbers(together: Sequence[Arrivals], heights: Sequence[int]) -> PlotlyTrace:
    """The number of each bracket above its middle; of a short one, from its end back in time.

    There no higher bar lies beside it, however narrow the chart is.
    """
    last_days = [date(row.end_year, 12, 31) - MARGIN for row in together]
    long = [_years(row) > SHORT for row in together]
    return dict(
        type="scatter",
        mode="text",
        name="period numbers",
        x=[
            (_middle(row) if is_long else last).isoformat()
            for row, last, is_long in zip(together, last_days, long, strict=True)
        ],
        y=[height + OVER for height in heights],
        text=[f"{row.total:,}" for row in together],
        textposition=["top center" if is_long else "top left" for is_long in long],
        textfont={"size": TEXT_PX, "color": INK},
        hoverinfo="skip",
        showlegend=False,
    )


def _points(row: Arrivals) -> list[tuple[str | None, str]]:
    """The first day of a bracket, the middles of its years, its last day, and a break.

    Each has its sign: at the ends a tick, or an arrow where the first year is not known.
    """
    years = _span(row)
    first, last = date(years[0], 1, 1) + MARGIN, date(years[-1], 12, 31) - MARGIN
    return [
        (first.isoformat(), "line-ns-open" if row.start_year else "triangle-left"),
        *((date(year, 7, 2).isoformat(), MIDDLE) for year in years),
        (last.isoformat(), "line-ns-open"),
        (None, MIDDLE),
    ]


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
