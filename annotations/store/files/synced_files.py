"""Files written whole: whatever stops the machine, a name has its old content or its new one."""

from __future__ import annotations

import os
from pathlib import Path


def write_synced(path: Path, data: bytes) -> None:
    """Write a file and return once the disk has it."""
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def replace(new: Path, path: Path) -> None:
    """Give the name `path` to the file `new`, at once, and return once the disk has it."""
    os.replace(new, path)
    sync_folder(path.parent)


def remove(path: Path) -> None:
    """Remove a file that is there, and return once the disk has it."""
    path.unlink()
    sync_folder(path.parent)


def write_whole(path: Path, data: bytes, new: Path) -> None:
    """Write a file via another name, `new`, in the same folder."""
    write_synced(new, data)
    replace(new, path)


def sync_folder(folder: Path) -> None:
    """Return once the disk has the names of a folder. Windows opens no folder, and needs none."""
    if os.name != "nt":
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
