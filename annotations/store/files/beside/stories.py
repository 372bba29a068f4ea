"""Stories as files: a folder of YAML, and one of pictures in it."""

from __future__ import annotations

from pathlib import Path

from annotations.store.stories import MOST_STORY_BYTES
from geodata import ROOT


class StoryFolder:
    """See `Stories`: `*.yaml` in a folder, and their pictures in `pictures/` in it.

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

    def exact(self, name: str) -> str:
        """See `Stories.exact`."""
        return (self._folder / name).read_bytes().decode("utf-8", "surrogateescape")

    def pictures(self) -> frozenset[str]:
        """The files in `pictures/`."""
        return frozenset(path.name for path in self._pictures())

    def picture(self, name: str) -> bytes:
        """The bytes of a file in `pictures/`. Raises `FileNotFoundError`."""
        if name not in self.pictures():
            raise FileNotFoundError(name)
        return (self._folder / "pictures" / name).read_bytes()

    def version(self) -> str:
        """Names, modification times and sizes of all stories and pictures."""
        paths = [*(self._folder / name for name in self.names()), *self._pictures()]
        states = [(path, path.stat()) for path in paths]
        return repr([(path.name, state.st_mtime_ns, state.st_size) for path, state in states])

    def _pictures(self) -> list[Path]:
        return sorted(path for path in self._folder.glob("pictures/*") if path.is_file())
