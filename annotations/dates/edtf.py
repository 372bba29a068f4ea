"""Dates in EDTF, the Extended Date/Time Format of ISO 8601-2, as spans of whole days.

Read here: levels 0 and 1 for the years 0001 to 9999, and of level 2 the `[one of]` sets and
the qualifiers of single parts (`2004-~06`). See `annotations.dates.edtf_single` for the rules of
one date. Decided besides:

* A time of day is checked and then left out: the date counts as the day that is written,
  whatever the offset from UTC, because nothing here is dated finer than a day.
* An interval whose end is coarser than its start may not begin before it:
  `2004-06-11/2004-06` is refused, `2004-06/2004-06-11` is not.
* Unspecified digits inside an interval (`198X/199X`) are level 2 and refused; `1980/1999`
  says the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from annotations.dates.edtf_single import EdtfText, SingleDate, level_two, parse_single, quoted
from annotations.dates.spans import whole_span

_TIME = re.compile(
    r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})"
    r"T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]"
    r"(?:Z|[+-](?:[01][0-9]|2[0-3])(?::[0-5][0-9])?)?"
)


@dataclass(frozen=True)
class Interval(EdtfText):
    """From one date to another; a side that is open or unknown is None."""

    start: SingleDate | None = None
    end: SingleDate | None = None


@dataclass(frozen=True)
class OneOf(EdtfText):
    """One date of several; which of them is not told."""

    members: tuple[SingleDate | Interval, ...] = ()


EdtfDate = SingleDate | Interval | OneOf


@lru_cache(maxsize=16_384)  # more than there are days in 40 years
def parse(text: str) -> EdtfDate:
    """What an EDTF text says. Raises `ValueError`, one line that names the remedy."""
    if text.startswith("{"):
        remedy = "Write one row for each date, or [one of] them: [1960,1961]."
        raise level_two(text, "a set of all its dates", remedy)
    if text.startswith("["):
        return _set(text)
    if "/" in text:
        return _interval(text)
    if "T" in text:
        return _day_of_time(text)
    return parse_single(text)


def _day_of_time(text: str) -> SingleDate:
    match = _TIME.fullmatch(text)
    # A year before 0001 is refused by its own rule, which says more than "no time of day".
    day = parse_single(match["day"] if match else text.partition("T")[0])
    if not match:
        raise ValueError(
            f"{quoted(text)} has no valid time of day. Write the day alone: {day.text}."
        )
    return SingleDate(text, day.precision, day.begins, day.earliest, day.latest)


def _interval(text: str) -> Interval:
    sides = text.split("/")
    if len(sides) != 2:
        remedy = "Write one interval: 1996-02/1999-02."
        raise ValueError(f"{quoted(text)} has more than one '/'. {remedy}")
    if text == "/":
        raise ValueError("'/' names no date. Leave the cell empty if no date is given.")
    start, end = (None if side in ("", "..") else _side(text, side) for side in sides)
    if start and end:
        _refuse_reversed(text, start, end)
    return _joined(text, start, end)


def _side(text: str, side: str) -> SingleDate:
    if "T" in side:
        raise ValueError(
            f"{quoted(text)} has a time of day inside an interval. Write its days alone."
        )
    told = parse_single(side)
    if "X" in side:
        remedy = f"Write its first or last day instead: {told.earliest} or {told.latest}."
        raise level_two(text, "an X inside an interval", remedy)
    return told


def _refuse_reversed(text: str, start: SingleDate, end: SingleDate) -> None:
    if start.begins <= end.begins:
        return
    if start.begins <= end.latest:
        remedy = f"Write the last day instead of '{end.text}': {end.latest}."
        raise ValueError(f"{quoted(text)} has an end that begins before its start. {remedy}")
    raise ValueError(f"{quoted(text)} ends before it begins. Write the earlier date first.")


def _set(text: str) -> OneOf:
    if not text.endswith("]") or text == "[]":
        remedy = "Write the dates that are possible: [1960,1961]."
        raise ValueError(f"{quoted(text)} is not a complete set. {remedy}")
    items = text[1:-1].split(",")
    last = len(items) - 1
    members = tuple(
        _member(text, item, is_first=place == 0, is_last=place == last)
        for place, item in enumerate(items)
    )
    days = whole_span([member.span for member in members])
    return OneOf(
        text, "set", None, days.earliest, days.latest,
        any(member.approximate for member in members),
        any(member.uncertain for member in members),
        members,
    )  # fmt: skip


def _member(text: str, item: str, is_first: bool, is_last: bool) -> SingleDate | Interval:
    """A member of a set: one date, `a..b`, or at the edges `..a` and `b..`."""
    start_text, dots, end_text = item.partition("..")
    if not dots:
        return parse_single(item)
    if item == ".." or (not start_text and not is_first) or (not end_text and not is_last):
        remedy = "Write ..1984 as its first member, 1984.. as its last."
        raise ValueError(f"{quoted(text)} has a '..' where no side can be open. {remedy}")
    start = parse_single(start_text) if start_text else None
    end = parse_single(end_text) if end_text else None
    if start and end:
        _refuse_reversed(item, start, end)
    return _joined(item, start, end)


def _joined(text: str, start: SingleDate | None, end: SingleDate | None) -> Interval:
    sides = [side for side in (start, end) if side]
    return Interval(
        text, "interval",
        start.begins if start else None,
        start.earliest if start else None,
        end.latest if end else None,
        any(side.approximate for side in sides),
        any(side.uncertain for side in sides),
        start, end,
    )  # fmt: skip
