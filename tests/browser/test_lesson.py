"""A lesson by keyboard alone, on the page and as one file from a disk, with no other host."""

import re

import pytest

from annotations.collection.load import load
from annotations.selection.filters import Filters, select
from annotations.store.files.beside.stories import StoryFolder
from annotations.store.files.store import CsvStore
from annotations.stories.load import load_stories
from annotations.stories.references import shown_ids
from tests.browser.lesson_files import WALKED, story_files
from views.atlas.packed import packed
from views.atlas.scene import marks, not_on_map, scene
from views.lessons.document import Inlined
from views.lessons.lesson import lesson
from views.lessons.lesson_page import lesson_page
from views.lessons.selection_story import selection_story
from views.panels.account import account

STORY = "kim-seong-min"


@pytest.fixture(scope="module")
def records():
    return load(CsvStore()).collection


@pytest.fixture(scope="module")
def stories(records):
    return load_stories(StoryFolder(), records).stories


@pytest.fixture(scope="module")
def files(records, tmp_path_factory):
    """Every story as one file, by its id, and the selection of 1996 to 1999."""
    folder = tmp_path_factory.mktemp("lessons")
    told = story_files(folder)
    drawn = packed(scene(records, "en", "relief.webp"))
    of_kim = Filters(1996, 1998, sources=frozenset({"kim-seong-min-escape"}))
    selection = select(records, of_kim)
    story = selection_story(records, selection, "A title", None, frozenset())
    words = account(records, selection)
    page = lesson_page(lesson(records, story, drawn["id"]), drawn, Inlined(), {}, words)
    (folder / "selection.html").write_text(page, encoding="utf-8")
    return {**told, "selection": (folder / "selection.html").as_uri()}


def ready(where) -> None:
    where.wait_for_function("() => window.lesson && lesson._timeline")


BEDS = """() => {
  const { stroke } = CanvasRenderingContext2D.prototype;
  let beds = 0;
  CanvasRenderingContext2D.prototype.stroke = function (...told) {
    if (this.lineWidth > 3 && String(this.strokeStyle).startsWith("rgba(255, 255, 255")) beds += 1;
    return stroke.apply(this, told);
  };
  lesson.go(2);
  return beds;
}"""


def test_no_bed_lies_where_a_step_shows_no_line(page, files):
    page.goto(files["the-river-and-the-border"])
    ready(page)
    assert 0 < page.evaluate(BEDS) <= 4


def expected(step, records) -> tuple[list[str], set[str]]:
    """The journeys that a step draws, and the stops of them that it may show."""
    ids = [key for key in shown_ids(step, records) if not not_on_map(records.journeys[key])]
    only = {shown.journey: shown.stops for shown in step.show or ()}
    stops = {
        stop.id
        for key in ids
        for mark in marks(records.journeys[key])
        for stop in mark.stops
        if key not in only or stop.order in only[key]
    }
    return ids, stops


def walk(page, where, story, records) -> None:
    """Steps through a story by the keys of a clicker, and compares each step with what it names."""
    ready(where)
    for number, step in enumerate(story.steps, start=1):
        seen = where.evaluate("lesson.shown()")
        if seen["waiting"]:
            assert step.care
            assert seen["journeys"] == []
            page.keyboard.press("PageDown")
            where.wait_for_function("() => !lesson.shown().waiting")
            seen = where.evaluate("lesson.shown()")
        ids, stops = expected(step, records)
        assert (seen["step"], seen["heading"]) == (number, step.heading)
        assert seen["journeys"] == ids, step.heading
        assert set(seen["stops"]) <= stops, step.heading
        if step.opened and step.opened[0] in ids:
            assert seen["focus"] == step.opened[0]
        for _page in range(where.evaluate("lesson.shown().pages")):
            page.keyboard.press("PageDown")
        if number < len(story.steps):
            where.wait_for_function("n => lesson.step === n", arg=number)


