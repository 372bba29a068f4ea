"""How a row names another one: a stop by `journey:order`, what a source says by `key[locator]`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from geodata.cells import parts

MOST_KNOWN = 16_384  # what many rows cite is one object
CITATION = re.compile(r"([^\[\];]+)(?:\[([^\[\];]+)\])?")


@dataclass(frozen=True)
class Citation:
    """`key[locator]` of a table cell: a source, and where in it (a paragraph number, a row)."""

    source: str
    locator: str = ""

    def overlaps(self, other: Citation) -> bool:
        """True where both may mean the same paragraph: without a locator it is the whole text."""
        same_part = self.locator == other.locator or "" in (self.locator, other.locator)
        return self.source == other.source and same_part

    def __str__(self) -> str:
        return f"{self.source}[{self.locator}]" if self.locator else self.source


@lru_cache(maxsize=MOST_KNOWN)
def citation(text: str) -> Citation | None:
    """What `key[locator]` or `key` cites; None where a text is neither."""
    match = CITATION.fullmatch(text)
    return Citation(match[1], match[2] or "") if match else None


def citations(cell: str) -> Iterator[Citation]:
    """What a cell such as `key[locator];key2` cites; parts that cite nothing are passed over."""
    return filter(None, map(citation, parts(cell)))


def stop_key(journey: str, order: int | str | None) -> str:
    """What names a stop: `journey:order`, or the journey alone where no order is given."""
    return f"{journey}:{order}" if order not in (None, "") else journey


def journey_and_order(key: str) -> tuple[str, str]:
    """The journey that a key names and the order of its stop; "" for the journey itself."""
    journey, _colon, order = key.partition(":")
    return journey, order
