"""What `views.leans.streamlit_folium` uses of streamlit-folium without a promise of its."""

import json
import shutil
from pathlib import Path

import pytest
import streamlit_folium
from streamlit.testing.v1 import AppTest
from streamlit_folium import st_folium

from tests.browser.app import run_script
from views.atlas import prepare
from views.leans import streamlit_folium as lean
from views.leans.folium import BareMap, SentScript, named

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


def bare() -> BareMap:
    """A map with nothing in it."""
    return named(BareMap([], {}, tiles=None), "map")


def as_sent(arguments: dict) -> dict:
    """What the browser gets of them: a list and a tuple are the same there."""
    return json.loads(json.dumps(arguments))


def test_what_is_put_together_once_is_what_is_sent_each_time(monkeypatch):
    given = []
    monkeypatch.setattr(lean, "_component", lambda **arguments: given.append(arguments))
    live = lean.LiveMap(bare)
    for script in ("first()", "second()"):
        live.show(script, "map", 300)
    whole = {}
    monkeypatch.setattr(streamlit_folium, "_component_func", lambda **asked: whole.update(asked))
    st_folium(
        bare(),
        key="map",
        height=300,
        use_container_width=True,
        feature_group_to_add=SentScript("sent", "second()"),
        returned_objects=[],
    )
    for arguments in (*given, whole):
        del arguments["on_change"]
    given, whole = ([*map(as_sent, given)], as_sent(whole))
    assert "first()" in given[0].pop("feature_group")
    assert given[1] == whole, "st_folium no longer gives all to _component_func"
    del whole["feature_group"]
    assert given[0] == whole


def test_a_map_in_two_places_of_a_page_is_the_same_in_both(monkeypatch):
    given = []
    monkeypatch.setattr(lean, "_component", lambda **arguments: given.append(arguments))
    live = lean.LiveMap(bare)
    for key in ("first", "second"):
        live.show("told()", key, 300)
    for arguments in given:
        del arguments["on_change"], arguments["key"]
    assert given[0] == given[1]


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