@pytest.mark.parametrize("key", WALKED)
def test_the_whole_lesson_is_given_by_key_from_a_file_that_asks_for_nothing(
    visit, files, stories, records, key
):
    visit.page.goto(files[key])
    walk(visit.page, visit.page, stories[key], records)
    assert [url for url in visit.requests if not re.match("file:|data:|blob:", url)] == []
    assert visit.errors == []


def test_the_whole_lesson_is_given_by_key_on_the_page_and_every_step_has_its_address(
    visit, app, stories, records
):
    visit.page.goto(f"{app}/present")
    visit.page.locator(f".st-key-present-{STORY} button").click()
    visit.page.wait_for_url("**story=kim-seong-min*step=1")
    frame = visit.page.locator(".lesson-frame").element_handle().content_frame()
    walk(visit.page, frame, stories[STORY], records)
    assert f"step={len(stories[STORY].steps) + 1}" in visit.page.url  # what to talk about
    visit.page.goto(f"{app}/present?story={STORY}&step=4")
    frame = visit.page.locator(".lesson-frame").element_handle().content_frame()
    ready(frame)
    assert frame.evaluate("lesson.shown().step") == 4
    visit.page.keyboard.press("Escape")
    visit.page.get_by_role("heading", name="How can I teach with this?").wait_for()
    assert "story=" not in visit.page.url
    assert visit.errors == []


@pytest.fixture
def open_lesson(page, files):
    page.set_viewport_size({"width": 1600, "height": 900})
    page.goto(files[STORY])
    ready(page)
    return page


def test_keys_go_on_and_back_to_both_ends_and_the_address_says_where(open_lesson):
    for key, step in (
        ("ArrowRight", 2), ("Space", 3), ("PageDown", 4), ("ArrowLeft", 3), ("PageUp", 2),
        ("Home", 1), ("ArrowLeft", 1), ("End", 11), ("ArrowRight", 11),
    ):  # fmt: skip
        open_lesson.keyboard.press(key)
        assert open_lesson.evaluate("lesson.step") == step - 1, key
        assert open_lesson.url.endswith(f"#{step}"), key


def test_b_blanks_the_screen_and_a_question_mark_shows_all_keys(open_lesson):
    blank = open_lesson.locator(".lesson-blank")
    for key in ("b", "."):
        open_lesson.keyboard.press(key)
        assert blank.is_visible()
        open_lesson.keyboard.press(key)
        assert not blank.is_visible()
    open_lesson.keyboard.press("?")
    assert "the next page or step" in open_lesson.locator(".lesson-help").inner_text()


def test_n_asks_before_the_shared_screen_shows_the_answers(open_lesson):
    open_lesson.keyboard.press("n")
    notes, asking = open_lesson.locator(".lesson-notes"), open_lesson.locator(".lesson-asking")
    assert not notes.is_visible()
    assert "Leave the picture" not in asking.inner_text()
    open_lesson.keyboard.press("n")
    assert not asking.is_visible()
    open_lesson.keyboard.press("n")
    asking.get_by_role("button", name="Here, where everyone can see them").click()
    assert "Leave the picture up for a moment" in notes.inner_text()
    open_lesson.keyboard.press("ArrowRight")
    assert notes.is_visible()
    assert "Leave the picture up for a moment" not in notes.inner_text()
    open_lesson.keyboard.press("n")
    assert not notes.is_visible()


def test_f_fills_the_screen(open_lesson):
    open_lesson.keyboard.press("f")
    open_lesson.wait_for_function("() => document.fullscreenElement")
    open_lesson.keyboard.press("f")
    open_lesson.wait_for_function("() => !document.fullscreenElement")


def test_the_notes_in_a_second_window_follow_and_step_the_lesson(open_lesson):
    with open_lesson.expect_popup() as opened:
        open_lesson.keyboard.press("w")
    notes = opened.value
    notes.get_by_text("Leave the picture up for a moment").wait_for()
    open_lesson.keyboard.press("ArrowRight")
    notes.get_by_role("heading", name="Caught in the port").wait_for()
    notes.keyboard.press("ArrowRight")
    notes.get_by_role("heading", name="Forty days of questions").wait_for()
    assert open_lesson.evaluate("lesson.step") == 2
    assert re.fullmatch(r"0:\d\d of 40 minutes", notes.get_by_role("timer").inner_text())
    open_lesson.keyboard.press("n")  # they have their window: nothing is asked
    assert not open_lesson.locator(".lesson-asking").is_visible()


