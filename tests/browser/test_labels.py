"""At every size a label lies in what it names, or a line leads there, or it is not drawn."""

import pytest

from annotations.collection.load import load
from annotations.store.files.beside.stories import StoryFolder
from annotations.store.files.store import CsvStore
from annotations.stories.load import load_stories
from tests.browser import chromium
from tests.browser.labels import MISPLACED
from tests.browser.test_handout import handout_of

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
