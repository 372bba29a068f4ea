"""What was made of a version, kept for all who ask for it."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from threading import RLock
from typing import Any, Generic, TypeVar

Made = TypeVar("Made")
NOTHING = object()


class Kept(Generic[Made]):
    """A function that keeps the last few things that it gave, and makes each once for all threads.

    For what each run of a page asks for. Streamlit's own cache takes a fifth of a millisecond to
    find something, which is one per cent of a run.
    """

    def __init__(self, make: Callable[..., Made], most: int) -> None:
        self._make, self._most = make, most
        self._found: dict[Hashable, Any] = {}
        self._one_at_a_time = RLock()

    def __call__(self, *key: Any) -> Made:
        """What it gave for the same before, or gives now."""
        found = self._found.get(key, NOTHING)
        if found is NOTHING:
            with self._one_at_a_time:
                found = self._found.get(key, NOTHING)
                if found is NOTHING:
                    found = self._make(*key)
                    while len(self._found) >= self._most:
                        del self._found[next(iter(self._found))]
                    self._found[key] = found
        made: Made = found
        return made

    def clear(self) -> None:
        """Forget all that it gave."""
        with self._one_at_a_time:
            self._found.clear()


def kept(most: int) -> Callable[[Callable[..., Made]], Kept[Made]]:
    """Let a function keep what it gave last, `most` things at a time: see `Kept`."""
    return lambda make: Kept(make, most)
