"""A visitor with a keyboard: the focus is seen, stays where it was, and is led to what opens."""

import pytest

from tests.browser import chromium

KIM = "kim-seong-min-1996"
HEADING = "document.activeElement.matches('.st-key-panel-room h2')"
STOP = f'[data-stop="{KIM}:3"]'


@pytest.fixture
def open_journey(page, app):
    page.goto(f"{app}/?journey={KIM}")
    chromium.drawn(page, f"(drawn) => drawn.focus === '{KIM}'")
    page.locator(".time-handle").first.wait_for(state="attached")
    chromium.settled(page)
    return page


def focus_by_key(page, frame, stop: str) -> None:
    """Go through the stops of the map by key as far as this one."""
    frame.locator('[role="region"]').first.focus()
    for _ in range(30):
        page.keyboard.press("Tab")
        if frame.evaluate("(stop) => document.activeElement.matches(stop)", stop):
            return
    raise AssertionError(f"{stop} is not reached")


def test_a_stop_that_has_the_focus_is_seen_to_have_it(open_journey):
    frame = chromium.map_frame(open_journey)
    focus_by_key(open_journey, frame, STOP)
    look = "(stop) => getComputedStyle(document.querySelector(`${stop} b`)).outlineStyle"
    assert frame.evaluate(look, STOP) == "solid"
    assert frame.evaluate(look, STOP.replace(":3", ":2")) == "none"


def test_a_stop_opened_by_key_leads_to_its_details_and_esc_back_to_the_list(open_journey):
    frame = chromium.map_frame(open_journey)
    focus_by_key(open_journey, frame, STOP)
    open_journey.keyboard.press("Enter")
    panel = open_journey.locator(".st-key-panel-room")
    panel.get_by_text("Kim Seong Min · stop 3 of 8").wait_for()
    open_journey.wait_for_function(HEADING)
    open_journey.keyboard.press("Escape")
    entry = f"document.activeElement.dataset.open === '{KIM}'"
    open_journey.wait_for_function(entry)


def test_esc_leads_back_to_an_entry_that_is_seen(page, app):
    page.goto(app)
    chromium.drawn(page)
    chromium.settled(page)
    last = page.locator(".st-key-panel-room a[data-open]").last
    name = last.get_attribute("data-open")
    last.focus()
    page.keyboard.press("Enter")
    page.wait_for_function(HEADING)
    page.keyboard.press("Escape")
    page.wait_for_function("(name) => document.activeElement.dataset.open === name", arg=name)
    top, bottom = page.evaluate(
        "() => { const { top, bottom } = document.activeElement.getBoundingClientRect();"
        " return [top, bottom]; }"
    )
    assert top > 0 and bottom <= page.viewport_size["height"]


@pytest.mark.parametrize("opens", ["?", "picture"])
def test_what_lies_under_a_dialog_gets_no_key_where_nothing_of_it_has_the_focus(
    open_journey, opens
):
    page = open_journey
    if opens == "?":
        page.keyboard.press("?")
    else:
        page.get_by_role("button", name="Take a picture").click()
    dialog = page.locator("dialog:modal")
    dialog.wait_for()
    page.evaluate("() => document.activeElement.blur()")
    page.keyboard.press("/")
    page.keyboard.press("Escape")
    dialog.wait_for(state="detached" if opens == "?" else "hidden")
    chromium.settled(page)
    assert "journey=" in page.url
    assert page.locator("[data-testid=stDialog]").count() == 0


def test_the_search_opens_by_its_key_from_the_years_of_the_player_too(open_journey):
    open_journey.locator(".time-player input[type=range]").focus()
    open_journey.keyboard.press("/")
    open_journey.locator(".st-key-search-words input").wait_for()


def test_a_long_list_of_keys_begins_at_its_title(page, app):
    page.set_viewport_size({"width": 350, "height": 225})
    page.goto(f"{app}/method")
    chromium.settled(page)
    page.keyboard.press("?")
    heading = page.locator("dialog.key-list h2")
    heading.wait_for()
    assert heading.bounding_box()["y"] >= 0


def test_an_entry_opened_by_key_leads_to_its_heading(page, app):
    page.goto(f"{app}/?period=1996&period=1999")
    chromium.drawn(page)
    page.locator(".time-handle").first.wait_for(state="attached")
    chromium.settled(page)
    page.locator(f'[data-open="{KIM}"]').focus()
    page.keyboard.press("Enter")
    page.wait_for_function(HEADING)


def test_esc_closes_what_is_open_after_a_click_into_the_map(open_journey):
    frame = chromium.map_frame(open_journey)
    frame.locator(".leaflet-container").click(position={"x": 5, "y": 60})
    open_journey.keyboard.press("Escape")
    open_journey.wait_for_function("!location.search.includes('journey=')")


def test_esc_closes_what_is_open_after_a_touch_of_the_player(open_journey):
    open_journey.locator(".time-player select").first.focus()
    open_journey.keyboard.press("Escape")
    open_journey.wait_for_function("!location.search.includes('journey=')")


def test_the_focus_stays_on_an_end_of_the_period_after_each_pause(open_journey):
    handle = open_journey.locator('.time-handle[data-edge="first"]')
    handle.focus()
    for year in (1991, 1992):
        open_journey.keyboard.press("ArrowRight")
        open_journey.wait_for_url(f"**period={year}*")
        chromium.settled(open_journey)
        open_journey.wait_for_function("document.activeElement?.dataset.edge === 'first'")


