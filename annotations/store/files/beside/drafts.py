"""Drafts as files: a folder for each owner, and JSON in it."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from datetime import UTC, datetime
from pathlib import Path
from tempfile import mkstemp
from typing import Any
from urllib.parse import unquote

from annotations.store.drafts import (
    BrokenDraft,
    DraftEntry,
    UnopenedDraft,
    draft_data,
    path_part,
    replaced,
)
from annotations.store.files.regular_files import NO_FILE, may_be_whole, name_as_text, names, read
from annotations.store.files.synced_files import write_whole

DRAFTS_FOLDER = ".drafts"  # beside annotations/


class DraftFolder:
    """See `Drafts`; a folder that is not there holds none. `alone` keeps other writers out."""

    def __init__(
        self, folder: Path, alone: Callable[[], AbstractContextManager[None]] = nullcontext
    ) -> None:
        self._folder, self._alone = folder, alone

    def list(self, owner: str) -> tuple[DraftEntry, ...]:
        """See `Drafts.list`."""
        folder = self._of(owner)
        found = [(path, _kept(path)) for path in (folder / n for n in names(folder, ".json"))]
        known = sorted((time, unquote(path.stem)) for path, time in found if time is not None)
        return tuple(DraftEntry(name, datetime.fromtimestamp(t, UTC)) for t, name in known[::-1])

    def load(self, owner: str, name: str) -> Mapping[str, Any]:
        """See `Drafts.load`."""
        path = self._path(owner, name)
        try:
            draft = json.loads(read(path))
        except FileNotFoundError:
            raise KeyError(name) from None
        except OSError as error:
            if may_be_whole(path):
                raise UnopenedDraft(_unopened(error)) from None
            draft = None
        except (ValueError, RecursionError):
            draft = None
        if not isinstance(draft, dict):
            raise BrokenDraft(f"The draft cannot be read. {_set_aside(path)}")
        return draft

    def keep(self, owner: str, name: str, draft: Mapping[str, Any]) -> None:
        """See `Drafts.keep`."""
        data = draft_data(draft)
        path = self._path(owner, name)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, new = mkstemp(prefix=".", suffix=".new", dir=path.parent)
        os.close(handle)
        write_whole(path, data, Path(new))

    def replace(
        self, owner: str, name: str, seen: Mapping[str, Any] | None, draft: Mapping[str, Any] | None
    ) -> Mapping[str, Any]:
        """See `Drafts.replace`."""
        with self._alone():
            return replaced(self, owner, name, seen, draft)

    def drop(self, owner: str, name: str) -> None:
        """See `Drafts.drop`."""
        self._path(owner, name).unlink(missing_ok=True)

    def _path(self, owner: str, name: str) -> Path:
        return self._of(owner) / f"{path_part(name)}.json"

    def _of(self, owner: str) -> Path:
        return self._folder / path_part(owner)


def _kept(path: Path) -> float | None:
    """When a draft was kept; None for what is gone meanwhile, or has a name of no draft.

    Raises `OSError` where nobody can say: a draft is not to be missed, nor its name taken.
    """
    try:
        return path.stat().st_mtime if path.name == name_as_text(path.name) else None
    except OSError as error:
        if error.errno in NO_FILE:
            return None
        raise


def _unopened(error: OSError) -> str:
    told = f"The draft cannot be opened at this moment ({error.strerror or error})."
    return f"{told} It stays as it is. Try again, or tell whoever runs the app."


def _set_aside(path: Path) -> str:
    """Give a broken file a name that no other has, and say which."""
    number = 1
    while os.path.lexists(aside := path.with_suffix(f".{number}.broken")):
        number += 1
    try:
        os.replace(path, aside)
    except OSError as error:
        return f"It stays where it is ({error.strerror})."
    return f"It is kept as {aside.name}."
