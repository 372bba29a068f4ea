"""Who came from America or went there is drawn over the Pacific, with the place at the edge."""

import pytest

from tests.browser import chromium


@pytest.mark.parametrize("size", [(1366, 900), (390, 844)])
@pytest.mark.parametrize(
    ("journey", "stop", "place"),
    [
        ("mike-kim-2001", 1, "Chicago"),
        ("mike-kim-2001", 3, "United States"),
        ("mike-kim-border-years", 1, "United States"),
        ("mike-kim-border-years", 3, "Washington DC"),
    ],
)
def test_a_stop_in_america_is_named_at_the_eastern_edge(page, app, size, journey, stop, place):
    width, height = size
    page.set_viewport_size({"width": width, "height": height})
    page.goto(f"{app}/?journey={journey}")
    marks = chromium.drawn(page, f"(drawn) => drawn.focus === '{journey}'")["marks"]
    chromium.settled(page)
    frame = chromium.map_frame(page)
    drawn = frame.evaluate("() => ({ marks: atlas.drawn().marks, size: atlas._map.getSize() })")
    box = next(mark["box"] for mark in drawn["marks"] if mark["id"] == f"{journey}:{stop}")
    assert len(drawn["marks"]) == len(marks) == 3
    assert box["x"] > 0 and box["x"] + box["w"] < drawn["size"]["x"]
    assert box["x"] + box["w"] > drawn["size"]["x"] - 60
    tag = frame.locator(f'[data-stop="{journey}:{stop}"] .atlas-tag')
    assert tag.inner_text().endswith(f"{place}, beyond the map →")
    ends = frame.evaluate(
        f"() => atlas.layer.legs().find(({{ journey }}) => journey.id === '{journey}').curve"
    )
    assert max(ends["a"]["x"], ends["b"]["x"]) > drawn["size"]["x"]

    tag.click()
    page.wait_for_url(f"**stop={stop}*")


def test_a_journey_that_began_beyond_the_map_shows_the_part_that_is_on_it(page, app):
    page.goto(f"{app}/?journey=mike-kim-2001")
    chromium.drawn(page, "(drawn) => drawn.focus === 'mike-kim-2001'")
    chromium.settled(page)
    camera = chromium.map_frame(page).evaluate("() => atlas.camera()")
    assert 120 < camera["lng"] < 135 and 35 < camera["lat"] < 50


def test_lines_that_only_lead_off_the_map_keep_no_room_from_the_legend(page, app):
    page.set_viewport_size({"width": 1400, "height": 900})
    chromium.open_map(page, app)
    legend = chromium.map_frame(page).locator(".atlas-legend")
    assert "below" not in legend.get_attribute("class").split()
