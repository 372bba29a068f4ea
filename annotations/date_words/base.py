"""The date that words count from, and what lies so far before or after it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from annotations.dates import Duration, EdtfDate, parse, parse_duration, usual_tolerance

PLAIN = ("day", "month", "year")


@dataclass(frozen=True)
class Base:
    """Bounded days that words count from; `year`, `month` and `day` as far as they are stated."""

    text: str
    precision: str
    first: date
    last: date

    @property
    def year(self) -> int | None:
        """The year that all its days lie in."""
        return self.first.year if self.first.year == self.last.year else None

    @property
    def month(self) -> str:
        """The month that all its days lie in, as EDTF, or ""."""
        first, last = f"{self.first:%Y-%m}", f"{self.last:%Y-%m}"
        return first if first == last else ""

    @property
    def day(self) -> date | None:
        """The day that it is."""
        return self.first if self.first == self.last else None

    @property
    def up_to(self) -> str:
        """Its day where that is stated, else its month or its year: how far a longer time ran."""
        return (self.day and f"{self.day}") or self.month or f"{self.last.year:04}"


def base_of(text: str) -> Base | None:
    """What words can count from; None for a date that is open, about or uncertain.

    Raises `ValueError` for a text that is not an EDTF date.
    """
    told = parse(text) if text else None
    days = told.span.period if told else None
    if not told or not days or told.approximate or told.uncertain:
        return None
    return Base(text, told.precision, days.first, days.last)


def counted(base: Base, duration: str, decades: bool = False) -> str:
    """The date so long after (for `-P…` before) a base as EDTF, as coarse as the words are.

    Years give a year with `~`, months a month with `~`; decades, weeks and days as many days
    or years to each side as `usual_tolerance` says. "" where the base is given in less detail.
    """
    length = parse_duration(duration)
    sign, letter = (-1 if length.backwards else 1), duration[-1]
    if letter == "Y" and base.year is not None:
        return _in_years(base.year + sign * length.years, _spread(duration) if decades else 1)
    if letter == "M" and base.month:
        months = length.years * 12 + length.months
        return f"{moved(base.month, sign * months)}~"
    if letter in "WD" and base.day:
        return _in_days(base.day, length, sign, _spread(duration))
    return ""


def moved(month: str, months: int) -> str:
    """The month so many months after another one, both as EDTF; "" outside the years 1 to 9999."""
    year, index = divmod(int(month[:4]) * 12 + int(month[5:7]) - 1 + months, 12)
    return f"{year:04}-{index + 1:02}" if 1 <= year <= 9999 else ""


def day_before(told: EdtfDate) -> str:
    """The last day, month or year before a date that is stated to one of them, as EDTF."""
    if told.begins in (None, date.min):
        return ""
    before = told.begins - timedelta(days=1)
    whole = told.precision if told.precision in PLAIN else "month"
    return before.isoformat()[: {"day": 10, "month": 7, "year": 4}[whole]]


def following(told: EdtfDate) -> str:
    """The first day, month or year after a date, as EDTF."""
    if told.latest in (None, date.max):
        return ""
    after = told.latest + timedelta(days=1)
    return after.isoformat()[: {"day": 10, "year": 4, "decade": 4, "century": 4}.get(
        told.precision, 7
    )]  # fmt: skip


def _spread(duration: str) -> int:
    tolerance = parse_duration(usual_tolerance(duration))
    return max(tolerance.years or tolerance.longest_days, 1)


def _in_years(year: int, spread: int) -> str:
    if not 1 <= year - spread <= year + spread <= 9999:
        return ""
    return f"{year:04}~" if spread == 1 else f"{year - spread:04}/{year + spread:04}"


def _in_days(day: date, length: Duration, sign: int, spread: int) -> str:
    if length.months or length.years:
        return ""
    middle = day.toordinal() + sign * abs(length.longest_days)
    if not 1 <= middle - spread <= middle + spread <= date.max.toordinal():
        return ""
    first, middle_day, last = (date.fromordinal(middle + off) for off in (-spread, 0, spread))
    return f"{middle_day}~" if spread == 1 else f"{first}/{last}"
