"""The journal of a save: all its files are put in their places, or none of them."""

from __future__ import annotations

import hashlib
import logging
import os
import shutil
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from annotations.store.files.history_file import Addition, HistoryFile
from annotations.store.files.journal_json import Digests, journal_at, journal_data
from annotations.store.files.regular_files import is_there, names_or_none, read_or_none, real
from annotations.store.files.synced_files import (
    give_name,
    is_open_to_write,
    remove,
    settle,
    swap,
    sync_folder,
    write_synced,
)
from annotations.store.protocol import EditedByHand, Interrupted, OpenElsewhere, Unfinished

LOG = logging.getLogger(__name__)


class Journal:
    """Writes several files at once.

    Each first lies beside its place, as `.stops.csv.new`, which is what lay in its place once
    they have changed names. The whole counts from the moment at which `.saving.journal` stands,
    which says what else is to be done. A process that ends in between leaves the journal, and
    whoever comes next follows it: see `complete`.
    """

    def __init__(self, root: Path, path: Path, history: HistoryFile) -> None:
        self._root, self._journal, self._history = root, path, history

    @property
    def stands(self) -> bool:
        """True while a save counts and is not completed. Raises `OSError` where nobody can say."""
        return is_there(self._journal)

    def write(
        self,
        files: Mapping[Path, bytes],
        gone: Sequence[Path] = (),
        added: Addition | None = None,
        held: Mapping[Path, bytes] | None = None,
    ) -> None:
        """Write whole files, remove others, and add to the history: all of it or nothing.

        `held` is what the writer knows of the files; of others that is what stands there now.
        Raises `EditedByHand` where there is something else by now, and `OSError` where something
        could not be written; then nothing is. Raises `Unfinished` where it is to be completed.
        """
        known = {real(path): _digest(data) for path, data in (held or {}).items()}
        new = {real(path): data for path, data in files.items()}
        digests = {path: (known.get(path, _digest_of(path)), _digest(new[path])) for path in new}
        lost = [self._name(path) for path in gone]
        named = {self._name(path): each for path, each in digests.items()}
        counts = False
        try:
            self._prepare(new, digests)
            told = journal_data(named, lost, added)
            give_name(self._journal, told, self._journal.with_suffix(".new"))
            counts = True
            sync_folder(self._journal.parent)
            if added:
                self._history.add(added)
            self._put(digests)
        except (EditedByHand, OSError):  # no room on the disk, say: then nothing may be written
            self._take_back(new, added, counts)
            raise
        try:
            self._end(digests, lost)
        except OSError as error:  # nothing is missing, and whoever comes next removes the journal
            LOG.warning("A save stands, but its journal could not be removed: %s", error)

    def _prepare(self, new: Mapping[Path, bytes], digests: Mapping[Path, Digests]) -> None:
        """Write each file beside its place, and look once more at what lies there."""
        for path, data in new.items():
            write_synced(_new(path), data)
            if path.exists():
                shutil.copymode(path, _new(path))
        for path, (old, _) in digests.items():
            if _digest_of(path) != old:
                raise EditedByHand(path.name)

    def _put(self, digests: Mapping[Path, Digests]) -> None:
        """Let each new file and what lies in its place change names.

        Raises `EditedByHand` where that is not the old one; then all is as it was.
        """
        done: list[Path] = []
        try:
            for path, (old, _) in digests.items():
                _change_names(path, old)
                done.append(path)
            for folder in _folders(digests):
                sync_folder(folder)
            for path, (old, _) in digests.items():
                if old and is_open_to_write(_new(path)):
                    raise OpenElsewhere(path.name)
                if _digest_of(_new(path)) != old:
                    raise EditedByHand(path.name)
        except (EditedByHand, OSError):
            self._put_back({path: digests[path] for path in reversed(done)})
            raise

    def _put_back(self, digests: Mapping[Path, Digests]) -> None:
        """Let all be as it was, but for what others put there since. Raises `Unfinished`."""
        try:
            for path, (old, new) in digests.items():
                _change_names(path, old, back=True)
                if _digest_of(_new(path)) != new:  # that is somebody else's
                    _change_names(path, old)
        except OSError as error:
            raise _unfinished(error) from error
        for folder in _folders(digests):
            settle(folder)

    def _take_back(self, new: Iterable[Path], added: Addition | None, counts: bool) -> None:
        """Let nothing count of a save of which no file is in its place."""
        if counts or os.path.exists(self._journal):
            try:
                if added:
                    self._history.take_back(added)
                remove(self._journal)
            except OSError as error:
                raise _unfinished(error) from error
        _sweep(new)

    def complete(self, rooms: Iterable[Path], files: Iterable[Path] = ()) -> None:
        """Follow a journal that was left, and sweep up what never counted.

        That lies in these folders, or beside these files, which may be links to elsewhere.
        Raises `Interrupted` and `OSError`.
        """
        if self.stands:
            try:
                self._follow(*journal_at(self._journal))
            except Unfinished as old:  # not what is being saved now
                raise Interrupted(str(old)) from None
        for room in rooms:
            for left in (room / name for name in names_or_none(room, ".new")):
                if left.name.startswith(".") and not left.is_dir():
                    left.unlink()
        _sweep(map(real, files))

    def _name(self, path: Path) -> str:
        inside = path.is_relative_to(self._root)
        return (path.relative_to(self._root) if inside else path).as_posix()

    def _follow(
        self, named: Mapping[str, Digests], gone: Iterable[str], added: Addition | None
    ) -> None:
        """Do what the journal says and is not done yet, then put the journal away."""
        digests = {self._root / name: (old, new) for name, (old, new) in named.items()}
        waiting = {path: each for path, each in digests.items() if self._waits(path, *each)}
        if added:
            self._history.add(added)
        try:
            self._put(waiting)
        except OpenElsewhere as is_open:
            raise Interrupted(str(is_open)) from None
        except EditedByHand as edited:
            raise self._interrupted(edited.file) from None
        self._end(digests, gone)

    def _end(self, written: Iterable[Path], gone: Iterable[str]) -> None:
        """Remove what has to go, and then the journal and what lay in the places before.

        Raises `Unfinished` where something that has to go cannot be removed, and `OSError` where
        only the journal cannot.
        """
        paths = [self._root / name for name in gone]
        going = [each for path in paths for each in (real(path), path)]  # and what a link leads to
        try:
            for each in going:
                each.unlink(missing_ok=True)
        except OSError as error:
            raise _unfinished(error) from error
        for folder in _folders(going):
            settle(folder)
        remove(self._journal)
        _sweep(written)

    def _waits(self, path: Path, old: str, new: str) -> bool:
        """True where the new file does not stand yet. Raises `Interrupted`."""
        now, waiting = _digest_of(path), _new(path)
        if now == new and _digest_of(waiting) in (old, new, ""):
            return False
        if now != old or _digest_of(waiting) != new:
            raise self._interrupted(path.name)
        return True

    def _interrupted(self, file: str) -> Interrupted:
        told = f"A save was cut short, and {file} was changed before it was completed."
        remedy = f"Compare it with .{file}.new, correct it, and remove {self._journal.name}."
        return Interrupted(f"{told} {remedy}")


def _unfinished(error: OSError) -> Unfinished:
    told = f"A save was begun, and then the disk refused to go on ({error.strerror or error})."
    return Unfinished(f"{told} Whoever saves or opens the app next completes it.")


def _change_names(path: Path, old: str, back: bool = False) -> None:
    """Let a file and what lies beside it for a save change names; there may be no old one."""
    if old:
        swap(_new(path), path)
    else:
        os.replace(*((path, _new(path)) if back else (_new(path), path)))


def _folders(files: Iterable[Path]) -> Iterable[Path]:
    return {path.parent: None for path in files}


def _sweep(files: Iterable[Path]) -> None:
    """Remove what lies beside these files for a save; what cannot be, the next save removes."""
    for path in files:
        with suppress(OSError):
            _new(path).unlink()


def _new(path: Path) -> Path:
    return path.with_name(f".{path.name}.new")


def _digest_of(path: Path) -> str:
    data = read_or_none(path)
    return "" if data is None else _digest(data)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
