"""Journeys as bars on a time axis: which stretch of a bar is sure, and which lane it takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from operator import itemgetter

from annotations.records import Journey

LEAST_DAYS = 45
FREE = timedelta(36_500)  # of a lane after its last stretch


@dataclass(frozen=True)
class Bar:
    """One stretch of a journey's bar: it was certainly under way in it, or only possibly.

    `is_mark` is True for all of a bar that would be too short to be seen.
    """

    journey: Journey
    start: date
    end: date
    sure: bool
    is_mark: bool = False


def bars(journey: Journey, first: date, last: date) -> tuple[Bar, ...]:
    """The stretches of a dated journey between the days `first` and `last`.

    One in which it was certainly under way, if there is any, and before and after it those in
    which it may have been. Something shorter than a mark can show is drawn 45 days wide: the words
    beside it give its days.
    """
    whole, core = journey.span, journey.core
    start = max(whole.earliest or first, first)
    end = min(whole.latest or last, last)
    if (end - start).days < LEAST_DAYS:
        middle = start + (end - start) / 2
        half = timedelta(LEAST_DAYS // 2)
        return (Bar(journey, middle - half, middle + half, bool(core), True),)
    if not core:
        return (Bar(journey, start, end, False),)
    sure_start = min(max(core.first, start), end)
    sure_end = max(min(core.last, end), sure_start)
    least = max(timedelta(0), timedelta(LEAST_DAYS // 3) - (sure_end - sure_start)) / 2
    return (
        *_possible(journey, start, sure_start),
        Bar(journey, sure_start - least, sure_end + least, True),
        *_possible(journey, sure_end, end),
    )


def _possible(journey: Journey, start: date, end: date) -> list[Bar]:
    return [Bar(journey, start, end, False)] if end - start >= timedelta(2) else []


@dataclass(frozen=True)
class Stretch:
    """What a mark covers of the time axis, and how many days its name would take beside it."""

    id: str
    start: date
    end: date
    name_days: float


def pack(stretches: Sequence[Stretch], most_lanes: int) -> list[list[Stretch]]:
    """The stretches in as few lanes as keep them apart, but never more than `most_lanes`.

    Each goes to the lane that leaves the most room for names around it; when all lanes are
    taken at its time, it lies where the fewest are in its way.
    """
    lanes: list[list[Stretch]] = []
    for own in stretches:
        found = [(*_beside(own, lane), lane) for lane in lanes]
        clear = [(room, lane) for crossed, room, lane in found if not crossed]
        room, chosen = max(clear, key=itemgetter(0), default=(-1, []))
        if room < own.name_days and len(lanes) < most_lanes:
            chosen = []
            lanes.append(chosen)
        elif not clear:
            chosen = min(found, key=itemgetter(0))[-1]
        chosen.append(own)
    return lanes


def pack_named(
    stretches: Sequence[Stretch], most_lanes: int, first: date, last: date
) -> tuple[list[list[Stretch]], dict[str, date]]:
    """The stretches in lanes with room for a name above each; where each name that has room begins.

    For a narrow axis from `first` to `last`, on which names are longer than most stretches. What
    finds no lane with its name lies without it where the fewest are in its way.
    """
    lanes: list[list[Stretch]] = []
    taken: list[list[tuple[date, date]]] = []  # by stretches and names, a lane an entry
    begins = {}
    for own in stretches:
        begin = max(first, min(own.start, last - timedelta(own.name_days)))
        span = min(own.start, begin), max(own.end, begin + timedelta(own.name_days))
        chosen = next((n for n, spans in enumerate(taken) if _is_free(span, spans)), len(lanes))
        if chosen < most_lanes:
            begins[own.id] = begin
        else:
            covered = [sum(_overlap(own, other) for other in lane) for lane in lanes]
            chosen, span = covered.index(min(covered)), (own.start, own.end)
        if chosen == len(lanes):
            lanes.append([])
            taken.append([])
        lanes[chosen].append(own)
        taken[chosen].append(span)
    return lanes, begins


def _is_free(span: tuple[date, date], taken: Sequence[tuple[date, date]]) -> bool:
    return all(span[1] <= start or span[0] >= end for start, end in taken)


def name_sides(lane: Sequence[Stretch], first: date, last: date) -> dict[str, str]:
    """For each id of a lane whose name has room: `right` or `left` of its mark.

    A name lies neither on a mark nor on another name nor over the ends of the axis; who
    comes first in the lane gets its name first.
    """
    covered = [(other.start, other.end) for other in lane]
    sides = {}
    for own in lane:
        width = timedelta(own.name_days)
        for side, name in (
            ("right", (own.end, own.end + width)),
            ("left", (own.start - width, own.start)),
        ):
            inside = first <= name[0] and name[1] <= last
            if inside and all(name[1] <= start or name[0] >= end for start, end in covered):
                sides[own.id] = side
                covered.append(name)
                break
    return sides


def _overlap(one: Stretch, other: Stretch) -> bool:
    return one.start < other.end and other.start < one.end


def _beside(own: Stretch, lane: Sequence[Stretch]) -> tuple[int, int]:
    """How many of a lane it crosses, and the days from its end to the next one of the lane."""
    crossed, after = 0, own.end + FREE
    for other in lane:
        if own.end <= other.start:
            after = min(after, other.start)
        elif own.start < other.end:
            crossed += 1
    return crossed, (after - own.end).days
