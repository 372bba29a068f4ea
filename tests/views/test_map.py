"""The map asks nobody else for anything, takes any text, and is the same under every filter."""

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from streamlit_folium import generate_leaflet_string

from annotations.selection import Filters, select
from tests.views.ways import HOSTILE
from views.map import SCRIPTS, Shown, atlas_map, script_json
from views.scene import map_state, scene

ASSETS = "../../app/static/atlas"
HARMFUL = re.compile("[<>&`\u2028\u2029]|\\{[{%#]")
ASKED_FOR = re.compile(r"""(?:src|href)\s*=\s*["']([^"']*)""")
OUTSIDE = re.compile(r"(?:https?:)?//[\w.-]+\.\w+")


def page_of(collection) -> str:
    """The whole HTML page that Folium makes of a collection's map."""
    return atlas_map(scene(collection, "en", f"{ASSETS}/relief.webp"), ASSETS).get_root().render()


def script_of(collection, filters: Filters) -> tuple[str, str]:
    """What streamlit-folium sends: the script of the map, and that of what is shown on it."""
    drawn = atlas_map(scene(collection, "en", None), ASSETS)
    shown = Shown(map_state(select(collection, filters), None))
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


def test_a_hostile_collection_adds_no_element_to_the_page(hostile, empty):
    tags = re.compile(r"<\s*/?\s*\w+")
    assert tags.findall(page_of(hostile)) == tags.findall(page_of(empty))


def test_braces_in_a_record_are_text_and_no_template_that_runs(hostile):
    page = page_of(hostile)
    titles = re.findall(r'"title":("(?:[^"\\]|\\.)*")', page)
    assert [json.loads(title) for title in titles] == [HOSTILE]


def test_the_page_names_no_other_host(records):
    page = page_of(records)
    assert OUTSIDE.findall(page) == []
    assert OUTSIDE.findall(page + "<script src='//cdn.example/x.js'></script>")


def test_only_leaflet_and_our_own_files_are_asked_for(records):
    own = {f"{ASSETS}/{name}" for name in SCRIPTS}
    vendor = {f"{ASSETS}/vendor/leaflet.js", f"{ASSETS}/vendor/leaflet.css"}
    assert set(ASKED_FOR.findall(page_of(records))) == own | vendor | {f"{ASSETS}/atlas.css"}


def test_the_script_of_the_map_is_the_same_under_every_filter(records):
    filters = (Filters(), Filters(1996, 1999), Filters(countries=frozenset({"LA"})))
    wholes, shown = zip(*(script_of(records, chosen) for chosen in filters), strict=True)
    assert len(set(wholes)) == 1
    assert len(set(shown)) == len(filters)


def test_what_is_shown_is_sent_as_one_call_to_the_map_that_stands(records):
    chosen = Filters(1996, 1999)
    _, shown = script_of(records, chosen)
    (state,) = re.findall(r"window\.atlas\.show\((.*)\);", shown)
    assert json.loads(state) == map_state(select(records, chosen), None)


def test_the_map_keeps_its_limits_of_zoom_without_tiles(records):
    whole, _ = script_of(records, Filters())
    assert '"minZoom": 3' in whole
    assert '"maxZoom": 12' in whole