def test_a_closed_sidebar_is_passed_over_by_key(page, app):
    page.goto(app)
    chromium.settled(page)
    page.locator('[data-testid="stSidebar"][data-collapsed="true"]').wait_for(state="attached")
    for _ in range(25):
        page.keyboard.press("Tab")
        inside = "Boolean(document.activeElement.closest('[data-testid=stSidebar]'))"
        assert not page.evaluate(inside)


@pytest.mark.parametrize("path", ("arrivals", "", f"?journey={KIM}"))
def test_a_question_mark_lists_the_keys_wherever_the_focus_is(page, app, path):
    page.goto(f"{app}/{path}")
    chromium.settled(page)
    page.locator(".page-voice").wait_for(state="attached")  # its keys are heard from then on
    if path != "arrivals":
        chromium.drawn(page)
        chromium.map_frame(page).locator(".leaflet-container").focus()
    page.keyboard.press("?")
    keys = page.get_by_role("dialog", name="Keys")
    keys.wait_for()
    page.keyboard.press("Escape")
    keys.wait_for(state="detached")
    assert ("journey=" in page.url) is ("journey=" in path)


def test_a_voice_says_what_a_filter_did_and_what_was_opened(open_journey):
    voice = open_journey.locator(".page-voice")
    assert voice.inner_text() == ""
    open_journey.keyboard.press("Escape")
    open_journey.wait_for_function(
        "document.querySelector('.page-voice').textContent.includes('How people got out')"
    )
    chromium.open_filters(open_journey)
    open_journey.locator(".st-key-kind button").first.click()
    open_journey.wait_for_function(
        "/\\d+ journeys?/.test(document.querySelector('.page-voice').textContent)"
    )


def test_each_page_has_a_title_of_its_own(page, app):
    titles = {}
    for path in ("", "present", "journeys", f"journeys?journey={KIM}", "arrivals", "sources"):
        page.goto(f"{app}/{path}")
        page.wait_for_function("document.title.includes(document.querySelector('h1')?.innerText)")
        titles[path] = page.title()
    assert len(set(titles.values())) == len(titles)


def test_the_arrows_step_in_a_lesson_after_a_click_into_its_map(page, app):
    page.goto(f"{app}/present?story=the-long-way-round&step=3")
    frame = page.locator(".lesson-frame").element_handle().content_frame()
    frame.wait_for_function("() => window.lesson && lesson._timeline")
    frame.locator(".leaflet-container").click(position={"x": 5, "y": 200})
    for _page in range(frame.evaluate("lesson.shown().pages")):
        page.keyboard.press("ArrowRight")
    frame.wait_for_function("() => lesson.shown().step === 4")


def test_from_stop_to_stop_is_one_step_back(open_journey):
    panel = open_journey.locator(".st-key-panel-room")
    for stop in (1, 2):
        before = open_journey.evaluate("history.length")
        panel.get_by_role("button", name=f"{stop} ›").click()
        panel.get_by_text(f"Kim Seong Min · stop {stop} of 8").wait_for()
        chromium.settled(open_journey)
        assert open_journey.evaluate("history.length") == before + 1
    open_journey.go_back()
    panel.get_by_text("Kim Seong Min · stop 1 of 8").wait_for()


def test_tab_leads_through_the_whole_page_and_out_of_every_part_of_it(page, app):
    page.goto(app)
    chromium.drawn(page)
    page.locator(".time-marks").wait_for(state="attached")
    chromium.settled(page)
    had = """() => {
        const frame = document.activeElement.contentDocument;
        return (window.had = (frame || document).activeElement) !== window.before
            && ((window.before = window.had), true);
    }"""
    passed = set()
    for _ in range(300):
        page.keyboard.press("Tab")
        assert page.evaluate(had), "the key leaves the focus where it was"
        passed |= set(page.evaluate("[...(window.had.classList || [])]"))
        if page.evaluate("document.activeElement.matches('.listing li:last-child a')"):
            break
    else:
        raise AssertionError("the end of the list is not reached")
    assert {"time-marks", "time-handle", "leaflet-container"} <= passed


def at_the_marks(page, app: str):
    """The marks of the timeline, which have the focus."""
    chromium.open_map(page, app)
    marks = page.locator(".time-marks")
    marks.focus()
    return marks


def test_every_mark_of_the_timeline_is_reached_by_key_and_opened(page, app):
    marks = at_the_marks(page, app)
    page.keyboard.press("Home")
    said = set()
    while (words := marks.inner_text()) not in said:
        said.add(words)
        page.keyboard.press("ArrowRight")
    assert {"Kim Seong Min", "2003: 1,285"} <= {words.split("\n")[0] for words in said}
    assert len(said) > 120
    while not marks.inner_text().startswith("Kim Seong Min\n"):
        page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    page.wait_for_url("**journey=kim-seong-min-1996*")


def test_a_year_chosen_by_key_on_the_timeline_keeps_the_focus_and_its_words(page, app):
    page.set_viewport_size({"width": 1366, "height": 768})
    marks = at_the_marks(page, app)
    for year, other in ((1996, "1996: 56"), (1993, "1993: 8")):
        while not marks.inner_text().startswith(other):
            page.keyboard.press("ArrowRight" if year == 1996 else "ArrowLeft")
        page.keyboard.press("Enter")
        page.wait_for_url(f"**period={year}&period={year}*")
        chromium.settled(page)
        assert marks.inner_text().startswith(other)
        assert page.evaluate("document.activeElement.className") == "time-marks"
