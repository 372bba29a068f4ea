"""What lies beside the tables and may hold words of a record: drafts, proposals, texts, pages."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from annotations.store.drafts import about, texts_in
from annotations.store.files.beside.drafts import DRAFTS_FOLDER
from annotations.store.files.beside.proposals import PROPOSALS_FOLDER
from annotations.store.files.beside.redirects import REDIRECTS_FOLDER, RedirectFolder
from annotations.store.files.beside.texts import TEXTS_FOLDER
from annotations.store.removal import Copy
from annotations.store.texts import digest

MADE = "static/atlas/made"  # scripts and pages, made again from the tables when they are asked for


def copies(root: Path, made: Collection[Path]) -> Iterator[Copy]:
    """See `Store.copies`; refs are paths from the root, `made` the folders of pages."""
    for path in _files(root / DRAFTS_FOLDER, "*/*"):
        held = _read(path)
        name = f"{DRAFTS_FOLDER}/*/{path.name}"
        yield Copy("draft", _from(root, path), name, tuple(texts_in(held)), about(held))
    for path in _files(root / PROPOSALS_FOLDER, "*"):
        name = _from(root, path)
        yield Copy("proposal", name, name, tuple(texts_in(_read(path))))
    for path in RedirectFolder(root / REDIRECTS_FOLDER).paths():
        if path.stat().st_size:
            yield Copy("redirect", _from(root, path), f"{REDIRECTS_FOLDER}/*", (_text(path),))
    for path in (path for folder in sorted(made) for path in _files(folder, "*")):
        yield Copy("page", _from(root, path), _from(root, path), (_text(path),))
    for path in _files(root / TEXTS_FOLDER, "*"):
        name = _from(root, path)
        yield Copy("text", name, name, digest=digest(path.read_bytes()))


def _files(folder: Path, pattern: str) -> list[Path]:
    return sorted(path for path in folder.glob(pattern) if path.is_file())


def _read(path: Path) -> Any:
    """What a draft holds; its text where that is no JSON."""
    text = _text(path)
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "replace")


def _from(root: Path, path: Path) -> str:
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()
