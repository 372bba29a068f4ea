"""How is a file opened here? Regular files alone, never waiting for one, whoever put it there."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import IO

FLAGS = {
    "rb": os.O_RDONLY,
    "r+b": os.O_RDWR,
    "a+b": os.O_RDWR | os.O_APPEND | os.O_CREAT,
}
# A pipe would let whoever opens it wait until somebody writes there; Windows has none of these.
NO_WAIT = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)

# What the system says of a name that leads to nothing.
NO_FILE = (errno.ENOENT, errno.ENOTDIR, errno.ELOOP)


def opened(path: Path, mode: str = "rb") -> IO[bytes]:
    """A file to read, to change, or to read and add to; a link is followed.

    Raises `OSError`, also for a folder, a pipe, a socket or a device.
    """
    number = os.open(path, FLAGS[mode] | NO_WAIT, 0o666)
    kind = os.fstat(number).st_mode
    if stat.S_ISREG(kind):
        return os.fdopen(number, mode)
    os.close(number)
    if stat.S_ISDIR(kind):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    raise OSError(errno.EINVAL, "Not a regular file", str(path))


def read(path: Path, most: int = -1) -> bytes:
    """What stands in a file, of a longer one no more than `most` bytes. Raises `OSError`."""
    with opened(path) as file:
        return file.read(most)


def read_or_none(path: Path) -> bytes | None:
    """What stands in a file; None where there is none. Raises `OSError` for any other reason."""
    try:
        return read(path)
    except FileNotFoundError:
        return None


def state(path: str | Path) -> tuple[int, ...]:
    """What differs whenever the file is another one, also where it cannot be opened."""
    try:
        found = os.stat(path)
    except OSError as error:
        return (error.errno or 0,)
    return found.st_ino, found.st_mtime_ns, found.st_ctime_ns, found.st_size


def names(folder: Path, *endings: str) -> list[str]:
    """The names in a folder that end so, in order; none where there is no folder.

    Raises `OSError` for a folder that cannot be listed.
    """
    try:
        found = os.listdir(folder)
    except (FileNotFoundError, NotADirectoryError):
        return []
    return sorted(name for name in found if name.endswith(endings or ""))


def why_not_listed(folder: Path) -> str:
    """Why nobody can say what is in a folder, "" where somebody can, or where there is none."""
    try:
        names(folder)
    except OSError as error:
        return error.strerror or str(error)
    return ""


def names_or_none(folder: Path, *endings: str) -> list[str]:
    """The same names; none where the folder cannot be listed."""
    try:
        return names(folder, *endings)
    except OSError:
        return []


def regular_files(folder: Path, *endings: str) -> list[Path]:
    """The files of a folder, and what a link leads to; see `names`.

    Raises `OSError` also for a folder that cannot be entered: nobody can say what is in it.
    """
    return [folder / name for name in names(folder, *endings) if is_regular(folder / name)]


def is_regular(path: Path) -> bool:
    """True for a file, False also for a link to nowhere; raises `OSError` where nobody can say."""
    try:
        return stat.S_ISREG(os.stat(path).st_mode)
    except OSError as error:
        if error.errno in NO_FILE:
            return False
        raise


def may_be_whole(path: Path) -> bool:
    """True for a file that could not be opened, which may be over in a moment; False for no file.

    What is no file, or a link to none, is none however often somebody tries.
    """
    try:
        return is_regular(path)
    except OSError:
        return True


def is_there(path: Path) -> bool:
    """True where there is anything; raises `OSError` where nobody can say."""
    try:
        os.stat(path)
    except OSError as error:
        if error.errno in NO_FILE:
            return False
        raise
    return True


def real(path: Path) -> Path:
    """Where a file is written: what its name leads to, so that a link stays one."""
    return Path(os.path.realpath(path)) if path.is_symlink() else path


def name_as_text(name: str) -> str:
    """A name as it can be shown: bytes that are not UTF-8 come as U+FFFD."""
    return os.fsencode(name).decode("utf-8", "replace")
