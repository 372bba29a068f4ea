"""Files written whole: whatever stops the machine, a name has its old content or its new one."""

from __future__ import annotations

import ctypes
import errno
import logging
import os
import shutil
import signal
import sys
from contextlib import suppress
from pathlib import Path

if sys.platform == "linux":
    import fcntl

F_SETSIG = 10  # of Linux: the signal that tells of another process that wants to write
LOG = logging.getLogger(__name__)
HERE, SWAPPED = -100, 2  # AT_FDCWD and RENAME_EXCHANGE of Linux


def write_synced(path: Path, data: bytes) -> None:
    """Write a file and return once the disk has it; nothing is left of one that it refuses."""
    try:
        with path.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        with suppress(OSError):
            path.unlink()
        raise


def remove(path: Path) -> None:
    """Remove a file that is there, and return once the disk has it."""
    path.unlink()
    settle(path.parent)


def write_whole(path: Path, data: bytes, new: Path) -> None:
    """Write a file via another name, `new`, in the same folder.

    Raises `OSError` where the old content stands.
    """
    give_name(path, data, new)
    settle(path.parent)


def give_name(path: Path, data: bytes, new: Path) -> None:
    """As `write_whole`, but the disk may not have the name yet: see `sync_folder`."""
    write_synced(new, data)
    try:
        os.replace(new, path)
    except OSError:
        with suppress(OSError):
            new.unlink()
        raise


def swap(new: Path, path: Path) -> None:
    """Give two files each other's names; the disk may not have that yet: see `sync_folder`.

    So nothing that lies at `path` at that very moment is lost, whoever wrote it. Where no two
    names can be exchanged at once, as on a Mac, a copy is made the moment before. Raises
    `OSError` where both have their own names still.
    """
    if exchange(new, path):
        return
    aside = new.with_name(f"{new.name}.new")
    try:
        shutil.copy2(path, aside)
        os.replace(new, path)
    except OSError:
        with suppress(OSError):
            aside.unlink()
        raise
    try:
        os.replace(aside, new)
    except OSError:
        shutil.copy2(path, new)
        os.replace(aside, path)
        raise


def exchange(one: Path, other: Path) -> bool:
    """Exchange two names at once; False where the system or the disk cannot do that."""
    if sys.platform != "linux":
        return False
    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    names = HERE, os.fsencode(one), HERE, os.fsencode(other), SWAPPED
    return rename is not None and rename(*names) == 0


def is_open_to_write(path: Path) -> bool:
    """True where somebody has a file open and may still write to it.

    Only Linux can say so, and only of a file of one's own: no lease to read it is given then.
    """
    if sys.platform != "linux":
        return False
    number = os.open(path, os.O_RDONLY)
    try:
        fcntl.fcntl(number, F_SETSIG, signal.SIGURG)  # which disturbs nobody, unlike SIGIO
        fcntl.fcntl(number, fcntl.F_SETLEASE, fcntl.F_RDLCK)
        fcntl.fcntl(number, fcntl.F_SETLEASE, fcntl.F_UNLCK)
    except OSError as error:
        return error.errno == errno.EAGAIN
    finally:
        os.close(number)
    return False


def sync_folder(folder: Path) -> None:
    """Return once the disk has the names of a folder. Windows opens no folder, and needs none."""
    if os.name != "nt":
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def settle(folder: Path) -> None:
    """As `sync_folder`, for names that everybody sees already: what the disk refuses is logged.

    Only a power failure can undo them then, and whoever wrote them is not to be told that
    nothing was written.
    """
    try:
        sync_folder(folder)
    except OSError as error:
        LOG.warning("%s was written, but may not outlast a power failure: %s", folder, error)
