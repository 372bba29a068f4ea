"""Stories as files: a folder of YAML, and one of pictures in it."""

from __future__ import annotations

from errno import ENOENT
from pathlib import Path

from annotations.store.files.regular_files import (
    is_regular,
    name_as_text,
    names,
    names_or_none,
    read,
    regular_files,
    state,
)
from annotations.store.stories import MOST_STORY_BYTES
from geodata import ROOT

ENDINGS = ".yaml", ".yml"
PICTURES = "pictures"
# What lies there beside stories: how to write one, our code, and what systems and editors leave.
KNOWN = ("readme.md", "desktop.ini", "thumbs.db", PICTURES)
KNOWN_ENDINGS = (".py", "~")
KNOWN_BEGINNINGS = (".", "#", "__")


class StoryFolder:
    """See `Stories`: `*.yaml` in a folder, and their pictures in `pictures/` in it.

    A folder that is not there holds no story.
    """

    def __init__(self, folder: Path = ROOT / "annotations" / "stories") -> None:
        self._folder = folder

    def names(self) -> tuple[str, ...]:
        """Files that end with `.yaml`, or with `.yml`, which a reader of the folder would miss.

        Raises `OSError` for a folder that cannot be listed.
        """
        return tuple(names(self._folder, *ENDINGS))

    def strays(self) -> tuple[str, ...]:
        """See `Stories.strays`: other files, and folders that hold what could be a story.

        Raises `OSError` for a folder that cannot be listed.
        """
        found = (name for name in names(self._folder) if not name.endswith(ENDINGS))
        return tuple(filter(None, (self._stray(name) for name in found if not _is_known(name))))

    def _stray(self, name: str) -> str:
        path = self._folder / name
        if is_regular(path):
            return name
        within = "\n".join(names_or_none(path)).casefold()
        return f"{name}/" if any(ending in within for ending in ENDINGS) else ""

    def read(self, name: str) -> str:
        """The text of a file of the folder, UTF-8 with or without a byte order mark."""
        return read(self._folder / name, MOST_STORY_BYTES + 1).decode("utf-8-sig", "replace")

    def exact(self, name: str) -> str:
        """See `Stories.exact`."""
        path = self._folder / name
        try:
            return read(path).decode("utf-8", "surrogateescape")
        except OSError:
            if is_regular(path):
                raise
            raise FileNotFoundError(ENOENT, "No such file", name) from None

    def pictures(self) -> frozenset[str]:
        """The files in `pictures/`; a story cannot name one whose name is not UTF-8."""
        found = (path.name for path in regular_files(self._folder / PICTURES))
        return frozenset(name for name in found if name == name_as_text(name))

    def picture(self, name: str) -> bytes:
        """The bytes of a file in `pictures/`. Raises `FileNotFoundError`."""
        if name not in self.pictures():
            raise FileNotFoundError(name)
        return read(self._folder / PICTURES / name)

    def version(self) -> str:
        """Names and states of all stories and pictures."""
        states = (*_states(self._folder, *ENDINGS), *_states(self._folder / PICTURES))
        strays = [name for name in names_or_none(self._folder) if not _is_known(name)]
        return repr((states, strays))


def _is_known(name: str) -> bool:
    return (
        name.casefold() in KNOWN
        or name.startswith(KNOWN_BEGINNINGS)
        or name.endswith(KNOWN_ENDINGS)
    )


def _states(folder: Path, *endings: str) -> list[tuple[str, tuple[int, ...]]]:
    try:
        return [(name, state(f"{folder}/{name}")) for name in names(folder, *endings)]
    except OSError as error:
        return [("", (error.errno or 0,))]
