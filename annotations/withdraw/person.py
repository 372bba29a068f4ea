"""Everything about a person, found by the names that somebody gives."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from annotations.withdraw.alone import UNSPACED, composed
from annotations.withdraw.table import TableRow
from annotations.withdraw.tables import NotWithdrawn, WithdrawnTables, quoted

# The cells that make a row that of a person, by table; a source must hold testimony as well.
OWN = {
    "journeys": ("title", "people"),
    "events": ("title",),
    "statements": ("subject",),
    "mentions": ("quote",),
    "sources": ("title", "author"),
}
# What may stand between the parts of a name, beside what stands there in the name that is given.
BETWEEN = r"\s\-_\u2010-\u2015'‘’ʼʻ`´′·・"
FEWEST_APART = 3  # with fewer, the end of one word and the beginning of the next are a name too
FEWEST_TOGETHER = 7  # letters; with fewer, "Chin A" without its blank would stand in "China"


def spelled(names: Iterable[str]) -> re.Pattern[str]:
    """What finds these names, in capitals or not, with hyphens, spaces, apostrophes or neither.

    Raises `NotWithdrawn` for a name without a letter.
    """
    return re.compile("|".join(map(_spelled, names)), re.IGNORECASE)


def _spelled(name: str) -> str:
    name = composed(name)
    own = "".join(map(re.escape, sorted({sign for sign in name if not sign.isalnum()})))
    between = f"[{BETWEEN}{own}]*"
    is_short = len(re.findall(r"[^\W_]", name)) < FEWEST_TOGETHER and not UNSPACED.search(name)
    spaced = f"[{BETWEEN}{own}]+" if is_short else between
    found = spaced.join(
        between.join(_loose(part, between) for part in re.split(r"[\W_]+", word) if part)
        for word in name.split()
        if re.search(r"[^\W_]", word)
    )
    if not any(map(str.isalpha, name)):
        raise NotWithdrawn("A name has at least one letter.")
    return found if UNSPACED.search(name) else rf"(?<![^\W_]){found}(?![^\W_])"


def _loose(part: str, between: str) -> str:
    """A part of a name; one of three Korean or Chinese signs and more may be written apart."""
    apart = UNSPACED.search(part) and len(part) >= FEWEST_APART
    return between.join(map(re.escape, part)) if apart else re.escape(part)


def spellings(names: re.Pattern[str], texts: Iterable[str]) -> set[str]:
    """Each way in which texts spell these names."""
    found = (names.finditer(composed(text)) for text in texts)
    return {match[0] for matches in found for match in matches}


def of_person(tables: WithdrawnTables, names: re.Pattern[str]) -> Iterator[str]:
    """The ids of the records that are those of a person: see `OWN`."""
    for table, columns in OWN.items():
        for row in tables.rows(table):
            is_named = any(_has(names, row.cell(column)) for column in columns)
            if is_named and (table != "sources" or row.cell("kind") == "testimony"):
                yield row.cell("id")


def without_names(tables: WithdrawnTables, names: re.Pattern[str]) -> None:
    """Take the person's rows out of the names, and list what still names them."""
    tables.take_out("names", lambda row: _has(names, row.cell("name")))
    for table in tables.left():
        for row in tables.rows(table):
            _to_be_read(tables, table, row, names)


def _to_be_read(tables: WithdrawnTables, table: str, row: TableRow, names: re.Pattern[str]) -> None:
    columns: Collection[str] = [c for c, text in row.cells.items() if _has(names, text)]
    if columns:
        what = f"names the person in {quoted(columns)}. Rewrite it, or withdraw the row"
        tables.to_be_read(table, row, what)


def _has(names: re.Pattern[str], text: str) -> bool:
    return names.search(composed(text)) is not None
