"""Plotly: the script that draws our charts, the classes inside them, figures as data.

Leans on: `to_json`, by which a figure becomes what its script takes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import plotly.graph_objects as go

Figure = go.Figure
STYLE = Path(__file__).with_suffix(".css")
# Its part for bars and lines, as its makers publish it: see `docs/develop/rebuild.md`.
SCRIPT = Path(__file__).with_name("vendor") / "plotly-basic.min.js"


def files() -> dict[str, Path]:
    """The script of Plotly, by name."""
    return {"plotly.min.js": SCRIPT}


def as_data(figure: Mapping[str, Any] | go.Figure) -> dict[str, Any]:
    """A figure as the plain data that the script takes."""
    whole = json.loads(figure.to_json()) if isinstance(figure, go.Figure) else figure
    return dict(whole)
