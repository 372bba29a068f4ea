"""The names on the timeline can be read: none lies on another or on a mark, at any width."""

import pytest

from tests.browser import chromium, fingers

PLOT = ".st-key-time-room .nsewdrag"
NAMES = ".st-key-time-room .textpoint text"
# Letters do not fill their box: by so many pixels a name may reach over.
LYING_ON = """() => {
  const chart = document.querySelector('.st-key-time-room .js-plotly-plot');
  const boxes = (query) => [...chart.querySelectorAll(query)].map((element) => ({
    element, words: element.textContent, ...element.getBoundingClientRect().toJSON() }));
  const names = boxes('.textpoint text').filter(({ element, width }) =>
    width && getComputedStyle(element).visibility === 'visible');
  const marks = boxes('.barlayer .point path, .scatterlayer .points .point');
  const over = (name, other) => other.element !== name.element && other.width && other.height &&
    Math.min(name.right - 2, other.right) > Math.max(name.left + 2, other.left) &&
    Math.min(name.bottom - 4, other.bottom) > Math.max(name.top + 4, other.top);
  return { shown: names.map(({ words }) => words),
           lying: names.filter((name) => [...names, ...marks].some((other) => over(name, other)))
             .map(({ words }) => words) };
}"""


@pytest.mark.parametrize(("width", "height"), [(820, 1180), (1024, 768), (1280, 720), (1400, 900)])
def test_no_name_on_the_timeline_lies_on_a_mark_or_on_another_name(page, app, width, height):
    page.set_viewport_size({"width": width, "height": height})
    page.goto(app)
    chromium.drawn(page)
    page.locator(PLOT).first.wait_for(state="attached")
    chromium.settled(page)
    found = page.evaluate(LYING_ON)
    assert "947" in found["shown"]
    assert found["lying"] == []


def test_a_window_made_narrower_hides_the_names_that_no_longer_have_room(page, app):
    page.set_viewport_size({"width": 1400, "height": 900})
    page.goto(app)
    chromium.drawn(page)
    page.locator(PLOT).first.wait_for(state="attached")
    chromium.settled(page)
    wide = page.evaluate(LYING_ON)["shown"]
    page.set_viewport_size({"width": 820, "height": 1180})
    page.wait_for_function(f"({LYING_ON})().shown.length < {len(wide)}")
    assert page.evaluate(LYING_ON)["lying"] == []


def test_on_a_phone_the_bars_have_their_names_above_them(browser, app):
    phone = {**fingers.PHONE, "user_agent": "Mozilla/5.0 (Linux; Android 15) Mobile"}
    with chromium.return_visit(browser, **phone) as visit:
        page = visit.page
        for query, names in (("", 10), ("?country=Laos", 5)):
            page.goto(f"{app}/{query}")
            chromium.drawn(page)
            page.locator(PLOT).first.wait_for(state="attached")
            page.wait_for_function(f"least => ({LYING_ON})().shown.length >= least", arg=names)
            chromium.settled(page)
            assert page.evaluate(LYING_ON)["lying"] == []


OWN_NAME = """title => {
  const chart = document.querySelector('.st-key-time-room .js-plotly-plot');
  const boxes = (query) => [...chart.querySelectorAll(query)].filter((element) =>
    getComputedStyle(element).visibility === 'visible').map((element) => (
    { words: element.textContent, ...element.getBoundingClientRect().toJSON() }));
  const own = boxes('.annotation').find(({ words }) => words === title);
  const plot = chart.querySelector('.nsewdrag').getBoundingClientRect();
  if (!own) return null;
  return { inside: own.left >= plot.left - 1 && own.right <= plot.right + 1,
    over: boxes('.textpoint text').filter((one) =>
      one.right - 2 > own.left && own.right - 2 > one.left &&
      one.bottom - 4 > own.top && own.bottom - 4 > one.top).map(({ words }) => words) };
}"""


@pytest.mark.parametrize(("width", "height"), [(360, 640), (390, 844), (1366, 768)])
def test_the_bar_of_the_open_journey_is_named_and_no_other_name_lies_on_its_own(
    browser, app, width, height
):
    """Also where the browser does not say that it is a phone."""
    with chromium.visit(browser, viewport={"width": width, "height": height}) as visit:
        page = visit.page
        page.goto(f"{app}/?embed=true&view=timeline&journey=lee-so-yeon")
        page.locator(PLOT).first.wait_for(state="attached")
        page.wait_for_function(f"title => ({OWN_NAME})(title)", arg="Lee So-Yeon")
        chromium.settled(page)
        assert page.evaluate(OWN_NAME, "Lee So-Yeon") == {"inside": True, "over": []}
        rows = page.locator(".st-key-time-room .ytick text")
        assert rows.count() > 9
        for row in rows.all():
            assert row.bounding_box()["x"] >= 0
        shown = page.evaluate(LYING_ON)["shown"]
        assert {"947", "1,043"} <= set(shown)


def test_a_window_made_as_narrow_as_a_phone_has_the_chart_of_a_phone(page, app):
    page.set_viewport_size({"width": 900, "height": 800})
    page.goto(f"{app}/?embed=true&view=timeline")
    page.locator(PLOT).first.wait_for(state="attached")
    chromium.settled(page)
    page.set_viewport_size({"width": 390, "height": 800})
    page.locator(".st-key-time-room .ytick text", has_text="several years").wait_for()
    page.wait_for_function(f"() => ({LYING_ON})().shown.includes('The uncle with a passport')")
