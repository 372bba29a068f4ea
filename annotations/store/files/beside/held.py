"""Every text in a folder of tables, for a search: what records are kept in, and all other files."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from annotations.store.files.beside.drafts import DRAFTS_FOLDER
from annotations.store.files.beside.made_pages import of_others
from annotations.store.files.beside.proposals import PROPOSALS_FOLDER
from annotations.store.files.beside.redirects import KEY, REDIRECTS_FOLDER
from annotations.store.files.beside.texts import TEXTS_FOLDER
from annotations.store.files.regular_files import name_as_text, read_or_none
from annotations.store.removal import Held, Kind

# The past of a repository is out of reach; the others are made by tools, and hold no records.
NOT_SEARCHED = frozenset((
    ".git", "node_modules", "__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache",
    ".hypothesis",
))  # fmt: skip
ENVIRONMENT = "pyvenv.cfg"  # stands in a folder of installed packages
RECORDS = ("annotations", "geodata/places.csv")
NO_RECORDS = (".md", ".py")


def held(
    root: Path, made: Collection[Path], files: Mapping[Path, bytes], gone: Collection[Path]
) -> Iterator[Held]:
    """See `Store.held`: the files of a folder, some of them with other bytes, some gone."""
    there = {path for folder in (root, *made) for path in _under(folder)}
    others = {path for folder in made for path in of_others(folder, root)}
    for path in sorted({*there, *files} - {*gone, *others, root / REDIRECTS_FOLDER / KEY}):
        data = files[path] if path in files else read_or_none(path) or b""
        name = _name(root, path)
        if b"\0" not in data[:8192]:
            yield Held(name, _kind(name, made, path), data.decode("utf-8", "replace"))


def _name(root: Path, path: Path) -> str:
    """The path from the root; that of a draft without its owner."""
    parts = (path.relative_to(root) if path.is_relative_to(root) else path).parts
    shown = (parts[0], "*", *parts[2:]) if parts[0] == DRAFTS_FOLDER else parts
    return name_as_text("/".join(shown))


def _under(folder: Path) -> Iterator[Path]:
    for at, folders, names in os.walk(folder):
        folders[:] = [
            name
            for name in folders
            if name not in NOT_SEARCHED and not Path(at, name, ENVIRONMENT).exists()
        ]
        yield from (path for name in names if os.path.isfile(path := Path(at, name)))


def _kind(name: str, made: Collection[Path], path: Path) -> Kind:
    if name.startswith(f"{TEXTS_FOLDER}/"):
        return "text"
    if name.startswith(f"{DRAFTS_FOLDER}/"):
        return "draft"
    if name.startswith(f"{PROPOSALS_FOLDER}/"):
        return "proposal"
    in_records = any(name == each or name.startswith(f"{each}/") for each in RECORDS)
    is_made = any(path.is_relative_to(folder) for folder in made)
    return "records" if (in_records or is_made) and path.suffix not in NO_RECORDS else "other"
