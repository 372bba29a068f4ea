"""The search opens by key, but not where something is typed, and stays until it is closed."""

from tests.browser import chromium

A_HAND_MS = 700  # between two things that a hand does


def asked_for(page, address: str):
    """The field of the search, which a key opened."""
    page.goto(address)
    chromium.settled(page)
    page.locator(".page-voice").wait_for(state="attached")
    page.keyboard.press("/")
    return page.locator(".st-key-search-words input")


def test_what_is_typed_elsewhere_asks_for_no_search(page, app):
    field = asked_for(page, f"{app}/journeys")
    field.fill("")
    field.press("/")
    assert field.input_value() == "/"
    assert page.get_by_role("dialog").count() == 1


def test_it_stays_open_when_the_page_runs_again_by_itself(page, app):
    page.set_viewport_size({"width": 900, "height": 800})
    chromium.open_map(page, app)
    page.locator(".st-key-time-room .js-plotly-plot").wait_for()
    page.locator(".st-key-search button").click()
    field = page.locator(".st-key-search-words input")
    field.fill("혜산")
    page.set_viewport_size({"width": 390, "height": 800})  # the chart of a phone
    page.locator(".st-key-time-room .ytick text", has_text="several years").wait_for()
    chromium.settled(page)
    page.wait_for_timeout(A_HAND_MS)
    assert field.input_value() == "혜산"
    field.press("Enter")
    page.get_by_role("dialog").get_by_role("link", name="Hyesan").first.wait_for()
    page.keyboard.press("Escape")
    page.get_by_role("dialog").wait_for(state="detached")
    page.wait_for_timeout(A_HAND_MS)
    page.set_viewport_size({"width": 900, "height": 800})
    page.locator(".st-key-time-room .annotation", has_text="several years").wait_for()
    chromium.settled(page)
    assert page.get_by_role("dialog").count() == 0


def test_a_page_that_was_not_heard_asks_again_for_the_chart_of_its_width(page, app):
    page.set_viewport_size({"width": 900, "height": 800})
    chromium.open_map(page, app)
    page.locator(".st-key-time-room .annotation", has_text="several years").wait_for()
    page.evaluate("""() => {
      const { bridge } = [...document.querySelectorAll("*")].find((one) => one.bridge);
      const tell = bridge._tellServer;
      bridge._tellServer = () => { bridge._tellServer = tell; };
    }""")
    page.set_viewport_size({"width": 390, "height": 800})
    page.locator(".st-key-time-room .ytick text", has_text="several years").wait_for(timeout=10_000)


def test_going_back_closes_it_for_good(page, app):
    page.goto(f"{app}/sources")
    chromium.settled(page)
    page.get_by_role("link", name="Arrivals").first.click()
    page.wait_for_url("**/arrivals")
    chromium.settled(page)
    page.locator(".st-key-search button").click()
    page.locator(".st-key-search-words input").wait_for()
    page.go_back()
    page.wait_for_url("**/sources")
    page.get_by_role("dialog").wait_for(state="detached")
    chromium.settled(page)
    assert page.get_by_role("dialog").count() == 0
