"""What lies beside our own static files: third-party ones, copied, and scripts that were made.

No other host is asked for anything: Leaflet comes from the package xstatic-leaflet, Plotly's script
from `views/leans/vendor/`. The typefaces lie there: see `views.build_typefaces`.
"""

from __future__ import annotations

import hashlib
import logging
import mimetypes
import os
import shutil
import tempfile
import time
from collections.abc import Collection, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from threading import RLock

from annotations.store import MADE_LIST, add_to_list, made_list, names_in_list
from geodata import ROOT
from views.leans import leaflet, plotly

LOG = logging.getLogger(__name__)
STATIC = ROOT / "static" / "atlas"
# Whoever was given an address has asked for what lies there by then.
KEPT_S, BETWEEN_SWEEPS_S = 40, 15
NOTE = "shown-"
HALF = "tmp"  # begins the name of what is not written to its end
LONG_AGO = 315_532_800  # 1 January 1980
_LEFT: set[Path] = set()


def prepare(static: Path = STATIC) -> Path:
    """Put the third-party files into `vendor/` of the static folder, if they are not there yet.

    Returns that folder. Raises `OSError`, as `FileNotFoundError` naming the package in which a file
    is missing.
    """
    # Windows may serve scripts as plain text, which a browser then refuses to run.
    mimetypes.add_type("text/javascript", ".js")
    vendor = static / "vendor"
    vendor.mkdir(parents=True, exist_ok=True)
    for package, found in _third_party().items():
        for name, source in found.items():
            _copy(source, vendor / name, package)
    return vendor


def static_file(name: str, static: Path = STATIC) -> Path:
    """A file of the static folder; of a third party's in its package, where it is not copied."""
    path = static / name
    if path.exists():
        return path
    sources = {key: source for found in _third_party().values() for key, source in found.items()}
    return sources.get(path.name, path)


@cache
def _third_party() -> Mapping[str, Mapping[str, Path]]:
    """The files that go into `vendor/`, by their package and their name."""
    return {
        "xstatic-leaflet": leaflet.files(),
        "ways-out": plotly.files(),
    }


def publish(script: str, static: Path = STATIC, ending: str = "js") -> str:
    """Put a script or page that was made into `made/` of the static folder; its path from there.

    Its name says what is in it, so browsers may keep it for good. It comes too where nothing can be
    written there: see `MadeFiles.need`.
    """
    data = script.encode("utf-8")
    path = static / "made" / f"{_short(data)}.{ending}"
    if not path.exists():
        with suppress(OSError):
            _write(data, path)
    return path.relative_to(static).as_posix()


def _write(data: bytes, path: Path) -> None:
    """Write a file whole. Raises `OSError`, and leaves nothing then."""
    path.parent.mkdir(parents=True, exist_ok=True)
    number, half = tempfile.mkstemp(dir=path.parent, prefix=HALF)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(data)
        # A browser keeps what it was told no time for the longer the older it is.
        os.utime(half, (LONG_AGO, LONG_AGO))
        os.chmod(half, 0o644)
        os.replace(half, path)
    except OSError:
        Path(half).unlink(missing_ok=True)
        raise


class MadeFiles:
    """The scripts and pages that the app makes of the tables of a folder, by their version.

    A list says what a version needs; it counts while somebody touches it at each sweep. So apps
    with other tables leave each other's files alone, and processes with the same share theirs.
    """

    def __init__(self, tables: Path, static: Path = STATIC) -> None:
        self._tables, self._folder = tables, static / "made"
        self._own = made_list(tables)
        self._needed: dict[str, set[str]] = {}
        self._lock = RLock()

    def need(self, version: str, names: Collection[str]) -> bool:
        """Keep these files while the tables have this version.

        False where one is not there that can be made again.
        """
        with self._lock:
            known = self._needed.setdefault(version, set())
            if new := set(names) - known:
                known |= new
                self._write(version, new)
        are_there = all((self._folder / name).exists() for name in names)
        return are_there or not self._can_be_written()

    def _can_be_written(self) -> bool:
        folder = self._folder if self._folder.exists() else self._folder.parent
        return os.access(folder, os.W_OK)

    def is_other(self, shown: str) -> bool:
        """True where visitors were shown something else before, by another run of the app too.

        So it is too where what says so cannot be read.
        """
        note = self._folder / self._own.replace(MADE_LIST, NOTE)
        is_new = not os.path.lexists(note)
        is_same = names_in_list(note) == {shown}
        if not is_same:
            with suppress(OSError):
                _write(shown.encode("utf-8"), note)
        return not is_new and not is_same

    def sweep(self, version: str, at_once: bool = False) -> None:
        """Remove what is not needed any more; `at_once` even what was needed a moment ago."""
        with self._lock, suppress(OSError):
            self._needed = {version: self._needed.get(version, set())}
            needed = self._lists(version, at_once)
            for name in set(os.listdir(self._folder)) - needed:
                if not name.startswith((MADE_LIST, NOTE)):
                    is_whole = not name.startswith(HALF)
                    _remove(self._folder / name, even_new=at_once and is_whole)

    def _lists(self, version: str, at_once: bool) -> set[str]:
        """The names in all lists that count; the others are removed."""
        own = self._needed[version]
        self._write(version, own - self._named(version))
        needed = own | self._named(version)
        for path in list(self._folder.glob(f"{MADE_LIST}*")):
            if path == self._list(version):
                with suppress(OSError):
                    os.utime(path)
            elif not _remove(path, even_new=at_once and path.name.startswith(self._own)):
                needed |= names_in_list(path)
        return needed

    def _named(self, version: str) -> set[str]:
        return set(names_in_list(self._list(version)))

    def _write(self, version: str, names: Collection[str]) -> None:
        """Add names to the list of a version; where nothing can be written nothing is removed."""
        with suppress(OSError):
            if names:
                self._folder.mkdir(parents=True, exist_ok=True)
                add_to_list(self._list(version), names)

    def _list(self, version: str) -> Path:
        return self._folder / made_list(self._tables, version)


def _remove(path: Path, even_new: bool) -> bool:
    """Remove a file that is old, or any; False where it stays for being new.

    What cannot be removed, a folder say, is left, and keeps nothing else from being removed. Of a
    file the log says so, once: it is served, and may show what is hidden by now.
    """
    try:
        if not even_new and not _is_old(path):
            return False
        path.unlink(missing_ok=True)
    except OSError as error:
        if path.is_file() and path not in _LEFT:
            _LEFT.add(path)
            told = "%s cannot be removed, and may show what is hidden: %s. Remove it."
            LOG.error(told, path.name, error.strerror)
    return True


def _is_old(path: Path) -> bool:
    """True for what nobody wrote lately, also by a clock that was set back since."""
    state = path.lstat()
    return abs(time.time() - max(state.st_ctime, state.st_mtime)) > KEPT_S


def _short(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:16]


def _copy(source: Path, target: Path, package: str) -> None:
    if not source.exists():
        raise FileNotFoundError(
            f"{source.name} is not in the package {package}. Install requirements.txt again."
        )
    if not target.exists() or target.stat().st_size != source.stat().st_size:
        try:
            shutil.copyfile(source, target)
        except OSError:
            target.unlink(missing_ok=True)
            raise
