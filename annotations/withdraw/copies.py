"""What holds a record beside tables, stories and history: drafts, texts, pages that were made."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from annotations.store import drafts, texts
from annotations.withdraw.tables import whole

MADE = "static/atlas/made"  # scripts and pages, made again from the tables when they are asked for


class Copy(NamedTuple):
    """A file by its path from the root, its name as it is told, and whether it goes."""

    path: str
    name: str
    goes: bool

    def __str__(self) -> str:
        remedy = "still holds words of it. Open it and throw it away"
        return f"{self.name}  {'taken out' if self.goes else remedy}"


def copies(root: Path, words: Iterable[str], digests: Collection[str]) -> Iterator[Copy]:
    """The drafts and pages that name what is withdrawn by these words, and the texts of it.

    A draft of its journey or its source goes, and so does one that cannot be read; one that is
    of something else, and names it, stays and is told. Whose draft it is is not told.
    """
    named = whole(words)
    for path in _files(root / drafts.DRAFTS_FOLDER, "*/*"):
        read = _read(path)
        if named.search("\n".join(_texts(read))):
            is_draft = isinstance(read, dict)
            own = [read.get("journey"), read.get("source")] if is_draft else []
            goes = not is_draft or any(named.fullmatch(str(part)) for part in own)
            yield Copy(_from(root, path), f"{drafts.DRAFTS_FOLDER}/*/{path.name}", goes)
    for path in _files(root / MADE, "*"):
        if named.search(path.read_bytes().decode("utf-8", "replace")):
            yield Copy(_from(root, path), _from(root, path), True)
    for path in _files(root / texts.TEXTS_FOLDER, "*"):
        if texts.digest(path.read_bytes()) in digests:
            yield Copy(_from(root, path), _from(root, path), True)


def _files(folder: Path, pattern: str) -> list[Path]:
    return sorted(path for path in folder.glob(pattern) if path.is_file())


def _read(path: Path) -> Any:
    """What a draft holds; its text where that is no JSON."""
    text = path.read_bytes().decode("utf-8", "replace")
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text


def _texts(held: Any) -> Iterator[str]:
    """All texts in JSON."""
    if isinstance(held, dict):
        for key, value in held.items():
            yield key
            yield from _texts(value)
    elif isinstance(held, list):
        for value in held:
            yield from _texts(value)
    elif isinstance(held, str):
        yield held


def _from(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix()
