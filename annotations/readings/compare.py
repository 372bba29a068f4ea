"""Two readings of the stops of one journey, stop by stop: places in their order, and dates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from annotations.dates import parse

SAME, WITHIN, CROSSING, APART = "same", "within", "crossing", "apart"
ONLY_FIRST, ONLY_SECOND, NEITHER = "only first", "only second", "neither"
HOW_DATES_LIE = (SAME, WITHIN, CROSSING, APART, ONLY_FIRST, ONLY_SECOND, NEITHER)
FAR_PAST, FAR_FUTURE = date.min, date.max


@dataclass(frozen=True)
class Reading:
    """A stop as one reading has it: its place by id, and its date in EDTF or ""."""

    place: str
    date: str


@dataclass(frozen=True)
class Compared:
    """A stop that both readings have, or one of them alone.

    `first` and `second` are numbers from 1 in the readings, 0 where it is not in one. `dates` says
    how the dates of a stop that both have lie: the `SAME` days, one `WITHIN` the other, `CROSSING`,
    wholly `APART`, dated by one alone, or by `NEITHER`; of any other stop it is "".
    """

    first: int
    second: int
    dates: str


def compare(first: Sequence[Reading], second: Sequence[Reading]) -> list[Compared]:
    """The stops of both readings in order; as many as can be are taken for the same.

    Two stops are the same if they have one place, and what lies before and after them is kept in
    order. A stop that follows one in the same place goes with it, since one reading may tell of a
    stay what another tells as two.
    """
    first, second = _stays(first), _stays(second)
    length = _lengths(first, second)
    found, one, other = [], 0, 0
    while one < len(first) or other < len(second):
        if one < len(first) and other < len(second) and first[one].place == second[other].place:
            dates = how_dates_lie(first[one].date, second[other].date)
            one, other = one + 1, other + 1
            found.append(Compared(one, other, dates))
        elif other == len(second) or (
            one < len(first) and length[one + 1][other] >= length[one][other + 1]
        ):
            one += 1
            found.append(Compared(one, 0, ""))
        else:
            other += 1
            found.append(Compared(0, other, ""))
    return found


def how_dates_lie(first: str, second: str) -> str:
    """How the days of two EDTF dates lie to each other. Raises `ValueError` for what is no date."""
    if not first or not second:
        return ONLY_FIRST if first else ONLY_SECOND if second else NEITHER
    (start, end), (other_start, other_end) = _days(first), _days(second)
    if (start, end) == (other_start, other_end):
        return SAME
    if end < other_start or other_end < start:
        return APART
    if (start - other_start).days * (end - other_end).days <= 0:
        return WITHIN
    return CROSSING


def _days(text: str) -> tuple[date, date]:
    span = parse(text).span
    return span.earliest or FAR_PAST, span.latest or FAR_FUTURE


def _stays(stops: Sequence[Reading]) -> list[Reading]:
    """The stops without those that follow one in the same place; a date among them stands."""
    found: list[Reading] = []
    for stop in stops:
        if not found or found[-1].place != stop.place:
            found.append(stop)
        elif not found[-1].date:
            found[-1] = stop
    return found


def _lengths(first: Sequence[Reading], second: Sequence[Reading]) -> list[list[int]]:
    """How many stops can be the same from one of the first and one of the second reading on."""
    length = [[0] * (len(second) + 1) for _ in range(len(first) + 1)]
    for one in reversed(range(len(first))):
        for other in reversed(range(len(second))):
            length[one][other] = (
                length[one + 1][other + 1] + 1
                if first[one].place == second[other].place
                else max(length[one + 1][other], length[one][other + 1])
            )
    return length
