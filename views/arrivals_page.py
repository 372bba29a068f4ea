"""The arrivals as a chart of their own, and how to read it."""

from __future__ import annotations

import plotly.graph_objects as go

from annotations.records import Collection
from annotations.selection import FIRST_YEAR, LAST_YEAR, Filters
from views.arrivals_bars import arrivals_traces
from views.colours import HAIRLINE, INK, PAGE
from views.i18n import _
from views.markup import Markup, el

HEIGHT = 340


def arrivals_figure(collection: Collection) -> go.Figure:
    """Every count as a bar as wide as its years: men, women, and totals without a split."""
    figure = go.Figure(arrivals_traces(collection, Filters()))
    for trace, name in zip(
        figure.data, (_("men"), _("women"), _("total, no split published")), strict=True
    ):
        trace.update(name=name, showlegend=True)
    figure.update_layout(
        height=HEIGHT,
        barmode="overlay",
        margin={"l": 48, "r": 10, "t": 10, "b": 30},
        paper_bgcolor=PAGE,
        plot_bgcolor=PAGE,
        font={"family": '"Source Sans", "Noto Sans", sans-serif', "size": 13, "color": INK},
        hoverlabel={
            "bgcolor": PAGE,
            "bordercolor": HAIRLINE,
            "font": {"color": INK},
            "align": "left",
        },
        legend={"orientation": "h", "x": 0, "y": 1.0, "yanchor": "top", "bgcolor": "rgba(0,0,0,0)"},
        xaxis={
            "type": "date",
            "range": [f"{FIRST_YEAR}-01-01", f"{LAST_YEAR}-01-01"],
            "tickformat": "%Y",
            "ticklabelmode": "period",
            "tickangle": 0,
            "fixedrange": True,
            "showgrid": False,
        },
        yaxis={
            "range": [0, 3400],
            "tickformat": ",",
            "gridcolor": HAIRLINE,
            "fixedrange": True,
            "zeroline": False,
        },
    )
    return figure


def traps() -> Markup:
    """Three things that most charts of these numbers get wrong, in our own words."""
    lines = (
        _(
            "The first figure of the ministry’s table is everyone who came from the war to the "
            "end of 1998. It is not the year 1998, in which 71 people came."
        ),
        _(
            "The second covers 1999, 2000 and 2001 together. Both are drawn here as wide, pale "
            "bars, behind the single years."
        ),
        _(
            "Before 2002 single years are known as totals only: no split by sex was published in "
            "what we saw."
        ),
        _(
            "Older releases differ by a few people a year, because the ministry revised earlier "
            "years. The last column lists the figures that we saw."
        ),
    )
    return el("div", el("ul", *(el("li", line) for line in lines)), cls="prose")
