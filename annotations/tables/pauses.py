"""Large tables are read without a search for garbage, of which they make none."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

MANY_ROWS = 20_000  # through fewer records a search takes less than a tenth of a second


@contextmanager
def no_garbage_search() -> Iterator[None]:
    """Nobody looks for garbage meanwhile: that would go through every record again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextmanager
def set_apart(rows: int) -> Iterator[None]:
    """What is made of so many rows meanwhile is left out of every later search for garbage.

    A search lets everybody wait, and finds no record, because records that nobody uses any more
    are freed at once: they do not refer to each other in circles. Whatever else exists at the end
    is set apart with them. What of it becomes garbage in circles, such as the session of a
    visitor, stays in memory until many rows are read again: then all is searched once before.
    """
    with no_garbage_search():
        if rows >= MANY_ROWS and gc.get_freeze_count():
            gc.unfreeze()
            gc.collect()
        yield
        if rows >= MANY_ROWS:
            gc.freeze()
