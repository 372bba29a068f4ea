"""A chart stays in its place and is drawn once for a change; without its script it says so."""

from tests.browser import chromium

CHART = ".js-plotly-plot"
PERIOD = "?period=1996&period=2004"
COUNTED = """() => {
  window.chart = document.querySelector('.js-plotly-plot');
  window.drawings = 0;
  window.chart.on('plotly_afterplot', () => {
    window.drawings += 1;
    window.drawn = performance.now();
  });
}"""
STILL = "performance.now() - (window.drawn || 0) > 800"


def count_drawings(page) -> None:
    page.locator(f"{CHART} .main-svg").first.wait_for()
    page.evaluate(COUNTED)


def rest(page) -> None:
    """Until nothing is drawn any more."""
    chromium.settled(page)
    page.wait_for_function(STILL)


def is_same(page) -> bool:
    return page.evaluate("window.chart === document.querySelector('.js-plotly-plot')")


def test_a_filter_draws_the_chart_once_and_in_its_place(page, app):
    chromium.open_map(page, f"{app}/{PERIOD}")
    count_drawings(page)
    chromium.open_filters(page)
    page.get_by_role("radio", name="Also possibly").click()
    page.wait_for_function("window.drawings")
    rest(page)
    before = page.evaluate("window.drawings")
    page.get_by_role("radio", name="Definitely").click()
    page.wait_for_function("before => window.drawings > before", arg=before)
    rest(page)
    assert is_same(page) and page.evaluate("window.drawings") == before + 1


def test_what_does_not_change_the_chart_draws_it_not_at_all(page, app):
    chromium.open_map(page, app)
    count_drawings(page)
    rest(page)
    before = page.evaluate("window.drawings")
    page.get_by_text("Events", exact=True).first.click()
    rest(page)
    assert is_same(page) and page.evaluate("window.drawings") == before


def test_an_end_of_the_period_keeps_the_focus_while_years_are_chosen(page, app):
    chromium.open_map(page, app)
    count_drawings(page)
    page.locator('.time-handle[data-edge="first"]').focus()
    page.evaluate("window.focused = document.activeElement")
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**period=1991**")
    page.wait_for_function("window.drawings")
    rest(page)
    assert page.evaluate("window.focused === document.activeElement")


def test_a_chart_is_as_wide_as_its_place(page, app):
    page.goto(f"{app}/arrivals")
    page.locator(f"{CHART} .main-svg").nth(1).wait_for()
    for width in (1000, 700):
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_function(
            """() => [...document.querySelectorAll('.js-plotly-plot')].every((chart) =>
              Math.abs(chart.querySelector('.main-svg').clientWidth - chart.clientWidth) < 2)"""
        )
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_two_charts_fetch_their_script_once(page, app):
    page.goto(f"{app}/arrivals")
    page.locator(f"{CHART} .main-svg").nth(1).wait_for()
    fetched = "document.querySelectorAll('script[src$=\"plotly.min.js\"]').length"
    assert page.evaluate(fetched) == 1


def test_a_chart_whose_script_does_not_come_says_so_and_comes_with_the_next_change(page, app):
    page.route("**/vendor/plotly.min.js", lambda route: route.abort())
    chromium.open_map(page, f"{app}/{PERIOD}")
    said = page.get_by_role("alert").filter(has_text="This chart did not come.")
    said.wait_for()
    page.unroute("**/vendor/plotly.min.js")
    chromium.open_filters(page)
    page.get_by_role("radio", name="Also possibly").click()
    page.locator(f"{CHART} .main-svg").first.wait_for()
    assert said.count() == 0
