"""One date as EDTF writes it: a day, month, season, year, decade or century, and its marks.

The rules of this project, each with a test:

* `~` (and `%`) widens the span to both sides by one unit of the part that it stands at:
  `2000~` by a year, `2020-08~` by a month, `2004~-06` by a year, `2004-06-~11` by a day, a
  season by a season, `199X~` by a decade. `?` widens nothing; it is only shown.
* Seasons are northern: 21 is March to May, 22 June to August, 23 September to November, and
  24 of year Y is December of Y to February of Y+1.
* A span that would leave the years 0001 to 9999 ends at their edge.
"""

from __future__ import annotations

import re
from calendar import month_name, monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from annotations.dates.spans import Span

Unit = Literal["day", "month", "season", "year", "decade", "century"]
Precision = Unit | Literal["interval", "set"]

UNIT_MONTHS: dict[Unit, int] = {"month": 1, "season": 3, "year": 12, "decade": 120, "century": 1200}
MONTHS = tuple(month_name)[1:]
SEASON_FIRST_MONTH = {21: 3, 22: 6, 23: 9, 24: 12}

_SINGLE = re.compile(
    r"(?P<before_year>[?~%])?(?P<year>[0-9X]{4})(?P<after_year>[?~%])?"
    r"(?:-(?P<before_month>[?~%])?(?P<month>[0-9X]{2})(?P<after_month>[?~%])?"
    r"(?:-(?P<before_day>[?~%])?(?P<day>[0-9X]{2})(?P<after_day>[?~%])?)?)?"
)
_OUTSIDE_YEARS = re.compile(r"[?~%]?(?:-[0-9X]{4}|Y-?[0-9]|0000|000X|00XX)")
_PRECISION_OF_YEARS: dict[int, Unit] = {0: "year", 1: "decade", 2: "century"}  # by number of X
_SIGNIFICANT_DIGITS = re.compile(r"[0-9]{4}S[0-9]+")


@dataclass(frozen=True)
class EdtfText:
    """What an EDTF text says: its days, how precise it is, and how sure.

    `earliest` and `latest` are the first and last day that it allows, None where that side is
    open or unknown. `begins` is the first day as written, before `~` widens it.
    """

    text: str
    precision: Precision
    begins: date | None
    earliest: date | None
    latest: date | None
    approximate: bool = False
    uncertain: bool = False

    @property
    def span(self) -> Span:
        """The earliest and the latest day together."""
        return Span(self.earliest, self.latest)


@dataclass(frozen=True)
class SingleDate(EdtfText):
    """One date, which is closed on both sides."""

    precision: Unit
    begins: date
    earliest: date
    latest: date


def quoted(text: str) -> str:
    """The text as a message shows it: in quotes, on one line, at most 40 characters."""
    flat = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text)
    return f"'{flat[:39]}…'" if len(flat) > 40 else f"'{flat}'"


def level_two(text: str, what: str, remedy: str) -> ValueError:
    """The refusal of what belongs to EDTF level 2 and is not read here."""
    return ValueError(f"{quoted(text)} has {what}: EDTF level 2, which is not read here. {remedy}")


def parse_single(text: str) -> SingleDate:
    """One date without time, interval or set. Raises `ValueError` that names the remedy."""
    match = _SINGLE.fullmatch(text)
    if _OUTSIDE_YEARS.match(text):
        raise ValueError(
            f"{quoted(text)} lies outside the years 0001 to 9999, which is as far as EDTF level 1 "
            "is read here. Write a year of four digits."
        )
    if not match:
        raise _unreadable(text)
    year, month, day = match["year"], match["month"] or "", match["day"] or ""
    _refuse_level_two_digits(text, year, month, day)
    marks = "".join(mark for name, mark in match.groupdict().items() if _is_mark(name) and mark)
    precision = _precision(text, year, month, day)
    begins = _begins(text, precision, year, month, day)
    earliest, latest = _widened(begins, precision, *_widening(match, precision))
    return SingleDate(
        text, precision, begins, earliest, latest,
        approximate="~" in marks or "%" in marks,
        uncertain="?" in marks or "%" in marks,
    )  # fmt: skip


def _is_mark(group: str) -> bool:
    return group.startswith(("before", "after"))


