"""The text of one row: which quotes it has, and how it is written with other cells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from annotations.tables import NEEDS_QUOTES, as_read, lines_of, quoted, records

CELL = re.compile(r'"[^"]*(?:""[^"]*)*"|[^,\r\n]*')
LINE_END = re.compile(r"(?:\r\n|\r|\n)\Z")


def seen(cell: str) -> str:
    """A cell as the readers of tables see it."""
    return as_read(cell.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))


def rewritten(body: str, before: Sequence[str], after: Sequence[str]) -> str:
    """The text of a row with other cells, in which every cell that is the same keeps its text.

    A changed cell gets quotes where it needs them, or where the others have them without need.
    """
    texts = raw_cells(body)
    kept = [text for text, old, new in zip(texts, before, after, strict=True) if old == new]
    always = _quotes_always(kept)
    return ",".join(
        text if old == new else quoted(new, always)
        for text, old, new in zip(texts, before, after, strict=True)
    )


def raw_cells(body: str) -> list[str]:
    """The texts between the commas of a record, quotes and all."""
    texts: list[str] = []
    at = 0
    while at <= len(body) and (found := CELL.match(body, at)):  # it matches an empty cell too
        texts.append(found[0])
        at = found.end() + 1
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
