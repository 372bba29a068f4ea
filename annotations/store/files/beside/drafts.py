"""Drafts as files: a folder for each owner, and JSON in it."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from tempfile import mkstemp
from typing import Any
from urllib.parse import unquote

from annotations.store.drafts import BrokenDraft, DraftEntry, draft_data, path_part
from annotations.store.files.synced_files import replace, write_synced

DRAFTS_FOLDER = ".drafts"  # beside annotations/


class DraftFolder:
    """See `Drafts`; a folder that is not there holds none."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def list(self, owner: str) -> tuple[DraftEntry, ...]:
        """See `Drafts.list`."""
        paths = self._of(owner).glob("*.json")
        found = [(path.stat().st_mtime, unquote(path.stem)) for path in paths]
        return tuple(
            DraftEntry(name, datetime.fromtimestamp(time, UTC))
            for time, name in sorted(found)[::-1]
        )

    def load(self, owner: str, name: str) -> Mapping[str, Any]:
        """See `Drafts.load`."""
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
        """See `Drafts.keep`."""
        data = draft_data(draft)
        path = self._path(owner, name)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, new = mkstemp(prefix=".", suffix=".new", dir=path.parent)
        os.close(handle)
        write_synced(Path(new), data)
        replace(Path(new), path)

    def drop(self, owner: str, name: str) -> None:
        """See `Drafts.drop`."""
        self._path(owner, name).unlink(missing_ok=True)

    def _path(self, owner: str, name: str) -> Path:
        return self._of(owner) / f"{path_part(name)}.json"

    def _of(self, owner: str) -> Path:
        return self._folder / path_part(owner)


def _set_aside(path: Path) -> Path:
    """Give a broken file a name that no other has."""
    number = 1
    while (aside := path.with_suffix(f".{number}.broken")).exists():
        number += 1
    os.replace(path, aside)
    return aside