def test_a_heavy_step_shows_nothing_before_it_is_asked_for_and_can_be_skipped(page, files):
    page.goto(files["selection"])
    ready(page)
    page.keyboard.press("ArrowRight")
    seen = page.evaluate("lesson.shown()")
    assert seen["waiting"] is True
    assert seen["journeys"] == []
    assert page.locator(".lesson-next").inner_text() == "Show it"
    assert "Content note: beatings in custody" in page.locator(".lesson-body").inner_text()
    assert "broke a window" not in page.locator(".lesson-body").inner_text()
    page.keyboard.press("ArrowRight")
    assert page.evaluate("lesson.shown()")["journeys"] == ["kim-seong-min-1996"]
    assert "broke a window" in page.locator(".lesson-body").inner_text()


def test_a_step_that_opens_a_heavy_journey_asks_first_where_no_note_was_read(page, files):
    page.goto(f"{files[STORY]}#3")
    ready(page)
    assert page.evaluate("lesson.shown()")["waiting"] is True
    assert "Content note: beatings in custody" in page.locator(".lesson-body").inner_text()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("lesson.shown()")["waiting"] is False
    assert page.evaluate("lesson.shown()")["step"] == 4


def test_a_step_that_names_the_general_route_explains_its_bed_beside_an_open_journey(page, app):
    page.goto(f"{app}/present?story=the-long-way-round&step=6")
    frame = page.locator(".lesson-frame").element_handle().content_frame()
    frame.wait_for_function("() => window.lesson?.shown().waiting")
    frame.evaluate("lesson.next()")  # its content note is read
    assert frame.evaluate("lesson.atlas.drawn().focus") == "two-women-laos-2004"
    assert "corridor" in frame.evaluate("lesson.atlas.drawn().legend")


def test_a_mark_of_a_file_of_the_selection_leads_to_its_words(page, files):
    page.goto(files["selection"])
    ready(page)
    page.locator('[data-stop="kim-seong-min-1996:3"]').focus()
    page.keyboard.press("Enter")
    row = page.locator("tr", has=page.locator('[id="kim-seong-min-1996:3"]'))
    assert not row.is_visible()
    page.keyboard.press("Enter")  # on the content note, which has the focus
    row.wait_for()
    assert "between 8 March and 13 April 1996" in row.inner_text()
    assert "forty days" in row.inner_text()


def test_left_alone_an_exhibition_goes_on_by_itself_and_starts_again(visit, files):
    page = visit.page
    page.clock.install()
    page.goto(files[STORY] + "?kiosk")
    ready(page)
    title = page.locator(".lesson-title")
    assert "Kim Seong Min, 1996 to 1999" in title.inner_text()
    assert "Touch the screen to begin" in title.inner_text()
    page.clock.run_for(16_000)
    assert title.is_hidden()
    assert page.evaluate("lesson.step") == 0
    page.clock.run_for(60_000)
    assert page.evaluate("lesson.step") >= 1
    page.keyboard.press("End")
    assert page.evaluate("lesson.step") == 10
    page.clock.run_for(61_000)
    assert title.is_visible()
    assert page.evaluate("lesson.step") == 0
    title.click()
    assert title.is_hidden()
    assert page.evaluate("lesson.step") == 0


def test_the_card_of_a_story_leads_to_its_exhibition(page, app):
    page.goto(f"{app}/present")
    card = page.locator(".story", has_text="Kim Seong Min, 1996 to 1999")
    card.get_by_role("link", name="Let it run by itself").click()
    frame = page.locator(".lesson-frame").element_handle().content_frame()
    ready(frame)
    title = frame.locator(".lesson-title")
    assert "pupils aged 14 and over" in title.inner_text()
    title.click()
    assert title.is_hidden()