def _unreadable(text: str) -> ValueError:
    if not text:
        return ValueError("'' is not a date. Leave the cell empty, or write a year such as 1996.")
    if any(char.isspace() for char in text):
        return ValueError(f"{quoted(text)} holds a space. Remove it.")
    if _SIGNIFICANT_DIGITS.fullmatch(text):
        return level_two(
            text, "significant digits", "Write the first and last year, as in 1900/1999."
        )
    return ValueError(
        f"{quoted(text)} is not an EDTF date. Write YYYY, YYYY-MM or YYYY-MM-DD, as in 1996-02."
    )


def _refuse_level_two_digits(text: str, year: str, month: str, day: str) -> None:
    """Level 1 leaves open the last one or two digits of a lone year, or a whole month or day."""
    lone_year = re.fullmatch(r"[0-9]{4}|[0-9]{3}X|[0-9]{2}XX", year) and not month
    full_year = year.isdigit()
    whole_month = not month or month.isdigit() or (month == "XX" and day in ("", "XX"))
    whole_day = not day or day.isdigit() or day == "XX"
    if not ((lone_year or full_year) and whole_month and whole_day):
        remedy = "Write the first and last day that it allows, as in 1985-01-01/1985-12-31."
        raise level_two(text, "an X in this place", remedy)


def _precision(text: str, year: str, month: str, day: str) -> Unit:
    """The finest unit that is stated: 2004-XX is stated to the year."""
    if month in ("", "XX"):
        return _PRECISION_OF_YEARS[year.count("X")]
    number = int(month)
    if 25 <= number <= 41:
        remedy = f"Write a season from {year}-21 (spring) to {year}-24 (winter), or the months."
        raise level_two(text, f"the season code {month}", remedy)
    if number in SEASON_FIRST_MONTH and day:
        raise ValueError(f"{quoted(text)} has a day in a season. Write {year}-{month} alone.")
    if number in SEASON_FIRST_MONTH:
        return "season"
    if not 1 <= number <= 12:
        remedy = f"Write {year} if the month is unknown."
        raise ValueError(f"{quoted(text)} has no month {month}. {remedy}")
    return "month" if day in ("", "XX") else "day"


def _begins(text: str, precision: Unit, year: str, month: str, day: str) -> date:
    first_year = int(year.replace("X", "0"))
    if precision in ("year", "decade", "century"):
        return date(first_year, 1, 1)
    if precision == "season":
        return date(first_year, SEASON_FIRST_MONTH[int(month)], 1)
    if precision == "month":
        return date(first_year, int(month), 1)
    length = monthrange(first_year, int(month))[1]
    if not 1 <= int(day) <= length:
        raise ValueError(
            f"{quoted(text)} has no day {day}: {month_name[int(month)]} {year} has {length} days. "
            f"Write {year}-{month} if the day is unknown."
        )
    return date(first_year, int(month), int(day))


def _widening(match: re.Match[str], precision: Unit) -> tuple[int, int]:
    """How far the marks widen the date to each side: (months, days)."""
    months = days = 0
    for part in ("year", "month", "day"):
        if not {match[f"before_{part}"], match[f"after_{part}"]} & {"~", "%"}:
            continue
        if part == "day" and precision == "day":
            days = 1
        elif part == "year" and precision in ("day", "month", "season"):
            months += UNIT_MONTHS["year"]
        else:
            months += 1 if precision == "day" else UNIT_MONTHS[precision]
    return months, days


def _widened(begins: date, precision: Unit, months: int, days: int) -> tuple[date, date]:
    first = begins.year * 12 + begins.month - 1
    if precision == "day":
        first_day = _in_month(first - months, begins.day).toordinal() - days
        last_day = _in_month(first + months, begins.day).toordinal() + days
        return _clamped(first_day), _clamped(last_day)
    after = first + UNIT_MONTHS[precision] + months
    latest = date.max if after >= 120_000 else _in_month(after, 1) - timedelta(days=1)
    return _in_month(first - months, 1), latest


def _in_month(month: int, day: int) -> date:
    """A day of the month counted from January of year 0, or the month's last if it is shorter."""
    if month < 12:
        return date.min
    if month >= 120_000:
        return date.max
    year, index = divmod(month, 12)
    return date(year, index + 1, min(day, monthrange(year, index + 1)[1]))


def _clamped(ordinal: int) -> date:
    return date.fromordinal(min(max(ordinal, 1), date.max.toordinal()))
