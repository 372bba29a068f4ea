"""The built basemap, checked against facts that its readers know, and drawn in a browser."""

import csv
import json
from itertools import pairwise
from pathlib import Path

import pytest

from geodata import ROOT, basemap
from views.atlas.scripts import page_script

ATLAS = ROOT / "static" / "atlas"
COUNTRIES = "KP CN KR LA TH MN VN MM KH RU PH".split()
VIEWS = [
    (1400, 900, 36.0, 115.0, 4.5, "en"),
    (1400, 900, 40.0, 125.0, 6, "en"),
    (1400, 900, 42.9, 129.8, 7, "ko"),
    (1400, 900, 42.9, 129.8, 9, "en"),
    (1920, 1080, 20.0, 102.0, 6, "en"),
    (390, 844, 36.0, 118.0, 4, "en"),
    (390, 844, 42.9, 129.8, 8, "zh"),
]

WHOLE = basemap.whole()


def lines(geometry):
    """Each ring or line of a geometry as `(lon, lat)` points."""
    topology = WHOLE["topology"]
    rings = geometry["arcs"]
    if geometry["type"] == "MultiPolygon":
        rings = [ring for polygon in rings for ring in polygon]
    return [[at for number in ring for at in points(topology, number)] for ring in rings]


def points(topology, number):
    scale, origin = topology["transform"]["scale"], topology["transform"]["translate"]
    x = y = 0
    found = []
    for dx, dy in topology["arcs"][number if number >= 0 else ~number]:
        x, y = x + dx, y + dy
        found.append((x * scale[0] + origin[0], y * scale[1] + origin[1]))
    return found if number >= 0 else found[::-1]


def lies_in(lat, lon, rings):
    odd = False
    for ring in rings:
        for (x0, y0), (x1, y1) in pairwise(ring):
            if (y0 > lat) != (y1 > lat) and lon < (x1 - x0) * (lat - y0) / (y1 - y0) + x0:
                odd = not odd
    return odd


def units(country=None):
    every = WHOLE["topology"]["objects"]["units"]["geometries"]
    return [u for u in every if country is None or u["properties"]["country"] == country]


def river(code):
    rivers = WHOLE["topology"]["objects"]["rivers"]["geometries"]
    (found,) = [one for one in rivers if one["properties"].get("code") == code]
    return [point for line in lines(found) for point in line]


@pytest.mark.parametrize(
    ("code", "lat", "lon", "near"),
    [
        ("river:Tumen", 42.96, 129.85, "the town of Tumen"),
        ("river:Yalu", 40.12, 124.39, "Dandong"),
        ("river:Yalu", 41.41, 128.19, "Hyesan"),
        ("river:Mekong", 20.27, 100.41, "Chiang Khong"),
        ("river:Mekong", 17.97, 102.61, "Vientiane"),
        ("river:Yangtze", 29.56, 106.58, "Chongqing"),
        ("river:Amur", 48.48, 135.06, "Khabarovsk"),
    ],
)
def test_a_river_passes_the_towns_that_stand_on_it(code, lat, lon, near):
    away = min(abs(y - lat) + abs(x - lon) for x, y in river(code))
    assert away < 0.12, f"{code} misses {near} by {away:.2f} degrees"


@pytest.mark.parametrize("code", COUNTRIES)
def test_the_name_of_a_country_stands_in_its_outline(code):
    lat, lon = basemap.anchor(code)
    assert any(lies_in(lat, lon, lines(unit)) for unit in units(code))


def test_the_name_of_a_country_does_not_stand_in_another():
    lat, lon = basemap.anchor("KP")
    assert not any(lies_in(lat, lon, lines(unit)) for unit in units("CN") + units("KR"))


def test_the_name_of_every_province_stands_in_its_outline():
    named = [unit for unit in units() if "at" in unit["properties"]]
    outside = [
        unit["properties"]["code"]
        for unit in named
        if not lies_in(*unit["properties"]["at"], lines(unit))
    ]
    assert len(named) > 250 and outside == []


def test_the_anchor_of_a_river_is_on_the_river():
    lat, lon = basemap.anchor("river:Tumen")
    assert min(abs(y - lat) + abs(x - lon) for x, y in river("river:Tumen")) < 0.1


def test_provinces_have_one_code_each_and_names_in_three_languages():
    rows = [unit["properties"] for unit in units() if "at" in unit["properties"]]
    codes = [row["code"] for row in rows]
    assert len(codes) == len(set(codes))
    assert {"KP-09", "KP-10", "CN-JL", "CN-LN", "CN-YN", "LA-OU", "TH-57", "MN-063"} <= set(codes)
    wanting = [row["code"] for row in rows if not (row["en"] and row["ko"] and row["zh"])]
    assert wanting == []


