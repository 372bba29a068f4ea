"""Third-party files that the map needs, copied beside our own so that no other host is asked.

Leaflet comes from the package xstatic-leaflet, the Source typefaces from Streamlit's own page.
"""

from __future__ import annotations

import mimetypes
import shutil
from importlib.resources import files
from pathlib import Path

STATIC = Path(__file__).parents[1] / "static" / "atlas"
FONTS = {
    "SourceSansVF-Upright": "source-sans",
    "SourceSansVF-Italic": "source-sans-italic",
    "SourceSerifVariable-Roman": "source-serif",
    "SourceSerifVariable-Italic": "source-serif-italic",
}


def prepare(static: Path = STATIC) -> Path:
    """Put the third-party files into `vendor/` of the static folder, if they are not there yet.

    Returns that folder. Raises `FileNotFoundError` naming the package that lacks a file.
    """
    # Windows may serve scripts as plain text, which a browser then refuses to run.
    mimetypes.add_type("text/javascript", ".js")
    vendor = static / "vendor"
    vendor.mkdir(parents=True, exist_ok=True)
    leaflet = Path(str(files("xstatic.pkg.leaflet"))) / "data"
    for name in ("leaflet.js", "leaflet.css"):
        _copy(leaflet / name, vendor / name, "xstatic-leaflet")
    media = Path(str(files("streamlit"))) / "static" / "static" / "media"
    for stem, name in FONTS.items():
        found = next(iter(sorted(media.glob(f"{stem}*.woff2"))), media / f"{stem}.woff2")
        _copy(found, vendor / f"{name}.woff2", "streamlit")
    return vendor


def _copy(source: Path, target: Path, package: str) -> None:
    if not source.exists():
        raise FileNotFoundError(
            f"{source.name} is not in the package {package}. Install requirements.txt again."
        )
    if not target.exists() or target.stat().st_size != source.stat().st_size:
        shutil.copyfile(source, target)
