"""What is wrong with the records: one line a problem, with its place and its remedy."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from difflib import get_close_matches
from operator import attrgetter
from typing import NamedTuple

# Control characters but tab and line end, marks that turn the direction of writing, and
# characters of no width: none can be seen, and each can make a text look like another one.
INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]"
)


class RowPlace(NamedTuple):
    """Where a person finds a row: its file and line, as in `stops.csv:41`.

    A store without files gives the name of the table and the number of the row. `line` counts
    from 1, the header of a file; it is 0 for what concerns a whole file.
    """

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, order=True)
class Problem:
    """One thing wrong in one cell: where it stands, what is there, the rule, the remedy.

    `table`, `key` and `column` name the cell; the key is empty for what is no row, and the column
    for a whole row. Of a story the column is its key, and `table` is empty. `place` is where a
    person finds it.
    """

    place: RowPlace
    column: str
    message: str
    table: str = ""
    key: str = ""

    def told_as(self, message: str) -> Problem:
        """The same in other words; of a story without its name, which may tell of somebody."""
        if self.file.startswith("stories/"):
            return replace(self, message=message, place=RowPlace("stories", 0), column="")
        return replace(self, message=message)

    @property
    def file(self) -> str:
        """The file of the place."""
        return self.place.file

    @property
    def line(self) -> int:
        """The line of the place."""
        return self.place.line

    def __str__(self) -> str:
        column = f":{self.column}" if self.column else ""
        return f"{self.place}{column}  {self.message}"


class Problems(list[Problem]):
    """Every problem of a reading, in the order in which they were met."""

    def add(self, table: str, line: int, column: str, message: str, key: str = "") -> None:
        """Keep one more problem of the CSV file of a table."""
        self.append(Problem(RowPlace(f"{table}.csv", line), column, message, table, key))


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """The problems of whole files, then all others by file and line, quicker than by `sorted`.

    A file that is missing has hundreds of others follow.
    """
    ordered = sorted(problems, key=_ORDER)
    ordered.sort(key=lambda problem: problem.line > 0)
    return ordered


_ORDER = attrgetter("place", "column", "message", "table", "key")


_guesses: ContextVar[bool] = ContextVar("guesses", default=True)


@contextmanager
def without_guesses() -> Iterator[None]:
    """Look for no nearest word meanwhile: it is slow among many, and nobody would read it."""
    before = _guesses.set(False)
    try:
        yield
    finally:
        _guesses.reset(before)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """` Did you mean 'x'?` for the nearest known word, or nothing."""
    if not _guesses.get():
        return ""
    close = get_close_matches(word, list(known), n=1)
    return f" Did you mean {shown(close[0])}?" if close else ""


def shown(text: str) -> str:
    """The cell as it can be quoted in a message: one line of at most 60 characters."""
    flat = " ".join(INVISIBLE.sub("\N{REPLACEMENT CHARACTER}", text).split())
    return f"'{flat[:57]}…'" if len(flat) > 60 else f"'{flat}'"


def why_not_done(error: Exception) -> str:
    """What stopped a command, as a sentence for a terminal."""
    if not isinstance(error, OSError):
        return str(error.args[0])
    place = f" ({error.filename})" if error.filename else ""
    return (
        f"A file could not be read or written: {error.strerror or error}{place}. "
        "Make room or give permission, then run the command again."
    )
