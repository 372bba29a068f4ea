"""On the smallest phones, in a page elsewhere too: the map has room, and the menu goes away."""

import pytest

from tests.browser import chromium, fingers

SMALL = {**fingers.PHONE, "viewport": {"width": 360, "height": 640}}
SIDEBAR = "[data-testid=stSidebar]"
BANGKOK_AND_SEOUL = (
    "() => [[13.8, 100.5], [37.6, 127]].every((at) => atlas._map.getBounds().contains(at))"
)


@pytest.mark.parametrize("path", ["", "?embed=true"])
@pytest.mark.parametrize("size", [fingers.PHONE, SMALL], ids=["390", "360"])
def test_the_map_has_room_above_its_legend(browser, app, size, path):
    with chromium.visit(browser, **size) as visit:
        chromium.open_map(visit.page, f"{app}/{path}")
        inside = chromium.map_frame(visit.page)
        high = inside.locator(".leaflet-container").evaluate("(map) => map.clientHeight")
    assert high >= 270


def test_a_period_of_one_journey_does_not_move_the_map_though_its_legend_changes(browser, app):
    with chromium.visit(browser, **fingers.PHONE, reduced_motion="reduce") as visit:
        page = visit.page
        chromium.open_map(page, app)
        inside = chromium.map_frame(page)
        assert inside.evaluate(BANGKOK_AND_SEOUL)
        legend = inside.evaluate("() => atlas.drawn().legend.length")
        for _year in range(13):  # to 2003, in which one journey lies
            page.get_by_role("button", name="One year forward").tap()
        page.wait_for_url("**period=2003*")
        inside.wait_for_function("(n) => atlas.drawn().legend.length < n", arg=legend)
        page.wait_for_timeout(700)  # longer than a flight begins to take
        assert inside.evaluate(BANGKOK_AND_SEOUL)


def test_the_menu_closes_by_its_button_wherever_it_was_scrolled_by_a_touch_beside_it_and_for_good(
    browser, app
):
    with chromium.visit(browser, **fingers.PHONE) as visit:
        page = visit.page
        chromium.open_map(page, app)
        page.get_by_test_id("stExpandSidebarButton").tap()
        open_menu = page.locator(f"{SIDEBAR}[data-collapsed=false]")
        open_menu.wait_for()
        page.get_by_test_id("stSidebarContent").evaluate("(all) => all.scrollTo(0, 900)")
        assert page.get_by_role("button", name="Close", exact=True).bounding_box()["y"] < 60
        page.touchscreen.tap(375, 500)
        open_menu.wait_for(state="detached")
        page.get_by_test_id("stExpandSidebarButton").tap()
        open_menu.wait_for()
        chromium.open_map(page, app)
        page.locator(f"{SIDEBAR}[data-collapsed=true]").wait_for(state="attached")


def test_the_table_of_journeys_is_read_from_top_to_bottom(browser, app):
    with chromium.visit(browser, **SMALL) as visit:
        page = visit.page
        page.goto(f"{app}/journeys")
        table = page.locator(".stacks .scroll")
        table.wait_for()
        assert table.evaluate("(one) => one.scrollWidth <= one.clientWidth")
        named = "(cell) => getComputedStyle(cell, '::before').content"
        cells = table.locator("tbody tr").nth(1).locator("td").all()
        assert "Outcome" in cells[2].evaluate(named)
