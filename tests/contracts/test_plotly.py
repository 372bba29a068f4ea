"""What `views.leans.plotly` uses of Plotly without a promise of its."""

import json
import re

import plotly.graph_objects as go
import pytest
from streamlit.testing.v1 import AppTest

from geodata import ROOT
from views.leans import plotly


def names_used() -> list[str]:
    """The classes and events of a chart that our scripts and styles name."""
    ours = [
        path
        for path in (*(ROOT / "static").rglob("*.*"), *(ROOT / "views").rglob("*.*"))
        if path.suffix in (".js", ".css") and path.parent.name not in ("vendor", "made")
    ]
    text = "\n".join(path.read_text(encoding="utf-8") for path in ours)
    found = set(re.findall(r"\b(?:plotly_\w+|js-plotly-plot|nsewdrag|textpoint)\b", text))
    assert "plotly_afterplot" in found and "textpoint" in found
    return sorted(found)


def test_the_package_has_its_script():
    missing = [str(path) for path in plotly.files().values() if not path.is_file()]
    assert missing == [], "plotly keeps its script somewhere else now"


@pytest.mark.parametrize("name", names_used())
def test_a_class_or_event_that_is_used_is_one_of_a_chart(name):
    (script,) = plotly.files().values()
    assert name in script.read_text("utf-8"), f"nothing of a chart is called {name} any more"


def _page() -> None:
    import streamlit as st

    from views.leans.plotly import ReadyFigure

    st.plotly_chart(ReadyFigure({"data": [{"type": "bar", "y": [1, 2]}], "layout": {"height": 90}}))


def test_a_ready_figure_is_sent_as_it_is():
    (chart,) = AppTest.from_function(_page).run().get("plotly_chart")
    sent = json.loads(chart.proto.spec)
    assert sent == {"data": [{"type": "bar", "y": [1, 2]}], "layout": {"height": 90}}


def test_a_ready_figure_is_a_figure_to_plotly():
    ready = plotly.ReadyFigure({"data": [], "layout": {"height": 90}})
    assert go.Figure(ready.to_dict()).layout.height == 90
