"""Pages on small screens: what is read and touched is large enough, and nothing is cut."""

from itertools import pairwise

import pytest

from tests.browser import chromium, fingers
from tests.browser.app import start_app
from tests.browser.test_hostile import tables_with

JOURNEY = "kim-seong-min-1996"
PAGES = (
    "", "present", "compose", "journeys", f"journeys?journey={JOURNEY}", "arrivals", "sources",
    "glossary", "method",
)  # fmt: skip
LIES = {"viewport": {"width": 844, "height": 390}, "is_mobile": True, "has_touch": True}
LIES_ANEW_MS = 500
SEEN = """(element) => {
  const { left, right, width, height } = element.getBoundingClientRect();
  return element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })
    && width > 1 && height > 1 && right > 0 && left < innerWidth;
}"""
# A link within a sentence is as high as its line.
SMALL_TARGETS = f"""() => {{
  const seen = {SEEN};
  const all = document.querySelectorAll("button, summary, a[href], select, [role=slider]");
  return [...all].filter((one) => seen(one) && getComputedStyle(one).display !== "inline")
    .map((one) => [one.outerHTML.slice(0, 160), one.getBoundingClientRect()])
    .filter(([, {{ width, height }}]) => Math.min(width, height) < 43.5)
    .map(([words, {{ width, height }}]) => `${{width}}x${{height}} ${{words}}`);
}}"""
SMALL_TYPE = f"""() => {{
  const seen = {SEEN};
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walk.nextNode()) {{
    const {{ data, parentElement: one }} = walk.currentNode;
    if (!data.trim() || one.closest("style, script") || !seen(one)) continue;
    if (parseFloat(getComputedStyle(one).fontSize) < 14) found.push(data.trim());
  }}
  return found;
}}"""


@pytest.fixture(scope="module")
def phone(browser):
    with chromium.return_visit(browser, **fingers.PHONE, reduced_motion="reduce") as visit:
        yield visit.page


def stands(page, address: str) -> None:
    page.goto(address)
    chromium.settled(page)
    if page.locator(".st-key-map-room").count():
        chromium.drawn(page)
    if page.locator(".st-key-time-room").count():
        page.locator(".st-key-time-room .nsewdrag").first.wait_for(state="attached")
        chromium.settled(page)


@pytest.mark.parametrize("path", PAGES)
def test_on_a_phone_targets_are_44_px_and_type_is_14(phone, app, path):
    stands(phone, f"{app}/{path}")
    assert phone.evaluate(SMALL_TARGETS) == []
    assert phone.evaluate(SMALL_TYPE) == []


def test_on_a_phone_the_controls_of_the_map_are_44_px_and_its_words_14(phone, app):
    stands(phone, app)
    frame = chromium.map_frame(phone)
    buttons = frame.locator(".leaflet-bar a")
    assert all(min(b.bounding_box()[s] for s in ("width", "height")) >= 44 for b in buttons.all())
    assert frame.evaluate(SMALL_TYPE) == []


def test_on_a_phone_the_menu_is_called_so_and_leads_to_every_page(browser, app):
    with chromium.return_visit(browser, **fingers.PHONE) as visit:
        page = visit.page
        stands(page, f"{app}/method")
        button = page.get_by_test_id("stExpandSidebarButton")
        assert button.evaluate("(one) => getComputedStyle(one, '::after').content") == '"Menu"'
        button.tap()
        page.get_by_role("link", name="Sources").tap()
        page.get_by_role("heading", name="Who says so?").wait_for()
        page.locator("[data-testid=stSidebar][data-collapsed=true]").wait_for(state="attached")
        page.goto(f"{app}/?country=Laos&kind=Journey")
        page.get_by_role("button", name="Menu and filters (2)", exact=True).wait_for()


@pytest.mark.parametrize(("width", "height"), ((1400, 900), (1366, 768), (1920, 1080), (820, 1180)))
def test_the_map_has_the_room_of_the_filters_until_they_are_asked_for(browser, app, width, height):
    size = {"width": width, "height": height}
    with chromium.return_visit(browser, viewport=size) as visit:
        page = visit.page
        stands(page, f"{app}/?country=Laos")
        beside = 380 if width > 900 else 30  # the list, and the edges of the page
        room = page.locator(".st-key-map-room").bounding_box()
        assert room["width"] > width - beside
        name = "Filters (1) and downloads" if width > 1000 else "Filters (1)"
        button = page.get_by_role("button", name=name, exact=True)
        button.press("Enter")
        page.wait_for_function("document.activeElement.ariaLabel === 'Close'")
        page.locator(".st-key-country").get_by_role("button", name="Laos").wait_for()
        page.keyboard.press("Enter")
        page.wait_for_function("name => document.activeElement.ariaLabel === name", arg=name)
        page.wait_for_function(
            "width => document.querySelector('.st-key-map-room').offsetWidth >= width",
            arg=room["width"] - 1,
        )


@pytest.mark.parametrize(("width", "height"), ((1400, 900), (1920, 1080)))
def test_the_window_holds_the_first_page_from_its_finding_to_its_player(
    browser, app, width, height
):
    size = {"width": width, "height": height}
    with chromium.return_visit(browser, viewport=size) as visit:
        stands(visit.page, f"{app}/")
        player = visit.page.locator(".time-player").bounding_box()
        assert player["y"] + player["height"] <= height
        start, look = (
            visit.page.locator(f".heading .{name}").bounding_box()
            for name in ("start", "look-start")
        )
        assert start["y"] < look["y"] + look["height"] / 2 < start["y"] + start["height"]


