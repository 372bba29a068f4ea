"""A chart in the colours of the room that it is shown in."""

from __future__ import annotations

from views.atlas import in_dark
from views.leans.plotly import Figure, ReadyFigure
from views.timeline import PlotlyFigure
from views.widgets.app import reader


def in_room(figure: PlotlyFigure | Figure) -> Figure:
    """The figure as Streamlit shows it: as it was made, or in the colours of a dark room."""
    data = figure.to_dict() if isinstance(figure, Figure) else figure
    return ReadyFigure(in_dark(data) if reader.is_dark() else data)