def test_k_plays_on_from_where_it_is_and_the_last_step_is_followed_by_the_title(visit, files):
    page = visit.page
    page.clock.install()
    page.goto(f"{files[STORY]}#10")
    ready(page)
    page.keyboard.press("k")
    page.clock.run_for(61_000)
    assert page.evaluate("lesson.step") == 10
    title = page.locator(".lesson-title")
    for _second in range(60):
        page.clock.run_for(1000)
        if title.is_visible():
            break
    page.keyboard.press("ArrowRight")  # whatever is pressed begins, and does nothing else
    assert title.is_hidden()
    assert page.evaluate("lesson.step") == 0


def test_l_lights_where_the_pointer_is_and_z_goes_from_stop_to_stop_and_back(open_lesson):
    open_lesson.emulate_media(reduced_motion="reduce")  # no flight
    spot = open_lesson.locator(".lesson-spot")
    open_lesson.keyboard.press("l")
    open_lesson.mouse.move(300, 200)
    assert spot.evaluate("e => e.style.getPropertyValue('--x')") == "300px"
    open_lesson.keyboard.press("Escape")
    assert not spot.is_visible()
    open_lesson.evaluate("lesson.go(2)")
    if open_lesson.evaluate("lesson.shown().waiting"):
        open_lesson.keyboard.press("Enter")
    whole = open_lesson.evaluate("atlas.camera()")
    seen = []
    for _ in range(3):
        open_lesson.keyboard.press("z")
        seen.append(open_lesson.evaluate("atlas.camera()"))
    assert [round(at["lng"]) for at in seen[:2]] == [122, 130]  # Dalian, Tumen
    assert seen[0]["zoom"] > whole["zoom"] + 2
    assert seen[2] == pytest.approx(whole, abs=0.01)


def test_a_long_step_goes_on_on_a_second_page_and_back_on_its_last(page, files):
    page.set_viewport_size({"width": 1000, "height": 760})
    page.goto(files["counting-arrivals"])
    ready(page)
    assert page.evaluate("lesson.shown().pages") == 2
    place = page.locator(".lesson-place")
    assert place.inner_text().endswith("1 of 10 · page 1 of 2")
    footer, flow = page.locator(".lesson footer"), page.locator(".lesson-flow")
    beside = "([a, b]) => a.getBoundingClientRect().left >= b.getBoundingClientRect().right"
    parts = [footer.element_handle(), flow.element_handle()]
    assert page.evaluate(beside, parts)
    page.keyboard.press("PageDown")
    assert place.inner_text().endswith("1 of 10 · page 2 of 2")
    assert not page.evaluate(beside, parts)
    assert page.url.endswith("#1")
    page.keyboard.press("PageDown")
    assert page.evaluate("lesson.step") == 1
    page.keyboard.press("PageUp")
    assert page.evaluate("lesson.shown()")["page"] == 1
    page.keyboard.press("PageUp")
    footer.get_by_role("link").first.focus()  # by key to what lies on the other page
    page.wait_for_function("() => lesson.shown().page === 1")


def test_f_fills_the_screen_as_a_clicker_asks_for_it(open_lesson):
    open_lesson.keyboard.press("F5")
    open_lesson.wait_for_function("() => document.fullscreenElement")
    assert open_lesson.url.endswith("#1")


def test_on_a_phone_the_map_comes_first_and_nothing_is_cut(browser, files):
    from tests.browser import chromium

    size = {"width": 390, "height": 844}
    with chromium.return_visit(browser, viewport=size, has_touch=True) as seen:
        seen.page.goto(files[STORY])
        ready(seen.page)
        boxes = [
            seen.page.locator(f".lesson-{part}").bounding_box() for part in ("map", "words", "time")
        ]
        assert boxes[0]["y"] < boxes[1]["y"] < boxes[2]["y"]
        assert seen.page.evaluate("document.documentElement.scrollWidth") <= 390