def test_what_is_said_over_the_heading_lies_under_no_button(visit, app):
    page = visit.page
    stands(page, f"{app}/no-page")
    said = page.locator(".stAlert").bounding_box()
    button = page.locator(".st-key-picture button").bounding_box()
    assert button["y"] >= said["y"] + said["height"]


def test_on_a_tablet_what_leads_to_a_journey_is_on_the_line_of_its_row(browser, app):
    size = {"width": 820, "height": 1180}
    with chromium.return_visit(browser, viewport=size, has_touch=True, is_mobile=True) as visit:
        stands(visit.page, f"{app}/journeys")
        assert visit.page.evaluate("matchMedia('(pointer: coarse)').matches")
        lines = visit.page.evaluate("""() => {
          const top = (node) => {
            const range = document.createRange();
            range.selectNodeContents(node);
            return range.getClientRects()[0].top;
          };
          return [...document.querySelectorAll("table.records tbody tr")]
            .map(({ cells }) => [top(cells[0].querySelector("a")), top(cells[1])]);
        }""")
        assert lines
        assert all(abs(link - kind) < 2 for link, kind in lines)
        links = visit.page.locator("table.records td:first-child a").all()[:20]
        boxes = [link.bounding_box() for link in links]
        assert all(box["height"] >= 43.5 for box in boxes)
        assert all(one["y"] + one["height"] <= below["y"] for one, below in pairwise(boxes))


@pytest.mark.parametrize("width", [1400, 1920])
def test_the_map_of_one_journey_shows_where_it_went_and_not_half_of_asia(browser, app, width):
    with chromium.return_visit(browser, viewport={"width": width, "height": 900}) as seen:
        seen.page.goto(f"{app}/journeys?journey=two-women-laos-2004")
        frame = seen.page.locator('[class*="st-key-alone-"] iframe')
        frame.wait_for()
        inside = frame.element_handle().content_frame()
        inside.wait_for_function("() => window.atlas?.drawn().journeys.length")
        west, east = inside.evaluate(
            "() => [atlas._map.getBounds().getWest(), atlas._map.getBounds().getEast()]"
        )
    assert 65 < west < 98 and 130 < east < 165


def test_a_filter_that_is_set_or_taken_away_moves_nothing_of_the_bar_at_the_top(visit, app):
    page = visit.page
    boxes = []
    for address in ("", "?country=Laos&kind=Journey"):
        stands(page, f"{app}/{address}")
        boxes.append(page.get_by_role("link", name="Present").first.bounding_box())
    assert boxes[0] == boxes[1]


def test_long_pages_have_an_index_and_fold_what_it_leads_to(phone, app):
    for path, most, name, inside in (
        ("sources", 8000, "News (", "details.source-fold"),
        ("arrivals", 4000, "Read on the ministry’s own page", "table.records"),
    ):
        stands(phone, f"{app}/{path}")
        assert phone.evaluate("document.querySelector('.stMain').scrollHeight") < most
        link = phone.locator(".page-index a", has_text=name)
        part = phone.locator(f"details:has({link.get_attribute('href')})")
        assert not part.locator(inside).first.is_visible()
        link.tap()
        part.locator(inside).first.wait_for()
        phone.wait_for_function(
            "(part) => Math.abs(part.getBoundingClientRect().top) < 200", arg=part.element_handle()
        )


def test_on_a_phone_no_column_of_the_stops_is_cut(phone, app):
    stands(phone, f"{app}/journeys?journey={JOURNEY}")
    phone.locator("details:has(> .stops) > summary").tap()
    shown = phone.locator(".stops:visible")
    assert shown.count()
    for stops in shown.all():
        rows = stops.locator("tbody tr")
        assert rows.count() == 8
        for cell in rows.first.locator("td").all():
            box = cell.bounding_box()
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= 390


def test_a_phone_that_is_turned_keeps_a_useful_map(browser, app):
    with chromium.return_visit(browser, **fingers.PHONE, reduced_motion="reduce") as visit:
        page = visit.page
        stands(page, f"{app}/?journey=kim-seong-min-1996")
        frame = chromium.map_frame(page)
        page.set_viewport_size(LIES["viewport"])
        frame.wait_for_function("() => innerWidth > 500")
        frame.wait_for_function(
            "() => document.querySelector('.leaflet-container').clientHeight >= 280"
        )
        stops = frame.locator(".atlas-tag").all()
        room = frame.evaluate("[innerWidth, innerHeight]")
        assert len(stops) >= 4
        for box in (stop.bounding_box() for stop in stops):
            assert -room[0] < box["x"] < 844


def test_a_word_of_200_letters_is_broken_at_every_width(visit, tmp_path):
    folder = tables_with(tmp_path, {"title": "n" * 200, "people": "m" * 200})
    fits = "([part, width]) => document.querySelector(part).scrollWidth <= width"
    with start_app({"WAYS_OUT_TABLES": str(folder)}) as app:
        for path in (f"?journey={JOURNEY}", "", f"journeys?journey={JOURNEY}", "journeys"):
            visit.page.set_viewport_size({"width": 1400, "height": 900})
            stands(visit.page, f"{app}/{path}")
            for width in (1400, 820, 390):
                visit.page.set_viewport_size({"width": width, "height": 900})
                visit.page.wait_for_timeout(LIES_ANEW_MS)
                for part in ("html", ".stMain"):
                    assert visit.page.evaluate(fits, [part, width]), (path, width, part)
