"""What `views.leans.streamlit_folium` uses of streamlit-folium without a promise of its."""

import json
import shutil
from pathlib import Path

import pytest
import streamlit_folium
from streamlit.testing.v1 import AppTest

from tests.browser.app import run_script
from views.atlas import prepare

PAGE = Path(__file__).with_name("live_map.py")
PICK = """id => layer.fire("click", {latlng: null, layer: {toGeoJSON: () => ({
    type: "Feature", id, geometry: null, properties: {}})}})"""


def sent(at: AppTest) -> tuple[str, dict]:
    """The id of the map's component, and what is sent to it."""
    (found,) = at.get("component_instance")
    return found.proto.id, json.loads(found.proto.json_args)


def test_a_script_goes_to_the_map_beside_it_and_leaves_it_the_same():
    at = AppTest.from_file(str(PAGE)).run()
    (first, args), (second, later) = sent(at), sent(at.button(key="run").click().run())
    assert "window.told = 1;" in args["feature_group"], (
        "st_folium no longer sends the script of feature_group_to_add"
    )
    assert "window.told = 2;" in later["feature_group"]
    assert (first, args["script"]) == (second, later["script"]), (
        "st_folium no longer takes a map with the same script for the same map"
    )


def test_the_frame_loads_the_scripts_that_the_map_names():
    _id, args = sent(AppTest.from_file(str(PAGE)).run())
    assert args["js_links"] == ["../../app/static/vendor/leaflet.js"], (
        "st_folium no longer takes its links from default_js of the map"
    )
    assert args["css_links"] == []


@pytest.mark.parametrize(
    "used", ["feature_group", "js_links", "last_active_drawing", "toGeoJSON", "map_div"]
)
def test_the_script_of_the_frame_knows_what_is_used_of_it(used):
    build = Path(streamlit_folium.__file__).parent / "frontend" / "build"
    script = "".join(path.read_text(encoding="utf-8") for path in build.rglob("main.*.js"))
    assert used in script, f"the frame of streamlit-folium no longer knows {used}"


def test_a_map_that_stands_runs_what_is_sent_and_tells_of_a_click(visit, tmp_path):
    prepare(tmp_path / "static")
    page = visit.page
    with run_script(Path(shutil.copy(PAGE, tmp_path))) as running:
        page.goto(running.address)
        frame = page.locator("iframe").element_handle().content_frame()
        frame.wait_for_function("window.told === 1")
        assert frame.url.removeprefix(running.address).partition("?")[0].count("/") == 3, (
            "the frame no longer lies two levels below the app: see APP_FROM_FRAME"
        )
        frame.evaluate("window.stays = true")
        frame.evaluate(PICK, "one:2")
        page.locator(".picked", has_text="one:2").wait_for()
        frame.wait_for_function("window.told === 2")
        assert frame.evaluate("window.stays"), "the map was made anew to run a script"
