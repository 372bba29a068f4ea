"""When each stop was: its date, its place in the order and what it is counted from, together.

How the rows of `stops.csv` become statements of a temporal network:

* A stop is one moment, a whole day somewhere in the span of its date.
* Of two stops of a journey, the one with the lower order is not later; the same day is allowed.
* `after` alone says "not before"; with a duration, "so long after" (`-P3D`: before). An anchor
  that is an event or lies in another journey is one day of the span given for it.
* A tolerance widens the duration to both sides, but never turns it round: `P3D` with the
  tolerance `P5D` is 0 to 8 days. A row without one has the usual one of its unit, and a row
  with `P0D` is exact. Months and years count as the days that they can have (see
  `annotations.dates.durations`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from operator import attrgetter

from annotations.dates import (
    MAYBE_FEWER,
    OPEN,
    Constraint,
    Point,
    Span,
    parse,
    parse_duration,
    resolve,
    usual_tolerance,
)
from annotations.records import Stop


def journey_constraints(stops: Sequence[Stop]) -> list[Constraint]:
    """What order, `after`, duration and tolerance of the stops say; dates are the points'.

    The stops may be of several journeys: each has its own order. Raises `ValueError` for a
    duration that is not counted from anything.
    """
    constraints = []
    last: dict[str, str] = {}
    for stop in sorted(stops, key=attrgetter("order")):
        stop_id = stop.id
        if stop.journey in last:
            constraints.append(Constraint(last[stop.journey], stop_id))
        if stop.after or stop.duration:
            constraints.append(_counted(stop))
        last[stop.journey] = stop_id
    return constraints


def resolve_journey(stops: Sequence[Stop], anchors: Mapping[str, Span]) -> tuple[Stop, ...]:
    """The stops with the span and `computed_from` that all their statements give together.

    `anchors` holds the spans of the events and of other journeys' stops that `after` may
    name; one that is missing is taken as undated. Stops of several journeys that are told
    against each other may be given together. Raises `Contradiction`.
    """
    points = [Point(stop.id, told_span(stop)) for stop in stops]
    own = {point.id for point in points}
    outside = dict.fromkeys(stop.after for stop in stops if stop.after and stop.after not in own)
    points += [Point(anchor, anchors.get(anchor, OPEN)) for anchor in outside]
    found = resolve(points, journey_constraints(stops))
    return tuple(
        _dated(stop, found.spans[point.id], found.computed_from[point.id])
        for stop, point in zip(stops, points, strict=False)
    )


def days_between(one: Stop, other: Stop) -> tuple[int | None, int | None]:
    """The fewest and the most days from one stop to another, None where that is open.

    By the days of both, and by the length that the other one is told to have come after.
    """
    least = _apart(one.span.latest, other.span.earliest)
    most = _apart(one.span.earliest, other.span.latest)
    if other.after == one.id and other.duration:
        told = _counted(other)
        least = max((days for days in (least, told.least_days) if days is not None), default=None)
        most = min((days for days in (most, told.most_days) if days is not None), default=None)
    return least, most


def _apart(first: date | None, last: date | None) -> int | None:
    return None if first is None or last is None else (last - first).days


def not_all_true(rows: Iterable[str], fewest: bool) -> str:
    """What is wrong with rows that contradict each other, and the remedy.

    Where they may not be the fewest, it says so.
    """
    remedy = "Correct one date, order or duration, or add a tolerance."
    doubt = "" if fewest else f" {MAYBE_FEWER}"
    return f"cannot all be true together: {', '.join(rows)}. {remedy}{doubt}"


def told_span(stop: Stop) -> Span:
    """The span of the stop's own date, whatever else is said."""
    return parse(stop.date).span if stop.date else OPEN


def _dated(stop: Stop, span: Span, computed_from: tuple[str, ...]) -> Stop:
    if stop.span == span and stop.computed_from == computed_from:
        return stop
    # dataclasses.replace() sets every field again, which takes as long as the whole network.
    dated = object.__new__(Stop)
    dated.__dict__.update(vars(stop), span=span, computed_from=computed_from)
    return dated


def _counted(stop: Stop) -> Constraint:
    if not stop.after:
        raise ValueError(
            f"{stop.id} has a duration that is not counted from anything. Name a stop or an "
            "event in `after`."
        )
    if not stop.duration:
        return Constraint(stop.after, stop.id, 0, None, stop.id)
    told = parse_duration(stop.duration)
    slack = _slack_days(stop.tolerance or usual_tolerance(stop.duration))
    least, most = told.shortest_days - slack, told.longest_days + slack
    if told.backwards:
        most = min(most, 0)
    else:
        least = max(least, 0)
    return Constraint(stop.after, stop.id, least, most, stop.id)


def _slack_days(tolerance: str) -> int:
    """The most days of a tolerance, which has no direction."""
    told = parse_duration(tolerance)
    return max(abs(told.shortest_days), abs(told.longest_days))
