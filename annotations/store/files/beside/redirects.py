"""Redirects as files: one each, named by the digest of the old id, beside the key of these."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable, Iterator
from pathlib import Path

from annotations.store.files.regular_files import read, regular_files
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
        self._prepare()
        self._write(self._name(old), new.encode())

    def move(self, old: str, new: str) -> None:
        """See `Redirects.move`."""
        for path in self.paths():
            if read(path) == old.encode():
                self._write(path.name, new.encode())

    def follow(self, old: str) -> str | None:
        """See `Redirects.follow`."""
        try:
            return self._led(old) or None
        except OSError:
            return None

    def is_withdrawn(self, key: str) -> bool:
        """See `Redirects.is_withdrawn`: the redirect of such an id is empty."""
        return self._led(key) == ""

    def of_withdrawn(self, keys: Iterable[str]) -> dict[Path, bytes]:
        """The files that say of ids that they were withdrawn."""
        found = list(keys)
        if found:
            self._prepare()
        return {self._folder / self._name(key): b"" for key in found}

    def paths(self) -> Iterator[Path]:
        """The files of all redirects."""
        found = regular_files(self._folder)
        return (path for path in found if path.name != KEY and not path.name.startswith("."))

    def _led(self, old: str) -> str | None:
        """Where an id leads, None where no redirect says so.

        Raises `OSError` where that cannot be known: the key or the redirect cannot be opened.
        """
        try:
            path = self._folder / self._name(old)
        except FileNotFoundError:
            if self._is_empty():
                return None
            raise
        return read(path).decode("utf-8", "replace") if os.path.lexists(path) else None

    def _is_empty(self) -> bool:
        if not os.path.lexists(self._folder):
            return True
        return all(name.startswith(".") for name in os.listdir(self._folder))

    def _prepare(self) -> None:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not (self._folder / KEY).exists():
            self._write(KEY, secrets.token_hex(32).encode())

    def _name(self, old: str) -> str:
        return digest_of(read(self._folder / KEY), old)

    def _write(self, name: str, data: bytes) -> None:
        path = self._folder / name
        write_whole(path, data, path.with_name(f".{name}.new"))
