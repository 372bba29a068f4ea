"""Words that a lesson needs, explained; and where a text says one of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from annotations.references import Citation

WHOLE = r"(?<![\w-])(?:{})(?![\w-])"
SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")
OF_CONSONANT_AND_Y = re.compile(r"[^aeiou]y$")


@dataclass(frozen=True)
class Term:
    """A row of `glossary.csv`: a word, its definition in our own words, and who says so.

    `forms` are other ways to write the word. `korean` and `chinese` are what it is called there.
    """

    id: str
    term: str
    forms: tuple[str, ...]
    korean: tuple[str, ...]
    chinese: tuple[str, ...]
    definition: str
    sources: tuple[Citation, ...]
    note: str

    @property
    def text(self) -> str:
        """All that is told in words of ours, a line each."""
        return "\n".join((self.term, *self.forms, self.definition, self.note))

    @property
    def spellings(self) -> tuple[str, ...]:
        """Each way in which a text may write it: every form, one and several, and in Korean."""
        latin = (self.term, *self.forms)
        several = tuple(map(_several, latin))
        return tuple(dict.fromkeys((*latin, *several, *self.korean, *self.chinese)))

    def is_in(self, text: str) -> bool:
        """True where a text says it as a whole word; only one with capitals inside needs them."""
        return any(map(_matcher(self.spellings).search, text.split("\n")))


def said_in(glossary: Mapping[str, Term], texts: Iterable[str]) -> tuple[Term, ...]:
    """The terms that texts say, in the order of the table."""
    told = "\n".join(texts)
    return tuple(term for term in glossary.values() if term.is_in(told))


def has_capitals(spelling: str) -> bool:
    """True for letters such as DMZ, which are another word in small ones."""
    return bool(re.search("[A-Z][A-Z]", spelling))


def _several(form: str) -> str:
    if OF_CONSONANT_AND_Y.search(form):
        return f"{form[:-1]}ies"
    return f"{form}es" if SIBILANT.search(form) else f"{form}s"


def _matcher(spellings: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(spellings, key=len, reverse=True)
    return re.compile(WHOLE.format("|".join(map(_pattern, longest_first))))


def _pattern(spelling: str) -> str:
    escaped = re.escape(spelling)
    return escaped if has_capitals(spelling) else f"(?i:{escaped})"
