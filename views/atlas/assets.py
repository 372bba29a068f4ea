"""What lies beside our own static files: third-party ones, copied, and scripts that were made.

No other host is asked for anything: Leaflet comes from the package xstatic-leaflet, Plotly's script
from plotly, the Source typefaces from Streamlit's own page.
"""

from __future__ import annotations

import hashlib
import mimetypes
import os
import shutil
import tempfile
import time
from collections.abc import Collection
from functools import cache
from pathlib import Path

from geodata import ROOT
from views.leans import leaflet, plotly, streamlit

STATIC = ROOT / "static" / "atlas"
KEPT_S = 60 * 86_400
LONG_AGO = 315_532_800  # 1 January 1980


def prepare(static: Path = STATIC) -> Path:
    """Put the third-party files into `vendor/` of the static folder, if they are not there yet.

    Returns that folder. Raises `FileNotFoundError` naming the package in which a file is missing.
    """
    # Windows may serve scripts as plain text, which a browser then refuses to run.
    mimetypes.add_type("text/javascript", ".js")
    vendor = static / "vendor"
    vendor.mkdir(parents=True, exist_ok=True)
    copies = {
        "xstatic-leaflet": leaflet.files(),
        "plotly": plotly.files(),
        "streamlit": streamlit.typefaces(),
    }
    for package, found in copies.items():
        for name, source in found.items():
            _copy(source, vendor / name, package)
    return vendor


@cache
def _forget_old_ones(folder: Path) -> None:
    """Remove what was made so long ago that no copy of the app can still be naming it."""
    for old in folder.glob("*.*"):
        if time.time() - old.stat().st_ctime > KEPT_S:
            old.unlink(missing_ok=True)


def publish(script: str, static: Path = STATIC, ending: str = "js") -> str:
    """Put a script or page that was made into `made/` of the static folder; its path from there.

    Its name says what is in it, so browsers may keep it for good.
    """
    folder = static / "made"
    folder.mkdir(parents=True, exist_ok=True)
    _forget_old_ones(folder)
    data = script.encode("utf-8")
    path = folder / f"{_short(data)}.{ending}"
    if not path.exists():
        with tempfile.NamedTemporaryFile(dir=folder, delete=False) as file:
            file.write(data)
        # A browser keeps what it was told no time for the longer the older it is.
        os.utime(file.name, (LONG_AGO, LONG_AGO))
        os.chmod(file.name, 0o644)
        os.replace(file.name, path)
    return path.relative_to(static).as_posix()


def is_published(address: str, static: Path = STATIC) -> bool:
    """True while what was made lies where an address ends."""
    return (static / "made" / address.rpartition("/")[2]).exists()


def forget_hidden(
    shown: str, tables: str, words: Collection[str], static: Path = STATIC
) -> None:
    """Remove what was made with these words in it, once visitors are shown something else.

    `shown` says by what they are shown something of these `tables`; `words` name what they are
    shown in less detail, or not at all. What was shown last is kept beside what was made, for a
    copy of the app that starts later.
    """
    folder = static / "made"
    folder.mkdir(parents=True, exist_ok=True)
    note = folder / f"shown-{_short(tables.encode())}"
    if note.exists() and note.read_text(encoding="utf-8") != shown:
        for path in folder.glob("*.*"):
            text = path.read_text(encoding="utf-8", errors="replace")
            if any(word in text for word in words):
                path.unlink(missing_ok=True)
    note.write_text(shown, encoding="utf-8")


def _short(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:16]


def _copy(source: Path, target: Path, package: str) -> None:
    if not source.exists():
        raise FileNotFoundError(
            f"{source.name} is not in the package {package}. Install requirements.txt again."
        )
    if not target.exists() or target.stat().st_size != source.stat().st_size:
        shutil.copyfile(source, target)
