"""The words of a date, read: what EDTF date and what duration they can mean, the best first.

Nothing is decided here: whoever annotates chooses, or writes something else. Words that name an
event ("the pandemic") are not read; `annotations.annotating` says how they were read before.
The rules are those of `annotations/README.md`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from annotations.date_words.base import PLAIN, Base, base_of
from annotations.date_words.bounds import bounded
from annotations.date_words.counted import counted_readings
from annotations.date_words.ranges import either_or, from_to
from annotations.date_words.reading import Reading, Why, date_of
from annotations.date_words.single import single
from annotations.date_words.spoken import same_time

LONGEST_WORDS = 200
_DASHES = re.compile("[\u2010-\u2015\u2212~〜～]")
_YEAR_AND_TWO_FIGURES = re.compile(r"[0-9]{4}-[0-9]{2}")  # a month, or the years 1998–99
_TURN = re.compile(r"(?:the )?turn of the (?:century|millennium)")


def readings(words: str, published: str = "", anchor: str = "") -> tuple[Reading, ...]:
    """What the words of a date can mean, the best first; empty where they cannot be read.

    `published` is the day, month or year (EDTF) on which they were said or published, `anchor`
    the date of what they count from, once somebody has named it; one that is open, about or
    uncertain counts as unknown. Every value is one that `annotations.dates.parse` takes.

    Raises `ValueError` where `published` or `anchor` is not an EDTF date.
    """
    said, counted = base_of(published), base_of(anchor)
    said = said if said and said.precision in PLAIN else None
    text = _plain(words)
    if not text or len(words) > LONGEST_WORDS:
        return ()
    kept: dict[tuple[str, str], Reading] = {}
    for reading in filter(_can_stand, _all(text, said, counted)):
        kept.setdefault((reading.value, reading.duration), reading)
    return tuple(kept.values())


def _plain(words: str) -> str:
    """Words in lower case with plain quotes, hyphens and spaces, without brackets around them."""
    text = unicodedata.normalize("NFKC", words).lower().replace("’", "'").replace("‘", "'")
    text = " ".join(_DASHES.sub("-", text).split())
    return text.strip(' ,;:!()[]"“”.').replace("( ", "(")


def _all(text: str, said: Base | None, anchor: Base | None) -> Iterator[Reading]:
    """The readings by the first rule that has any."""
    now = anchor or said
    if _TURN.fullmatch(text):
        yield Reading("2000~", "", False, Why.ABOUT_THEN)
        yield Reading("1900~", "", False, Why.ABOUT_THEN)
        return
    rules = (
        same_time(text, anchor),
        single(text, now),
        counted_readings(text, said, anchor),
        from_to(text, now),
        either_or(text, now),
        bounded(text, said, anchor),
    )
    for read in rules:
        if found := [reading for reading in read if _can_stand(reading)]:
            yield from found
            break
    if _YEAR_AND_TWO_FIGURES.fullmatch(text):
        yield from from_to(text, now)


def _can_stand(reading: Reading) -> bool:
    """False for a date that there is not, and for an interval that runs backwards."""
    return not reading.value or date_of(reading.value) is not None
