"""The text of one row: which quotes it has, and how it is written with other cells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from annotations.tables import lines_of, records

CELL = re.compile(r'"[^"]*(?:""[^"]*)*"|[^,\r\n]*')
LINE_END = re.compile(r"(?:\r\n|\r|\n)\Z")
NEEDS_QUOTES = re.compile(r'[",\r\n]')


def seen(cell: str) -> str:
    """A cell as the readers of tables see it."""
    return (
        cell
        if cell.isascii() and "\r" not in cell
        else as_read(cell.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))
    )


def as_read(text: str) -> str:
    """A text with the line ends that Python gives to every text file."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def written(cells: Sequence[str]) -> str:
    """A new row without its line end: quotes only where a cell needs them."""
    return ",".join(map(_quoted, cells))


def rewritten(body: str, before: Sequence[str], after: Sequence[str]) -> str:
    """The text of a row with other cells, in which every cell that is the same keeps its text.

    A changed cell gets quotes where it needs them, or where the others have them without need.
    """
    texts = raw_cells(body)
    kept = [text for text, old, new in zip(texts, before, after, strict=True) if old == new]
    always = _quotes_always(kept)
    return ",".join(
        text if old == new else _quoted(new, always)
        for text, old, new in zip(texts, before, after, strict=True)
    )


def raw_cells(body: str) -> list[str]:
    """The texts between the commas of a record, quotes and all."""
    texts, at = [], 0
    while found := CELL.match(body, at):
        texts.append(found[0])
        at = found.end() + 1
        if at > len(body):
            break
    return texts


def read_cells(body: str) -> list[str]:
    """The cells of one record, as the readers of tables see them; none of a broken one."""
    found = list(records(lines_of(body)))
    return [seen(cell) for cell in found[0].cells] if len(found) == 1 else []


def _quotes_always(texts: Sequence[str]) -> bool:
    """True where no cell is without quotes, and one of them would not need its own."""
    told = [text for text in texts if text]
    quoted = [text for text in told if text.startswith('"')]
    free = [text for text in quoted if not NEEDS_QUOTES.search(text[1:-1])]
    return bool(free) and len(quoted) == len(told)


def _quoted(cell: str, always: bool = False) -> str:
    """A cell as it stands in a table."""
    escaped = cell.replace('"', '""')
    return f'"{escaped}"' if always or NEEDS_QUOTES.search(cell) else cell
