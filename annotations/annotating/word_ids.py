"""Ids of lower-case words and hyphens, made from names and titles."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterable, Iterator
from itertools import count

_LETTERS = str.maketrans({"đ": "d", "ð": "d", "ı": "i", "ł": "l", "ø": "o", "ß": "ss"})


def slug(text: str) -> str:
    """The Latin words and figures of a text, joined by hyphens; "" where it has other letters.

    Marks and apostrophes are left off. A name in Hangul or Chinese signs gives nothing rather
    than a part of itself: the project writes no romanisation that can be read back.
    """
    decomposed = unicodedata.normalize("NFKD", text.lower()).translate(_LETTERS)
    plain = re.sub("[\u0300-\u036f'’‘ʻʼ`.]", "", decomposed)
    if any(char.isalpha() and not char.isascii() for char in plain):
        return ""
    return "-".join(re.findall(r"[a-z0-9]+", plain))


def first_free(wanted: Iterable[str], taken: Container[str]) -> str:
    """The first of some ids that is not taken, or else the first of them with a number from 2."""
    ids = [key for key in wanted if key]
    return next(key for key in _in_turn(ids) if key not in taken)


def _in_turn(ids: list[str]) -> Iterator[str]:
    yield from ids
    yield from (f"{ids[0]}-{number}" for number in count(2))
