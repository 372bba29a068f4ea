"""Proper names in a text: of persons and places that no table knows, such as a village."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from typing import NamedTuple

from annotations.dates import MONTHS
from annotations.records import Collection, Event

WORD = re.compile(r"[^\W\d_][\w'’]*(?:-\w+)*")
# Letters without capitals: Korean, Chinese, Japanese, Thai, Lao.
LETTERS = r"가-힣\u1100-\u11ff一-鿿\u3041-\u30ff\u0e01-\u0eff"
EASTERN = re.compile(rf"[{LETTERS}]{{2,}}")
CAPITALISED = r"[A-Z][\w'’]*(?:-[A-Za-z][\w'’]*)*"
# Several words in a row; one alone is passed over at once, so that no letter of it is tried again.
ALONE = CAPITALISED.replace(r"[\w'’]", rf"(?:[^\W{LETTERS}]|['’])")
RUN = re.compile(rf"({CAPITALISED}(?: {CAPITALISED})+|{EASTERN.pattern})|{ALONE}")
LONGEST_ACRONYM = 5
WIDE = frozenset(("English", "Korea", "Korean", "Koreans"))  # tell no spot
NATIONAL = {
    "Asia", "Burmese", "Cambodian", "Chinese", "Lao", "Laotian", "Mongolian", "North Korean",
    "North Koreans", "Russian", "South Korean", "South Koreans", "Southeast Asia", "Thai",
    "Vietnamese",
}  # fmt: skip
ORDINARY = frozenset(
    """a about above according across after again against all almost alone along already also
    although always among an and another any anybody anyone anything around article as at away
    back be because before behind below beside between beyond both but by can cannot did do does
    during each early either eight eleven else even every everybody everyone everything few first
    five for four from general go goes had half has have he her here hers herself his how however
    i if in inside interview into is it its itself just last late later law left like long many
    may me men more most mother much my myself near neither never new news next nine no nobody
    none nor not nothing now of off often old on once one only or other others our out outside
    over own page people perhaps reference report same second seven several she since six so some
    somebody someone something soon statistics still such ten testimony than that the their them
    then there these they third this those three through thus to together too towards twelve twice
    two under until up upon us was we were what when where whether which while who whole whom whose
    why with within without woman women year years yes yet you your young""".split()
)


class ProperNames(NamedTuple):
    """The names that a text may have, and words that are no names though they begin a sentence."""

    allowed: frozenset[str]
    ordinary: frozenset[str]

    def __and__(self, other: ProperNames) -> ProperNames:
        return ProperNames(self.allowed & other.allowed, self.ordinary)

    def first_in(self, text: str, is_title: bool = False) -> str:
        """The first word of a text that may be another name, or nothing.

        Where a sentence begins, and anywhere in a title, an ordinary word may have a capital.
        """
        return next(self.words_in(text, is_title), "")

    def words_in(self, text: str, is_title: bool = False) -> Iterator[str]:
        """Each word of a text that may be another name."""
        left = self._without_allowed(text)
        yield from EASTERN.findall(left)
        runs = (found for found in RUN.finditer(left) if found[1])
        run = next(runs, None)
        for found in WORD.finditer(left):
            while run and run.end() <= found.start():
                run = next(runs, None)
            word, in_run = _capitalised(found[0]), bool(run and run.start() <= found.start())
            if not word or _is_known(word, in_run):
                continue
            may_begin = is_title or _begins(left, found.start())
            if not (may_begin and self._is_ordinary(word)):
                yield word

    def eastern_in(self, text: str) -> list[str]:
        """Each run of Korean or Chinese letters, and the like, that is in no name it may have."""
        return EASTERN.findall(self._without_allowed(text))

    def runs_in(self, text: str) -> Iterator[str]:
        """Each run of words of a text that may be the whole name of somebody."""
        for found in filter(None, RUN.findall(self._without_allowed(text))):
            words = found.split()
            while words and self._is_ordinary(words[0]):
                words = words[1:]
            if len(words) > 1 or EASTERN.fullmatch(found):
                yield " ".join(words)

    def _without_allowed(self, text: str) -> str:
        """The text with a small letter in place of each name that it may have."""
        return _pattern(self.allowed).sub("x", text) if self.allowed else text

    def _is_ordinary(self, word: str) -> bool:
        return re.sub(r"['’]\w*$", "", word).lower() in self.ordinary


class Names:
    """The names and the ordinary words of a collection."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection

    @cached_property
    def ordinary(self) -> frozenset[str]:
        """Words that the texts of the collection write in small letters, and usual ones."""
        found = (m[0] for text in _texts(self._collection) for m in WORD.finditer(text))
        return ORDINARY.union(word for word in found if word.islower())

    def besides(self, hidden: Iterable[str], places: Iterable[str]) -> ProperNames:
        """All names of `names.csv` but for places and those that are hidden, and some places."""
        gone = set(hidden)
        known = (row.name for row in self._collection.names if row.kind != "place")
        allowed = {name for name in known if name not in gone}
        return ProperNames(frozenset(allowed.union(places, WIDE) - {""}), self.ordinary)


def event_text(event: Event) -> str:
    """All that is told of an event in words of ours, a line each."""
    return f"{event.title}\n{event.summary}\n{event.care}"


def words_of(text: str) -> set[str]:
    """The words of a text, in letters of any script."""
    return {*WORD.findall(text), *EASTERN.findall(text)}


def _texts(collection: Collection) -> Iterator[str]:
    for journey in collection.journeys.values():
        yield f"{journey.title}\n{journey.people}\n{journey.summary}\n{journey.outcome}"
        yield f"{journey.care}\n{journey.note}"
        yield from (f"{stop.role}\n{stop.mode}\n{stop.note}" for stop in journey.stops)
    yield from (event_text(event) for event in collection.events.values())
    yield from (statement.text for statement in collection.statements.values())
    yield from (term.text for term in collection.glossary.values())
    yield from (f"{source.title}\n{source.note}" for source in collection.sources.values())
    yield from (f"{mention.quote}\n{mention.note}" for mention in collection.mentions.values())


def _begins(text: str, at: int) -> bool:
    """True where a sentence or a part of one after a colon begins."""
    before = text[:at].rstrip("\"'“”‘’([ ")
    return not before or before[-1] in ".!?:;\n–—"


def _capitalised(word: str) -> str:
    """A word from its first part with a capital on, such as "Jongori" of "ex-Jongori"."""
    parts = word.split("-")
    first = next((n for n, part in enumerate(parts) if part[:1].isupper()), len(parts))
    return "-".join(parts[first:])


def _is_known(word: str, in_run: bool) -> bool:
    """True for a month, for "I", and for letters that stand alone for an organisation."""
    acronym = word.isupper() and word.isascii() and len(word) <= LONGEST_ACRONYM
    return word in MONTHS or (acronym and (not in_run or len(word) == 1))


@lru_cache(maxsize=256)
def _pattern(names: frozenset[str]) -> re.Pattern[str]:
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?:['’]s)?(?!\w)")
