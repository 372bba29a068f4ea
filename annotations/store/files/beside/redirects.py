"""Redirects as files: one each, named by the digest of the old id, beside the key of these."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from pathlib import Path

from annotations.store.files.synced_files import write_whole
from annotations.store.redirects import digest_of

REDIRECTS_FOLDER = ".redirects"  # beside annotations/
KEY = "key"


class RedirectFolder:
    """See `Redirects`; a folder that is not there holds none."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, old: str, new: str) -> None:
        """See `Redirects.keep`."""
        self.move(old, new)
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not (self._folder / KEY).exists():
            self._write(KEY, secrets.token_bytes(32))
        self._write(self._name(old), new.encode())

    def move(self, old: str, new: str) -> None:
        """See `Redirects.move`."""
        for path in self.paths():
            if path.read_bytes() == old.encode():
                self._write(path.name, new.encode())

    def follow(self, old: str) -> str | None:
        """See `Redirects.follow`."""
        if not (self._folder / KEY).is_file():
            return None
        path = self._folder / self._name(old)
        return path.read_text(encoding="utf-8") if path.is_file() else None

    def paths(self) -> Iterator[Path]:
        """The files of all redirects."""
        found = sorted(self._folder.glob("*"))
        return (path for path in found if path.name != KEY and not path.name.startswith("."))

    def _name(self, old: str) -> str:
        return digest_of((self._folder / KEY).read_bytes(), old)

    def _write(self, name: str, data: bytes) -> None:
        path = self._folder / name
        write_whole(path, data, path.with_name(f".{name}.new"))
