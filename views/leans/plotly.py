"""Plotly: where the package keeps its script, and the classes inside its charts."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

STYLE = Path(__file__).with_suffix(".css")


def files() -> dict[str, Path]:
    """The script of Plotly, by name."""
    data = Path(str(resources.files("plotly"))) / "package_data"
    return {"plotly.min.js": data / "plotly.min.js"}
