"""What lies beside the tables and may hold words of a record: drafts, texts, pages and more."""

from __future__ import annotations

import json
import re
import zlib
from base64 import b64decode
from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from annotations.store.drafts import about, texts_in
from annotations.store.files.beside.drafts import DRAFTS_FOLDER
from annotations.store.files.beside.made_pages import pages
from annotations.store.files.beside.proposals import PROPOSALS_FOLDER
from annotations.store.files.beside.readings import Readings
from annotations.store.files.beside.redirects import REDIRECTS_FOLDER, RedirectFolder
from annotations.store.files.beside.texts import TEXTS_FOLDER
from annotations.store.files.regular_files import name_as_text, names, read_or_none, regular_files
from annotations.store.redirects import record_in
from annotations.store.removal import Copy
from annotations.store.texts import digest

# A script that is packed in a page, or in the JSON of its parts, with all that it tells.
PACKED = re.compile(r'text/packed\\?">([A-Za-z0-9+/]+={0,2})<')
GZIP, MOST_UNPACKED = 31, 50_000_000


def copies(root: Path, made: Collection[Path]) -> Iterator[Copy]:
    """See `Store.copies`; refs are paths from the root, `made` the folders of pages."""
    owners = (root / DRAFTS_FOLDER / owner for owner in names(root / DRAFTS_FOLDER))
    for path in (path for owner in owners for path in regular_files(owner)):
        held = _read(path)
        name = f"{DRAFTS_FOLDER}/*/{name_as_text(path.name)}"
        yield Copy("draft", _from(root, path), name, tuple(texts_in(held)), about(held))
    for path in regular_files(root / PROPOSALS_FOLDER):
        ref = _from(root, path)
        yield Copy("proposal", ref, name_as_text(ref), tuple(texts_in(_read(path))))
    for path in RedirectFolder(root / REDIRECTS_FOLDER).paths():
        if text := _text(path):
            ref = _from(root, path)
            yield Copy("redirect", ref, f"{REDIRECTS_FOLDER}/*", (record_in(text),))
    yield from Readings(root).copies()
    for path in (path for folder in sorted(made) for path in pages(folder, root)):
        ref = _from(root, path)
        text = _text(path)
        yield Copy("page", ref, name_as_text(ref), (text, *_unpacked(text)))
    for path in regular_files(root / TEXTS_FOLDER):
        ref = _from(root, path)
        yield Copy("text", ref, name_as_text(ref), digest=digest(_bytes(path)))


def _unpacked(text: str) -> Iterator[str]:
    """The scripts that are packed in a page: a word of a record is not seen there."""
    for packed in PACKED.findall(text):
        with suppress(ValueError, zlib.error):
            script = zlib.decompressobj(GZIP).decompress(b64decode(packed), MOST_UNPACKED)
            yield script.decode("utf-8", "replace")


def _read(path: Path) -> Any:
    """What a draft holds; its text where that is no JSON."""
    text = _text(path)
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text


def _text(path: Path) -> str:
    return _bytes(path).decode("utf-8", "replace")


def _bytes(path: Path) -> bytes:
    """What stands in a file, nothing where somebody has removed it meanwhile."""
    return read_or_none(path) or b""


def _from(root: Path, path: Path) -> str:
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()
