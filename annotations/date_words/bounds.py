"""Dates that are open on one side: "since 2001", "before July 4", "by the end of 2003"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from annotations.date_words.base import Base, day_before, following
from annotations.date_words.reading import Reading, Why, date_of
from annotations.date_words.single import single
from annotations.dates import EdtfDate, Interval, parse

_BOUND = re.compile(
    r"(?:(?:ever|only|just|not long|shortly|soon|right|immediately|some ?time) )?"
    r"(?P<word>since|after|following|before|prior to|until|till|up to|by|no later than|from)"
    r"(?: (?P<rest>.+))?"
)
_ONWARDS = re.compile(r" (?:on|onwards?|and after)$")
_BEFORE, _UNTIL = ("before", "prior to"), ("until", "till", "up to", "by", "no later than")
_AFTER = ("after", "following")
_OPEN, _UP_TO = Why.OPEN, Why.UP_TO


def bounded(text: str, spoken: Base | None, anchor: Base | None) -> Iterator[Reading]:
    """What words say that a date or something told bounds; none for other words.

    "Since" runs on to `spoken`, the day of the text. Of words that bound by what happened
    ("after they were caught") only the date of the `anchor` gives a value.
    """
    match = _BOUND.fullmatch(text)
    if not match:
        return
    word, rest = match["word"], match["rest"] or ""
    bare_rest = _ONWARDS.sub("", rest)
    if word == "from" and bare_rest == rest:
        return
    word = "since" if word == "from" else word
    found = [inner for inner in single(bare_rest, anchor or spoken) if bare_rest]
    for inner in found:
        date = date_of(inner.value) if inner.value else None
        if date:
            for value, why in _bounds(word, date, spoken):
                yield replace(inner, value=value, why=why)
        else:
            yield inner
    if not found and word not in _UNTIL:
        yield from _by_what_is_told(word, spoken, anchor)


def _bounds(word: str, date: EdtfDate, spoken: Base | None) -> Iterator[tuple[str, Why]]:
    first, last = _ends(date)
    if word == "since":
        if spoken and date.begins and date.begins <= spoken.last:
            yield f"{first}/{spoken.up_to}", _UP_TO
        yield f"{first}/..", _OPEN
    elif word in _UNTIL:
        yield f"/{last}", _OPEN
    elif word in _BEFORE:
        sure = date.begins and not (date.approximate or date.uncertain)
        yield f"/{day_before(date) if sure else first}", _OPEN
    else:
        after = "" if date.approximate or date.uncertain else following(date)
        if after:
            yield f"{after}/..", _OPEN
        yield f"{last}/..", _OPEN


def _by_what_is_told(word: str, spoken: Base | None, anchor: Base | None) -> Iterator[Reading]:
    if not anchor:
        yield Reading("", "", True, Why.TOLD)
        return
    first, last = _ends(parse(anchor.text))
    if word == "since" and spoken:
        yield Reading(f"{first}/{spoken.up_to}", "", True, _UP_TO)
    if word in _BEFORE:
        yield Reading(f"/{first}", "", True, _OPEN)
    else:
        yield Reading(f"{last if word in _AFTER else first}/..", "", True, _OPEN)
        yield Reading(last, "", True, Why.ABOUT_THEN)
    yield Reading("", "", True, Why.TOLD)


def _ends(date: EdtfDate) -> tuple[str, str]:
    """The two ends of a date as they can stand in an interval, where no X may."""
    if isinstance(date, Interval):
        return date.start.text if date.start else "", date.end.text if date.end else ""
    return date.text.replace("X", "0"), date.text.replace("X", "9")
