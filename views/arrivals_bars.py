"""Arrivals in South Korea as bars: each count as wide as the years that it counts."""

from __future__ import annotations

from datetime import date, timedelta

from annotations.records import Arrivals, Collection
from annotations.selection import FIRST_YEAR, Filters
from views.colours import INK, MEN, TOTAL, WOMEN
from views.i18n import _

PEOPLE_MAX = 3100
PALE = 0.3
SERIES = "ministry"


def arrivals_traces(collection: Collection, filters: Filters) -> list[dict]:
    """Men, women, and totals without a split, bottom up; years outside the period are paler.

    The ministry's two early periods lie wide and light behind the single years, which are
    known as totals only.
    """
    split = [row for row in collection.arrivals if row.series == SERIES]
    single = [row for row in collection.arrivals if row.series != SERIES]
    return [
        _bars(split, "men", lambda row: row.men or 0, lambda row: 0, MEN, filters),
        _bars(split, "women", lambda row: row.women or 0, lambda row: row.men or 0, WOMEN, filters),
        _bars(single, "total", lambda row: row.total, lambda row: 0, TOTAL, filters),
    ]


def _bars(rows: list[Arrivals], name: str, height, base, colour: str, filters: Filters) -> dict:
    return dict(
        type="bar",
        name=name,
        x=[_middle(row).isoformat() for row in rows],
        y=[height(row) for row in rows],
        base=[base(row) for row in rows],
        width=[_days(row) * 86_400_000 for row in rows],
        marker={
            "color": colour,
            "opacity": [_opacity(row, filters) for row in rows],
            "line": {"width": 0},
        },
        customdata=[f"year:{row.end_year}" if _start(row) == row.end_year else "" for row in rows],
        hovertext=[arrivals_hover(row) for row in rows],
        hoverinfo="text",
        showlegend=False,
        selected={"marker": {}},
        unselected={"marker": {}},
    )


def cumulative_trace(collection: Collection) -> dict:
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
            _("{total:,} in all to the end of {year}").format(total=total, year=row.end_year)
            for total, row in zip(totals, rows, strict=True)
        ],
        hoverinfo="text",
        showlegend=False,
    )


def arrivals_hover(row: Arrivals) -> str:
    """A count as words: the years, the number, men and women, and who counted."""
    sources = ", ".join(dict.fromkeys(citation.source for citation in row.sources))
    split = (
        _("{men:,} men, {women:,} women").format(men=row.men, women=row.women)
        if row.men is not None and row.women is not None
        else _("no split published")
    )
    return f"<b>{years(row)}: {row.total:,}</b><br>{split}<br><i>{sources}</i>"


def years(row: Arrivals) -> str:
    """The years that a row counts, as words."""
    if row.start_year is None:
        return _("up to {year}, since the war").format(year=row.end_year)
    if row.start_year == row.end_year:
        return str(row.end_year)
    return _("{start} to {end}, together").format(start=row.start_year, end=row.end_year)


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
