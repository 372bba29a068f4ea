"""The page for pupils: answers of every kind, kept here alone; offline, on paper, by key."""

import pytest

from tests.browser import axe, chromium, fingers
from tests.browser.app import start_app
from tests.browser.test_screens import SMALL_TARGETS
from tests.pupils_story import KEY, tables_with_story

STORED = f"() => localStorage.getItem('ways-out-pupils-{KEY}')"
SMALL_TYPE = """() => {
  const room = document.querySelector(".pupils-room");
  const walk = document.createTreeWalker(room, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walk.nextNode()) {
    const { data, parentElement: one } = walk.currentNode;
    if (!data.trim() || one.closest(".pupils-look") || !one.checkVisibility()) continue;
    if (parseFloat(getComputedStyle(one).fontSize) < 16) found.push(data.trim());
  }
  return found;
}"""


@pytest.fixture(scope="module")
def tables(tmp_path_factory):
    return tables_with_story(tmp_path_factory.mktemp("pupils") / "tables")


@pytest.fixture(scope="module")
def classroom(tables):
    """The address of an app with the story."""
    with start_app({"WAYS_OUT_TABLES": str(tables)}) as app:
        yield app


@pytest.fixture
def pupil(visit, classroom):
    """The page of a pupil who has just come, by its short address."""
    opened(visit.page, f"{classroom}/pupils/{KEY}")
    return visit


def opened(page, address: str) -> None:
    page.goto(address)
    page.wait_for_function("() => window.pupils && pupils.atlas")


def begun(page, step: int = 1):
    """The page at a step, after its beginning was read."""
    page.get_by_role("button", name="Start").click()
    for _more in range(step - 1):
        page.get_by_role("button", name="Next").click()
    return page


def task(page, number: int):
    return page.get_by_role("group", name=f"Task {number}")


def said(page, number: int) -> str:
    return task(page, number).get_by_role("status").inner_text()


def press(page, number: int, name: str) -> None:
    task(page, number).get_by_role("button", name=name).click()


def pointed(page, lat: float, lng: float) -> None:
    """Press the map where a point is."""
    press(page, 1, "Point at it on the map")
    x, y = page.evaluate(
        """([lat, lng]) => {
          const map = pupils._map, room = map.getContainer().getBoundingClientRect();
          const { x, y } = map.latLngToContainerPoint([lat, lng]);
          return [room.left + x, room.top + y];
        }""",
        [lat, lng],
    )
    page.mouse.click(x, y)


def test_the_short_address_leads_to_the_page_and_stays(pupil, classroom):
    assert pupil.page.url == f"{classroom}/pupils/{KEY}#0"
    assert pupil.page.get_by_role("heading", level=1).inner_text() == "A port and a town"


def test_a_choice_is_wrong_and_then_right(pupil):
    page = begun(pupil.page)
    press(page, 1, "Check")
    assert said(page, 1) == "Give an answer first."
    page.get_by_label("in February 1996").check()
    press(page, 1, "Check")
    assert said(page, 1).startswith("✗ Not yet.")
    page.get_by_label("between 8 March and 13 April 1996").check()
    assert said(page, 1) == ""
    press(page, 1, "Check")
    assert said(page, 1).startswith("✓ Right.") and "forty days" in said(page, 1)


def test_a_number_is_wrong_and_then_right_within_what_it_may_be_off(pupil):
    page = begun(pupil.page)
    field = task(page, 2).get_by_label("Your number")
    field.fill("many")
    field.press("Enter")
    assert said(page, 2) == "Write a number in digits."
    field.fill("1000")
    press(page, 2, "Check")
    assert said(page, 2).startswith("✗")
    field.fill("2,900")
    press(page, 2, "Check")
    assert said(page, 2).startswith("✓ Right.") and "2,914" in said(page, 2)


def test_a_place_is_pointed_at_wrong_and_then_right(pupil):
    page = begun(pupil.page, 2)
    page.wait_for_timeout(1500)  # the map flies to the step
    pointed(page, 40.5, 125.5)
    press(page, 1, "Check")
    assert said(page, 1).startswith("✗") and "km from it" in said(page, 1)
    pointed(page, 38.95, 121.65)  # on its own mark, which opens nothing meanwhile
    press(page, 1, "Check")
    assert said(page, 1).startswith("✓ Right.") and "Dalian" in said(page, 1)


