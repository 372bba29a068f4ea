"""Tables that can be written, with their history and stories: all files of a save or none."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Protocol

from filelock import FileLock, Timeout

from annotations.store.durable import remove, replace, write_synced, write_whole
from annotations.store.history_file import Addition, HistoryFile
from annotations.store.story_files import StoryFiles, StoryFolder
from annotations.tables import TABLES, CsvTables, Tables
from geodata import ROOT

HISTORY = "annotations/history.jsonl"
LONGEST_WAIT_S = 30.0
BETWEEN_TRIES_S = 0.005


class Busy(Exception):
    """Somebody else is writing, and not done in time; nothing was written."""


class Interrupted(Exception):
    """A save was cut short, and cannot be completed without a person."""


class Store(Tables, Protocol):
    """Tables with their history. What is written is checked against `texts` and `stories`."""

    @property
    def texts(self) -> Path | None:
        """The folder of the texts that quotes are checked against, None without any."""

    @property
    def stories(self) -> StoryFiles:
        """The stories, which are checked against the tables."""

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

    def __init__(self, root: Path = ROOT, texts: Path | None = None) -> None:
        super().__init__(root)
        self.root = root
        self.texts = texts
        self.stories = StoryFolder(root / "annotations" / "stories")
        self._room = root / "annotations"
        self._journal = self._room / ".saving.journal"
        self._history = HistoryFile(root / HISTORY)

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
        added = self._history.addition(lines)
        self._write({self._path(name): data for name, data in tables.items()}, (), added)

    def rewrite(self, files: Mapping[str, bytes | None]) -> None:
        """Write whole files by their paths from the root, and remove those that are None.

        All of it or nothing, as `write` does; the history may be among them, and then has what
        it is given alone. Only within `locked()`. Raises `OSError` where nothing could be written.
        """
        data = {self.root / path: data for path, data in files.items() if data is not None}
        self._write(data, [path for path, data in files.items() if data is None], None)

    def _write(
        self, files: Mapping[Path, bytes], gone: Sequence[str], added: Addition | None
    ) -> None:
        digests = {}
        for path, data in files.items():
            write_synced(_new(path), data)
            if path.exists():
                shutil.copymode(path, _new(path))
            name = path.relative_to(self.root).as_posix()
            digests[name] = [_digest_of(path), _digest(data)]
        told = {"files": digests, "gone": gone, "history": asdict(added) if added else None}
        write_whole(self._journal, json.dumps(told).encode(), self._journal.with_suffix(".new"))
        if added:
            try:
                self._history.add(added)
            except OSError:  # no room on the disk, say: then nothing else may be written
                self._history.take_back(added)
                remove(self._journal)
                raise
        self._follow(digests, gone, added)

    def _complete_what_was_cut_short(self) -> None:
        if self._journal.exists():
            self._follow(*self._read_journal())
        rooms = {self._room, self._room / "stories", *(self._path(n).parent for n in TABLES)}
        for room in rooms:
            for left in room.glob(".*.new"):
                left.unlink()

    def _read_journal(self) -> tuple[Mapping[str, Sequence[str]], Sequence[str], Addition | None]:
        """What the journal says is to be done. Raises `Interrupted` where it cannot be read."""
        try:
            told = json.loads(self._journal.read_bytes())
            added = Addition(**told["history"]) if told["history"] else None
            return told["files"], told["gone"], added
        except (KeyError, TypeError, ValueError):
            said = f"A save was cut short, and its {self._journal.name} cannot be read."
            remedy = "Compare each table with its .new file, mend it, and remove the journal."
            raise Interrupted(f"{said} {remedy}") from None

    def _follow(
        self, digests: Mapping[str, Sequence[str]], gone: Iterable[str], added: Addition | None
    ) -> None:
        """Do what the journal says and is not done yet, then put the journal away."""
        paths = {self.root / name: digest for name, digest in digests.items()}
        waiting = [path for path, (old, new) in paths.items() if self._waits(path, old, new)]
        if added:
            self._history.add(added)
        for path in waiting:
            replace(_new(path), path)
        for path in (self.root / name for name in gone):
            if path.exists():
                remove(path)
        remove(self._journal)

    def _waits(self, path: Path, old: str, new: str) -> bool:
        """True where the new file does not stand yet. Raises `Interrupted`."""
        now, waiting = _digest_of(path), _new(path)
        if now == new:
            return False
        if now != old or _digest_of(waiting) != new:
            told = f"A save was cut short, and {path.name} was changed before it was completed."
            remedy = f"Compare it with {waiting.name}, mend it, and remove {self._journal.name}."
            raise Interrupted(f"{told} {remedy}")
        return True


def _new(path: Path) -> Path:
    return path.with_name(f".{path.name}.new")


def _digest_of(path: Path) -> str:
    return _digest(path.read_bytes()) if path.exists() else ""


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
