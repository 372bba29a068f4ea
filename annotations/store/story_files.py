"""Where stories live: a folder of YAML files and pictures, behind one small interface."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from geodata import ROOT

MOST_STORY_BYTES = 1_000_000


class StoryFiles(Protocol):
    """The stories as texts, each with its pictures, and a word on whether any has changed."""

    def names(self) -> Iterable[str]:
        """The files that hold stories, such as `kim-seong-min.yaml`, in order."""

    def read(self, name: str) -> str:
        """The text of a story; bytes that are not UTF-8 come as U+FFFD.

        Of a text that is larger than `MOST_STORY_BYTES` no more than a little over that need come.
        Raises `OSError` for one that cannot be opened.
        """

    def pictures(self) -> frozenset[str]:
        """The names of the pictures that a story may show."""

    def picture(self, name: str) -> bytes:
        """A picture. Raises `FileNotFoundError` for a name that is not among `pictures()`."""

    def version(self) -> tuple[object, ...]:
        """A value that differs whenever a story or a picture differs."""


class StoryFolder:
    """Stories as files: `*.yaml` in a folder, and their pictures in `pictures/` in it.

    A folder that is not there holds no story.
    """

    def __init__(self, folder: Path = ROOT / "annotations" / "stories") -> None:
        self._folder = folder

    def names(self) -> tuple[str, ...]:
        """Files that end with `.yaml`, or with `.yml`, which a reader of the folder would miss."""
        return tuple(sorted(path.name for path in self._folder.glob("*.y*ml")))

    def read(self, name: str) -> str:
        """The text of a file of the folder, UTF-8 with or without a byte order mark."""
        with (self._folder / name).open("rb") as file:
            return file.read(MOST_STORY_BYTES + 1).decode("utf-8-sig", errors="replace")

    def pictures(self) -> frozenset[str]:
        """The files in `pictures/`."""
        return frozenset(path.name for path in self._pictures())

    def picture(self, name: str) -> bytes:
        """The bytes of a file in `pictures/`. Raises `FileNotFoundError`."""
        if name not in self.pictures():
            raise FileNotFoundError(name)
        return (self._folder / "pictures" / name).read_bytes()

    def version(self) -> tuple[object, ...]:
        """Names, modification times and sizes of all stories and pictures."""
        paths = [*(self._folder / name for name in self.names()), *self._pictures()]
        states = [(path, path.stat()) for path in paths]
        return tuple((path.name, state.st_mtime_ns, state.st_size) for path, state in states)

    def _pictures(self) -> list[Path]:
        return sorted(path for path in self._folder.glob("pictures/*") if path.is_file())
