"""Colours can be read, told apart by colour-blind eyes, and are the same in every view."""

from itertools import combinations, pairwise

import plotly.graph_objects as go
import pytest

from annotations.selection.filters import Filters, select
from tests.collections import many_journeys
from views.atlas import colours
from views.atlas.colours import (
    CORRIDOR,
    INK,
    JOURNEYS,
    LAND,
    MARKED,
    MUTED,
    PAGE,
    PANEL,
    journey_colours,
)
from views.atlas.scene import scene
from views.timeline.figure import timeline
from views.timeline.marks import OUTLINE

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


@pytest.mark.parametrize("colour", [*JOURNEYS, CORRIDOR])
def test_a_journey_stands_out_from_the_land(colour):
    assert contrast(colour, LAND) >= 3


@pytest.mark.parametrize("colour", JOURNEYS)
def test_a_journey_s_name_in_its_colour_can_be_read(colour):
    assert contrast(colour, PAGE) >= 4.5


@pytest.mark.parametrize("paper", [PAGE, PANEL, MARKED])
@pytest.mark.parametrize("ink", [INK, MUTED])
def test_text_can_be_read_on_every_paper(ink, paper):
    assert contrast(ink, paper) >= 4.5


@pytest.mark.parametrize("eye", SEEN)
def test_any_two_colours_of_journeys_can_be_told_apart(eye):
    least = LEAST_DISTANCE[eye]
    near = {
        (one, other): round(distance(one, other, eye), 1)
        for one, other in combinations((*JOURNEYS, CORRIDOR), 2)
        if distance(one, other, eye) < least
    }
    assert near == {}


def test_two_colours_that_a_colour_blind_eye_confuses_are_found_out():
    assert distance("#B00000", "#556B00", "all cones") > 20
    assert distance("#B00000", "#556B00", "deuteranopia") < 20


@pytest.mark.parametrize("eye", SEEN)
def test_men_women_and_totals_can_be_told_apart(eye):
    for one, other in combinations((colours.MEN, colours.WOMEN, colours.TOTAL), 2):
        assert distance(one, other, eye) >= 20


def test_men_and_women_can_be_told_apart_in_grey_and_every_bar_from_the_page():
    assert contrast(colours.MEN, colours.WOMEN) >= 3
    for colour in (colours.MEN, colours.WOMEN, colours.TOTAL, OUTLINE):
        assert contrast(colour, PAGE) >= 3


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
