"""Free text over the rows of a table, with the spelling of names forgiven.

A word is found in a row
* where it stands in any cell, whatever its case, accents, hyphens, apostrophes and spaces;
* where a name in the row sounds like it, as two romanisations of one Korean name do, or several
  names one after the other, which Hangul writes as one word;
* where the row is about a place of that name, in any of the languages of the place table.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

import numpy as np
from numpy.typing import NDArray

from annotations.derived import once
from annotations.problems import INVISIBLE
from annotations.records import Collection
from annotations.tables import Sheet
from geodata.names import fold, spellings
from geodata.places import Place
from geodata.romanisation import sounds

Rows = NDArray[np.int_]  # numbers of rows, in order

NAME = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-ſ][\w'’‘ʻʼ-]*|[가-힣]+")
NAMES = re.compile(rf"(?:{NAME.pattern})(?: (?:{NAME.pattern}))*")  # one after the other
MOST_OF_A_NAME = 3
PREFIX_FROM = 4  # letters of a sound from which the beginning of a name is enough


@dataclass(frozen=True)
class Words:
    """The texts of a table to look in, one a row, and the rows that are about each place."""

    texts: tuple[str, ...]
    names: tuple[str, ...]
    places: Mapping[str, Rows]
    place_names: Mapping[str, frozenset[str]]

    def having(self, query: str, rows: Rows) -> Rows:
        """Those of some rows (numbers, in order) that have every word of the query.

        A query without a letter, a number or a sign to look for asks for nothing: all rows stay.
        """
        found, words = rows, _words_of(query)
        for word in words:
            if not len(found):
                break
            found = self._with_word(word, found)
        named = self._about(visible(query)) if len(words) > 1 else ()
        return np.union1d(found, rows[np.isin(rows, named)]) if len(named) else found

    def _with_word(self, word: str, rows: Rows) -> Rows:
        needle = _needle(word)
        mask = np.array([needle in text for text in self._of(self.texts, rows)], dtype=bool)
        for sound in _heard(word):
            mask |= np.array([sound in name for name in self._of(self.names, rows)], dtype=bool)
        return rows[mask | np.isin(rows, self._about(word))]

    def _of(self, texts: tuple[str, ...], rows: Rows) -> Iterable[str]:
        return texts if len(rows) == len(texts) else map(texts.__getitem__, rows.tolist())

    def _about(self, name: str) -> list[int]:
        """The rows about a place of this name."""
        keys = {key for form in _forms(name) for key in self.place_names.get(form, ())}
        return sorted({row for key in keys for row in self.places.get(key, ())})


def words_of(collection: Collection, sheet: Sheet, places: Iterable[Iterable[str]]) -> Words:
    """The words of a table; `places` are the places that each of its rows is about."""
    return words_in(collection, ["\t".join(row.cells) for row in sheet.rows], places)


def words_in(
    collection: Collection, texts: Iterable[str], places: Iterable[Iterable[str]]
) -> Words:
    """The words of texts; `places` are the ids of the places that each of them is about."""
    rows = [visible(text).replace("\n", " ") for text in texts]
    about: dict[str, list[int]] = {}
    for number, keys in enumerate(places):
        for key in keys:
            about.setdefault(key, []).append(number)
    return Words(
        texts=tuple(folded("\n".join(rows)).split("\n")) if rows else (),
        names=tuple(_sounding(row) for row in rows),
        places={key: np.array(numbers) for key, numbers in about.items()},
        place_names=_place_names(collection),
    )


def visible(text: str) -> str:
    """A text without what cannot be seen in it."""
    return INVISIBLE.sub("", text)


@lru_cache(maxsize=64)
def _words_of(query: str) -> tuple[str, ...]:
    """The different words of a query that can be looked for, the longest first: it finds least."""
    words = {word for word in visible(query).split() if folded(word)}
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


@lru_cache(maxsize=4096)
def _needle(word: str) -> str:
    return folded(word)


def folded(text: str) -> str:
    """A text to be compared by; Hangul stays in syllables."""
    return unicodedata.normalize("NFC", fold(text))


@lru_cache(maxsize=4096)
def _heard(word: str) -> tuple[str, ...]:
    """What to look for among the sounds of a row."""
    return tuple(
        f" {sound}" if len(sound) >= PREFIX_FROM else f" {sound} " for sound in sounds(word)
    )


def _sounding(text: str) -> str:
    """The sounds of all names in a text, each between spaces."""
    found: set[str] = set()
    for run in NAMES.findall(text):
        names = NAME.findall(run)
        for start, count in product(range(len(names)), range(1, MOST_OF_A_NAME + 1)):
            found |= sounds("".join(names[start : start + count]))
    return f" {' '.join(sorted(found))} " if found else ""


def _forms(name: str) -> set[str]:
    """The forms under which two spellings of a place's name are the same."""
    written = {unicodedata.normalize("NFC", form) for form in spellings(name)}
    return (written | sounds(name)) - {""}


@once
def _place_names(collection: Collection) -> Mapping[str, frozenset[str]]:
    """For each form of a name the places that have it."""
    found: dict[str, set[str]] = {}
    for place in collection.places.values():
        for form in {form for name in _all_names(place) for form in _forms(name)}:
            found.setdefault(form, set()).add(place.id)
    return {form: frozenset(keys) for form, keys in found.items()}


def _all_names(place: Place) -> tuple[str, ...]:
    return (place.id, *place.names, *place.variants)
