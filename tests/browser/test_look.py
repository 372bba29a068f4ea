"""The guided look: begun by whoever wants it, by pointer or key, true under every filter."""

import pytest

from tests.browser import axe, chromium

START = ".look-start"
BOX = ".look-box"
SAYS = ".look-says"
NEXT = ".look-next"
STEPS = ["A journey on the map", "The same in time", "Who says so", "Less at a time"]
STORY = "A story to begin with"
# The ring is where it was when this was asked before.
STANDS = """() => {
  const { x, y } = document.querySelector('.look-ring').getBoundingClientRect();
  const before = window.ringStood;
  window.ringStood = `${x} ${y}`;
  return window.ringStood === before;
}"""
SIZES = [(1400, 900), (820, 1180), (390, 844), (683, 384)]


def opened(page, address: str):
    page.goto(address)
    frame = chromium.map_frame(page)
    page.locator(".time-event").first.wait_for(state="attached")
    chromium.settled(page)
    return frame


def box_of(page, name: str) -> dict:
    return page.locator(name).bounding_box()


def heading(page) -> str:
    return page.locator(f"{SAYS} h2").inner_text()


def test_it_never_begins_by_itself_and_leaves_all_as_it_was(page, app):
    frame = opened(page, app)
    before = page.url, frame.evaluate("atlas.drawn().journeys")
    assert page.locator(BOX).count() == 0
    page.locator(START).click()
    page.locator(BOX).wait_for()
    seen = []
    while page.locator(BOX).count():
        seen.append(heading(page))
        page.locator(NEXT).click()
    assert seen == [*STEPS, STORY]
    assert (page.url, frame.evaluate("atlas.drawn().journeys")) == before
    assert frame.evaluate("atlas.layer.hover") is None
    assert page.locator(".time-light").is_hidden()


def test_it_goes_by_key_is_heard_and_esc_ends_it_where_it_began(page, app):
    opened(page, app)
    page.locator(START).focus()
    page.keyboard.press("Enter")
    page.locator(f"{BOX}:focus").wait_for()
    assert page.get_by_role("dialog", name="A short look around").is_visible()
    assert page.locator(SAYS).get_attribute("aria-live") == "polite"
    chromium.tab_to(page, NEXT)
    page.keyboard.press("Enter")
    assert heading(page) == STEPS[1]
    assert page.locator(f"{NEXT}:focus").count() == 1
    page.keyboard.press("Enter")
    chromium.tab_to(page, ".look-back", "Shift+Tab")
    page.keyboard.press("Enter")
    assert heading(page) == STEPS[1]
    page.keyboard.press("Escape")
    assert page.locator(BOX).count() == 0
    assert page.locator(f"{START}:focus").count() == 1


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_words_and_what_they_are_about_are_seen_at_every_step(page, app, width, height):
    page.set_viewport_size({"width": width, "height": height})
    opened(page, app)
    page.locator(START).click()
    for _ in STEPS:
        page.locator(BOX).wait_for()
        page.wait_for_function("() => !document.querySelector('.look-ring').getAnimations().length")
        box, ring = box_of(page, BOX), box_of(page, ".look-ring")
        assert box["x"] >= 0
        assert box["y"] >= 0
        assert box["x"] + box["width"] <= width
        assert box["y"] + box["height"] <= height
        # Some of what is meant is in the window, and not under the words.
        assert ring["x"] < width
        assert -1 < ring["y"] < height
        apart = box["x"] >= ring["x"] + 24 or box["y"] >= ring["y"] + 24
        assert apart or box["x"] + box["width"] < ring["x"] + ring["width"]
        page.locator(NEXT).click()


def test_the_journey_that_is_named_is_the_one_that_is_lit_on_map_and_timeline(page, app):
    frame = opened(page, app)
    page.locator(START).click()
    lit = frame.evaluate("atlas.records.journeys.find(({ id }) => id === atlas.layer.hover)?.title")
    assert f"“{lit}”" in page.locator(SAYS).inner_text()
    page.locator(NEXT).click()
    assert f"“{lit}”" in page.locator(SAYS).inner_text()
    assert frame.evaluate("atlas.layer.hover") is not None
    assert page.locator(".time-light").is_visible()


def test_no_button_of_it_moves_from_under_the_pointer_while_a_step_is_said(page, app):
    opened(page, app)
    page.locator(START).click()
    page.locator(NEXT).click()
    page.wait_for_function(STANDS, polling=250)
    box, ring = box_of(page, BOX), box_of(page, ".look-ring")
    page.add_style_tag(content=".st-key-time-room { translate: 0 -20px }")
    page.wait_for_function(
        "y => document.querySelector('.look-ring').getBoundingClientRect().y <= y - 20",
        arg=ring["y"],
    )
    assert box_of(page, BOX) == box


def test_where_no_journey_is_left_it_says_so_and_names_none(page, app):
    page.goto(f"{app}?period=1990&period=1990&country=Philippines")
    page.locator(".st-key-panel-room").get_by_text("No journey matches these filters.").wait_for()
    page.locator(".st-key-time-room .js-plotly-plot").wait_for()
    page.locator(START).click()
    assert "no line is on the map" in page.locator(SAYS).inner_text()
    assert "{title}" not in page.locator(SAYS).inner_text()
    page.locator(NEXT).click()
    assert "This bar is" not in page.locator(SAYS).inner_text()


def test_it_ends_when_another_page_is_opened(page, app):
    opened(page, app)
    page.locator(START).click()
    page.locator(BOX).wait_for()
    page.get_by_role("link", name="Arrivals").first.evaluate("link => link.click()")
    page.locator(BOX).wait_for(state="detached")


def test_it_breaks_no_rule_of_axe(page, app):
    opened(page, app)
    page.locator(START).click()
    page.locator(BOX).wait_for()
    assert axe.broken(page) == []
