"""Colours can be read, told apart by colour-blind eyes, and are the same in every view."""

import json
import re
import tomllib
from colorsys import rgb_to_hls
from itertools import combinations, pairwise

import plotly.graph_objects as go
import pytest

from annotations.selection.filters import Filters, select
from geodata import ROOT
from tests.collections import many_journeys
from views.atlas.colours import (
    CORRIDOR,
    DARK,
    GREY,
    INK,
    JOURNEYS,
    LIGHT,
    MEN,
    MUTED,
    PAGE,
    SHEET,
    as_css,
    dark_pairs,
    in_dark,
    journey_colours,
    see_through,
)
from views.atlas.scene import scene
from views.timeline.figure import timeline

# A colour as such, and where others' lie: what is copied, and what is made.
COLOUR = re.compile(r"#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})\b(?!\s*\{)|\brgba?\(\d(?!,0,0,0\))")
OTHERS = {"vendor", "made", "build"}
# Machado, Oliveira and Fernandes 2009, severity 1.0: linear RGB as seen by each kind of eye.
SEEN = {
    "all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
}
# Distance in CIE L*a*b* (1976). About 2.3 is the least that is noticed side by side. The same
# colour stands again after eight journeys, and number, name and lane tell journeys apart too.
LEAST_DISTANCE = {"all cones": 19, "deuteranopia": 12, "protanopia": 12}


def linear(colour: str) -> tuple[float, ...]:
    """Linear RGB, 0 to 1, of a colour written `#RRGGBB`."""
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return tuple(p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)


