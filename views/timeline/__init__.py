"""How is it in time? The Plotly timeline, its bars, and the words of the player."""

from views.timeline.arrivals_bars import arrivals_traces
from views.timeline.axes import CUMULATIVE_SCALE, JOURNEYS_FLOOR, NARROW, WIDE
from views.timeline.figure import MOST_BARS, not_on_timeline, timeline, untimed
from views.timeline.player import Counts, TimeStrings, player_counts, player_strings
from views.timeline.plotly_data import PlotlyFigure, PlotlyTrace
from views.timeline.stated import STATEMENT

__all__ = [
    "CUMULATIVE_SCALE",
    "JOURNEYS_FLOOR",
    "MOST_BARS",
    "NARROW",
    "STATEMENT",
    "WIDE",
    "Counts",
    "PlotlyFigure",
    "PlotlyTrace",
    "TimeStrings",
    "arrivals_traces",
    "not_on_timeline",
    "player_counts",
    "player_strings",
    "timeline",
    "untimed",
]
