"""The names on the timeline can be read: none lies on another or on a mark, at any width."""

import pytest

from tests.browser import chromium

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