def luminance(colour: str) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2: 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def lab(colour: str, eye: str) -> tuple[float, float, float]:
    """CIE L*a*b* (D65) of a colour as this kind of eye sees it."""
    rgb = linear(colour)
    r, g, b = (
        min(max(sum(w * c for w, c in zip(row, rgb, strict=True)), 0), 1) for row in SEEN[eye]
    )
    x = (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505
    y = 0.2126 * r + 0.7152 * g + 0.0722 * b
    z = (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089
    fx, fy, fz = (v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def distance(one: str, other: str, eye: str) -> float:
    pairs = zip(lab(one, eye), lab(other, eye), strict=True)
    return sum((a - b) ** 2 for a, b in pairs) ** 0.5


def test_the_contrast_of_black_and_white_is_21():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


ROOMS = {"light": LIGHT, "dark": DARK}
MORE = SHEET.read_text(encoding="utf-8").partition("@media (prefers-contrast: more)")[2]
JOURNEY_NAMES = [name for name in LIGHT if name.startswith("journey-")]
PAPERS = ("page", "panel", "raised", "marked")
GROUNDS = ("sea", "land", "chosen")
RELIEF_DARKEST = 59 / 255  # of the picture; its palest is white, which shades nothing
RELIEF_OPACITY = {"light": 0.35, "dark": 0.7}
# What is read, and on what; what is seen, and beside what.
READ = [
    *((ink, paper) for ink in ("ink", "soft-ink", "muted", "problem") for paper in PAPERS),
    *(("link", paper) for paper in PAPERS),
    *(("ink", paper) for paper in ("place-mark", "date-mark", "removed", "added", "edge")),
    *((name, "page") for name in JOURNEY_NAMES),
    *((name, "disc") for name in (*JOURNEY_NAMES, "corridor")),
    *((name, ground) for name in ("water-name", "land-name", "ink") for ground in GROUNDS),
    ("on-ink", "ink"),
    ("blank-ink", "blank"),
]
SEEN_BESIDE = [
    *(
        (line, ground)
        for line in (*JOURNEY_NAMES, "corridor", "shared", "many")
        for ground in GROUNDS
    ),
    *(("border", ground) for ground in ("land", "chosen")),
    *((bar, "page") for bar in ("men", "women", "grey", "soft-ink", "rule")),
    ("men", "women"),
    ("place-mark", "link"),
    ("date-mark", "date-line"),
]


def shaded(ground: str, room: str) -> str:
    """A ground under the darkest of the relief."""
    left = 1 - RELIEF_OPACITY[room] * (1 - RELIEF_DARKEST)
    parts = (int(ground[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(part * left):02X}" for part in parts)


def over(colour: str, ground: str) -> str:
    """A colour `#RRGGBBAA` laid over a ground."""
    alpha = int(colour[7:9], 16) / 255
    pairs = ((int(colour[at : at + 2], 16), int(ground[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(a * alpha + b * (1 - alpha)):02X}" for a, b in pairs)


def weak(pairs: list[tuple[str, str]], least: float) -> dict[tuple[str, str, str], float]:
    """The pairs, in each room, whose contrast is less than that."""
    return {
        (room, one, other): round(contrast(colours[one], colours[other]), 2)
        for room, colours in ROOMS.items()
        for one, other in pairs
        if contrast(colours[one], colours[other]) < least
    }


def test_every_text_can_be_read_in_a_light_and_in_a_dark_room():
    assert weak(READ, 4.5) == {}


def test_every_line_and_bar_that_means_something_is_seen_in_a_light_and_in_a_dark_room():
    assert weak(SEEN_BESIDE, 3) == {}


def with_more_contrast(room: str) -> dict[str, str]:
    """The colours of a room where a reader asks for more contrast."""
    pairs = re.findall(r"--([\w-]+): var\(--in-light, (#\w+)\) var\(--in-dark, (#\w+)\);", MORE)
    names = dict(re.findall(r"--([\w-]+): var\(--([\w-]+)\);", MORE))
    own = {name: both[room == "dark"] for name, *both in pairs}
    return ROOMS[room] | own | {name: ROOMS[room][other] for name, other in names.items()}


@pytest.mark.parametrize("room", ROOMS)
def test_where_more_contrast_is_asked_for_text_has_7_and_every_line_3(room):
    colours = with_more_contrast(room)
    quiet = ("muted", "soft-ink", "land-name", "water-name")
    texts = [(one, paper) for one in quiet for paper in ("page", "panel", "land", "sea")]
    lines = [
        *((line, paper) for line in ("hairline", "edge", "rule") for paper in ("page", "panel")),
        *((line, ground) for line in ("border", "coast", "river") for ground in ("land", "chosen")),
    ]
    assert [pair for pair in texts if contrast(*map(colours.get, pair)) < 7] == []
    assert [pair for pair in lines if contrast(*map(colours.get, pair)) < 3] == []


def test_a_pair_that_is_too_weak_is_found_out():
    assert set(weak([("hairline", "page")], 3)) == {(room, "hairline", "page") for room in ROOMS}


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("name", [*JOURNEY_NAMES, "corridor", "shared"])
def test_a_journey_is_seen_on_the_palest_and_on_the_darkest_of_the_relief(name, room):
    colours = ROOMS[room]
    for ground in GROUNDS:
        for under in (colours[ground], shaded(colours[ground], room)):
            assert contrast(colours[name], over(colours["casing"], under)) >= 3


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("eye", SEEN)
def test_any_two_colours_of_journeys_can_be_told_apart(eye, room):
    least = LEAST_DISTANCE[eye]
    given = [ROOMS[room][name] for name in (*JOURNEY_NAMES, "corridor")]
    near = {
        (one, other): round(distance(one, other, eye), 1)
        for one, other in combinations(given, 2)
        if distance(one, other, eye) < least
    }
    assert near == {}


def test_two_colours_that_a_colour_blind_eye_confuses_are_found_out():
    assert distance("#B00000", "#556B00", "all cones") > 20
    assert distance("#B00000", "#556B00", "deuteranopia") < 20


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("eye", SEEN)
def test_men_women_and_totals_can_be_told_apart(eye, room):
    bars = [ROOMS[room][name] for name in ("men", "women", "grey")]
    for one, other in combinations(bars, 2):
        assert distance(one, other, eye) >= 20


@pytest.mark.parametrize("name", JOURNEY_NAMES)
def test_a_journey_keeps_its_hue_in_the_dark(name):
    one, other = (rgb_to_hls(*linear(room[name]))[0] for room in ROOMS.values())
    assert min(abs(one - other), 1 - abs(one - other)) <= 1 / 12


def test_every_colour_of_the_sheet_has_both_rooms():
    sheet = SHEET.read_text(encoding="utf-8")
    written = set(re.findall(r"^  --([\w-]+):", sheet, re.MULTILINE))
    assert written == set(LIGHT) == set(DARK)
    assert len(LIGHT) > 40


def test_no_other_sheet_or_script_names_a_colour():
    found = {
        path.relative_to(ROOT).as_posix(): COLOUR.findall(path.read_text(encoding="utf-8"))
        for folder in ("static/atlas", "views", "pages")
        for path in (ROOT / folder).rglob("*.*")
        if path.suffix in (".css", ".js", ".py") and not OTHERS & set(path.parts)
    }
    found.pop(SHEET.relative_to(ROOT).as_posix())
    found.pop("static/atlas/lesson/print.js")  # of a printer that has no colours
    assert {path: colours for path, colours in found.items() if colours} == {}


@pytest.mark.parametrize("room", ROOMS)
def test_streamlit_has_the_colours_of_the_sheet(room):
    theme = tomllib.loads((ROOT / ".streamlit/config.toml").read_text(encoding="utf-8"))["theme"]
    colours = ROOMS[room]
    wanted = {
        "primaryColor": "ink",
        "backgroundColor": "page",
        "secondaryBackgroundColor": "panel",
        "textColor": "ink",
        "linkColor": "link",
        "borderColor": "hairline",
    }
    sidebar = {"backgroundColor": "panel", "secondaryBackgroundColor": "page"}
    assert theme[room].pop("sidebar") == {key: colours[name] for key, name in sidebar.items()}
    assert theme[room] == {key: colours[name] for key, name in wanted.items()}


def test_a_chart_in_the_dark_has_each_of_its_colours_there_and_nothing_else_changed():
    light = {
        "data": [{"y": (1, 2), "marker": {"color": [MEN, see_through(INK, 0.5)]}}],
        "words": f'<span style="color:{GREY}">■</span> #123456',
    }
    assert in_dark(light) == {
        "data": [{"y": [1, 2], "marker": {"color": [DARK["men"], see_through(DARK["ink"], 0.5)]}}],
        "words": f'<span style="color:{DARK["grey"]}">■</span> #123456',
    }


def test_a_script_is_given_the_same_pairs_as_a_chart_of_ours():
    pairs = dark_pairs()
    assert pairs[MEN] == DARK["men"]
    begun, end = see_through(MUTED, 0.4).rsplit(",", 1)
    assert f"{pairs[begun]},{end}" == in_dark(see_through(MUTED, 0.4))


def test_a_page_takes_a_colour_by_its_name():
    assert as_css(CORRIDOR) == "var(--corridor)"
    assert as_css(see_through(MUTED, 0.4)) == "color-mix(in srgb, var(--muted) 40%, transparent)"
    assert as_css("#123456") == "#123456"


def test_nothing_of_the_timeline_keeps_the_colours_of_paper_in_the_dark(records):
    figure = timeline(records, select(records, Filters(2000, 2008)))
    drawn = json.dumps(in_dark(figure))
    left = {colour for colour in dark_pairs() if re.search(f"{re.escape(colour)}\\b", drawn)}
    assert left - set(dark_pairs().values()) == set()
    assert PAGE in json.dumps(figure)


def test_neighbours_in_the_table_have_different_colours(records):
    given = list(journey_colours(records.journeys.values()).values())
    others = [colour for colour in given if colour != CORRIDOR]
    assert all(one != other for one, other in pairwise(others))


def test_a_journey_has_one_colour_in_map_and_timeline(records):
    for collection in (records, many_journeys(20, seed=5)):
        wanted = journey_colours(collection.journeys.values())
        for journey in scene(collection, "en", None)["journeys"]:
            assert journey["colour"] == wanted[journey["id"]]
        figure = go.Figure(timeline(collection, select(collection, Filters(2000, 2008))))
        traces = {trace.name: trace for trace in figure.data}
        height_of = dict(zip(traces["journeys"].customdata, traces["journeys"].y, strict=True))
        starts = dict(zip(traces["journeys"].customdata, traces["journeys"].base, strict=True))
        bands = list(
            zip(
                traces["bands"].base,
                traces["bands"].y,
                traces["bands"].marker.line.color,
                strict=True,
            )
        )
        for key, height in height_of.items():
            drawn = {colour for base, y, colour in bands if (base, y) == (starts[key], height)}
            red, green, blue = (int(wanted[key][i : i + 2], 16) for i in (1, 3, 5))
            assert any(colour.startswith(f"rgba({red},{green},{blue},") for colour in drawn)


def test_a_filter_does_not_change_a_colour(records):
    some = list(records.journeys.values())
    whole = journey_colours(some)
    assert whole == journey_colours(some)
    assert set(whole.values()) <= {*JOURNEYS, CORRIDOR}
