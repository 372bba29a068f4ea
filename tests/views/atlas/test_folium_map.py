"""The map asks nobody else for anything, takes any text, and is the same under every filter."""

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from streamlit_folium import generate_leaflet_string

from annotations.selection.filters import Filters, select
from tests.views.routes import HOSTILE
from views.atlas.assets import STATIC, prepare
from views.atlas.folium_map import atlas_map, map_script, scene_script, script_json, show_script
from views.atlas.packed import packed, packed_state
from views.atlas.scene import map_state, scene
from views.leans.folium import SentScript

ASSETS = "../../app/static/atlas"
MADE = (f"{ASSETS}/made/map.js", f"{ASSETS}/made/scene.js")
HARMFUL = re.compile("[<>&`\u2028\u2029]|\\{[{%#]")
ASKED_FOR = re.compile(r"""(?:src|href)\s*=\s*["']([^"']*)""")
OUTSIDE = re.compile(r"(?:https?:)?//[\w.-]+\.\w+")


def page() -> str:
    """The whole HTML page that Folium makes of the map."""
    return atlas_map(ASSETS, MADE).get_root().render()


def scene_of(collection) -> tuple[dict, str]:
    """The packed scene of a collection, and the script that holds it."""
    drawn = packed(scene(collection, "en", f"{ASSETS}/relief.webp"))
    return drawn, scene_script(drawn)


def state_of(collection, filters: Filters) -> dict:
    """What the map is told to show under these filters."""
    order = scene_of(collection)[0]["id"]
    return packed_state(map_state(select(collection, filters), None), order)


def script_of(collection, filters: Filters) -> tuple[str, str]:
    """What streamlit-folium sends: the script of the map, and that of what is shown on it."""
    drawn = atlas_map(ASSETS, MADE)
    shown = SentScript("shown", show_script(state_of(collection, filters)))
    drawn.get_root().render()
    whole = generate_leaflet_string(drawn)
    shown.add_to(drawn)
    return whole, generate_leaflet_string(shown, base_id="feature_group_0")


@pytest.mark.parametrize(
    "text", [HOSTILE, "{{ 7*7 }}", "`", "</script>", "\u2028", "a\\u003cb", '"']
)
def test_a_hostile_text_comes_back_from_a_script_as_it_was(text):
    written = script_json({"title": text, "deep": [{text: text}]})
    assert not HARMFUL.search(written)
    assert json.loads(written) == {"title": text, "deep": [{text: text}]}


@settings(max_examples=25, deadline=None)
@given(st.recursive(st.text() | st.integers() | st.none(), lambda inner: st.lists(inner)))
def test_any_data_comes_back_from_a_script_as_it_was(data):
    written = script_json(data)
    assert not HARMFUL.search(written)
    assert json.loads(written) == data


def test_a_hostile_record_is_text_in_the_script_of_the_scene(hostile):
    drawn, script = scene_of(hostile)
    assert not HARMFUL.search(script)
    (text,) = re.fullmatch(r"window\.ATLAS_SCENE = JSON\.parse\((.*)\);", script).groups()
    assert json.loads(json.loads(text))["title"] == drawn["title"] == [HOSTILE]


def test_the_page_names_no_other_host():
    assert OUTSIDE.findall(page()) == []
    assert OUTSIDE.findall(page() + "<script src='//cdn.example/x.js'></script>")


def test_only_the_made_scripts_and_three_style_sheets_are_asked_for():
    sheets = ("colours/colours.css", "vendor/leaflet.css", "map/atlas.css")
    assert set(ASKED_FOR.findall(page())) == {*MADE, *(f"{ASSETS}/{name}" for name in sheets)}


def test_the_script_of_the_map_has_leaflet_first_and_the_whole_map_last():
    prepare(STATIC)
    script = map_script(STATIC)
    parts = ("Leaflet 1.9", "ATLAS_BASEMAP", "class Records", "class Atlas ", "window.AtlasMap =")
    found = [script.index(part) for part in parts]
    assert found == sorted(found)


def test_the_script_of_the_map_is_the_same_under_every_filter(records):
    filters = (Filters(), Filters(1996, 1999), Filters(countries=frozenset({"LA"})))
    wholes, shown = zip(*(script_of(records, chosen) for chosen in filters), strict=True)
    assert len(set(wholes)) == 1
    assert len(set(shown)) == len(filters)


def test_what_is_shown_is_sent_as_one_call_to_the_map_that_stands(records):
    chosen = Filters(1996, 1999)
    _, shown = script_of(records, chosen)
    (state,) = re.findall(r"window\.atlas\.show\((.*)\);", shown)
    assert json.loads(state) == state_of(records, chosen)


def test_a_script_that_was_written_is_not_run_as_a_template_once_more():
    drawn = atlas_map(ASSETS, MADE)
    shown = SentScript("shown", 'window.atlas.show("{{ 7 * 7 }}");')
    shown.add_to(drawn)
    assert 'window.atlas.show("{{ 7 * 7 }}");' in drawn.get_root().render()


def test_the_map_keeps_its_limits_of_zoom_without_tiles(records):
    whole, _ = script_of(records, Filters())
    assert '"minZoom": 3' in whole
    assert '"maxZoom": 12' in whole
