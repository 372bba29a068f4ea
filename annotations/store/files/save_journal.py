"""The journal of a save: all its files are put in their places, or none of them."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from annotations.store.files.history_file import Addition, HistoryFile
from annotations.store.files.regular_files import names, read, read_or_none, real
from annotations.store.files.synced_files import remove, replace, write_synced, write_whole
from annotations.store.protocol import Interrupted


class Journal:
    """Writes several files at once.

    Each first lies beside its place, as `.stops.csv.new`. The whole counts from the moment at
    which `.saving.journal` stands, which says what else is to be done. A process that ends in
    between leaves the journal, and whoever comes next follows it: see `complete`.
    """

    def __init__(self, root: Path, path: Path, history: HistoryFile) -> None:
        self._root, self._journal, self._history = root, path, history

    @property
    def stands(self) -> bool:
        """True while a save counts and is not completed."""
        return self._journal.exists()

    def write(
        self,
        files: Mapping[Path, bytes],
        gone: Sequence[Path] = (),
        added: Addition | None = None,
    ) -> None:
        """Write whole files, remove others, and add to the history: all of it or nothing.

        Raises `OSError` where nothing could be written.
        """
        digests = {}
        for path, data in ((real(path), data) for path, data in files.items()):
            write_synced(_new(path), data)
            if path.exists():
                shutil.copymode(path, _new(path))
            digests[self._name(path)] = [_digest_of(path), _digest(data)]
        lost = [self._name(path) for path in gone]
        told = {"files": digests, "gone": lost, "history": asdict(added) if added else None}
        write_whole(self._journal, json.dumps(told).encode(), self._journal.with_suffix(".new"))
        if added:
            try:
                self._history.add(added)
            except OSError:  # no room on the disk, say: then nothing else may be written
                self._history.take_back(added)
                remove(self._journal)
                raise
        self._follow(digests, lost, added)

    def complete(self, rooms: Iterable[Path]) -> None:
        """Follow a journal that was left, and sweep up what never counted in these folders.

        Raises `Interrupted`.
        """
        if self.stands:
            self._follow(*self._read())
        for room in rooms:
            for left in (room / name for name in names(room, ".new")):
                if left.name.startswith(".") and not left.is_dir():
                    left.unlink()

    def _name(self, path: Path) -> str:
        inside = path.is_relative_to(self._root)
        return (path.relative_to(self._root) if inside else path).as_posix()

    def _read(self) -> tuple[Mapping[str, Sequence[str]], Sequence[str], Addition | None]:
        """What the journal says is to be done. Raises `Interrupted` where it cannot be read."""
        try:
            told = json.loads(read(self._journal))
            added = Addition(**told["history"]) if told["history"] else None
            return told["files"], told["gone"], added
        except (KeyError, OSError, TypeError, ValueError):
            said = f"A save was cut short, and its {self._journal.name} cannot be read."
            remedy = "Compare each table with its .new file, correct it, and remove the journal."
            raise Interrupted(f"{said} {remedy}") from None

    def _follow(
        self, digests: Mapping[str, Sequence[str]], gone: Iterable[str], added: Addition | None
    ) -> None:
        """Do what the journal says and is not done yet, then put the journal away."""
        paths = {self._root / name: digest for name, digest in digests.items()}
        waiting = [path for path, (old, new) in paths.items() if self._waits(path, old, new)]
        if added:
            self._history.add(added)
        for path in waiting:
            replace(_new(path), path)
        for path in (self._root / name for name in gone):
            for each in {real(path): None, path: None}:  # no link, nor what it leads to
                if os.path.lexists(each):
                    remove(each)
        remove(self._journal)

    def _waits(self, path: Path, old: str, new: str) -> bool:
        """True where the new file does not stand yet. Raises `Interrupted`."""
        now, waiting = _digest_of(path), _new(path)
        if now == new:
            return False
        if now != old or _digest_of(waiting) != new:
            told = f"A save was cut short, and {path.name} was changed before it was completed."
            remedy = f"Compare it with {waiting.name}, correct it, and remove {self._journal.name}."
            raise Interrupted(f"{told} {remedy}")
        return True


def _new(path: Path) -> Path:
    return path.with_name(f".{path.name}.new")


def _digest_of(path: Path) -> str:
    data = read_or_none(path)
    return "" if data is None else _digest(data)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
