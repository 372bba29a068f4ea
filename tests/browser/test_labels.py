"""At every size a label lies in what it names, or a line leads there, or it is not drawn."""

import pytest

from annotations.collection.load import load
from annotations.selection.filters import Filters, select
from annotations.store.files.beside.stories import StoryFolder
from annotations.store.files.store import CsvStore
from annotations.stories.load import load_stories
from tests.browser import chromium
from tests.browser.labels import MISPLACED
from tests.browser.test_handout import handout_of
from views.atlas.packed import packed
from views.atlas.scene import scene
from views.lessons.document import Inlined
from views.lessons.lesson import lesson
from views.lessons.lesson_page import lesson_page
from views.lessons.selection_story import selection_story

SIZES = [(683, 384), (844, 390), (390, 844), (820, 1180), (1366, 900), (1920, 1080)]
# Each has a label that something pushes aside at one of these sizes or more.
ADDRESSES = ["", "?journey=kim-seong-min-1996", "?journey=mike-kim-2001"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_label_lies_elsewhere_at_any_size(visit, app, address):
    wrong = {}
    for width, height in SIZES:
        visit.page.set_viewport_size({"width": width, "height": height})
        visit.page.goto(f"{app}/{address}")
        chromium.drawn(visit.page)
        chromium.settled(visit.page)
        found = chromium.map_frame(visit.page).evaluate(f"({MISPLACED})(atlas)")
        if found:
            wrong[width, height] = found
    assert not wrong


def test_no_label_lies_elsewhere_while_time_plays(visit, app):
    visit.page.set_viewport_size({"width": 1366, "height": 900})
    visit.page.goto(app)
    chromium.drawn(visit.page)
    chromium.settled(visit.page)
    wrong = chromium.map_frame(visit.page).evaluate(f"""() => {{
        const years = Array.from({{ length: 37 }}, (_, at) => 1990 + at);
        return years.flatMap((year) => {{
            atlas.at(Date.UTC(year, 6, 1), 1);
            return ({MISPLACED})(atlas).map((label) => `${{year}}: ${{label}}`);
        }});
    }}""")
    assert wrong == []


def test_no_label_lies_elsewhere_on_the_small_maps_of_a_handout(visit, tmp_path):
    records = load(CsvStore()).collection
    path = tmp_path / "handout.html"
    for story in load_stories(StoryFolder(), records).stories.values():
        path.write_text(handout_of(records, story), encoding="utf-8")
        visit.page.goto(path.as_uri())
        visit.page.wait_for_function("() => window.handout && handout.ready.then(() => true)")
        wrong = visit.page.evaluate(
            f"handout.maps.map((atlas) => atlas ? ({MISPLACED})(atlas) : [])"
        )
        assert not any(wrong), story.id


def test_a_file_of_everything_opens_from_the_tumen_to_bangkok(visit, tmp_path):
    records = load(CsvStore()).collection
    drawn = packed(scene(records, "en", None))
    story = selection_story(records, select(records, Filters()), "Everything", None, frozenset())
    path = tmp_path / "ways-out.html"
    page = lesson_page(lesson(records, story, drawn["id"]), drawn, Inlined(), {}, "")
    path.write_text(page, encoding="utf-8")
    for width, height in ((1400, 900), (390, 844)):
        visit.page.set_viewport_size({"width": width, "height": height})
        visit.page.goto(path.as_uri())
        visit.page.wait_for_function("() => window.lesson && lesson.atlas.drawn().journeys.length")
        west, south, east, north = map(
            float,
            visit.page.evaluate("lesson.atlas._map.getBounds().toBBoxString()").split(","),
        )
        assert west < 100.5 and east > 129 and south < 13.8 and north > 42, (width, height)
        assert west > 70 and east < 160, (width, height)
        # The names are arranged once more when their typeface is there.
        visit.page.wait_for_function(f"() => ({MISPLACED})(lesson.atlas).length === 0")
