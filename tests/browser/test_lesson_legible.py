"""Every step of every story can be read from the last row, on screens of any size."""

from pathlib import Path

import pytest

from tests.browser import chromium
from tests.browser.lesson_files import story_files

SIZES = ((1280, 720), (1366, 768), (1920, 1080), (3840, 2160))
SHARES = {"running": 1 / 32, "least": 1 / 50}  # of the height of the screen
SCRIPT = Path(__file__).with_name("legible.js").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def files(tmp_path_factory) -> dict[str, str]:
    return story_files(tmp_path_factory.mktemp("legible"))


def test_every_text_of_every_step_is_large_enough_and_whole_at_every_size(browser, files):
    """One page a story, which is resized: what it has learned from one size it forgets."""
    faults = []
    with chromium.return_visit(browser, reduced_motion="reduce") as visit:
        visit.page.add_init_script(SCRIPT)
        for key, address in files.items():
            visit.page.goto(address)
            visit.page.wait_for_function("() => window.lesson && lesson._timeline")
            steps = visit.page.evaluate("lesson.lesson.steps.length")
            for width, height in SIZES:
                visit.page.set_viewport_size({"width": width, "height": height})
                found = visit.page.evaluate("shares => faultsOfLesson(shares)", SHARES)
                assert found["pages"] >= steps
                assert found["texts"] >= 20 * steps
                faults += [f"{key} at {width} × {height}: {fault}" for fault in found["faults"]]
        assert visit.errors == []
    assert faults == []


def test_what_is_opened_in_a_lesson_is_large_enough_too(browser, files):
    with chromium.return_visit(browser, reduced_motion="reduce") as visit:
        page = visit.page
        page.set_viewport_size({"width": 1280, "height": 720})
        page.add_init_script(SCRIPT)
        page.goto(files["kim-seong-min"])
        page.wait_for_function("() => window.lesson && lesson._timeline")
        for key, opened in (("p", ".lesson-play"), ("?", ".lesson-help"), ("n", ".lesson-asking")):
            page.keyboard.press(key)
            page.locator(opened).wait_for()
            assert page.evaluate("shares => smallTexts(shares)", SHARES) == [], opened
        page.locator(".lesson-asking button").last.click()
        assert page.evaluate("shares => smallTexts(shares)", SHARES) == []
        page.evaluate("lesson._kiosk.invite()")
        page.locator(".lesson-title").wait_for()
        assert page.evaluate("shares => smallTexts(shares)", SHARES) == []
