"""What follows from a whole collection, computed once for it and kept with it."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import wraps
from typing import TypeVar, cast

from annotations.records import Collection

Answer = TypeVar("Answer")
Record = TypeVar("Record")


def once(
    derive: Callable[[Collection], Answer], of: Callable[[], Hashable] = lambda: None
) -> Callable[[Collection], Answer]:
    """The same function, which computes its answer once for each collection.

    A page asks again at every change of a filter, while the records stay as they are. The
    answer is the same object each time, so it must be one that nobody changes. `of` gives what
    it depends on besides: the language, where there are words in it. A collection that is read
    anew has none of the old answers.
    """

    @wraps(derive)
    def derived(collection: Collection) -> Answer:
        key = derive, of()
        if key not in collection.derived:
            collection.derived[key] = derive(collection)
        return cast(Answer, collection.derived[key])  # by the function that gave it

    return derived


def once_each(
    derive: Callable[[Collection, Record], Answer], of: Callable[[], Hashable] = lambda: None
) -> Callable[[Collection, Record], Answer]:
    """The same function, which computes its answer once for each record of a collection.

    `of` is that of `once`.
    """

    @wraps(derive)
    def derived(collection: Collection, record: Record) -> Answer:
        # A record is kept with its answer, so that no other one can get its address.
        kept = cast(
            dict[int, tuple[Record, Answer]],
            collection.derived.setdefault((derive, of()), {}),
        )
        if id(record) not in kept:
            kept[id(record)] = record, derive(collection, record)
        return kept[id(record)][1]

    return derived
