"""What holds a record beside tables, stories and history: drafts, texts, pages that were made."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from annotations.store import Copy
from annotations.withdraw.alone import whole


class Holder(NamedTuple):
    """A copy that holds something of a record, and whether it goes."""

    copy: Copy
    goes: bool

    def __str__(self) -> str:
        remedy = "still holds words of it. Open it and discard it"
        return f"{self.copy.name}  {'removed' if self.goes else remedy}"


def holding(copies: Iterable[Copy], words: Iterable[str], digests: Collection[str]) -> list[Holder]:
    """The drafts, proposals and pages that name what is withdrawn, and the texts of it.

    A draft of its journey or its source goes, and so does one that cannot be read; one that is
    of something else, and names it, stays and is listed. Whose draft it is is not said.
    """
    return list(_holding(copies, words, digests))


def _holding(
    copies: Iterable[Copy], words: Iterable[str], digests: Collection[str]
) -> Iterator[Holder]:
    named = whole(words)
    for copy in copies:
        if copy.kind == "text":
            if copy.digest in digests:
                yield Holder(copy, True)
        elif copy.kind != "guide" and named.search("\n".join(copy.texts)):
            own = copy.kind in ("page", "proposal") or copy.about is None
            yield Holder(copy, own or any(map(named.fullmatch, copy.about or ())))
