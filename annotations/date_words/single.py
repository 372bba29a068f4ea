"""One date in words with what turns it: "about 2000", "perhaps 1998", "late 1990s", "mid-2003"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from annotations.date_words.base import Base
from annotations.date_words.calendar_words import parts
from annotations.date_words.reading import Reading, Why, date_of
from annotations.date_words.spoken import completed, spoken
from annotations.dates import EdtfDate, SingleDate

_LEADING = re.compile(
    r"^(?:(?:in|on|at|during|over|of|the|year|month|born|died|b\.|d\.|b|d|some ?time|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day,?) )+|^[bd]\. ?(?=[0-9])"
)
_ABOUT = re.compile(r"^(?:(?:about|around|approximately|roughly|circa|ca?\.?) |ca?\.(?=[0-9]))")
_ABOUT_BEHIND = re.compile(r" or (?:so|thereabouts)$")
_PERHAPS = re.compile(r"^(?:perhaps|possibly|probably|maybe|likely|apparently) |\?$")
_SIDE = re.compile(
    r"^(?:(?P<half>early|mid|middle|late)(?:[ -](?:in |of )?)|"
    r"(?:the )?(?:beginning|start|middle|end|turn) of )(?:the )?"
)


def bare(text: str) -> str:
    """Words of a date without those that turn nothing: "in the", "on", "born"."""
    return _LEADING.sub("", text)


def words_and_mark(text: str) -> tuple[str, str]:
    """The words without "about" and "perhaps", and the mark of EDTF that says the same."""
    marks, before = set(), ""
    while before != text:
        before, text = text, bare(text)
        for mark, pattern in (("~", _ABOUT), ("~", _ABOUT_BEHIND), ("?", _PERHAPS)):
            shorter = pattern.sub("", text)
            if shorter != text:
                marks.add(mark)
                text = shorter
    return text.strip(), "%" if len(marks) == 2 else "".join(marks)


def single(words: str, base: Base | None) -> Iterator[Reading]:
    """What the words of one date can mean; a date without a year counts from `base`."""
    text, mark = words_and_mark(words)
    if side := _SIDE.match(text):
        yield from _sided(text[side.end() :], side["half"] or "", mark, base)
        return
    for reading in _unmarked_readings(text, base):
        if mark and date_of(reading.value + mark):
            reading = replace(reading, value=reading.value + mark)
        yield reading


def _unmarked_readings(text: str, base: Base | None) -> Iterator[Reading]:
    yield from spoken(text, base)
    for part in parts(text):
        if part.day and not part.month:
            continue
        if part.year:
            yield Reading(part.edtf, "", False, part.why)
        else:
            yield from completed(part, base)


def _sided(rest: str, half: str, mark: str, base: Base | None) -> Iterator[Reading]:
    """The whole of a period of which the words name a part, then half of it."""
    for reading in _unmarked_readings(rest, base):
        date = date_of(reading.value) if reading.value else None
        if not date:
            yield reading
            continue
        why = Why.WHOLE
        yield replace(reading, value=reading.value + mark, why=why)
        if not mark and (value := _half(date, half)):
            yield replace(reading, value=value, why=Why.HALF)


def _half(date: EdtfDate, half: str) -> str:
    """The first, middle or last half of a decade, a year or a month, as EDTF."""
    number = {"early": 0, "mid": 1, "middle": 1, "late": 2}.get(half)
    if number is None:
        return ""
    if not isinstance(date, SingleDate):
        return ""
    if date.precision == "decade":
        first, last = ((0, 4), (3, 7), (5, 9))[number]
        return f"{date.begins.year + first:04}/{date.begins.year + last:04}"
    if date.precision == "year":
        first, last = ((1, 6), (4, 9), (7, 12))[number]
        return f"{date.text}-{first:02}/{date.text}-{last:02}"
    if date.precision == "month":
        first, last = ((1, 15), (8, 22), (16, date.latest.day))[number]
        return f"{date.text}-{first:02}/{date.text}-{last:02}"
    return ""
