"""The moment of a run: versions of tables and stories, each asked for once.

A page asks for the records many times. It is made from one state of the tables, that of the
beginning of its run, and looks at the files once.
"""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass
from functools import cached_property

from annotations.store import Store


@dataclass(frozen=True)
class Moment:
    """The versions of a store from now on: later changes are in the next moment."""

    store: Store

    @cached_property
    def tables(self) -> str:
        """A text that differs whenever a table does."""
        return self.store.version()

    @cached_property
    def stories(self) -> str:
        """A text that differs whenever a story or a picture does."""
        return self.store.stories.version()


_moment: ContextVar[Moment | None] = ContextVar("moment", default=None)


def begin(store: Store) -> None:
    """Let this run have its moment now."""
    _moment.set(Moment(store))


def moment(store: Store) -> Moment:
    """The moment of this run; this very one where no run is under way, as in a download."""
    return _moment.get() or Moment(store)
