"""A lesson ends with what to talk about and where to read on; its notes say what time is left."""

import pytest

from annotations.collection.load import load
from annotations.store.files.store import CsvStore
from annotations.stories.load import load_stories
from tests.browser import chromium
from tests.stories import MemoryStories
from views.atlas.assets import prepare
from views.atlas.packed import packed
from views.atlas.scene import scene
from views.lessons.document import Inlined
from views.lessons.lesson import lesson
from views.lessons.lesson_page import lesson_page

STORY = """title: A story
for: a class
minutes: 9
summary: What is told.
debrief: |
  {arrivals:2009} people came that year.

  Talk with each other.
further: kim-seong-min-escape[5]
steps:
  - heading: The port
    text: He hid.
    sources: kim-seong-min-escape[5]
    show: [kim-seong-min-1996:1-2]
    minutes: 4
  - heading: The end
    text: He came.
    sources: kim-seong-min-escape[5]
    show: [kim-seong-min-1996:3]
    minutes: 5
"""
WORDS = "(name) => document.querySelector(name).innerText"


@pytest.fixture(scope="module")
def address(tmp_path_factory) -> str:
    """The address of a made story as one file."""
    prepare()
    records = load(CsvStore()).collection
    told = load_stories(MemoryStories({"story.yaml": STORY}), records)
    assert list(map(str, told.problems)) == []
    drawn = packed(scene(records, "en", "relief.webp"))
    given = lesson(records, told.stories["story"], drawn["id"])
    path = tmp_path_factory.mktemp("plan") / "story.html"
    path.write_text(lesson_page(given, drawn, Inlined(), {}), encoding="utf-8")
    return path.as_uri()


def test_the_last_page_tells_what_to_talk_about_and_where_to_read_on(browser, address):
    with chromium.return_visit(browser, reduced_motion="reduce") as visit:
        page = visit.page
        page.goto(address)
        page.wait_for_function("() => window.lesson && lesson._timeline")
        places = []
        for _press in range(3):
            places.append(page.evaluate(WORDS, ".lesson-place"))
            page.keyboard.press("PageDown")
        assert places == ["A story · 1 of 2", "A story · 2 of 2", "A story"]
        assert page.evaluate(WORDS, "h1") == "Talk about it"
        body = page.evaluate(WORDS, ".lesson-body").split("\n")
        assert [line for line in body if line.strip()] == [
            "2,914 people came that year.",
            "Talk with each other.",
            "Read on",
            page.evaluate(WORDS, ".lesson-further a"),
        ]
        assert page.locator(".lesson-further a").get_attribute("href").startswith("http")
        assert page.locator(".lesson-next").is_disabled()
        assert page.evaluate("location.hash") == "#3"
        assert page.evaluate("lesson.shown().journeys") == ["kim-seong-min-1996"]
        page.set_viewport_size({"width": 390, "height": 844})
        assert page.evaluate("document.documentElement.scrollWidth") == 390
        assert visit.errors == []


def test_the_notes_of_a_step_say_how_long_it_takes_and_what_is_left(browser, address):
    with chromium.return_visit(browser, reduced_motion="reduce") as visit:
        visit.page.goto(address)
        visit.page.wait_for_function("() => window.lesson && lesson._timeline")
        visit.page.keyboard.press("n")
        visit.page.get_by_role("button", name="Here, where everyone can see them").click()
        told = [visit.page.evaluate(WORDS, ".lesson-notes")]
        visit.page.keyboard.press("PageDown")
        told.append(visit.page.evaluate(WORDS, ".lesson-notes"))
        assert "About 4 minutes for this step. 5 minutes are left after it." in told[0]
        assert "About 5 minutes for this step." in told[1]
        assert "left after it" not in told[1]
        assert "Next: Talk about it" in told[1]