def test_the_old_numbers_of_chinas_provinces_are_still_understood():
    assert basemap.anchor("CN-22") == basemap.anchor("CN-JL")
    assert "CN-22" in basemap.unit_codes()


def test_a_code_that_the_basemap_does_not_have_is_an_error_that_says_so():
    with pytest.raises(basemap.UnknownUnit, match="XX-99"):
        basemap.anchor("XX-99")
    assert "XX-99" not in basemap.unit_codes()


def test_every_place_with_an_extent_names_units_that_can_be_drawn():
    with (ROOT / "geodata" / "places.csv").open(encoding="utf-8", newline="") as file:
        extents = [row["extent"].split(";") for row in csv.DictReader(file) if row["extent"]]
    named = {code for extent in extents for code in extent if not code.startswith("place:")}
    assert named and named <= basemap.unit_codes()


def test_each_line_is_stored_once_and_knows_what_it_is():
    topology = WHOLE["topology"]
    assert len(topology["kinds"]) == len(topology["arcs"])
    uses = {}
    for unit in units():
        for polygon in unit["arcs"]:
            for number in (n for ring in polygon for n in ring):
                arc = number if number >= 0 else ~number
                uses.setdefault(arc, []).append(unit["properties"]["country"])
    sides = {arc: (len(countries), len(set(countries))) for arc, countries in uses.items()}
    kinds = {"c": (1, 1), "b": (2, 2), "p": (2, 1), "q": (2, 1)}
    wrong = [arc for arc, have in sides.items() if kinds.get(topology["kinds"][arc], have) != have]
    assert wrong == []


def test_a_border_town_has_the_country_of_the_gazetteer_not_of_the_outline():
    country = {row[0]: row[7] for row in WHOLE["towns"]}
    kp = {"Hyesan", "Musan", "Hoeryong", "Namyang", "Sinuiju"}
    cn = {"Tumen", "Changbai", "Ji’an", "Dandong", "Hunchun"}
    assert {country[name] for name in kp} == {"KP"}
    assert {country[name] for name in cn} == {"CN"}
    assert country["Mong Cai"] == "VN"


def test_a_sea_under_dispute_carries_both_names():
    names = {row["en"] for row in WHOLE["waters"] if row["code"] == "sea:East Sea"}
    assert names == {"East Sea / Sea of Japan"}


@pytest.mark.parametrize(
    ("name", "most_bytes"),
    [("basemap-data.js", 1_000_000), ("relief.webp", 600_000)],
)
def test_what_a_visitor_loads_stays_small(name, most_bytes):
    assert (ATLAS / name).stat().st_size <= most_bytes


def test_the_licences_name_every_source():
    text = (ROOT / "geodata" / "LICENSES.md").read_text(encoding="utf-8")
    for word in ("Natural Earth", "public domain", "GeoNames", "CC BY 4.0", "Unicode"):
        assert word in text
    assert "Natural Earth" in WHOLE["credit"] and "CC BY 4.0" in WHOLE["credit"]


@pytest.fixture(scope="module")
def sheet(browser, tmp_path_factory):
    """A page with nothing but the basemap, opened from a file: `window.base`, `window.map`."""
    xstatic = pytest.importorskip("xstatic.pkg.leaflet")
    page_file = tmp_path_factory.mktemp("sheet") / "sheet.html"
    ours = page_file.with_name("map.js")
    ours.write_text(page_script(ATLAS, "map/index.js", "AtlasMap"), encoding="utf-8")
    parts = [Path(xstatic.BASE_DIR) / "leaflet.js", ATLAS / "basemap-data.js", ours]
    scripts = "".join(f'<script src="{path.as_uri()}"></script>' for path in parts)
    colours = f'<link rel=stylesheet href="{(ATLAS / "colours" / "colours.css").as_uri()}">'
    page_file.write_text(
        f"<!doctype html><meta charset=utf-8><style>html,body,#map{{height:100%;margin:0}}</style>"
        f"{colours}<div id=map></div>{scripts}<script>"
        "window.map = L.map('map', {zoomSnap: 0, fadeAnimation: false}).setView([36, 115], 4);"
        "window.base = new AtlasMap.Basemap(window.ATLAS_BASEMAP).addTo(window.map);</script>",
        encoding="utf-8",
    )
    page = browser.new_page()
    page.goto(page_file.as_uri())
    page.evaluate("document.fonts.ready")
    yield page
    page.close()


def show(sheet, width, height, lat, lon, zoom, lang="en"):
    sheet.set_viewport_size({"width": width, "height": height})
    return sheet.evaluate(
        "([lat, lon, zoom, lang]) => { map.invalidateSize({animate: false});"
        " map.setView([lat, lon], zoom, {animate: false}); base.setLang(lang);"
        " return base.labels(); }",
        [lat, lon, zoom, lang],
    )


