"""All tables at one moment: none of them with half a save, whoever writes meanwhile."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Mapping
from time import sleep

from annotations.store.files.save_journal import Journal
from annotations.store.files.table_text import TableText, unopened
from annotations.store.files.tables import TableFolder
from annotations.store.protocol import Busy, Interrupted
from annotations.tables import TABLES, Sheet, Snapshot, no_garbage_search

LOG = logging.getLogger(__name__)
PROFILES = "publication"
BETWEEN_LOOKS_S, MOST_LOOKS, MOST_READINGS = 0.02, 50, 5

Texts = Mapping[str, TableText]


class Moments:
    """Reads the tables of a folder together.

    A save that is cut short is completed by whoever reads next. Where that cannot be done, or the
    files change all the while, nobody knows which rows belong together: then `publication` comes
    as a table that cannot be read, by which visitors are shown no journey.
    """

    def __init__(self, tables: TableFolder, journal: Journal, complete: Callable[[], None]) -> None:
        self._tables, self._journal, self._complete = tables, journal, complete
        self._is_stuck, self._changes = False, 0

    def version(self) -> str:
        """What differs whenever a table does, or a save that nobody could complete is completed."""
        if self._is_stuck and not self._may_be_half_saved():
            self._become(stuck=False)
        return f"{self._changes} {self._tables.version()}"

    def read(self, named: Collection[str] = ()) -> tuple[Snapshot, dict[str, TableText]]:
        """All tables at one moment, and the texts of those that are named."""
        for _ in range(MOST_READINGS):
            self._wait()
            if self._is_stuck:
                break
            found, texts = self._reading(named)
            if not self._may_be_half_saved() and self.version() == found.version:
                return found, texts
        found, texts = self._reading(named)
        return self._with_nothing_published(found), texts

    def _wait(self) -> None:
        """Return once no save is being put in its places, or nobody can complete it."""
        for _ in range(MOST_LOOKS):
            if not self._may_be_half_saved():
                return
            if self._is_stuck:
                break
            sleep(BETWEEN_LOOKS_S)
        try:
            self._complete()
        except (Busy, Interrupted, OSError) as error:
            if not self._is_stuck:
                LOG.error("A save was cut short, and nobody could complete it. %s", error)
            self._become(stuck=True)

    def _may_be_half_saved(self) -> bool:
        try:
            return self._journal.stands
        except OSError:
            return True

    def _become(self, stuck: bool) -> None:
        if self._is_stuck is not stuck:
            self._is_stuck = stuck
            self._changes += 1

    @no_garbage_search()
    def _reading(self, named: Collection[str]) -> tuple[Snapshot, dict[str, TableText]]:
        """The tables as they are read one after the other."""
        version, read = self.version(), {name: self._tables.read(name) for name in TABLES}
        texts = {name: text for name, (_, text) in read.items() if text and name in named}
        return Snapshot(version, {name: sheet for name, (sheet, _) in read.items()}), texts

    def _with_nothing_published(self, found: Snapshot) -> Snapshot:
        told = "cannot be read together with the other tables: "
        told += "a save was cut short." if self._is_stuck else "they change all the while."
        told += " Whoever runs the app sees in its log, or by saving, what to do."
        closed: dict[str, Sheet] = {PROFILES: unopened(PROFILES, told)}
        return Snapshot(found.version, {**found.tables, **closed})
