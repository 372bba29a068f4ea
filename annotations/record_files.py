"""All tables and stories as texts that are read together and written together."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from annotations.readers import COLUMNS
from annotations.tables import ROOMS

# Bytes that are not UTF-8 come back as they were.
ENCODING = {"encoding": "utf-8", "errors": "surrogateescape"}


class RecordFiles:
    """The files of a project by the names that problems have: `stops.csv`, `stories/x.yaml`."""

    def __init__(self, root: Path = Path(__file__).parents[1]) -> None:
        self._root = root

    def texts(self) -> dict[str, str]:
        """Every table and story that is there, line ends as they are in the file."""
        tables = [f"{name}.csv" for name in COLUMNS]
        stories = sorted((self._root / "annotations" / "stories").glob("*.yaml"))
        names = [*tables, *(f"stories/{path.name}" for path in stories)]
        return {name: self._text(name) for name in names if self._path(name).is_file()}

    def guides(self) -> dict[str, str]:
        """The texts for readers in which a record may be named, by their paths."""
        paths = ("README.md", "annotations/README.md", "annotations/stories/README.md")
        there = (path for path in paths if (self._root / path).is_file())
        return {path: (self._root / path).read_text(encoding="utf-8") for path in there}

    def replace(self, texts: Mapping[str, str | None]) -> None:
        """Write these files whole, or take away those that are None.

        All are written beside their places before the first is moved there, so that what goes
        wrong on the way changes nothing, and nobody ever reads half a file.
        """
        written: list[tuple[str, Path]] = []
        try:
            for name, text in texts.items():
                if text is not None:
                    written.append((self._beside(self._path(name), text), self._path(name)))
            while written:
                os.replace(*written[-1])
                written.pop()
        finally:
            for beside, _path in written:
                os.unlink(beside)
        for name, text in texts.items():
            if text is None:
                self._path(name).unlink()

    def _path(self, name: str) -> Path:
        room = ROOMS.get(name.removesuffix(".csv"), "annotations")
        return self._root / room / name

    def _text(self, name: str) -> str:
        return self._path(name).read_bytes().decode(**ENCODING)

    def _beside(self, path: Path, text: str) -> str:
        """The name of a new file in the same folder, with the text and the mode of the old one."""
        handle, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode(**ENCODING))
        os.chmod(name, path.stat().st_mode)
        return name
