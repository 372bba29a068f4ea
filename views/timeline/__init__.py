"""How is it in time? The Plotly timeline, its bars, and the words of the player."""

from views.timeline.arrivals_bars import arrivals_traces
from views.timeline.axes import CUMULATIVE_SCALE, JOURNEYS_FLOOR
from views.timeline.figure import MOST_BARS, not_on_timeline, timeline, untimed
from views.timeline.player import TimeStrings, counts_by_year, player_strings
from views.timeline.plotly_data import PlotlyFigure, PlotlyTrace

__all__ = [
    "CUMULATIVE_SCALE",
    "JOURNEYS_FLOOR",
    "MOST_BARS",
    "PlotlyFigure",
    "PlotlyTrace",
    "TimeStrings",
    "arrivals_traces",
    "counts_by_year",
    "not_on_timeline",
    "player_strings",
    "timeline",
    "untimed",
]
