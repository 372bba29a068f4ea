"""The one rule for what rests on rows that go: what they name, and words where they tell."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from annotations.references import citations
from annotations.tables import Cells

Paragraph = tuple[str, str]


@dataclass(frozen=True)
class Going:
    """What rows that go say: texts that name other rows, and the paragraphs that they cite."""

    texts: str
    paragraphs: frozenset[Paragraph] = frozenset()

    def rests(self, table: str, keys: Collection[str], stood: Iterable[Cells] = ()) -> bool:
        """True for a row with these keys that is named, or for words in one of the paragraphs.

        `stood` are the cells that the row has or had. Whether anything that stays counts on the
        row as well is for the caller to say.
        """
        if any(keys) and whole(keys).search(self.texts):
            return True
        places = {(cells.get("source", ""), cells.get("paragraph", "")) for cells in stood}
        return table == "mentions" and bool(places & self.paragraphs)


def cited(rows: Iterable[Cells]) -> frozenset[Paragraph]:
    """The sources and locators that rows cite."""
    found = (each for cells in rows for each in citations(cells.get("sources", "")))
    return frozenset((each.source, each.locator) for each in found)


def whole(words: Iterable[str]) -> re.Pattern[str]:
    """What finds any of these words where it stands whole."""
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, words))})(?![\w-])")