def overlapping(labels):
    return [
        (a["text"], b["text"])
        for i, a in enumerate(labels)
        for b in labels[:i]
        if a["x"] < b["x"] + b["w"]
        and b["x"] < a["x"] + a["w"]
        and a["y"] < b["y"] + b["h"]
        and b["y"] < a["y"] + a["h"]
    ]


def test_the_check_for_overlaps_sees_one():
    name = {"text": "Tumen", "x": 0, "y": 0, "w": 40, "h": 12}
    assert overlapping([name, {**name, "x": 39}]) == [("Tumen", "Tumen")]


@pytest.mark.browser
@pytest.mark.parametrize("view", VIEWS, ids=lambda view: "-".join(map(str, view)))
def test_no_name_lies_on_another_or_leaves_the_map(sheet, view):
    labels = show(sheet, *view)
    assert len(labels) >= 12 and overlapping(labels) == []
    width, height = view[:2]
    inside = [a for a in labels if a["x"] >= 0 and a["y"] >= 0]
    inside = [a for a in inside if a["x"] + a["w"] <= width and a["y"] + a["h"] <= height]
    assert inside == labels


@pytest.mark.browser
@pytest.mark.parametrize("view", [*VIEWS, (1400, 900, 20.3, 101.0, 9, "en")])
def test_the_name_of_a_country_never_stands_in_another(sheet, view):
    labels = [a for a in show(sheet, *view[:5]) if a["kind"] == "country"]
    code = {row["en"]: row["code"] for row in WHOLE["countries"]}
    stands_in = sheet.evaluate(
        "(labels) => labels.map((a) => base.unitAt(map.containerPointToLatLng("
        "[a.x + a.w / 2, a.y + a.h / 2])))",
        labels,
    )
    named = {a["text"]: unit[:2] for a, unit in zip(labels, stands_in, strict=True) if unit}
    assert named and named == {text: code[text] for text in named}


@pytest.mark.browser
def test_the_town_and_the_river_of_one_name_are_both_there_near_the_border(sheet):
    kinds = {a["kind"] for a in show(sheet, 1400, 900, 42.6, 129.6, 8) if a["text"] == "Tumen"}
    assert kinds == {"town", "river"}


@pytest.mark.browser
def test_names_keep_off_what_journeys_draw(sheet):
    (seoul,) = [a for a in show(sheet, 1400, 900, 37.5, 127, 6) if a["text"] == "Seoul"]
    taken = {"x": seoul["x"], "y": seoul["y"], "w": seoul["w"], "h": seoul["h"]}
    sheet.evaluate("(box) => void base.setObstacles(() => [box])", taken)
    labels = sheet.evaluate("base.labels()")
    sheet.evaluate("void base.setObstacles(null)")
    assert overlapping([{**taken, "text": "a stop"}, *labels]) == []


@pytest.mark.browser
def test_a_point_for_several_units_lies_in_one_of_them(sheet):
    found = sheet.evaluate(
        "['KP', 'CN-22', ['CN-LN', 'CN-JL', 'CN-HL'], ['CN-YN', 'CN-GX']]"
        ".map((codes) => base.unitAt(base.anchor(codes)))"
    )
    assert found[0].startswith("KP-") and found[1] == "CN-JL"
    assert found[2] in {"CN-LN", "CN-JL", "CN-HL"} and found[3] in {"CN-YN", "CN-GX"}
    border = sheet.evaluate("base.anchor(['river:Tumen', 'river:Yalu'])")
    on_border = river("river:Tumen") + river("river:Yalu")
    assert min(abs(y - border["lat"]) + abs(x - border["lng"]) for x, y in on_border) < 0.01
    assert sheet.evaluate("base.anchor(['nowhere'])") is None


@pytest.mark.browser
def test_a_marked_unit_changes_its_colour_and_loses_it_again(sheet):
    show(sheet, 1400, 900, 43.0, 126.5, 6)
    pixel = (
        "() => { const at = map.latLngToLayerPoint([43.3, 127.6]).subtract(base._bounds.min);"
        " return [...base._container.getContext('2d').getImageData(at.x, at.y, 1, 1).data]; }"
    )
    plain = sheet.evaluate(pixel)
    mark = json.dumps([{"codes": ["CN-JL"], "fill": "#A8401A", "fillOpacity": 0.5}])
    sheet.evaluate(f"void base.highlight({mark})")
    marked = sheet.evaluate(pixel)
    sheet.evaluate("void base.highlight([])")
    assert plain == sheet.evaluate(pixel) == [243, 239, 229, 255] and marked != plain
