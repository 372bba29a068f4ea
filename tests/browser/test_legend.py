"""The legend and the map beside it come to rest, in whatever size and period."""

from tests.browser import chromium

COUNTED = """() => {
  window.resizes = 0;
  const resize = atlas._camera.resize;
  atlas._camera.resize = function () {
    window.resizes += 1;
    resize.call(this);
  };
}"""
AT_REST_MS = 400
MOST_RESIZES = 8  # of one change: the legend's room is taken back and given, more with each kind


def resizes(page, frame) -> int:
    """How often the map changed its size since this was asked last."""
    chromium.settled(page)
    page.wait_for_timeout(AT_REST_MS)
    return frame.evaluate("() => { const n = resizes; resizes = 0; return n; }")


def test_no_period_makes_the_map_and_its_legend_change_each_other_without_end(first_page):
    page = first_page
    chromium.open_filters(page)
    frame = chromium.map_frame(page)
    frame.evaluate(COUNTED)
    start = page.locator(".st-key-period input[type=range]").first
    for year in range(1991, 2000):
        start.press("ArrowRight")
        page.wait_for_url(f"**period={year}*")
        assert resizes(page, frame) <= MOST_RESIZES, year
        assert resizes(page, frame) == 0, f"{year} is not at rest"


def test_no_size_makes_the_map_and_its_legend_change_each_other_without_end(page, app):
    chromium.open_map(page, f"{app}/?period=1994&period=2026")
    frame = chromium.map_frame(page)
    frame.evaluate(COUNTED)
    for width in range(1400, 700, -50):
        page.set_viewport_size({"width": width, "height": 900})
        assert resizes(page, frame) <= MOST_RESIZES, f"{width} px"
        assert resizes(page, frame) == 0, f"{width} px is not at rest"
