"""The file of the history: lines are added at its end, once each; only a withdrawal takes any."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from annotations.problems import Problem, RowPlace
from annotations.store.files.regular_files import opened, read_or_none, state
from annotations.store.files.synced_files import sync_folder
from annotations.store.lines import BrokenHistory

LINE_END = b"\n"
MOST_TRIES = 10  # while others put their own file in its place


@dataclass(frozen=True)
class Addition:
    """Lines, and the size in bytes that the file had before they were added."""

    size: int
    lines: str


class HistoryFile:
    """Lines of UTF-8. What is added in part is completed, what stands already is not repeated."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def text(self) -> str:
        """The whole file; "" where there is none.

        Raises `BrokenHistory` where it cannot be opened.
        """
        try:
            return (read_or_none(self._path) or b"").decode("utf-8", "replace")
        except OSError as error:
            told = f"cannot be opened ({error.strerror}). Make it a readable file."
            raise BrokenHistory([Problem(RowPlace(self._path.name, 0), "", told)]) from None

    def version(self) -> str:
        """A text that differs whenever the file does."""
        return repr(state(self._path))

    def addition(self, lines: str) -> Addition:
        """What is to be added to the file as it is now, on a line of its own."""
        with opened(self._path, "a+b") as file:
            size = file.seek(0, os.SEEK_END)
            return Addition(size, lines if _ends_well(file, size) else "\n" + lines)

    def add(self, added: Addition) -> None:
        """Let the lines stand in the file, whether or not some of them stand there already.

        Where somebody changed the file meanwhile they go to its end, unless it has them.
        """
        wanted = _as_bytes(added)
        for file in self._files("a+b"):
            data = _from(file, 0)
            begun = data[added.size :]
            if len(data) >= added.size and wanted.startswith(begun):
                file.write(wanted[len(begun) :])
            elif wanted not in data:
                file.write(wanted if _ends_well(file, len(data)) else LINE_END + wanted)
            file.flush()
            os.fsync(file.fileno())
        sync_folder(self._path.parent)

    def take_back(self, added: Addition) -> None:
        """Let nothing of the lines stand, and all that somebody else wrote there meanwhile."""
        with suppress(FileNotFoundError):
            for file in self._files("r+b"):
                data, wanted = _from(file, 0), _as_bytes(added)
                start, end = _span(data, wanted, added.size)
                if start < end:
                    file.seek(start)
                    file.write(data[end:])
                    file.flush()
                    os.truncate(file.fileno(), len(data) - (end - start))
                    os.fsync(file.fileno())

    def _files(self, mode: str) -> Iterator[IO[bytes]]:
        """The file, and any that was put in its place while the one before was written.

        Whoever wrote to that one wrote where nobody reads. Raises `OSError` where it never ends.
        """
        for _ in range(MOST_TRIES):
            with opened(self._path, mode) as file:
                yield file
                if _is_at(file, self._path):
                    return
        raise OSError(errno.EBUSY, "Other files are put in its place", self._path.name)


def _as_bytes(added: Addition) -> bytes:
    return added.lines.encode("utf-8", "backslashreplace")


def _span(data: bytes, wanted: bytes, size: int) -> tuple[int, int]:
    """From where to where the lines stand in a file, begun at this size or added elsewhere."""
    tail = data[size:]
    if tail and wanted.startswith(tail):
        return size, len(data)
    lines = wanted.removeprefix(LINE_END)  # which parts what stands before and after them
    start = data.rfind(lines)
    return (start, start + len(lines)) if start >= 0 else (0, 0)


def _is_at(file: IO[bytes], path: Path) -> bool:
    """True where an open file is still the one at that place."""
    try:
        return os.path.samestat(os.fstat(file.fileno()), os.stat(path))
    except FileNotFoundError:
        return False


def _from(file: IO[bytes], start: int) -> bytes:
    file.seek(start)
    return file.read()


def _ends_well(file: IO[bytes], size: int) -> bool:
    """True where the next line may begin."""
    return not size or _from(file, size - 1) == LINE_END
