"""The texts that are annotated: kept on this machine, outside the tables and outside git.

They belong to their publishers, so that no page gives them to visitors and no export holds them.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

from annotations.store.durable import replace, write_synced

TEXTS_FOLDER = ".texts"  # beside annotations/
MOST_TEXT_BYTES = 2_000_000


class Texts:
    """Texts as files of a folder, found by the SHA-256 that `sources.csv` has of each.

    A file may have any name that ends with `.txt`; what is kept here is named by its digest.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep(self, data: bytes) -> str:
        """Keep a text as it is, and return its digest.

        Raises `ValueError`, one line that names the remedy, for one that is empty, too large or
        not UTF-8.
        """
        readable(data)
        key = digest(data)
        if self.text(key) is None:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            path = self.folder / f"{key}.txt"
            new = path.with_name(f".{key}.new")
            write_synced(new, data)
            replace(new, path)
        return key

    def text(self, key: str) -> str | None:
        """The text with this digest, its line ends as they are; None where it is not here."""
        for path in sorted(self.folder.glob("*.txt")):
            if _digest_of(path, *_state(path)) == key:
                return path.read_bytes().decode("utf-8")
        return None


def _state(path: Path) -> tuple[int, ...]:
    """What differs whenever a file does: a text is written whole, under another inode."""
    now = path.stat()
    return now.st_ino, now.st_size, now.st_mtime_ns, now.st_ctime_ns


@lru_cache(maxsize=4096)
def _digest_of(path: Path, *_of: int) -> str:
    """The digest of a file in a state: pages ask at every run, and no text changes."""
    return digest(path.read_bytes())


def digest(data: bytes) -> str:
    """The SHA-256 of a text, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def readable(data: bytes) -> str:
    """The text that these bytes are. Raises `ValueError` where they are none to annotate."""
    if len(data) > MOST_TEXT_BYTES:
        most = f"{MOST_TEXT_BYTES:,} are the most"
        raise ValueError(f"The text has {len(data):,} bytes; {most}. Take a part of it.")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ValueError(f"Line {line} is not UTF-8. Save the text as UTF-8.") from None
    if not text.strip():
        raise ValueError("There are no words in the text.")
    return text
