"""The proof of a withdrawal: what told of the record, searched for in everything that is left."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import NamedTuple

from annotations.store import Held, Removal, Store
from annotations.tables import Cells
from annotations.withdraw.alone import EVERYDAY, UNSPACED, composed
from annotations.withdraw.copies import as_written
from annotations.withdraw.tables import quoted

Words = Mapping[str, frozenset[str]]

# What is searched for, by what it is called in the proof.
IDS, NAMES, TITLES, TEXTS, QUOTES, DIGESTS = (
    "ids", "names", "titles", "texts", "exact words", "digests"
)  # fmt: skip
ANYWHERE = (IDS, NAMES, TITLES, TEXTS, DIGESTS)
OWN_WORDS = ("summary", "outcome", "role", "people", "note", "reason", "mode")
PLACE_NAMES = ("name", "name_ko", "name_zh")
FEWEST_WORDS = 4  # of a sentence that tells, as "crosses a river" does not
MOST_LINES = 12
MOST_WORDS = 3
LONGEST = 40
LINE_ENDS = re.compile(r"\\[nrt]")  # as JSON writes them: a word may begin right behind
ESCAPED = re.compile(r"(?<!\\)\\+u([0-9a-fA-F]{4})")
OUT_OF_REACH = (
    "Out of reach: older commits and other clones of the repository, backups, other machines, and "
    "what people have downloaded, printed or copied. Remove it there too."
)


@dataclass(frozen=True)
class Proof:
    """How much was searched for, by kind, in how many texts, and where it still stands.

    `found` has a line for each text that still holds something, with the numbers of its lines,
    and for all that could not be opened. `no_text` counts the files that are none, by how their
    names end.
    """

    words: Mapping[str, int]
    read: int
    found: tuple[str, ...]
    no_text: Mapping[str, int] = field(default_factory=dict)

    @property
    def lines(self) -> tuple[str, ...]:
        """The proof as a person reads it."""
        counts = ", ".join(f"{kind}: {count}" for kind, count in self.words.items())
        told = f"Searched the {self.read} files that are left for what tells of it ({counts})"
        end = f"to be looked at: {len(self.found)}" if self.found else "nothing found"
        left = f"Not searched, for they are no text: {self.not_searched}."
        return (*self.found, f"{told}: {end}.", *([left] if self.no_text else []))

    @property
    def not_searched(self) -> str:
        """How many files are no text, by how their names end."""
        return ", ".join(f"{count} {ending}" for ending, count in sorted(self.no_text.items()))


def words_of(
    rows: Collection[tuple[str, Cells]],
    named: Iterable[str],
    persons: Iterable[str],
    left: Collection[Cells],
    stories: Collection[str],
) -> Words:
    """What tells of rows that go, by kind; what rows and stories that stay say as well does not.

    `named` are ids, and names that nothing else uses; `persons` are the spellings of a person
    who is withdrawn, and are searched for in any case.
    """
    said = "\n".join(text for cells in left for text in cells.values())
    titles = {cells["title"] for cells in left if "title" in cells}
    names = {cells.get("name", "") for table, cells in rows if table == "names"}
    keys = {cells.get("id", "") for cells in left}
    ids = {word for word in named if word not in names | keys and ":" not in word}
    found = {
        IDS: {word for word in ids if not EVERYDAY.fullmatch(word)},
        NAMES: {*persons, *(name for name in names if name not in said)},
        TITLES: {
            title
            for title in _cells(rows, ("title",)) - titles
            if _tells(title) or title not in said
        },
        TEXTS: set(filter(_tells, _cells(rows, OWN_WORDS))),
        QUOTES: _cells(rows, ("quote",)) | _cells(rows, PLACE_NAMES, "places"),
        DIGESTS: _cells(rows, ("sha256",)),
    }
    said = "\n".join([said, *stories])
    for kind in (TEXTS, QUOTES, DIGESTS):
        found[kind] = {text for text in found[kind] if text not in said}
    return {kind: frozenset(words - {""}) for kind, words in found.items()}


def _tells(text: str) -> bool:
    """True for a sentence, or for a part of one that is long enough to tell."""
    return len(text.split()) >= FEWEST_WORDS


def _cells(rows: Iterable[tuple[str, Cells]], columns: Iterable[str], only: str = "") -> set[str]:
    named = tuple(columns)
    return {
        cells.get(column, "").strip()
        for table, cells in rows
        if only in ("", table)
        for column in named
    }


def proof(store: Store, removal: Removal, is_done: bool = True) -> Proof:
    """Search everything that is left for what a removal took out, or would take out."""
    found: list[str] = []
    no_text: Counter[str] = Counter()
    read = 0
    for held in store.held(None if is_done else removal):
        if held.unread:
            remedy = "Let it be read, then search it, or run the command again"
            found.append(f"{held.name}  could not be searched ({held.unread}). {remedy}")
        elif held.kind == "no text":
            no_text[PurePath(held.name).suffix or held.name] += 1
            found += _in_name(held, removal.words)
        elif held.text:
            read += 1
            found += _still_in(held, removal.words)
    counts = {kind: len(words) for kind, words in removal.words.items() if words}
    return Proof(counts, read, tuple(found), no_text)


def is_told(text: str, words: Words) -> bool:
    """True for a text of the tables or the history in which any of the words still stands."""
    return any(_still_in(Held("", "records", text), words))


class Searched(NamedTuple):
    """A text as it is searched: as it is, without the signs of JSON, and without blanks."""

    as_is: str
    plain: str
    tight: str

    def may_have(self, word: str) -> bool:
        """False for a word that stands nowhere, whatever blanks are in it."""
        return _tight(word) in self.tight


def _searched(text: str) -> Searched:
    as_is = composed(text)
    plain = composed(ESCAPED.sub(_sign, LINE_ENDS.sub("  ", as_is)))
    return Searched(as_is, plain, f"{_tight(as_is)}\n{_tight(plain)}")


def _sign(escaped: re.Match[str]) -> str:
    """The sign that JSON escapes; no other line may begin with it."""
    sign = chr(int(escaped[1], 16))
    return " " if sign.isspace() else sign


def _tight(text: str) -> str:
    return "".join(composed(text).split())


def _still_in(held: Held, words: Words) -> Iterator[str]:
    """A line for a text that still holds some of the words, or has them in its name."""
    kinds = ANYWHERE if held.kind in ("text", "other") else (*ANYWHERE, QUOTES)
    text = _searched(held.text)
    stands = {
        word: lines
        for kind in kinds
        for word in sorted(words.get(kind, ()))
        if (lines := _lines_of(word, text, kind))
    }
    if stands:
        at = sorted(set().union(*stands.values()))
        numbers = ", ".join(map(str, at[:MOST_LINES])) + (" …" if at[MOST_LINES:] else "")
        named = list(dict.fromkeys(map(_cut, stands)))
        said = quoted(named[:MOST_WORDS]) + (" and others" if named[MOST_WORDS:] else "")
        if held.kind == "draft":
            yield f"{held.name}  still holds {said}. Its writer has to open it and discard it"
        else:
            remedy = "Withdraw its source" if held.kind == "text" else "Rewrite it"
            yield f"{held.name}:{numbers}  still holds {said}. {remedy}"
    yield from _in_name(held, words)


def _in_name(held: Held, words: Words) -> Iterator[str]:
    name = _tight(held.name)
    named = [word for kind in ANYWHERE for word in words.get(kind, ()) if _tight(word) in name]
    if named:
        yield f"{held.name}  has {quoted(sorted(named))} in its name. Rename or remove it"


def _lines_of(word: str, text: Searched, kind: str) -> set[int]:
    """The lines in which a word stands whole, however a page, a script or a Mac writes it."""
    forms = {composed(form) for form in as_written(word)}
    patterns = [_pattern(form, kind) for form in forms if text.may_have(form)]
    return {
        written.count("\n", 0, match.start()) + 1
        for pattern in patterns
        for written in (text.as_is, text.plain)
        for match in pattern.finditer(written)
    }


def _pattern(word: str, kind: str) -> re.Pattern[str]:
    """What finds a word where it stands whole; a name also in front of a hyphen, as in an id.

    Blanks may be of any kind, and a line may end there; where a script puts none, they may be
    anywhere.
    """
    if UNSPACED.search(word):
        return re.compile(r"\s*".join(map(re.escape, "".join(word.split()))))
    found = r"\s+".join(map(re.escape, word.split()))
    part = r"[^\W_]" if kind == NAMES else r"[\w-]"
    return re.compile(f"(?<!{part}){found}(?!{part})")


def _cut(word: str) -> str:
    """The beginning of a text in one line, as long as it takes to know it again."""
    word = " ".join(word.split())
    return word if len(word) <= LONGEST else f"{word[: LONGEST - 1]}…"
