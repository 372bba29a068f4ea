"""The versions of tables and stories in a run, and what follows from them, each asked for once.

A page asks for the records many times. It is made from one state of the tables, that of the
beginning of its run, and looks at the files once.
"""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cached_property, wraps
from typing import Any, TypeVar

from annotations.store import Store

Made = TypeVar("Made")


@dataclass(frozen=True)
class Versions:
    """The versions of a store when they are first asked for, whatever is saved after that.

    `made` is what the functions gave that are asked once.
    """

    store: Store
    made: dict[Callable[[], Any], Any] = field(default_factory=dict)

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


def once_a_run(make: Callable[[], Made]) -> Callable[[], Made]:
    """The same function, which is asked once in each run, and each time where none is under way."""

    @wraps(make)
    def asked() -> Made:
        run = _of_run.get()
        if run is None:
            return make()
        if make not in run.made:
            run.made[make] = make()
        made: Made = run.made[make]
        return made

    return asked
