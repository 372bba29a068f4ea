"""A filter costs the browser what it changes: no style of the whole page, no land drawn anew."""

import json

from tests.browser import chromium

STYLED = "devtools.timeline"


def choose(page, name: str) -> None:
    page.get_by_role("radio", name=name).click()
    frame = chromium.map_frame(page)
    frame.wait_for_function("shown > 0")
    chromium.settled(page)


def open_first(page, app) -> None:
    chromium.open_map(page, app)
    chromium.open_filters(page)
    chromium.map_frame(page).evaluate("""() => {
      window.shown = window.lands = 0;
      const { show } = atlas, { paint } = atlas.base;
      atlas.show = (state) => { show.call(atlas, state); shown += 1; };
      atlas.base.paint = (...where) => { paint.call(atlas.base, ...where); lands += 1; };
    }""")


def test_no_filter_styles_all_of_the_page_anew(page, app, browser):
    open_first(page, app)
    choose(page, "Also possibly")  # what is sent with the first run after a visit is past
    elements = page.evaluate("document.querySelectorAll('*').length")
    browser.start_tracing(page=page, categories=[STYLED])
    choose(page, "Definitely")
    events = json.loads(browser.stop_tracing())["traceEvents"]
    styled = [e["args"]["elementCount"] for e in events if "elementCount" in e.get("args", {})]
    assert styled
    assert max(styled) < elements / 3


def test_the_land_is_drawn_anew_only_where_its_tint_changes(page, app):
    open_first(page, app)
    frame = chromium.map_frame(page)
    # What is still loading may draw it too, but not while the state is shown.
    drawn = """changed => {
      lands = 0;
      atlas.show({ ...atlas.state, ...changed });
      return lands;
    }"""
    assert frame.evaluate(drawn, {}) == 0
    assert frame.evaluate(drawn, {"countries": ["TH"]}) == 1
    assert frame.evaluate(drawn, {"relief": not frame.evaluate("atlas.state.relief")}) == 1
