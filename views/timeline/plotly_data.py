"""The plain data that Plotly draws, as types; its own names say what may stand in it."""

from __future__ import annotations

from typing import Any, TypedDict

PlotlyTrace = dict[str, object]
PlotlyNote = dict[str, object]
PlotlyLayout = dict[str, Any]


class PlotlyFigure(TypedDict):
    """A chart: what it draws, and on which paper."""

    data: list[PlotlyTrace]
    layout: PlotlyLayout
