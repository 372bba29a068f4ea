"""Redirects as files: one each, named by the digest of the old id, beside the key of these."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Iterable, Iterator
from pathlib import Path

from annotations.store.files.regular_files import read, regular_files
from annotations.store.files.synced_files import write_whole
from annotations.store.redirects import digest_of, led_from, led_to, record_in
from annotations.store.removal import Renamed

REDIRECTS_FOLDER = ".redirects"  # beside annotations/
KEY = "key"


class RedirectFolder:
    """See `Redirects`; a folder that is not there holds none."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def follow(self, old: str) -> str | None:
        """See `Redirects.follow`."""
        try:
            led = self._led(old)
        except OSError:
            return None
        return led if led and led == record_in(led) else None

    def record_of(self, key: str) -> str | None:
        """See `Redirects.record_of`: the redirect of what was withdrawn is empty."""
        led = self._led(key)
        return led if led is None else record_in(led)

    def moved(self, renamed: Renamed) -> dict[Path, bytes]:
        """The files that led to a record by the id that it had, as they become."""
        read_now = {path: _text(path) for path in self.paths()}
        become = {path: led_from(led, renamed) for path, led in read_now.items()}
        return {path: led.encode() for path, led in become.items() if led != read_now[path]}

    def of_renamed(self, renamed: Renamed) -> dict[Path, bytes]:
        """The file of the id that a record had."""
        self._prepare()
        return {self._folder / self._name(renamed.old): led_to(renamed).encode()}

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
        return _text(path) if os.path.lexists(path) else None

    def _is_empty(self) -> bool:
        if not os.path.lexists(self._folder):
            return True
        return all(name.startswith(".") for name in os.listdir(self._folder))

    def _prepare(self) -> None:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        key = self._folder / KEY
        if not key.exists():
            if not self._is_empty():  # made with a key that is lost: another one would fit none
                raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(key))
            self._write(KEY, secrets.token_hex(32).encode())

    def _name(self, old: str) -> str:
        return digest_of(read(self._folder / KEY), old)

    def _write(self, name: str, data: bytes) -> None:
        path = self._folder / name
        write_whole(path, data, path.with_name(f".{name}.new"))


def _text(path: Path) -> str:
    return read(path).decode("utf-8", "replace")
