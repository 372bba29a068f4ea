"""What follows from a whole collection, computed once for it and kept with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, cast

from annotations.records import Collection

Answer = TypeVar("Answer")


def once(derive: Callable[[Collection], Answer]) -> Callable[[Collection], Answer]:
    """The same function, which computes its answer once for each collection.

    A page asks again at every change of a filter, while the records stay as they are. The
    answer is the same object each time, so it must be one that nobody changes, and no words
    of a language may be in it. A collection that is read anew has none of the old answers.
    """

    @wraps(derive)
    def derived(collection: Collection) -> Answer:
        if derive not in collection.derived:
            collection.derived[derive] = derive(collection)
        return cast(Answer, collection.derived[derive])  # by the function that gave it

    return derived
