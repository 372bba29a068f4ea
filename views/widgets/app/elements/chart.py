"""A chart in the colours of the room that it is shown in.

It is drawn by a script of ours, which keeps it in its place when its figure changes. Streamlit's
own chart is made anew then, and drawn twice.
"""

from __future__ import annotations

from collections.abc import Sequence

import orjson

from views.atlas import in_dark
from views.leans.plotly import Figure, as_data
from views.text import _
from views.timeline import PlotlyFigure
from views.widgets.app import reader
from views.widgets.app.elements.component import component

PLOTLY = "./app/static/atlas/vendor/plotly.min.js"  # seen from any page
TO_FILE = "toImage"  # Plotly's name of its button that saves a picture

_chart = component("chart", "widgets/chart.js")


def chart(figure: PlotlyFigure | Figure, key: str, label: str, buttons: Sequence[str] = ()) -> None:
    """Show a figure; `label` says what it is to a reader who does not see it.

    `buttons` are those of Plotly that stand above it.
    """
    data = as_data(figure)
    _chart(
        key=key,
        data={
            "figure": orjson.dumps(in_dark(data) if reader.is_dark() else data).decode(),
            "options": {
                "displayModeBar": "hover" if buttons else False,
                "displaylogo": False,
                "modeBarButtons": [list(buttons)],
            },
            "label": label,
            "plotly": PLOTLY,
            "failed": _("This chart did not come. Load the page again."),
        },
    )
