"""What `views.leans.streamlit_page` uses of Streamlit's page without a promise of its."""

import re
import shutil
import subprocess
from importlib import resources
from pathlib import Path

import pytest

from views.leans import plotly, streamlit_page
from views.leans.streamlit_page import chart_name, chart_with, page_folder, scripts_of

INDEX = (page_folder() / "index.html").read_bytes()
LEAN = plotly.SCRIPT.read_text(encoding="utf-8")


def test_the_chart_has_the_whole_of_plotly_as_one_module_which_ours_takes_the_place_of():
    before, found, after = chart_with(LEAN).partition(LEAN)
    assert found, "Plotly is not found in the script of the chart any more"
    assert len(before) + len(after) < 60_000, "much of Plotly's own script is left"
    assert before.endswith("const module=t;") or re.search(r"const module=\w+;$", before)
    assert "export{" in after and ".react(" in before


@pytest.mark.skipif(not shutil.which("node"), reason="needs node")
def test_the_chart_with_our_plotly_is_a_script(tmp_path):
    path = tmp_path / "chart.mjs"
    path.write_text(chart_with(LEAN), encoding="utf-8")
    subprocess.run(["node", "--check", path], check=True)


def test_our_plotly_is_the_version_that_its_package_brings():
    package = Path(str(resources.files("plotly"))) / "package_data" / "plotly.min.js"
    version = re.search(r"plotly\.js v([\d.]+)", package.read_text("utf-8")[:200])[1]
    assert f"plotly.js (basic - minified) v{version}" in LEAN[:200]


def test_the_scripts_of_an_element_are_those_it_imports_and_the_page_does_not_name():
    found = scripts_of(("Html", "PlotlyChart"))
    assert found[0].startswith("Html.") and chart_name() in found
    assert any(name.startswith("purify") for name in found), "an import is written otherwise"
    assert len(set(found)) == len(found) > 4
    assert not any(name.encode() in INDEX for name in found)
    assert all((page_folder() / "static" / "js" / name).is_file() for name in found)


def test_where_plotly_is_not_found_in_it_the_chart_stays_as_it_is(tmp_path, monkeypatch):
    (tmp_path / "PlotlyChart.1.js").write_text("export{a as default};", encoding="utf-8")
    monkeypatch.setattr(streamlit_page, "_scripts", lambda: tmp_path)
    assert chart_with(LEAN) == "export{a as default};"


def test_what_is_put_into_the_page_has_its_place_there():
    assert INDEX.count(streamlit_page.HEAD_END) == INDEX.count(streamlit_page.BODY_START) == 1
    assert len(streamlit_page.PRELOADED_TYPEFACE.findall(INDEX)) == 1
    assert len(streamlit_page.NO_SCRIPT.findall(INDEX)) == 1
    assert b'id="root"' in INDEX
