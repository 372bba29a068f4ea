"""Plotly: the script that draws our charts, the classes inside them, figures as data.

Leans on: `to_dict`, which is all that is asked of a figure before it is sent to a page.
"""

from __future__ import annotations

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


class ReadyFigure(go.Figure):  # type: ignore[misc]  # plotly has no types
    """A figure of plain data that is sent as it is.

    Plotly's own figures check and copy all that is in them, which takes ten times as long as to
    make it. The tests check ours.
    """

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._ready = dict(data)

    def to_dict(self) -> dict[str, Any]:
        """The data that were given."""
        return self._ready
