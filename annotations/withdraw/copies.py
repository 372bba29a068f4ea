"""What holds a record beside tables, stories and history: drafts, texts, pages that were made."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from annotations.store import Copy
from annotations.tables import Cells
from annotations.withdraw.alone import whole

# The columns whose words a page that was made may show without any id.
SHOWN = ("title", "quote")


class Holder(NamedTuple):
    """A copy that holds something of a record, and whether it goes."""

    copy: Copy
    goes: bool

    def __str__(self) -> str:
        remedy = "still holds words of it. Open it and discard it"
        return f"{self.copy.name}  {'removed' if self.goes else remedy}"


def words_shown(rows: Iterable[tuple[str, Cells]]) -> set[str]:
    """The titles and exact words of rows, also as scripts and pages write them."""
    found = (cells.get(column, "").strip() for _table, cells in rows for column in SHOWN)
    return {way for words in found if words for way in _written(words)}


def _written(words: str) -> Iterator[str]:
    yield from (words, html.escape(words), html.escape(words, quote=False))
    yield from (json.dumps(words)[1:-1], json.dumps(words, ensure_ascii=False)[1:-1])


def holding(
    copies: Iterable[Copy],
    words: Collection[str],
    shown: Collection[str],
    digests: Collection[str],
) -> list[Holder]:
    """The drafts, proposals and pages that name what is withdrawn, and the texts of it.

    A page goes for the words in `shown` too. A draft of its journey or its source goes, and so
    does one that cannot be read; one that is of something else, and names it, stays and is
    listed. Whose draft it is is not said.
    """
    return list(_holding(copies, whole(words), whole({*words, *shown}), digests))


def _holding(
    copies: Iterable[Copy],
    named: re.Pattern[str],
    shown: re.Pattern[str],
    digests: Collection[str],
) -> Iterator[Holder]:
    for copy in copies:
        if copy.kind == "text":
            if copy.digest in digests:
                yield Holder(copy, True)
        elif copy.kind == "page":
            if shown.search("\n".join(copy.texts)):
                yield Holder(copy, True)
        elif copy.kind != "guide" and named.search("\n".join(copy.texts)):
            own = copy.kind == "proposal" or copy.about is None
            yield Holder(copy, own or any(map(named.fullmatch, copy.about or ())))
