"""What of a collection is not the same as in another one, as far as a check looks at it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

from annotations.records import Collection

Record = TypeVar("Record")


def unlike(now: Mapping[str, Record], other: Mapping[str, Record] | None) -> Iterator[Record]:
    """The records that are other objects than in another collection, or not in it; without one all.

    What no change can touch is the same object after it: see `annotations.collection.load`.
    """
    for key, record in now.items():
        if other is None or other.get(key) is not record:
            yield record


def quoted_sources(now: Collection, other: Collection | None) -> frozenset[str]:
    """The sources of which words may be quoted otherwise than in another collection."""
    if other is None:
        return frozenset(now.sources)
    pairs = (now, other), (other, now)
    mentions = {m.source for one, two in pairs for m in unlike(one.mentions, two.mentions)}
    sources = {s.id for one, two in pairs for s in unlike(one.sources, two.sources)}
    return frozenset(mentions | sources)
