"""Dates that count from the day of a text: "last year", "now", "earlier this year", "June"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from annotations.date_words.base import Base, moved
from annotations.date_words.calendar_words import SEASONS, Part
from annotations.date_words.reading import Reading, Why
from annotations.dates import MONTHS, SEASON_FIRST_MONTH

_NOW = re.compile(
    r"(?:but |and )?(?:right )?(?:now|today|tonight|currently|nowadays|these days|at present|"
    r"at the moment|at this time|the present(?: day)?)"
)
_SAME = re.compile(
    r"(?:at|during|in|by|until|since)?(?: ?about)? ?(?:that|the same|this same|those|the) "
    r"(?:very )?(?:time|times|moment(?: in time)?|day|days|night|week|weeks|month|months|year|"
    r"years|period|trip|journey)|then|at the time"
)
_STEP = {"last": -1, "this past": -1, "this": 0, "next": 1, "this coming": 1}
_UP_TO = Why.UP_TO
_WHY = {-1: Why.BACK, 0: Why.SAME_TIME, 1: Why.FORWARD}
_MONTH_NUMBERS = {month[:3].lower(): number for number, month in enumerate(MONTHS, 1)}
_NAMES = "|".join([*MONTHS, *_MONTH_NUMBERS]).lower()
_NEAR = re.compile(
    rf"(?P<step>{'|'.join(_STEP)}) "
    rf"(?P<unit>year|month|week|{'|'.join(SEASONS)}|{_NAMES})"
)
_IN_THIS = re.compile(r"(?P<side>earlier|later) (?:in )?this (?P<unit>year|month)")
_DAYS = {"yesterday": -1, "last night": -1, "tomorrow": 1, "the day before yesterday": -2}
_RECENT = re.compile(r"(?:in |over |during )?(?:the )?(?:recent|last few|past few) "
                     r"(?:days|weeks|months|years)")  # fmt: skip
_LATELY = ("recently", "lately", "of late", "not long ago")


def spoken(text: str, base: Base | None) -> Iterator[Reading]:
    """What words say that count from the day on which they are said; none for other words.

    `base` is that day, or None where it is not known: the reading then has no value.
    """
    if _NOW.fullmatch(text):
        yield _told(base.text if base else "", Why.SAME_TIME)
    elif text in _DAYS:
        day = base.day if base else None
        yield _told(f"{day + timedelta(days=_DAYS[text])}" if day else "", Why.BACK)
    elif match := _NEAR.fullmatch(text):
        step = _STEP[match["step"]]
        for value in _near(step, match["unit"], base) or [""]:
            yield _told(value, _WHY[step])
    elif match := _IN_THIS.fullmatch(text):
        yield _told(_in_this(match["side"], match["unit"], base), Why.UP_TO)
    elif match := _RECENT.fullmatch(text):
        yield _told(_recent(base), _UP_TO)
    elif text in _LATELY:
        yield _told(_lately(base), Why.ABOUT_THEN)


def same_time(text: str, anchor: Base | None) -> Iterator[Reading]:
    """What "at that time" and the like say: the date of what they take up, where it is known."""
    if _SAME.fullmatch(text):
        yield _told(anchor.text if anchor else "", Why.SAME_TIME)


def completed(part: Part, base: Base | None) -> Iterator[Reading]:
    """A month, season or day without its year, in the year that it counts from or beside it."""
    if not base or not base.year or not part.month:
        yield Reading("", "", True, Why.NO_YEAR)
        return
    month = SEASON_FIRST_MONTH.get(part.month, part.month)
    beside = base.year + (1 if base.month and month < base.first.month else -1)
    for year, why in (
        (base.year, Why.SAME_YEAR),
        (beside, Why.YEAR_BESIDE),
    ):
        yield Reading(Part(f"{year:04}", part.month, part.day).edtf, "", True, why)


def _told(value: str, why: Why) -> Reading:
    return Reading(value, "", True, why if value else Why.TOLD)


def _near(step: int, unit: str, base: Base | None) -> list[str]:
    """The last, this or the next one of a unit; two where people mean either by it."""
    if base is None or base.year is None:
        return []
    if unit == "year":
        return [f"{base.year + step:04}"]
    if unit == "month":
        return [moved(base.month, step)] if base.month else []
    if unit == "week":
        return _week(step, base)
    named = SEASONS.get(unit) or _MONTH_NUMBERS[unit[:3]]
    return [Part(f"{year:04}", named).edtf for year in _years(step, named, base.year, base.month)]


def _years(step: int, named: int, year: int, month: str) -> list[int]:
    """The years of the last, this or the next month or season of a name, said in a year or month.

    "Last June", said in November, is the June that is past or that of the year before.
    """
    if step == 0 or not month:
        return [year + step]
    first = SEASON_FIRST_MONTH.get(named, named)
    last, now = first + (2 if named in SEASON_FIRST_MONTH else 0), int(month[5:])
    if step < 0:
        if last < now:
            return [year, year - 1]
        # A winter ends in the year after the one that it is called by.
        under_way = last - 12 >= now
        return [year - 2, year - 1] if under_way else [year - 1]
    return [year, year + 1] if first > now else [year + 1]


def _week(step: int, base: Base) -> list[str]:
    """The days of a week from Monday to Sunday."""
    if not base.day:
        return []
    monday = base.day + timedelta(days=7 * step - base.day.weekday())
    return [f"{monday}/{monday + timedelta(days=6)}"]


def _in_this(side: str, unit: str, base: Base | None) -> str:
    if unit == "year" and base and base.month:
        year = base.month[:4]
        return f"{year}-01/{base.up_to}" if side == "earlier" else f"{base.month}/{year}-12"
    if unit == "month" and base and base.day:
        first, last = base.day.replace(day=1), base.day.replace(day=28) + timedelta(days=4)
        last -= timedelta(days=last.day)
        return f"{first}/{base.day}" if side == "earlier" else f"{base.day}/{last}"
    return ""


def _lately(base: Base | None) -> str:
    """Some day of its year, and none after it."""
    if not base or not base.year:
        return ""
    return f"{base.year:04}?/{base.up_to}" if base.month else f"{base.year:04}?"


def _recent(base: Base | None) -> str:
    if not base:
        return ""
    return f"/{base.up_to}"
