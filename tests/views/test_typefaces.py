"""The typefaces have every sign of our pages that is written in European letters, and are small."""

import csv
import re
import tomllib
import unicodedata

import pytest
from fontTools.ttLib import TTFont

from geodata import ROOT
from views.build_typefaces import ICONS, icons_named, ligatures
from views.leans.streamlit_page import typeface_of_icons

FOLDER = ROOT / "static" / "atlas" / "typefaces"
FACES = sorted(set(FOLDER.glob("*.woff2")) - {FOLDER / ICONS})
TABLES = [*sorted((ROOT / "annotations").glob("*.csv")), ROOT / "geodata" / "places.csv"]


def written() -> set[str]:
    """The letters and points of European writing that stand in tables, stories and strings."""
    stories = sorted((ROOT / "annotations" / "stories").glob("*.yaml"))
    texts = [ROOT / "views" / "locale" / "messages.pot", *stories, *TABLES]
    signs = set("".join(path.read_text(encoding="utf-8") for path in texts))
    return {
        sign
        for sign in signs
        if unicodedata.name(sign, "").startswith(("LATIN", "DIGIT")) or sign in "–—‘’“”…·×≤≥°"
    }


@pytest.mark.parametrize("path", FACES, ids=lambda path: path.stem)
def test_a_typeface_has_every_sign_that_is_written(path):
    has = TTFont(path).getBestCmap()
    assert sorted(sign for sign in written() if ord(sign) not in has) == []


@pytest.mark.parametrize("path", FACES, ids=lambda path: path.stem)
def test_a_typeface_is_small_and_does_not_bear_the_name_that_its_licence_reserves(path):
    assert path.stat().st_size < 60_000
    names = TTFont(path)["name"]
    assert not any("Source" in names.getDebugName(number) for number in (1, 4, 6))
    assert "SIL Open Font License" in names.getDebugName(13)


def test_page_map_and_lesson_ask_for_the_same_files():
    theme = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))["theme"]
    page = {face["url"].removeprefix("app/static/atlas/") for face in theme["fontFaces"]}
    style = (ROOT / "static" / "atlas" / "map" / "atlas.css").read_text(encoding="utf-8")
    assert page == set(re.findall(r"url\(\.\./(typefaces/[^)]+)\)", style))
    assert page == {f"typefaces/{path.name}" for path in FACES}


def test_the_typeface_of_icons_has_each_icon_that_streamlit_or_we_name():
    whole, ours = (ligatures(TTFont(path)) for path in (typeface_of_icons(), FOLDER / ICONS))
    named = icons_named() | {"arrow_upward", "arrow_downward", "close"}  # of the draft of a story
    assert len(named & set(whole)) > 60
    assert sorted(named & set(whole) - set(ours)) == []
    assert set(map(ord, "abcz_019")) <= set(TTFont(FOLDER / ICONS).getBestCmap())


def test_places_are_among_what_is_looked_at():
    with TABLES[-1].open(encoding="utf-8", newline="") as file:
        assert len(list(csv.reader(file))) > 50
