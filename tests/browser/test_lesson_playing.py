"""Time plays in a lesson and in the one file as on the page: what was reached stays."""

import pytest

from annotations.collection.load import load
from annotations.selection.filters import Filters, select
from annotations.store.files.store import CsvStore
from tests.browser import axe
from views.atlas.assets import prepare
from views.atlas.packed import packed
from views.atlas.scene import scene
from views.lessons.document import Inlined
from views.lessons.lesson import lesson
from views.lessons.lesson_page import lesson_page
from views.lessons.selection_story import selection_story
from views.panels.account import account

PLAY = ".lesson-play-button"
PLAYER = ".lesson-play"
PLAYS = '[data-player="play"][aria-label="Pause"]'
ENDED = '[data-player="play"][aria-label="Play"]'


@pytest.fixture(scope="module")
def file(tmp_path_factory) -> str:
    """The address of the one file of all journeys, on a disk."""
    prepare()
    records = load(CsvStore()).collection
    drawn = packed(scene(records, "en", "relief.webp"))
    selection = select(records, Filters())
    story = selection_story(records, selection, "A title", None, frozenset())
    words = account(records, selection)
    page = lesson_page(lesson(records, story, drawn["id"]), drawn, Inlined(), {}, words)
    path = tmp_path_factory.mktemp("played") / "all.html"
    path.write_text(page, encoding="utf-8")
    return path.as_uri()


def ready(where) -> None:
    where.wait_for_function("() => window.lesson && lesson._timeline")
    where.locator(".time-event").first.wait_for(state="attached")


@pytest.mark.parametrize(("width", "height"), [(1400, 900), (390, 844)])
def test_the_one_file_plays_all_years_and_no_frame_is_empty_once_a_journey_has_begun(
    visit, file, width, height
):
    page = visit.page
    page.set_viewport_size({"width": width, "height": height})
    page.goto(file)
    ready(page)
    page.evaluate("""() => {
        window.legs = [];
        const at = atlas.at.bind(atlas);
        atlas.at = (...told) => { at(...told); legs.push(atlas.drawn().legs.length); };
    }""")
    page.locator(PLAY).click()
    page.locator('select[data-player="speed"]').select_option("4", force=True)
    page.locator(f"{PLAYER} {PLAYS}").wait_for()
    page.locator(".time-passing", has_text="◆").wait_for()
    button = page.locator(f"{PLAYER} {PLAYS}").bounding_box()
    assert 0 <= button["y"] < button["y"] + button["height"] <= height
    page.locator(f"{PLAYER} {ENDED}").wait_for(timeout=60_000)
    legs = page.evaluate("legs")
    evenly = [legs[round(at * (len(legs) - 1) / 35)] for at in range(36)]
    assert all(evenly[next(at for at, n in enumerate(evenly) if n) :]), evenly
    assert "34,537 since the war so far" in page.locator(".time-player output").inner_text()
    page.locator(".time-who summary").click()
    page.locator(".time-who div", has_text="34,537 is computed").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_by_key_time_plays_and_stops_and_esc_shows_the_step_again(page, app):
    page.goto(f"{app}/present?story=kim-seong-min&step=3")
    frame = page.locator(".lesson-frame").element_handle().content_frame()
    ready(frame)
    if frame.evaluate("lesson.shown().waiting"):
        page.keyboard.press("Enter")
    before = frame.evaluate("lesson.shown()")
    page.keyboard.press("p")
    frame.locator(f"{PLAYER} {PLAYS}").wait_for()
    page.keyboard.press("p")
    frame.locator(f"{PLAYER} {ENDED}").wait_for()
    page.keyboard.press("Escape")
    frame.locator(PLAYER).wait_for(state="hidden")
    assert frame.evaluate("lesson.shown()") == before
    page.keyboard.press("p")
    frame.locator(f"{PLAYER} {PLAYS}").wait_for()
    page.keyboard.press("ArrowRight")
    frame.locator(PLAYER).wait_for(state="hidden")
    assert frame.evaluate("lesson.shown().step") == before["step"] + 1


def test_arrows_on_the_players_own_slider_do_not_step_the_lesson(page, app):
    page.goto(f"{app}/present?story=kim-seong-min&step=1")
    frame = page.locator(".lesson-frame").element_handle().content_frame()
    ready(frame)
    frame.locator(PLAY).click()
    frame.locator(f"{PLAYER} input[type=range]").focus()
    page.keyboard.press("ArrowRight")
    frame.locator(f"{PLAYER} {ENDED}").wait_for()
    assert frame.evaluate("lesson.shown().step") == 1


def test_a_lesson_in_which_time_plays_breaks_no_rule_of_axe(page, app):
    page.goto(f"{app}/present?story=kim-seong-min&step=1")
    frame = page.locator(".lesson-frame").element_handle().content_frame()
    ready(frame)
    frame.locator(PLAY).click()
    frame.locator(f"{PLAYER} {PLAYS}").click()
    assert axe.broken(page) == []


def test_a_heavy_step_that_was_not_asked_for_does_not_play(page, file):
    page.goto(file)
    ready(page)
    heavy = page.evaluate("lesson.lesson.steps.findIndex(({ care }) => care)")
    page.evaluate("at => lesson.go(at)", heavy)
    if not page.evaluate("lesson.shown().waiting"):
        page.evaluate("() => { lesson._agreed.clear(); lesson.go(lesson.step); }")
    assert page.locator(PLAY).is_disabled()
    page.keyboard.press("p")
    assert page.locator(PLAYER).is_hidden()
