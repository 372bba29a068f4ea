"""Which files in `static/atlas/made/` belong to which tables: several apps may share the folder.

Beside the files lie lists of their names, one for each version of the tables of each folder. A file
that is in no list belongs to nobody any more.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

from annotations.store.files.regular_files import (
    may_be_whole,
    names,
    opened,
    read_or_none,
    regular_files,
)

MADE = "static/atlas/made"  # scripts and pages, made again from the tables when they are asked for
LIST = "needed-"


def list_name(tables: Path, version: str = "") -> str:
    """The name of the list of a version of these tables, or what all of theirs begin with."""
    own = f"{LIST}{_short(os.path.realpath(tables))}-"
    return f"{own}{_short(version)}" if version else own


def names_in(path: Path) -> frozenset[str]:
    """The names in a list, none where it has gone or cannot be opened."""
    try:
        return _names(path)
    except OSError:
        return frozenset()


def _names(path: Path) -> frozenset[str]:
    try:
        return frozenset((read_or_none(path) or b"").decode("utf-8", "replace").split())
    except OSError:
        if may_be_whole(path):
            raise
        return frozenset()


def add_names(path: Path, found: Iterable[str]) -> None:
    """Add names to a list. Raises `OSError`."""
    with opened(path, "a+b") as file:
        file.write("".join(f"{name}\n" for name in found).encode())


def of_others(folder: Path, tables: Path) -> frozenset[Path]:
    """The files that only apps with other tables need.

    Raises `OSError` for a list that cannot be opened: nobody knows whose its files are then.
    """
    lists = {name: _names(folder / name) for name in names(folder) if name.startswith(LIST)}
    own = {name for name in lists if name.startswith(list_name(tables))}
    ours = frozenset[str]().union(*(lists[name] for name in own))
    theirs = frozenset[str]().union(*(lists[name] for name in lists.keys() - own))
    return frozenset(folder / name for name in theirs - ours)


def pages(folder: Path, tables: Path) -> list[Path]:
    """The files that were made from the tables of a folder, and those of nobody."""
    others = of_others(folder, tables)
    found = (path for path in regular_files(folder) if not path.name.startswith(LIST))
    return [path for path in found if path not in others]


def _short(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "backslashreplace")).hexdigest()[:16]
