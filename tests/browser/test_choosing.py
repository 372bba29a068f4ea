"""Where several journeys lie on one spot, all are named and the reader chooses."""

import re

import pytest

from tests.browser import chromium

# A spot of the map's window where the most journeys have a mark, and who they are.
BUSIEST = """() => {
    const spots = new Map();
    for (const { journey, point } of atlas.layer._drawn.marksNow) {
        const key = `${Math.round(point.x)},${Math.round(point.y)}`;
        const spot = spots.get(key) || { x: point.x, y: point.y, journeys: new Set() };
        spots.set(key, spot);
        spot.journeys.add(journey.id);
    }
    const all = [...spots.values()].sort((a, b) => b.journeys.size - a.journeys.size);
    return { ...all[0], journeys: [...all[0].journeys] };
}"""
ENTRY = ".atlas-chooser button"


@pytest.fixture
def first_page(page, app):
    page.set_viewport_size({"width": 1366, "height": 900})
    page.goto(app)
    chromium.drawn(page)
    chromium.settled(page)
    return page


def spot_of(page) -> tuple[dict, float, float]:
    """The busiest spot, and where it lies in the window of the page."""
    spot = chromium.map_frame(page).evaluate(BUSIEST)
    box = page.locator(".st-key-map-room iframe").bounding_box()
    return spot, box["x"] + spot["x"], box["y"] + spot["y"]


def titles(page, ids: list[str]) -> set[str]:
    return set(
        chromium.map_frame(page).evaluate(
            "ids => atlas.records.journeys.filter(({ id }) => ids.includes(id))"
            ".map(({ title }) => title)",
            ids,
        )
    )


def test_tip_and_click_name_the_same_journeys_and_the_reader_chooses(first_page):
    frame = chromium.map_frame(first_page)
    spot, x, y = spot_of(first_page)
    assert len(spot["journeys"]) >= 7
    first_page.mouse.move(x, y)
    tip = frame.locator(".atlas-tip").inner_text()
    assert " journeys here" in tip
    first_page.mouse.click(x, y)
    entries = frame.locator(ENTRY).all_inner_texts()
    who = {re.sub(r", \d+: .*", "", entry) for entry in entries}  # some were there twice
    assert int(tip.split()[0]) == len(who) >= len(spot["journeys"])
    named = titles(first_page, spot["journeys"])
    assert all(any(entry.startswith(f"{title}, ") for entry in entries) for title in named)
    in_tip = [line[2:] for line in tip.splitlines() if line.startswith("• ")]
    assert in_tip == entries[: len(in_tip)]

    chosen = entries[-1]
    frame.locator(ENTRY).last.click()
    first_page.wait_for_url("**journey=*")
    focus = chromium.drawn(first_page, "(drawn) => drawn.focus !== null")["focus"]
    assert chosen.startswith(f"{titles(first_page, [focus]).pop()}, ")


def test_the_list_is_walked_and_closed_by_key(first_page):
    frame = chromium.map_frame(first_page)
    _spot, x, y = spot_of(first_page)
    first_page.mouse.click(x, y)
    frame.locator(ENTRY).first.wait_for()
    focused = "() => document.activeElement.textContent"
    entries = frame.locator(ENTRY).all_inner_texts()
    assert frame.evaluate(focused) == entries[0]
    first_page.keyboard.press("ArrowDown")
    assert frame.evaluate(focused) == entries[1]
    first_page.keyboard.press("Escape")
    assert frame.locator(ENTRY).count() == 0
    assert "journey=" not in first_page.url


def test_a_stop_of_the_open_journey_is_meant_where_others_lie_too(page, app):
    page.goto(f"{app}/?journey=kim-seong-min-1996")
    chromium.drawn(page, "(drawn) => drawn.focus === 'kim-seong-min-1996'")
    chromium.settled(page)
    frame = chromium.map_frame(page)
    stop = frame.locator('[data-stop="kim-seong-min-1996:2"] b')
    stop.hover()
    assert frame.locator(".atlas-tip").inner_text().startswith("Kim Seong Min, 2: ")
    stop.click()
    page.wait_for_url("**stop=2*")
    assert frame.locator(ENTRY).count() == 0
