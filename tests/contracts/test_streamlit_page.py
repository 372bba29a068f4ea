"""What `views.leans.streamlit_page` uses of Streamlit's page without a promise of its."""

import re
from importlib import resources
from pathlib import Path

from views.leans import plotly, streamlit_page
from views.leans.streamlit_page import page_folder, scripts_of

INDEX = (page_folder() / "index.html").read_bytes()
LEAN = plotly.SCRIPT.read_text(encoding="utf-8")


def test_our_plotly_is_the_version_that_its_package_brings():
    package = Path(str(resources.files("plotly"))) / "package_data" / "plotly.min.js"
    version = re.search(r"plotly\.js v([\d.]+)", package.read_text("utf-8")[:200])[1]
    assert f"plotly.js (basic - minified) v{version}" in LEAN[:200]


def test_the_scripts_of_an_element_are_those_it_imports_and_the_page_does_not_name():
    found = scripts_of(("Html", "BidiComponent"))
    assert found[0].startswith("Html.")
    assert any(name.startswith("purify") for name in found), "an import is written otherwise"
    assert len(set(found)) == len(found) > 4
    assert not any(name.encode() in INDEX for name in found)
    assert all((page_folder() / "static" / "js" / name).is_file() for name in found)


def test_what_is_put_into_the_page_has_its_place_there():
    assert INDEX.count(streamlit_page.HEAD_END) == INDEX.count(streamlit_page.BODY_START) == 1
    assert len(streamlit_page.PRELOADED_TYPEFACE.findall(INDEX)) == 1
    assert len(streamlit_page.NO_SCRIPT.findall(INDEX)) == 1
    assert b'id="root"' in INDEX
