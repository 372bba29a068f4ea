"""A cell that holds several parts: `KP;CN`, `interview[2];book`."""

from __future__ import annotations

from collections.abc import Iterable

BETWEEN = ";"


def parts(cell: str) -> tuple[str, ...]:
    """The parts of a cell between semicolons, without space around them, none of them empty."""
    return tuple(filter(None, map(str.strip, cell.split(BETWEEN))))


def cell_of(words: Iterable[str]) -> str:
    """The cell that holds these parts."""
    return BETWEEN.join(words)
