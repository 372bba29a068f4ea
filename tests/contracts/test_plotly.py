"""What `views.leans.plotly` uses of Plotly without a promise of its."""

import re

import pytest

from views.leans import plotly


def test_the_package_has_its_script():
    missing = [str(path) for path in plotly.files().values() if not path.is_file()]
    assert missing == [], "plotly keeps its script somewhere else now"


@pytest.mark.parametrize(
    "name",
    sorted(set(re.findall(r"\.((?!st-key)[a-z]+)\b(?=[^}]*\{)", plotly.STYLE.read_text("utf-8")))),
)
def test_a_class_that_is_styled_is_one_of_a_chart(name):
    (script,) = plotly.files().values()
    assert name in script.read_text("utf-8"), f"no part of a chart has the class {name} any more"
