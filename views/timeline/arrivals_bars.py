"""Arrivals in South Korea as bars: each count as wide as the years that it counts."""

from __future__ import annotations

from datetime import date, timedelta

from annotations.records import Arrivals, Collection
from annotations.selection import FIRST_YEAR, Filters
from views.atlas import INK, MEN, TOTAL, WOMEN
from views.text import _, arrivals_hover
from views.timeline.plotly_data import PlotlyTrace

PEOPLE_MAX = 3100
PALE = 0.3
SERIES = "ministry"


def arrivals_traces(collection: Collection, filters: Filters) -> list[PlotlyTrace]:
    """Men, women, and totals without a split, bottom up; years outside the period are paler.

    The ministry's two early periods lie wide and light behind the single years, which are
    known as totals only.
    """
    split = [row for row in collection.arrivals if row.series == SERIES]
    single = [row for row in collection.arrivals if row.series != SERIES]
    men, women = [row.men or 0 for row in split], [row.women or 0 for row in split]
    return [
        _bars("men", split, men, [0] * len(split)) | _look(collection, split, filters, MEN),
        _bars("women", split, women, men) | _look(collection, split, filters, WOMEN),
        _bars("total", single, [row.total for row in single], [0] * len(single))
        | _look(collection, single, filters, TOTAL),
    ]


def _bars(name: str, rows: list[Arrivals], heights: list[int], bases: list[int]) -> PlotlyTrace:
    """Bars of these heights, each as wide as the years of its row."""
    return dict(
        type="bar",
        name=name,
        x=[_middle(row).isoformat() for row in rows],
        y=heights,
        base=bases,
        width=[_days(row) * 86_400_000 for row in rows],
        customdata=[f"year:{row.end_year}" if _start(row) == row.end_year else "" for row in rows],
        showlegend=False,
    )


def _look(
    collection: Collection, rows: list[Arrivals], filters: Filters, colour: str
) -> PlotlyTrace:
    """The colour of bars, paler for periods and outside the filters, and what they say."""
    opacities = [_opacity(row, filters) for row in rows]
    return dict(
        marker={"color": colour, "opacity": opacities, "line": {"width": 0}},
        hovertext=[arrivals_hover(collection, row) for row in rows],
        hoverinfo="text",
        selected={"marker": {}},
        unselected={"marker": {}},
    )


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
            _("{total:,} in all by the end of {year}").format(total=total, year=row.end_year)
            for total, row in zip(totals, rows, strict=True)
        ],
        hoverinfo="text",
        showlegend=False,
    )


def _start(row: Arrivals) -> int:
    return row.start_year if row.start_year is not None else min(FIRST_YEAR, row.end_year)


def _days(row: Arrivals) -> float:
    """The width of a bar: its years, less a gap that keeps neighbours apart."""
    return (date(row.end_year + 1, 1, 1) - date(_start(row), 1, 1)).days - 70


def _middle(row: Arrivals) -> date:
    first, after = date(_start(row), 1, 1), date(row.end_year + 1, 1, 1)
    return first + timedelta((after - first).days / 2)


def _opacity(row: Arrivals, filters: Filters) -> float:
    whole = PALE if _start(row) != row.end_year else 1.0
    return whole if filters.first <= row.end_year and _start(row) <= filters.last else whole * 0.35
