"""The map to take along is one file: it opens by itself, asks nobody, and takes any title."""

import json
import re
from html import escape, unescape
from pathlib import Path

import pytest

from annotations.selection import Filters, select
from tests.bits import ids_of
from tests.views.ways import HOSTILE
from tests.views.written import LINKED, fetched, markup_of
from views.assets import prepare
from views.one_file import map_file
from views.packed import packed, packed_state
from views.scene import map_state, scene


@pytest.fixture(scope="module")
def written(static, records) -> str:
    """The file of everything there is."""
    state = map_state(select(records, Filters(1996, 1999)), ("kim-seong-min-1996", 1))
    return file_of(records, state, "Ways out", static)


def file_of(records, state: dict, title: str, static: Path) -> str:
    """The file of a state of the map."""
    drawn = packed(scene(records, "en", "relief.webp"))
    return map_file(drawn, packed_state(state, drawn["id"]), title, static)


def scene_in(page: str) -> dict:
    """The packed scene that a file holds."""
    (text,) = re.findall(r"window\.ATLAS_SCENE = JSON\.parse\((.*)\);</script>", page)
    return json.loads(json.loads(text))


def test_nothing_is_fetched_from_anywhere(written):
    page = markup_of(written)
    assert fetched(page) == set()
    assert not LINKED.findall(page)
    assert not re.findall(r"<script[^>]+>", written)


def test_something_that_is_fetched_is_found_out():
    for wrong in ('<img src="x.png">', "url(images/layers.png)", "@import 'x.css'"):
        assert fetched(wrong)


def test_only_our_own_tiles_switch_names_an_outside_host_in_a_script(static):
    """Tiles are asked for where the reader switches them on, and this file has no switch."""
    hosts = set()
    for path in static.glob("*.js"):
        hosts |= set(re.findall(r"https?://([\w.-]+)", path.read_text(encoding="utf-8")))
    assert hosts <= {"tile.openstreetmap.org"}


def test_typefaces_and_relief_are_inside(written, static):
    page = markup_of(written)
    assert page.count("data:font/woff2;base64,") == len(
        re.findall(r"url\(vendor/", (static / "atlas.css").read_text(encoding="utf-8"))
    )
    assert "data:font/woff2;base64," in page
    assert scene_in(written)["relief"]["url"].startswith("data:image/webp;base64,")


def test_the_file_shows_what_is_on_the_screen(written, records):
    (state,) = re.findall(r"\natlas\.show\((.*)\);\n", written)
    told = json.loads(state)
    drawn = scene_in(written)
    assert ids_of(told["ids"], drawn["id"]) == ["kim-seong-min-1996"]
    assert told["open"] == {"journey": "kim-seong-min-1996", "stop": 1}
    assert drawn["id"] == [one["id"] for one in scene(records, "en", None)["journeys"]]


def test_a_hostile_title_is_text(static, hostile):
    state = map_state(select(hostile, Filters()), None)
    page = file_of(hostile, state, HOSTILE, static)
    (title,) = re.findall(r"<title>(.*?)</title>", page, flags=re.DOTALL)
    assert title == escape(HOSTILE)
    assert unescape(title) == HOSTILE
    assert page.count("<script>") == page.count("</script>")
    assert "<script>alert" not in page


def test_a_file_without_a_scene_is_still_a_page(static, empty):
    page = file_of(empty, map_state(select(empty, Filters()), None), "", static)
    assert page.startswith("<!doctype html>")
    assert page.rstrip().endswith("</html>")


def test_without_the_third_party_files_the_error_names_the_one_that_is_missing(tmp_path, empty):
    with pytest.raises(FileNotFoundError, match=r"leaflet\.css|leaflet\.js"):
        map_file(packed(scene(empty, "en", None)), {}, "", tmp_path)


def test_preparing_twice_copies_nothing_anew(static):
    before = {path: path.stat().st_mtime_ns for path in (static / "vendor").iterdir()}
    assert prepare(static) == static / "vendor"
    assert {path: path.stat().st_mtime_ns for path in (static / "vendor").iterdir()} == before


def test_a_file_that_was_cut_short_is_put_in_place_again(tmp_path):
    vendor = prepare(tmp_path)
    whole = (vendor / "leaflet.js").read_bytes()
    (vendor / "leaflet.js").write_bytes(whole[:100])
    prepare(tmp_path)
    assert (vendor / "leaflet.js").read_bytes() == whole