def test_a_place_is_pointed_at_without_a_pointer(pupil):
    page = begun(pupil.page, 2)
    page.wait_for_timeout(1500)
    task(page, 1).get_by_role("button", name="Point at it on the map").press("Enter")
    page.evaluate("() => pupils._map.setView([38.95, 121.65], 6, { animate: false })")
    chromium.tab_to(page, ".pupils-hint button")
    page.keyboard.press("Enter")
    assert "Your mark is on the map" in said(page, 1)
    press(page, 1, "Check")
    assert said(page, 1).startswith("✓ Right.")


def test_a_text_is_set_beside_a_model_answer(pupil):
    page = begun(pupil.page, 2)
    task(page, 2).get_by_label("Your answer").fill("A <b>letter</b>")
    press(page, 2, "Compare with a model answer")
    assert "A document." in said(page, 2)
    assert page.locator(".pupils-tasks b:text-is('letter')").count() == 0


def test_answers_are_kept_over_a_reload_and_cleared_for_good(pupil):
    page = begun(pupil.page)
    page.get_by_label("between 8 March and 13 April 1996").check()
    press(page, 1, "Check")
    task(page, 2).get_by_label("Your number").fill("17")
    page.reload()
    page.wait_for_function("() => window.pupils")
    page.get_by_role("button", name="Show this step").click()  # a new visit is told again
    assert said(page, 1).startswith("✓ Right.")
    assert task(page, 2).get_by_label("Your number").input_value() == "17"
    for _step in range(3):
        page.get_by_role("button", name="Next").click()
    assert "2 of 4" in page.locator(".pupils-body").inner_text()
    page.get_by_role("button", name="Clear all my answers").click()
    assert page.evaluate(STORED) is not None
    page.get_by_role("button", name="Press again").click()
    assert page.evaluate(STORED) is None
    assert "0 of 4" in page.locator(".pupils-body").inner_text()


def test_nothing_leaves_after_the_page_is_there(pupil):
    page = pupil.page
    before = len(pupil.requests)
    begun(page)
    page.get_by_label("in February 1996").check()
    press(page, 1, "Check")
    task(page, 2).get_by_label("Your number").fill("2914")
    press(page, 2, "Check")
    page.get_by_role("button", name="Next").click()
    page.wait_for_timeout(1500)
    pointed(page, 40.5, 125.5)
    press(page, 1, "Check")
    task(page, 2).get_by_label("Your answer").fill("A letter")
    press(page, 2, "Compare with a model answer")
    own = [url for url in pupil.requests[before:] if not url.startswith(("data:", "blob:"))]
    assert [url for url in own if "/typefaces/" not in url and "/relief" not in url] == []
    assert not any("letter" in url or "2914" in url for url in pupil.requests)
    assert pupil.outside() == [] and pupil.errors == []


def test_a_heavy_step_shows_nothing_before_it_is_asked_for(pupil):
    page = begun(pupil.page, 3)
    assert "Content note: arrests." in page.locator(".pupils-body").inner_text()
    assert not page.locator(".pupils-map").is_visible()
    page.get_by_role("button", name="Show this step").click()
    assert "Attempts and returns" in page.locator(".pupils-body").inner_text()
    assert page.locator(".pupils-map").is_visible()


def test_a_link_into_a_heavy_step_is_announced_too(visit, classroom):
    opened(visit.page, f"{classroom}/pupils/{KEY}#1")
    words = visit.page.locator(".pupils-body").inner_text()
    assert "beatings in custody" in words and "Dalian" not in words


def test_plain_language_is_a_switch_that_stays(pupil):
    page = begun(pupil.page)
    page.get_by_role("button", name="Plain language").click()
    assert "He hides in a port." in page.locator(".pupils-body").inner_text()
    page.reload()
    page.wait_for_function("() => window.pupils")
    page.get_by_role("button", name="Show this step").click()
    assert "He hides in a port." in page.locator(".pupils-body").inner_text()


def test_a_word_of_the_glossary_is_explained_by_key_and_closed_by_esc(pupil):
    page = begun(pupil.page)
    word = page.locator(".term", has_text="broker")
    word.press("Enter")
    note = page.get_by_role("dialog", name="broker")
    assert "paid to bring others out" in note.inner_text() and note.get_by_role("link").count()
    page.keyboard.press("Escape")
    assert not note.is_visible()
    assert word.evaluate("(one) => one === document.activeElement")


