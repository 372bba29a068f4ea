"""Drafts: what somebody is still writing, kept beside the tables and outside their history."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import mkstemp
from typing import Any
from urllib.parse import quote, unquote

from annotations.store.durable import replace, write_synced

DRAFTS_FOLDER = ".drafts"  # beside annotations/
MOST_BYTES = 45_000_000  # a file to import has 20 MB, and JSON writes two bytes for some
LONGEST_NAME = 200  # bytes of a file name, with room for its ending


class BrokenDraft(Exception):
    """A draft cannot be read. It is kept under another name, which the message tells."""


@dataclass(frozen=True)
class Kept:
    """A draft that is there: its name, and when it was last kept (UTC)."""

    name: str
    kept: datetime


class Drafts:
    """Drafts as JSON files, in a folder for each owner.

    Owners and names may be any text that is not empty. A `ValueError` tells what is too long.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def list(self, owner: str) -> tuple[Kept, ...]:
        """The drafts of an owner, the one that was kept last first."""
        paths = self._of(owner).glob("*.json")
        found = [(path.stat().st_mtime, unquote(path.stem)) for path in paths]
        return tuple(
            Kept(name, datetime.fromtimestamp(time, UTC)) for time, name in sorted(found)[::-1]
        )

    def load(self, owner: str, name: str) -> Mapping[str, Any]:
        """A draft as it was kept. Raises `KeyError` where there is none, and `BrokenDraft`."""
        path = self._path(owner, name)
        try:
            draft = json.loads(path.read_bytes())
        except FileNotFoundError:
            raise KeyError(name) from None
        except (ValueError, RecursionError):
            draft = None
        if not isinstance(draft, dict):
            raise BrokenDraft(f"The draft cannot be read. It is kept as {_set_aside(path).name}.")
        return draft

    def keep(self, owner: str, name: str, draft: Mapping[str, Any]) -> None:
        """Write a draft in place of the one before, whole or not at all.

        Raises `ValueError` for more than `MOST_BYTES`, `TypeError` for what JSON cannot hold.
        """
        data = json.dumps(draft, ensure_ascii=False).encode("utf-8", "backslashreplace")
        if len(data) > MOST_BYTES:
            raise ValueError(f"A draft has at most {MOST_BYTES:,} bytes, this one {len(data):,}.")
        path = self._path(owner, name)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, new = mkstemp(prefix=".", suffix=".new", dir=path.parent)
        os.close(handle)
        write_synced(Path(new), data)
        replace(Path(new), path)

    def drop(self, owner: str, name: str) -> None:
        """Remove a draft, if it is there."""
        self._path(owner, name).unlink(missing_ok=True)

    def _path(self, owner: str, name: str) -> Path:
        return self._of(owner) / f"{_file_name(name)}.json"

    def _of(self, owner: str) -> Path:
        return self._folder / _file_name(owner)


def _file_name(text: str) -> str:
    """The text as part of a path, from which it can be read back; it leads nowhere else."""
    name = quote(text, safe="").replace(".", "%2E")
    if not 0 < len(name) <= LONGEST_NAME:
        raise ValueError(f"A name has 1 to {LONGEST_NAME} bytes as part of a path. Shorten it.")
    return name


def _set_aside(path: Path) -> Path:
    """Give a broken file a name that no other has."""
    number = 1
    while (aside := path.with_suffix(f".{number}.broken")).exists():
        number += 1
    os.replace(path, aside)
    return aside
