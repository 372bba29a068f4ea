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
SHOWN = ("title", "subject", "quote")
DIGEST = re.compile("[0-9a-f]{64}")


class Holder(NamedTuple):
    """A copy that holds something of a record, and whether it goes."""

    copy: Copy
    goes: bool

    def __str__(self) -> str:
        remedy = "still holds words of it. Its writer has to open it and discard it"
        return f"{self.copy.name}  {'removed' if self.goes else remedy}"


def words_shown(rows: Iterable[tuple[str, Cells]]) -> set[str]:
    """The titles and exact words of rows, also as scripts and pages write them."""
    found = (cells.get(column, "").strip() for _table, cells in rows for column in SHOWN)
    return {way for words in found if words for way in as_written(words)}


def as_written(words: str) -> set[str]:
    """A text as files write it: as it is, in HTML, in JSON, and in JSON within a script."""
    json_forms = {form for each in _escaped(words) for form in (each, *_escaped(each))}
    return {words, html.escape(words), html.escape(words, quote=False), *json_forms}


def _escaped(text: str) -> tuple[str, str]:
    return json.dumps(text)[1:-1], json.dumps(text, ensure_ascii=False)[1:-1]


class Digests(NamedTuple):
    """The digests of texts: of those of sources that go, and of those that are left."""

    gone: Collection[str]
    left: Collection[str]


def holding(
    copies: Iterable[Copy], words: Collection[str], shown: Collection[str], digests: Digests
) -> list[Holder]:
    """The drafts, proposals and pages that name what is withdrawn, and the texts of it.

    A page goes for the words in `shown` too. A draft of its journey or its source goes, and so
    do files for an import that name it, and what cannot be read; a draft of something else that
    names it stays. Whose draft it is is not said. A text goes with the last source, draft and
    proposal that it belongs to.
    """
    beside = list(copies)
    held = list(_holding(beside, whole(words), whole({*words, *shown})))
    refs = {each.copy.ref for each in held if each.goes}
    going, staying = (
        {found for copy in beside if (copy.ref in refs) is is_gone for found in _digests_in(copy)}
        for is_gone in (True, False)
    )
    gone = {*digests.gone, *going} - {*digests.left, *staying}
    return held + [Holder(copy, True) for copy in beside if copy.digest in gone]


def _digests_in(copy: Copy) -> Iterator[str]:
    """The digests that a draft or a proposal names."""
    for text in copy.texts if copy.kind in ("draft", "proposal") else ():
        yield from DIGEST.findall(text)


def _holding(
    copies: Iterable[Copy], named: re.Pattern[str], shown: re.Pattern[str]
) -> Iterator[Holder]:
    for copy in copies:
        if copy.kind == "page":
            if shown.search("\n".join(copy.texts)):
                yield Holder(copy, True)
        elif named.search("\n".join(copy.texts)):
            own = copy.kind in ("proposal", "redirect", "reading") or not copy.about
            yield Holder(copy, own or any(map(named.fullmatch, copy.about or ())))
