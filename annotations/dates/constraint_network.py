"""The days that statements about points in time allow together, and from which rows they follow.

A simple temporal network: every statement says that one point lies at least and at most so
many days after another. The shortest paths from and to a day zero are then the latest and the
earliest day that all statements allow: the minimal network of R. Dechter, I. Meiri and
J. Pearl, "Temporal constraint networks", Artificial Intelligence 49 (1991). Days are whole
numbers, so the bounds are exact; they are found by Bellman and Ford's algorithm.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count
from operator import add
from typing import NamedTuple

from annotations.dates.fewest_rows import Step, fewest_rows
from annotations.dates.spans import OPEN, Span

# One number holds days and, below them, the statements used: of equal bounds the one that
# rests on the fewest statements wins, and a told date wins over any that is computed.
_STEP = 1 << 16
_FAR = 10**12 * _STEP
_LAST_DAY = date.max.toordinal()
MAYBE_FEWER = "So many rows depend on each other that a smaller set may do."


class Point(NamedTuple):
    """A moment with an id and the span of days that is stated for it, by the row of its id."""

    id: str
    span: Span = OPEN


class Constraint(NamedTuple):
    """`after` lies from `least_days` to `most_days` days after `before`; None is no bound.

    `row` is the id of the row that says so. Empty, it is the order of the points, which the
    rows of the two points say together.
    """

    before: str
    after: str
    least_days: int | None = 0
    most_days: int | None = None
    row: str = ""


@dataclass(frozen=True)
class Resolution:
    """For each point the days that all statements allow, and the rows that bound was taken from.

    `computed_from` leaves out the point's own row, and is empty where its told date alone
    gives both bounds or where nothing bounds it.
    """

    spans: Mapping[str, Span]
    computed_from: Mapping[str, tuple[str, ...]]


class Contradiction(ValueError):
    """Statements that cannot all be true: `rows` names the fewest that make it.

    `fewest` is False where the search was given up and fewer rows may do.
    """

    def __init__(self, rows: tuple[str, ...], fewest: bool = True) -> None:
        self.rows, self.fewest = rows, fewest
        if len(rows) == 1:
            message = f"{rows[0]} contradicts itself. Correct its date or its duration."
        else:
            named = f"{', '.join(rows[:-1])} and {rows[-1]}"
            message = (
                f"{named} cannot all be true together. "
                "Correct a date, an order or a duration of one, or widen a tolerance."
            ) + ("" if fewest else f" {MAYBE_FEWER}")
        super().__init__(message)


def resolve(points: Sequence[Point], constraints: Sequence[Constraint]) -> Resolution:
    """The earliest and latest day of each point. Raises `Contradiction` where there is none.

    Every id of a constraint must be the id of a point (`KeyError`).
    """
    place = {point.id: index for index, point in enumerate(points)}
    later, earlier = _links(constraints, place)
    latest = _tightened([_number(point.span.latest, 1) for point in points], later)
    earliest = _tightened([_number(point.span.earliest, -1) for point in points], earlier)
    if known := _rows_of_cycle(latest, points) or _rows_of_cycle(earliest, points):
        raise _contradiction(known, points, constraints)
    if (at := _crossed(earliest.values, latest.values)) is not None:
        known = [*_trace(at, earliest, points), *_trace(at, latest, points), points[at].id]
        raise _contradiction(known, points, constraints)
    spans: dict[str, Span] = {}
    computed_from: dict[str, tuple[str, ...]] = {}
    for index, point in enumerate(points):
        if not earliest.via[index] and not latest.via[index]:
            spans[point.id], computed_from[point.id] = point.span, ()
            continue
        spans[point.id] = Span(_early_day(earliest.values[index]), _late_day(latest.values[index]))
        used = dict.fromkeys(_trace(index, earliest, points) + _trace(index, latest, points))
        used.pop(point.id, None)
        computed_from[point.id] = tuple(used)
    return Resolution(spans, computed_from)


_Link = tuple[int, int, int, str]  # (start, end, days, row): end is at most so many days later
_Via = tuple[int, str]  # (point, row): where a bound came from, and the row that handed it on


def _links(
    constraints: Sequence[Constraint], place: Mapping[str, int]
) -> tuple[list[_Link], list[_Link]]:
    """What the constraints say of latest days, last first, and of earliest days, first first.

    These are the directions in which the bounds run along a journey told in order.
    """
    later = []
    for before, after, least, most, row in reversed(constraints):
        start, end = place[before], place[after]
        if most is not None:
            later.append((start, end, most * _STEP + 1, row))
        if least is not None:
            later.append((end, start, 1 - least * _STEP, row))
    return later, [(end, start, days, row) for start, end, days, row in reversed(later)]


class _Bounds(NamedTuple):
    """The shortest way to each point, and where it came from (None: from its own date).

    `cycle` has points, each of which comes from the next, where that gets shorter for ever.
    """

    values: list[int]
    via: list[_Via | None]
    cycle: list[int]


def _tightened(values: list[int], links: list[_Link]) -> _Bounds:
    """The bounds of all points. Passes go to and fro."""
    via: list[_Via | None] = [None] * len(values)
    for number in count(1):
        changed = False
        for start, end, days, row in links:
            value = values[start] + days
            if value < values[end]:
                values[end] = value
                via[end] = (start, row)
                changed = True
        if not changed:
            break
        # A cycle is there after as many passes as there are points, and mostly long before.
        if number & (number - 1) == 0 and (cycle := _cycle(via)):
            return _Bounds(values, via, cycle)
        links = links[::-1]
    return _Bounds(values, via, [])


def _cycle(via: Sequence[_Via | None]) -> list[int]:
    """Points that come from each other in a circle, each from the next one; none without one."""
    seen: set[int] = set()
    for first in range(len(via)):
        path: dict[int, None] = {}
        at = first
        while at not in seen:
            seen.add(at)
            path[at] = None
            step = via[at]
            if step is None:
                break
            at = step[0]
        if at in path and via[at]:
            return list(path)[list(path).index(at) :]
    return []


def _number(day: date | None, sign: int) -> int:
    # An open side is a day so far off that no sum of durations comes near it; a point without
    # any date is then still reached, and a contradiction among durations alone is found.
    return _FAR if day is None else sign * day.toordinal() * _STEP


def _crossed(earliest: Sequence[int], latest: Sequence[int]) -> int | None:
    """A point whose latest day lies before its earliest, which is kept as its negative."""
    between = list(map(add, earliest, latest))
    return between.index(least) if (least := min(between, default=0)) < 0 else None


def _early_day(value: int) -> date | None:
    ordinal = -(value // _STEP)
    return date.fromordinal(min(ordinal, _LAST_DAY)) if ordinal >= 1 else None


def _late_day(value: int) -> date | None:
    ordinal = value // _STEP
    return date.fromordinal(max(ordinal, 1)) if ordinal <= _LAST_DAY else None


def _trace(index: int, bounds: _Bounds, points: Sequence[Point]) -> list[str]:
    """The rows of the way to a bound, from the dated one that it starts with; none if open."""
    via = bounds.via
    if bounds.values[index] > _FAR // 2 or not via[index]:
        return []
    used, along_order = [], False
    while step := via[index]:
        before, row = step
        if bool(row) == along_order:  # a run along the order begins or ends here
            used.append(points[index].id)
        if row:
            used.append(row)
        along_order = not row
        index = before
    used.append(points[index].id)
    return used[::-1]


def _rows_of_cycle(bounds: _Bounds, points: Sequence[Point]) -> list[str]:
    """The rows that make a bound shorter for ever; none where nothing does."""
    rows = []
    for index in bounds.cycle:
        before, row = bounds.via[index] or (index, "")
        rows += [row] if row else [points[index].id, points[before].id]
    return rows


def _contradiction(
    known: Iterable[str], points: Sequence[Point], constraints: Sequence[Constraint]
) -> Contradiction:
    """The fewest rows that contradict each other, where some `known` do, in order of the points."""
    steps: list[Step] = []
    for point, (earliest, latest) in ((p.id, (p.span.earliest, p.span.latest)) for p in points):
        if latest:
            steps.append((("", point), (point, point), latest.toordinal()))
        if earliest:
            steps.append(((point, point), ("", point), -earliest.toordinal()))
    for before, after, least, most, row in constraints:
        if most is not None:
            steps.append(((before, row), (after, row), most))
        if least is not None:
            steps.append(((after, row), (before, row), -least))
    rank = {point.id: index for index, point in enumerate(points)}
    found = fewest_rows(steps, tuple(dict.fromkeys(known)))
    rows = sorted(found.rows, key=lambda row: rank.get(row, len(rank)))
    return Contradiction(tuple(rows), found.proven)