def test_where_the_browser_has_no_voice_nothing_offers_to_read_aloud(pupil):
    page = begun(pupil.page)
    has_voice = page.evaluate("() => speechSynthesis.getVoices().some((one) => one.localService)")
    assert page.get_by_role("button", name="Read aloud").is_visible() == has_voice


def test_a_voice_reads_the_text_and_stops(browser, classroom):
    with chromium.visit(browser) as visit:
        visit.page.add_init_script(
            """window.spoken = [];
            const voice = { lang: "en-GB", localService: true };
            Object.defineProperty(window, "speechSynthesis", { value: {
              getVoices: () => [voice], addEventListener() {},
              cancel() { window.spoken.push("-"); },
              speak({ text }) { window.spoken.push(text); } } });
            window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; }
              set voice(_one) {} };"""
        )
        opened(visit.page, f"{classroom}/pupils/{KEY}")
        page = begun(visit.page)
        page.get_by_role("button", name="Read aloud").click()
        spoken = " ".join(page.evaluate("() => spoken"))
        assert "Caught in the port" in spoken and "Which of these two" in spoken
        page.get_by_role("button", name="Stop reading").click()
        assert page.evaluate("() => spoken.at(-1)") == "-"


def test_on_paper_stand_the_text_and_the_answers_and_no_step_that_was_not_opened(pupil):
    page = begun(pupil.page)
    page.get_by_label("in February 1996").check()
    page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    paper = page.locator(".pupils-paper")
    words = paper.inner_text()
    assert paper.is_visible() and not page.locator(".pupils-room").is_visible()
    assert "Your answer: in February 1996" in words and "port of Dalian" in words
    assert "This step was not opened." in words and "Attempts and returns" not in words


def test_as_one_file_it_works_with_no_network(visit, classroom, tmp_path):
    page = visit.page
    page.goto(f"{classroom}/present")
    page.get_by_role("button", name="For pupils").click()
    with page.expect_download() as got:
        page.get_by_role("button", name="Their page as one file").click()
    file = tmp_path / "pupils.html"
    got.value.save_as(file)
    page.context.set_offline(True)
    try:
        answered_offline(page, file)
    finally:
        page.context.set_offline(False)


def answered_offline(page, file) -> None:
    """Answer a task in the page of a file."""
    opened(page, file.as_uri())
    begun(page)
    page.get_by_label("between 8 March and 13 April 1996").check()
    press(page, 1, "Check")
    assert said(page, 1).startswith("✓ Right.")
    assert "ways-out-pupils" in page.evaluate("() => Object.keys(localStorage).join()")


@pytest.mark.parametrize("step", [0, 1, 2, 4])
def test_it_breaks_no_rule_of_axe(pupil, step):
    page = pupil.page
    if step:
        begun(page, step)
    assert axe.broken(page, ((1366, 768), (820, 1180), (390, 844))) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_a_phone_targets_are_44_px_and_type_is_16(browser, classroom, scheme):
    with chromium.visit(browser, **fingers.PHONE, color_scheme=scheme) as visit:
        page = visit.page
        opened(page, f"{classroom}/pupils/{KEY}")
        begun(page)
        assert page.evaluate(SMALL_TARGETS) == []
        assert page.evaluate(SMALL_TYPE) == []
        assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


def test_the_lesson_shows_the_way_by_key_and_on_its_last_page(visit, classroom):
    page = visit.page
    page.goto(f"{classroom}/present?story={KEY}")
    lesson = page.frame_locator("iframe.lesson-frame")
    lesson.locator(".lesson-nav").wait_for()
    inside = page.locator("iframe.lesson-frame").element_handle().content_frame()
    inside.wait_for_function("() => window.lesson")
    page.keyboard.press("q")
    panel = lesson.get_by_role("dialog", name="For pupils")
    assert f"/pupils/{KEY}" in panel.inner_text() and panel.get_by_role("img").is_visible()
    page.keyboard.press("Escape")
    assert not panel.is_visible()
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    assert f"/pupils/{KEY}" in lesson.locator(".lesson-for-pupils").inner_text()
