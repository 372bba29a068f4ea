"""What `views.leans.plotly` uses of Plotly without a promise of its."""

import json
import re

import plotly.graph_objects as go
import pytest

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


def test_a_figure_of_plotly_is_the_plain_data_that_its_script_takes():
    data = plotly.as_data(go.Figure(go.Bar(y=[1, 2]), layout={"height": 90}))
    assert data["data"][0] == {"type": "bar", "y": [1, 2]} and data["layout"]["height"] == 90
    assert json.loads(json.dumps(data)) == data


def test_plain_data_stay_as_they_are():
    data = {"data": [{"type": "bar", "y": [1, 2]}], "layout": {"height": 90}}
    assert plotly.as_data(data) == data
