"""The versions of tables and stories in a run, each asked for once.

A page asks for the records many times. It is made from one state of the tables, that of the
beginning of its run, and looks at the files once.
"""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass
from functools import cached_property

from annotations.store import Store


@dataclass(frozen=True)
class Versions:
    """The versions of a store when they are first asked for, whatever is saved after that."""

    store: Store

    @cached_property
    def tables(self) -> str:
        """A text that differs whenever a table does."""
        return self.store.version()

    @cached_property
    def stories(self) -> str:
        """A text that differs whenever a story or a picture does."""
        return self.store.stories.version()


_of_run: ContextVar[Versions | None] = ContextVar("versions", default=None)


def begin(store: Store) -> None:
    """Let this run have the versions of now."""
    _of_run.set(Versions(store))


def begin_again() -> None:
    """Let a part of a page that runs alone have the versions of now, and not those of its page."""
    if (before := _of_run.get()) is not None:
        begin(before.store)


def versions(store: Store) -> Versions:
    """Those of this run; those of this very moment where no run is under way, as in a download."""
    return _of_run.get() or Versions(store)
