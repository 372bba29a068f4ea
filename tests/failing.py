"""What happens where the operating system refuses any one thing that is asked of it."""

from __future__ import annotations

import errno
import io
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from annotations.store.files import synced_files

# Everything that a save asks of the system goes through one of these.
CALLS = {
    os: ("open", "fsync", "replace", "unlink", "truncate", "listdir", "chmod", "mkdir", "close"),
    io: ("open",),
    shutil: ("copy2",),
}
OF_FILES = ("read", "write", "flush")
REFUSED = OSError(errno.EIO, os.strerror(errno.EIO))


class Disk:
    """Refuses the call after so many of them, and if it `stays_broken` all that follow.

    Where it `can_exchange` no names, as on a Mac, that counts as no call.
    """

    def __init__(self, calls: int, stays_broken: bool, can_exchange: bool) -> None:
        self.left, self._stays_broken, self._can_exchange = calls, stays_broken, can_exchange

    @contextmanager
    def in_place(self, monkeypatch) -> Iterator[None]:
        """Let the system answer so for a while."""
        with monkeypatch.context() as patched:
            for module, names in CALLS.items():
                for name in names:
                    patched.setattr(module, name, self.refusing(getattr(module, name)))
            patched.setattr(os, "fsync", self.refusing(lambda number: None))  # no power fails here
            patched.setattr(io, "open", self.opened(io.open))
            patched.setattr(synced_files, "exchange", self.exchange(synced_files.exchange))
            yield

    @property
    def has_failed(self) -> bool:
        """True once something was refused."""
        return self.left < 0

    def is_refused(self) -> bool:
        """True where the next call is."""
        self.left -= 1
        return self.left == -1 or (self._stays_broken and self.has_failed)

    def refusing(self, real):
        """A function of the system that may be refused."""

        def call(*arguments, **options):
            if not self.is_refused():
                return real(*arguments, **options)
            if real is os.close:
                real(*arguments)
            raise REFUSED

        return call

    def exchange(self, real):
        """The exchange of two names, which says instead that it cannot be done."""
        return lambda *names: self._can_exchange and not self.is_refused() and real(*names)

    def opened(self, real):
        """A function that opens files of which reading and writing may be refused."""
        return lambda *arguments, **options: File(real(*arguments, **options), self)


class File:
    """An open file; of what cannot be written whole the first half is written."""

    def __init__(self, real, disk: Disk) -> None:
        self._real, self._disk = real, disk

    def __enter__(self):
        return self

    def __exit__(self, *_why):
        self._real.close()

    def __getattr__(self, name: str):
        real = getattr(self._real, name)
        return self._disk.refusing(real) if name in OF_FILES else real

    def write(self, data):
        """Write all, or half and then say that there is no room."""
        if not self._disk.is_refused():
            return self._real.write(data)
        self._real.write(data[: len(data) // 2])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
