"""Two dates in words: "between 1996 and 1999", "February 12–14, 1996", "1996 or 1997"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from annotations.date_words.base import Base
from annotations.date_words.calendar_words import Part, parts
from annotations.date_words.reading import Reading, Why
from annotations.date_words.single import words_and_mark

_RANGES = tuple(
    re.compile(form)
    for form in (
        r"between (?P<first>.+?) and (?P<last>.+)",
        r"from (?P<first>.+?) (?:up )?(?:to|until|till|through) (?P<last>.+)",
        r"(?P<first>.+?) (?:to|until|till|through) (?P<last>.+)",
        r"(?P<first>.+?) ?- ?(?P<last>.+)",
    )
)
_EITHER = re.compile(r"(?:either )?(?P<first>.+?) or (?:in )?(?P<last>.+)")


def from_to(text: str, base: Base | None) -> Iterator[Reading]:
    """An interval from one date to the other, each as it is stated."""
    text, mark = words_and_mark(text) if not text.startswith(("from ", "between ")) else (text, "")
    for form in _RANGES:
        if match := form.fullmatch(text):
            for first, last, relative in _pairs(match["first"], match["last"], base, mark):
                value = f"{first.replace('X', '0')}/{last.replace('X', '9')}"
                yield Reading(value, "", relative, Why.FROM_TO)
            return


def either_or(text: str, base: Base | None) -> Iterator[Reading]:
    """A set of two dates of which one is meant."""
    text, mark = words_and_mark(text)
    if match := _EITHER.fullmatch(text):
        for first, last, relative in _pairs(match["first"], match["last"], base, mark):
            yield Reading(f"[{first},{last}]", "", relative, Why.ONE_OF_TWO)


def _pairs(
    first_words: str, last_words: str, base: Base | None, mark: str
) -> Iterator[tuple[str, str, bool]]:
    first_text, first_mark = words_and_mark(first_words)
    last_text, last_mark = words_and_mark(last_words)
    for first in parts(first_text):
        for last in parts(last_text):
            one, other = _completed(first, last)
            relative = not one.year
            if relative and base and base.year:
                one, other = (replace(part, year=f"{base.year:04}") for part in (one, other))
            if all(part.year and (part.month or not part.day) for part in (one, other)):
                yield one.edtf + (first_mark or mark), other.edtf + (last_mark or mark), relative


def _completed(first: Part, last: Part) -> tuple[Part, Part]:
    """Both dates, each with what only the other one tells: "12–14 February 1996", "1998–99"."""
    if first.year.isdigit() and not first.month and last.day and not last.month and not last.year:
        century = int(first.year[:2]) + (last.day < int(first.year[2:]))
        return first, Part(f"{century:02}{last.day:02}")
    if first.day and not first.month:
        first = replace(first, month=last.month)
    if last.day and not last.month:
        last = replace(last, month=first.month)
    return replace(first, year=first.year or last.year), replace(last, year=last.year or first.year)
