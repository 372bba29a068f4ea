"""Views are added to a story in the sidebar of the map, put into order, and taken away again."""

from annotations.collection.load import load
from annotations.store.files.store import CsvStore
from annotations.stories.load import load_stories
from annotations.stories.references import shown_ids
from annotations.stories.writer import draft_of
from tests.pages.visits import map_state, title, visit
from tests.stories import MemoryStories
from views.widgets.atlas import story_steps
from views.widgets.atlas.story_steps import STEPS

KIM = "kim-seong-min-1996"


def headings(at) -> list[str]:
    return [step.heading for step in at.session_state[STEPS]]


def in_sidebar(at) -> str:
    return " ".join(block.proto.body for block in at.sidebar.get("html"))


def press(at, key: str):
    at.button(key=key).click().run()
    assert not at.exception
    return at


def with_three_views():
    """A visit that has added the journeys of three years, each by its own."""
    at = visit()
    for year in (1996, 2001, 2009):
        at.slider(key="period").set_value((year, year)).run()
        press(at, "add-view")
    return at


def test_a_draft_begins_empty_with_one_button():
    at = visit()
    assert at.button(key="add-view").label == "Add this view to a story"
    assert [b.key for b in at.button if b.key and b.key.startswith(("draft-", "empty"))] == []
    assert not any(b.proto.label == "Download the draft" for b in at.get("download_button"))


def test_a_click_adds_what_is_on_the_screen():
    records = load(CsvStore()).collection
    seen = {"period": ["1996", "1998"], "journey": KIM, "stop": "3", "cumulative": "true"}
    at = press(visit(**seen), "add-view")
    (step,) = at.session_state[STEPS]
    assert step.heading == title(at) and step.heading in in_sidebar(at)
    assert step.text == "Journeys definitely under way between 1996 and 1998."
    assert (step.opened, step.layers, step.camera) == ((KIM, 3), {"cumulative", "relief"}, None)
    text = draft_of(at.session_state[STEPS])
    loaded = load_stories(MemoryStories({"story-draft.yaml": text}), records)
    assert not loaded.problems
    (read,) = loaded.stories["story-draft"].steps
    assert KIM in list(shown_ids(read, records)) == map_state(at)["ids"]


def test_steps_are_put_into_order_and_removed_one_by_one():
    at = with_three_views()
    years = [step.filters.first for step in at.session_state[STEPS]]
    assert years == [1996, 2001, 2009]
    assert len(set(headings(at))) == 3
    press(at, "draft-up-2")
    press(at, "draft-down-0")
    assert [step.filters.first for step in at.session_state[STEPS]] == [2009, 1996, 2001]
    press(at, "draft-remove-1")
    assert [step.filters.first for step in at.session_state[STEPS]] == [2009, 2001]
    assert [at.button(key=f"draft-remove-{n}").label for n in (0, 1)] != [""] * 2


def test_a_draft_stays_while_filters_change_and_goes_when_it_is_emptied():
    at = with_three_views()
    press(at, "clear")
    assert any(b.proto.label == "Download the draft" for b in at.get("download_button"))
    assert len(headings(at)) == 3
    press(at, "empty-draft")
    assert headings(at) == []
    assert not any(b.proto.label == "Download the draft" for b in at.get("download_button"))


def test_a_draft_that_is_full_takes_no_more_until_a_step_is_removed(monkeypatch):
    monkeypatch.setattr(story_steps, "MOST_STEPS", 3)
    at = with_three_views()
    assert [b.key for b in at.button if b.key == "add-view"] == []
    assert "A draft has at most 3 steps." in " ".join(one.value for one in at.sidebar.caption)
    at = press(at, "draft-remove-0")
    assert len(press(at, "add-view").session_state[STEPS]) == 3


def test_an_embedded_view_has_no_draft():
    assert not any(b.key == "add-view" for b in visit(embedded=True).button)
