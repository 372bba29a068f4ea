"""Leaflet: where the package xstatic-leaflet keeps it."""

from __future__ import annotations

from importlib import resources
from pathlib import Path


def files() -> dict[str, Path]:
    """The files of Leaflet that a browser needs, by name."""
    data = Path(str(resources.files("xstatic.pkg.leaflet"))) / "data"
    return {name: data / name for name in ("leaflet.js", "leaflet.css")}
