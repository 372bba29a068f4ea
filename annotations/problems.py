"""What is wrong with the records: one line a problem, with its place and its remedy."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

# Control characters but tab and line end, marks that turn the direction of writing, and
# characters of no width: none can be seen, and each can make a text look like another one.
INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]"
)


@dataclass(frozen=True, order=True)
class Problem:
    """One thing wrong in one cell: where it stands, what is there, the rule, the remedy.

    `file` is `stops.csv` or `stories/kim-seong-min.yaml`; `column` is the key in a story. `line`
    counts from 1, the header of a table; it is 0 for what concerns a whole file.
    """

    file: str
    line: int
    column: str
    message: str

    @property
    def table(self) -> str:
        """The name of the table that the problem stands in."""
        return self.file.removesuffix(".csv")

    def __str__(self) -> str:
        column = f":{self.column}" if self.column else ""
        return f"{self.file}:{self.line}{column}  {self.message}"


class Problems(list[Problem]):
    """Every problem of a reading, in the order in which they were met."""

    def add(self, table: str, line: int, column: str, message: str) -> None:
        """Keep one more problem of a table."""
        self.append(Problem(f"{table}.csv", line, column, message))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """` Did you mean 'x'?` for the nearest known word, or nothing."""
    close = get_close_matches(word, list(known), n=1)
    return f" Did you mean {shown(close[0])}?" if close else ""


def shown(text: str) -> str:
    """The cell as it can be quoted in a message: one line of at most 60 characters."""
    flat = " ".join(INVISIBLE.sub("\N{REPLACEMENT CHARACTER}", text).split())
    return f"'{flat[:57]}…'" if len(flat) > 60 else f"'{flat}'"
