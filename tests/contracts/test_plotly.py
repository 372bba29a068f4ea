"""What `views.leans.plotly` uses of Plotly without a promise of its."""

import re

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
