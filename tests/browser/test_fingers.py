"""By finger: a period is chosen on every timeline, and nothing lies over what is to be touched."""

import pytest

from annotations.collection.load import load
from annotations.store.files.beside.stories import StoryFolder
from annotations.store.files.store import CsvStore
from annotations.stories.load import load_stories
from tests.browser import chromium, fingers
from views.atlas.assets import prepare
from views.atlas.packed import packed
from views.atlas.scene import scene
from views.lessons.document import Inlined
from views.lessons.lesson import lesson
from views.lessons.lesson_page import lesson_page

PLOT = ".st-key-time-room .nsewdrag"
STORY = "kim-seong-min"
WIDE_TABLET = fingers.TABLET | {"viewport": {"width": 1180, "height": 820}}


@pytest.fixture(scope="module")
def lesson_file(tmp_path_factory) -> str:
    """The address of a lesson as one file."""
    prepare()
    records = load(CsvStore()).collection
    story = load_stories(StoryFolder(), records).stories[STORY]
    drawn = packed(scene(records, "en", None))
    page = lesson_page(lesson(records, story, drawn["id"]), drawn, Inlined(), {})
    path = tmp_path_factory.mktemp("lesson") / "lesson.html"
    path.write_text(page, encoding="utf-8")
    return path.as_uri()


def first_page(page, address: str):
    page.goto(address)
    chromium.drawn(page)
    page.locator(PLOT).first.wait_for(state="attached")
    page.locator(".time-handle").first.wait_for(state="attached")
    chromium.settled(page)
    return page


def spot_in(where, selector: str, x: float, y: float) -> fingers.Spot:
    """A spot of an element, by parts of its width and height, where the window shows it."""
    element = where.locator(selector).first
    element.scroll_into_view_if_needed()
    box = element.bounding_box()
    return box["x"] + x * box["width"], box["y"] + y * box["height"]


def swipe(page, start: fingers.Spot, right: float = 0, down: float = 0) -> None:
    fingers.drag(page, (start, (start[0] + right, start[1] + down)))


@pytest.mark.parametrize("down", [0, 9])
def test_a_finger_that_goes_sideways_over_the_timeline_chooses_a_period(phone, app, down):
    first_page(phone, app)
    swipe(phone, spot_in(phone, PLOT, 0.25, 0.4), right=100, down=down)
    phone.wait_for_url("**period=*period=*")


def test_a_finger_moves_an_end_of_the_period(phone, app):
    first_page(phone, f"{app}/?period=2000&period=2010")
    swipe(phone, spot_in(phone, '.time-handle[data-edge="last"]', 0.8, 0.6), right=60)
    phone.wait_for_function(
        "() => new URL(location).searchParams.getAll('period').join() > '2000,2012'"
    )


def test_a_finger_that_goes_down_over_the_timeline_scrolls_and_chooses_nothing(phone, app):
    first_page(phone, app)
    before = phone.locator(PLOT).first.bounding_box()["y"]
    swipe(phone, spot_in(phone, PLOT, 0.5, 0.9), down=-200)
    phone.wait_for_function(
        "([name, y]) => document.querySelector(name).getBoundingClientRect().top < y - 90",
        arg=[PLOT, before],
    )
    assert "period" not in phone.url
    assert phone.locator(".time-frame").is_hidden()


@pytest.mark.parametrize("size", [fingers.PHONE, WIDE_TABLET], ids=["phone", "tablet"])
def test_a_finger_chooses_a_period_in_a_lesson_of_one_file(browser, lesson_file, size):
    with chromium.return_visit(browser, **size, reduced_motion="reduce") as visit:
        visit.page.goto(lesson_file)
        choose_in_lesson(visit.page, visit.page)


def test_a_finger_drawn_across_the_words_of_a_lesson_turns_its_steps(browser, lesson_file):
    with chromium.visit(browser, **fingers.PHONE, reduced_motion="reduce") as visit:
        page = visit.page
        page.goto(lesson_file)
        page.wait_for_function("() => window.lesson?.shown().step === 1")
        words = ".lesson-words h1"
        swipe(page, spot_in(page, words, 0.9, 0.5), right=-200, down=12)
        page.wait_for_function("() => lesson.shown().step === 2")
        swipe(page, spot_in(page, words, 0.2, 0.5), down=-120)
        swipe(page, spot_in(page, words, 0.1, 0.5), right=200)
        page.wait_for_function("() => lesson.shown().step === 1")


def test_a_finger_chooses_a_period_in_a_lesson_on_the_page(phone, app):
    phone.goto(f"{app}/present?story={STORY}")
    frame = phone.locator(".lesson-frame").element_handle().content_frame()
    choose_in_lesson(phone, frame)


def choose_in_lesson(page, where) -> None:
    where.wait_for_function("() => window.lesson && lesson._timeline")
    where.evaluate("lesson.go(1)")
    swipe(page, spot_in(where, ".lesson-chart .nsewdrag", 0.1, 0.5), right=90)
    where.wait_for_function("() => !document.querySelector('.time-frame').hidden")
    box = where.locator(".time-frame").bounding_box()
    plot = where.locator(".lesson-chart .nsewdrag").first.bounding_box()
    assert box["width"] == pytest.approx(plot["width"] / 3, abs=4)  # one of three years


def test_the_timeline_has_no_camera_of_its_own_beside_the_button_that_takes_a_picture(phone, app):
    page = first_page(phone, app)
    assert page.locator(".st-key-time-room .modebar-btn").count() == 0
    assert page.get_by_role("button", name="Take a picture").bounding_box()["height"] >= 44
