"""What may lie where a file should be: a folder, a pipe, links to nowhere; and a full disk."""

from __future__ import annotations

import os
import resource
import signal
import stat
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

NOT_UTF_8 = os.fsdecode(b"caf\xe9")
LONGEST_S = 20


def _socket(path: Path) -> None:
    os.mknod(path, stat.S_IFSOCK | 0o600)


STRANGE: Mapping[str, Callable[[Path], None]] = {
    "folder": Path.mkdir,
    "pipe": os.mkfifo,
    "socket": _socket,
    "device": lambda path: path.symlink_to("/dev/zero"),
    "dangling link": lambda path: path.symlink_to("nobody@host.1234:5678"),
    "loop": lambda path: path.symlink_to(path.name),
}


def put(kind: str, path: Path) -> None:
    """Let something strange lie at a path, in place of what may lie there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    STRANGE[kind](path)


@contextmanager
def in_time() -> Iterator[None]:
    """Raise `TimeoutError` where what is done here waits for ever."""

    def ring(*_told: object) -> None:
        raise TimeoutError("It waits for what never comes.")

    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(LONGEST_S)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def full_disk() -> Iterator[None]:
    """No file can become larger than a byte, as on a disk without room."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def closed(monkeypatch, *names: str) -> None:
    """Let nobody open files and folders with these names."""
    for function in ("open", "listdir"):
        real = getattr(os, function)

        def call(path, *arguments, real=real, **options):
            if os.path.basename(os.fspath(path)) in names:
                raise PermissionError(13, "Permission denied", os.fspath(path))
            return real(path, *arguments, **options)

        monkeypatch.setattr(os, function, call)
