"""Durations in ISO 8601 (`P40D`, `P2W`, `P6M`, `P3Y`) as the days that they can last.

A month is 28 to 31 days and a year 365 or 366, so that a duration told in them is a range:
nobody who says "three years" counted days. `-P3D` (ISO 8601-2) runs backwards, for "three days
before".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from annotations.dates.edtf_single import quoted

_DURATION = re.compile(
    r"(?P<sign>-)?P(?=[0-9])(?:(?P<years>[0-9]{1,4})Y)?(?:(?P<months>[0-9]{1,4})M)?"
    r"(?:(?P<weeks>[0-9]{1,5})W)?(?:(?P<days>[0-9]{1,6})D)?"
)
_CYCLE_MONTHS, _CYCLE_DAYS = 4800, 146_097  # the calendar repeats after 400 years
_HALF_A_UNIT = {"D": "P1D", "W": "P3D", "M": "P15D", "Y": "P6M"}
_FIRSTS = tuple(
    date(2000 + month // 12, month % 12 + 1, 1).toordinal() - date(2000, 1, 1).toordinal()
    for month in range(_CYCLE_MONTHS)
)


@dataclass(frozen=True)
class Duration:
    """A length of time as it is stated, and the fewest and most whole days that it can be.

    `shortest_days` is never more than `longest_days`; both are negative where it runs
    backwards. `text` is the ISO 8601 form.
    """

    text: str
    years: int
    months: int
    weeks: int
    days: int
    shortest_days: int
    longest_days: int

    @property
    def backwards(self) -> bool:
        """True for `-P…`, which counts towards the past."""
        return self.text.startswith("-")


@lru_cache(maxsize=4096)
def parse_duration(text: str) -> Duration:
    """What an ISO 8601 duration says. Raises `ValueError`, one line that names the remedy."""
    match = _DURATION.fullmatch(text)
    if not match:
        raise ValueError(_remedy(text))
    years, months, weeks, days = (
        int(match[unit] or 0) for unit in ("years", "months", "weeks", "days")
    )
    shortest, longest = _days_in_months(years * 12 + months)
    told = weeks * 7 + days
    shortest, longest = shortest + told, longest + told
    if match["sign"]:
        shortest, longest = -longest, -shortest
    return Duration(text, years, months, weeks, days, shortest, longest)


@lru_cache(maxsize=4096)
def usual_tolerance(text: str) -> str:
    """How far a told length may be off to each side where nothing else is said, as ISO 8601.

    Half of the smallest unit that is stated: 3 days for weeks, 15 days for months, 6 months for
    years; a whole day for days, because the first and the last may be counted or not. A
    multiple of ten is a round number, and may be off by a tenth of it: "forty days" is 36 to
    44. A row that knows better states its own tolerance, `P0D` for a length that is exact.
    """
    told, unit = parse_duration(text), text[-1]
    number = {"D": told.days, "W": told.weeks, "M": told.months, "Y": told.years}[unit]
    tenth = number // 10 if number % 10 == 0 else 0
    return f"P{tenth}{unit}" if tenth else _HALF_A_UNIT[unit]


@lru_cache(maxsize=512)
def _days_in_months(months: int) -> tuple[int, int]:
    """The fewest and most days that so many months in a row have, wherever they begin."""
    lengths = [_first_day(start + months) - _FIRSTS[start] for start in range(_CYCLE_MONTHS)]
    return min(lengths), max(lengths)


def _first_day(month: int) -> int:
    cycle, place = divmod(month, _CYCLE_MONTHS)
    return cycle * _CYCLE_DAYS + _FIRSTS[place]


def _remedy(text: str) -> str:
    if "T" in text:
        remedy = "Stops are dated to the day: write P1D, or leave it empty."
        return f"{quoted(text)} counts hours. {remedy}"
    if re.search(r"[.,]", text):
        return f"{quoted(text)} has a fraction. Write whole units: P1Y6M for a year and a half."
    return (
        f"{quoted(text)} is not a duration. Write P and whole numbers of Y, M, W or D in this "
        "order: P40D, P2W, P1Y6M."
    )
