"""What a journal of a save says is to be done, as JSON; what cannot be such a thing is refused."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from annotations.store.files.history_file import Addition
from annotations.store.files.regular_files import may_be_whole, read
from annotations.store.protocol import Interrupted

Digests = tuple[str, str]  # of a file before a save, "" where there was none, and after it
# The files to be put in their places, the names of those to be removed, what the history gets.
Told = tuple[Mapping[str, Digests], Sequence[str], Addition | None]


def journal_data(
    files: Mapping[str, Digests], gone: Sequence[str], added: Addition | None
) -> bytes:
    """A journal as it is written."""
    told = {"files": files, "gone": gone, "history": asdict(added) if added else None}
    return json.dumps(told).encode()


def journal_at(path: Path) -> Told:
    """What the journal that lies there says. Raises `Interrupted` where it cannot be read."""
    said = f"A save was cut short, and its {path.name} cannot be"
    try:
        return read_journal(read(path))
    except (OSError, ValueError) as error:
        if isinstance(error, OSError) and may_be_whole(path):
            remedy = "Let it be read: whoever saves or opens the app next completes the save."
            told = f"{said} opened ({error.strerror or error}). {remedy}"
            raise Interrupted(told) from None
        remedy = "Compare each table with its .new file, correct it, and remove the journal."
        raise Interrupted(f"{said} read. {remedy}") from None


def read_journal(data: bytes) -> Told:
    """What a journal says. Raises `ValueError` for what no save has written."""
    try:
        match json.loads(data):
            case {"files": dict(files), "gone": list(gone), "history": history}:
                _refuse_strange([*files, *gone])
                return {name: _digests(files[name]) for name in files}, gone, _addition(history)
    except RecursionError:
        raise ValueError("It is nested too deep.") from None
    raise ValueError("It says too little.")


def _refuse_strange(names: Iterable[object]) -> None:
    for name in names:
        if not isinstance(name, str) or not name or b"\0" in os.fsencode(name):
            raise ValueError("This names no file.")


def _digests(told: object) -> Digests:
    match told:
        case [str(old), str(new)]:
            return old, new
    raise ValueError("These are no digests.")


def _addition(told: object) -> Addition | None:
    match told:
        case None:
            return None
        case {"size": int(size), "lines": str(lines)} if size >= 0:
            return Addition(size, lines)
    raise ValueError("This adds nothing to a history.")
