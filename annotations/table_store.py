"""Tables that can be written: one at a time, and all tables of one save or none."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Protocol

from filelock import FileLock, Timeout

from annotations.durable import remove, replace, write_synced, write_whole
from annotations.history_file import Addition, HistoryFile
from annotations.story_files import StoryFiles, StoryFolder
from annotations.tables import ROOMS, CsvTables, Tables

LONGEST_WAIT_S = 30.0
BETWEEN_TRIES_S = 0.005


class Busy(Exception):
    """Somebody else is writing, and not done in time; nothing was written."""


class Interrupted(Exception):
    """A save was cut short, and a table was changed by hand before it could be completed."""


class Store(Tables, Protocol):
    """Tables with their history. What is written is checked against `texts` and `stories`."""

    texts: Path | None
    stories: StoryFiles

    def locked(self) -> AbstractContextManager[None]:
        """Keep every other writer out; what was cut short is completed first.

        Raises `Busy` and `Interrupted`.
        """

    def raw(self, name: str) -> bytes:
        """The bytes of a table. Raises `OSError`."""

    def history(self) -> str:
        """All lines of the history, the oldest first; "" before the first save."""

    def write(self, tables: Mapping[str, bytes], lines: str) -> None:
        """Write whole tables and add lines to the history: all of it, or nothing.

        Only within `locked()`. Raises `OSError` where nothing could be written.
        """


class CsvStore(CsvTables):
    """The tables as files that can be written, and `annotations/history.jsonl`.

    A save first lies beside its tables, as `.stops.csv.new`. It counts from the moment at
    which `.saving.journal` stands, which says what else is to be done. A process that ends in
    between leaves the journal, and whoever comes next follows it: see `recover`.
    """

    def __init__(self, root: Path = Path(__file__).parents[1], texts: Path | None = None) -> None:
        super().__init__(root)
        self.root = root
        self.texts = texts
        self.stories = StoryFolder(root / "annotations" / "stories")
        self._room = root / "annotations"
        self._journal = self._room / ".saving.journal"
        self._history = HistoryFile(self._room / "history.jsonl")

    @contextmanager
    def locked(self) -> Iterator[None]:
        """See `Store.locked`; the lock holds among all threads and processes of this machine."""
        lock = FileLock(
            self._room / ".saving.lock",
            timeout=LONGEST_WAIT_S,
            poll_interval=BETWEEN_TRIES_S,
            preserve_lock_file=True,
        )
        try:
            lock.acquire()
        except Timeout:
            told = f"Somebody else has been saving for {LONGEST_WAIT_S:g} seconds. Try again."
            raise Busy(told) from None
        try:
            self._complete_what_was_cut_short()
            yield
        finally:
            lock.release()

    def recover(self) -> None:
        """Complete a save that was cut short, and sweep up one that never counted.

        Whoever opens the tables does this once; every save does it too.
        """
        with self.locked():
            pass

    def raw(self, name: str) -> bytes:
        """See `Store.raw`."""
        return self._path(name).read_bytes()

    def history(self) -> str:
        """See `Store.history`."""
        return self._history.text()

    def write(self, tables: Mapping[str, bytes], lines: str) -> None:
        """See `Store.write`."""
        digests = {}
        for name, data in tables.items():
            write_synced(self._new(name), data)
            shutil.copymode(self._path(name), self._new(name))
            digests[name] = [_digest(self.raw(name)), _digest(data)]
        added = self._history.addition(lines)
        journal = json.dumps({"tables": digests, "history": asdict(added)}).encode()
        write_whole(self._journal, journal, self._journal.with_suffix(".new"))
        try:
            self._history.add(added)
        except OSError:  # no room on the disk, say: then nothing else may be written
            self._history.take_back(added)
            remove(self._journal)
            raise
        self._follow(digests, added)

    def _complete_what_was_cut_short(self) -> None:
        if self._journal.exists():
            journal = json.loads(self._journal.read_bytes())
            self._follow(journal["tables"], Addition(**journal["history"]))
        for room in {self._room, *(self._path(name).parent for name in ROOMS)}:
            for left in room.glob(".*.new"):
                left.unlink()

    def _follow(self, digests: Mapping[str, Sequence[str]], added: Addition) -> None:
        """Do what the journal says and is not done yet, then put the journal away."""
        waiting = [name for name, (old, new) in digests.items() if self._waits(name, old, new)]
        self._history.add(added)
        for name in waiting:
            replace(self._new(name), self._path(name))
        remove(self._journal)

    def _waits(self, name: str, old: str, new: str) -> bool:
        """True where the new table does not stand yet. Raises `Interrupted`."""
        table, waiting = self._path(name), self._new(name)
        now = _digest(table.read_bytes()) if table.exists() else ""
        if now == new:
            return False
        if now != old or not waiting.exists() or _digest(waiting.read_bytes()) != new:
            told = f"A save was cut short, and {name}.csv was changed before it was completed."
            remedy = f"Compare it with {waiting.name}, mend it, and remove {self._journal.name}."
            raise Interrupted(f"{told} {remedy}")
        return True

    def _new(self, name: str) -> Path:
        return self._path(name).with_name(f".{name}.csv.new")


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
