"""The file of the history: lines are added at its end, once each; only a withdrawal takes any."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from annotations.problems import Problem, RowPlace
from annotations.store.files.regular_files import opened, read_or_none, state
from annotations.store.files.synced_files import sync_folder
from annotations.store.lines import BrokenHistory

LINE_END = b"\n"


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
        wanted = added.lines.encode("utf-8", "backslashreplace")
        with opened(self._path, "a+b") as file:
            size = file.seek(0, os.SEEK_END)
            begun = _from(file, added.size)
            if size >= added.size and wanted.startswith(begun):
                file.write(wanted[len(begun) :])
            elif wanted not in _from(file, 0):
                file.write(wanted if _ends_well(file, size) else LINE_END + wanted)
            file.flush()
            os.fsync(file.fileno())
        sync_folder(self._path.parent)

    def take_back(self, added: Addition) -> None:
        """Let nothing of the lines stand."""
        os.truncate(self._path, added.size)


def _from(file: IO[bytes], start: int) -> bytes:
    file.seek(start)
    return file.read()


def _ends_well(file: IO[bytes], size: int) -> bool:
    """True where the next line may begin."""
    return not size or _from(file, size - 1) == LINE_END
