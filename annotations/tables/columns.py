"""What a table and a column are: a sentence for people, and a rule for what their cells hold."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from annotations.references import CITATION

Kind = Literal[
    "text", "id", "choice", "whole", "number", "day", "edtf", "duration", "url", "language",
    "digest", "words", "countries", "citations", "citation", "reference",
    "references",
]  # fmt: skip

# What a cell of a kind looks like, or each of its parts where it is a list.
FORMS: Mapping[Kind, re.Pattern[str]] = {
    "id": re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*"),
    "number": re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?"),  # float() would take nan and 1_000 as well
    "whole": re.compile(r"0|[1-9][0-9]*"),  # one form alone: `01` beside `1` would name another row
    "day": re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"),
    "url": re.compile(r"https?://.+"),
    "language": re.compile(r"[a-z]{2,3}"),
    "digest": re.compile(r"[0-9a-f]{64}"),
    "countries": re.compile(r"[A-Z]{2}"),
    "citations": CITATION,
    "citation": CITATION,
}
LISTS: tuple[Kind, ...] = ("words", "countries", "citations", "references")


TOLD_OTHERWISE = ("choice", "citations", "citation")  # an empty cell breaks a rule of its own


@dataclass(frozen=True)
class Column:
    """A column of a table: what its cells hold, in a sentence and as a rule.

    `choices` are the codes that a `choice` may have; `low` and `high` bound a number, both
    included. `to` are the tables whose keys a reference holds. A column that came `later` may be
    missing in the header of an older table or file, and is empty there.
    """

    name: str
    says: str
    kind: Kind = "text"
    required: bool = False
    choices: tuple[str, ...] = ()
    low: int = 0
    high: int = 0
    to: tuple[str, ...] = ()
    later: bool = False


@dataclass(frozen=True)
class Table:
    """A table: what a row is, the columns in their order, and those that name a row.

    One that `may_be_empty` may have no row below its header.
    """

    name: str
    says: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ("id",)
    folder: str = "annotations"
    may_be_empty: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(column.name for column in self.columns)

    @property
    def later(self) -> tuple[str, ...]:
        """The names of the columns that an older table may do without."""
        return tuple(column.name for column in self.columns if column.later)

    @property
    def header(self) -> str:
        """The first line of the table, without its line end."""
        return ",".join(self.names)

    @property
    def path(self) -> str:
        """Where the table lies, from the root of the project."""
        return f"{self.folder}/{self.name}.csv"

    def column(self, name: str) -> Column:
        """The column of a name; one that a table has beside those of the schema is text."""
        return self._by_name.get(name) or Column(name, "")

    @cached_property
    def needed(self) -> frozenset[str]:
        """The names of the columns that may not be empty, where no rule of their own says so."""
        found = (column for column in self.columns if column.kind not in TOLD_OTHERWISE)
        return frozenset(column.name for column in found if column.required)

    @cached_property
    def _by_name(self) -> Mapping[str, Column]:
        return {column.name: column for column in self.columns}
