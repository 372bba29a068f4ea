"""How many journeys were under way in each month: at least and at most, counted for thousands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from annotations.dates import OPEN, Span
from annotations.derived import once
from annotations.records import Collection, Journey
from annotations.selection import FIRST_YEAR, LAST_YEAR

MONTHS = tuple(
    date(year, month, 1) for year in range(FIRST_YEAR, LAST_YEAR + 1) for month in range(1, 13)
)
NEVER = (len(MONTHS), -1)


@dataclass(frozen=True)
class UnderWay:
    """For each of `MONTHS` how many journeys definitely and how many possibly were under way.

    Who was definitely under way was possibly so too: `possibly` counts both.
    """

    definitely: tuple[int, ...]
    possibly: tuple[int, ...]


def under_way(collection: Collection, journeys: Sequence[Journey]) -> UnderWay:
    """The counts of some journeys of a collection, as the filters would count them by months.

    A journey is possibly under way from the earliest to the latest day of its span, an open
    side running to the end of the axis. It is definitely under way in its core, between its
    latest start and its earliest end, and in a month that holds one of its stops whole. What
    is not on the timeline is counted in no month.
    """
    table = _months(collection)
    rows = np.fromiter((table.rows[journey.id] for journey in journeys), int, len(journeys))
    return UnderWay(_counts(table.definitely[rows]), _counts(table.possibly[rows]))


@dataclass(frozen=True)
class _Months:
    """The row of each journey by id; in each row the first and the last month, counted from 0."""

    rows: Mapping[str, int]
    definitely: np.ndarray
    possibly: np.ndarray


@once
def _months(collection: Collection) -> _Months:
    journeys = collection.journeys.values()
    return _Months(
        rows={journey.id: row for row, journey in enumerate(journeys)},
        definitely=_table(_months_of(_sure(journey)) for journey in journeys),
        possibly=_table(_months_of(journey.span) for journey in journeys),
    )


def _table(pairs: Iterable[tuple[int, int]]) -> np.ndarray:
    return np.array([*pairs], dtype=np.int32).reshape(-1, 2)


def _sure(journey: Journey) -> Span:
    """The days in which a journey was certainly under way, or a stop of it that fills no month.

    A journey without a core has at most one month that holds a stop whole: two would make one.
    """
    if not journey.span.known:
        return journey.span
    if journey.core:
        return journey.core.span
    closed = (stop.span.period for stop in journey.stops)
    whole = (days.span for days in closed if days and _month(days.first) == _month(days.last))
    return next(whole, OPEN)


def _months_of(span: Span) -> tuple[int, int]:
    """The first and the last month of the axis that a span touches; the last is first if none."""
    if not span.known:
        return NEVER
    first = max(_month(span.earliest), 0) if span.earliest else 0
    last = min(_month(span.latest), len(MONTHS) - 1) if span.latest else len(MONTHS) - 1
    return (first, last) if first <= last else NEVER


def _month(day: date) -> int:
    """The place of a day's month among `MONTHS`, beyond their ends where it lies outside."""
    return (day.year - FIRST_YEAR) * 12 + day.month - 1


def _counts(months: np.ndarray) -> tuple[int, ...]:
    """How many of the rows have each month: one more where a row begins, one less after its end."""
    first, last = months[months[:, 0] <= months[:, 1]].T
    ends = len(MONTHS) + 1
    steps = np.bincount(first, minlength=ends) - np.bincount(last + 1, minlength=ends)
    return tuple(np.cumsum(steps)[:-1].tolist())
