"""Dates and lengths that are stated by counting: "five years ago", "the next day", "forty days"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from annotations.date_words.base import Base, counted
from annotations.date_words.length_words import UNITS, lengths
from annotations.date_words.number_words import number
from annotations.date_words.reading import Reading, Why

_AGO = re.compile(r"(?P<length>.+) ago")
_WINDOW = re.compile(
    r"(?:over |in |during |for |within )?(?:the |these )?(?:past|last) (?P<length>.+)"
)
_LATER = re.compile(
    r"(?P<length>.+) (?:later(?: on)?|afterwards?|after(?: that)?|thereafter|hence|on|from now)"
)
_EARLIER = re.compile(r"(?P<length>.+) (?:earlier|before(?: that)?|previously|prior)")
_AFTER = re.compile(
    r"(?:only |just )?(?:after|within(?: the next)?|(?:in |over |for )?the next|the following) "
    r"(?P<length>.+)"
)
_ONE = r"(?P<{}>day|morning|night|evening|week|month|year)"
_STEP = re.compile(
    rf"(?:on |in )?(?:the |that )?(?:very )?(?:next|following) {_ONE.format('next')}|"
    rf"(?:on )?the {_ONE.format('after')} after|(?:on )?the {_ONE.format('before')} before|"
    rf"(?:on )?the (?:previous|preceding) {_ONE.format('previous')}"
)
_AGE = re.compile(
    r"(?:at )?(?:the )?age(?:d| of)? (?P<age>.+)|"
    r"(?:when |as )?(?:he|she|i|they|we|who) (?:was|were|am|is|turned) (?P<was>.+?)(?: years old)?"
)
_VAGUE = Why.NO_NUMBER


def counted_readings(text: str, spoken: Base | None, anchor: Base | None) -> Iterator[Reading]:
    """What words say that count days, weeks, months or years; none for other words.

    "Ago" counts from `spoken`, the day of the text, unless an `anchor` is named; "later", "the
    next day" and the like count from the `anchor` alone. Where it is None there is no value.
    """
    now = anchor or spoken
    if match := _AGE.fullmatch(text):
        years = number(match["age"] or match["was"])
        if years is not None:
            yield Reading("", f"P{years}Y", True, Why.AGE)
    elif match := _STEP.fullmatch(text):
        yield from _step(match.groupdict(), anchor)
    elif match := _AGO.fullmatch(text):
        yield from _counted(match["length"], "-", now, value_first=True)
    elif (match := _WINDOW.fullmatch(text)) and lengths(match["length"]) is not None:
        length = match["length"]
        yield from _window(f"a {length}" if length in UNITS else length, now)
    elif match := _LATER.fullmatch(text):
        yield from _counted(match["length"], "", anchor)
    elif match := _EARLIER.fullmatch(text):
        yield from _counted(match["length"], "-", anchor)
    elif match := _AFTER.fullmatch(text):
        yield from _counted(match["length"], "", anchor)
    elif lengths(bare := text.removesuffix(" now").removeprefix("the ")) is not None:
        yield from _alone(bare, "")


def _counted(
    length: str, sign: str, base: Base | None, value_first: bool = False
) -> Iterator[Reading]:
    """A length that counts from a base: the length alone, and the date where that is known.

    Of "ago" the text gives the date, so that the date comes first and no sign is written.
    """
    found = lengths(length)
    if found is None:
        return
    written = "" if value_first else sign
    dated: list[Reading] = []
    if base and len(found) == 1:
        value = counted(base, sign + found[0], decades="decade" in length)
        why = Why.BACK if sign else Why.FORWARD
        dated = [Reading(value, written + found[0], True, why)] if value else []
    alone = list(_alone(length, written))
    yield from dated + alone if value_first else alone + dated


def _alone(length: str, sign: str) -> Iterator[Reading]:
    """A length without a date: a range of them has no single duration."""
    found = lengths(length) or ()
    if len(found) == 1:
        yield Reading("", sign + found[0], True, Why.LENGTH)
        if weeks := re.fullmatch(r"P([0-9]+)W", found[0]):
            days = f"{sign}P{int(weeks[1]) * 7}D"
            yield Reading("", days, True, Why.IN_DAYS)
        return
    why = Why.RANGE if found else _VAGUE
    yield Reading("", "", True, why)
    for duration in found:
        yield Reading("", sign + duration, True, Why.RANGE_END)


def _step(found: dict[str, str | None], anchor: Base | None) -> Iterator[Reading]:
    backwards = found["before"] or found["previous"]
    unit = backwards or found["next"] or found["after"]
    times, letter = UNITS.get(unit or "", (1, "D"))
    duration = f"{'-' if backwards else ''}P{times}{letter}"
    yield Reading("", duration, True, Why.LENGTH)
    if value := counted(anchor, duration).removesuffix("~") if anchor else "":
        why = Why.BACK if backwards else Why.FORWARD
        yield Reading(value, duration, True, why)


def _window(length: str, base: Base | None) -> Iterator[Reading]:
    """A time that ran up to the day it counts from: "the past decade"."""
    found = lengths(length) or ()
    start = counted(base, f"-{found[0]}") if base and len(found) == 1 else ""
    if base and start:
        start = start.partition("/")[0]
        yield Reading(f"{start}/{base.up_to}", found[0], True, Why.UP_TO)
    yield from _alone(length, "")
