"""No place, camera, word or filter of a step tells what is hidden elsewhere."""

from dataclasses import replace

import pytest

from annotations.check.profiles import check_published_stories
from annotations.collection.profiles import closed
from annotations.publication.published_stories import published_stories
from annotations.records import Profile
from annotations.stories.load import load_stories
from tests.collections import collection_of
from tests.stories import HEAD, STEP, MemoryStories, with_keys

AS_IS = Profile("", "as-is", "as-is", "as-is", "", "a reason", "9999", "")
COVE = {"id": "cove", "name": "Cove", "name_ko": "", "name_zh": "", "lat": "39.5", "lon": "122.5"}
WALK = {"journey": "on-foot", "basis": "inferred", "mentions": "", "role": "walks"}
RECORDS = collection_of(
    places=[{}, COVE],
    journeys=[
        {},
        {"id": "by-land", "title": "By land", "kind": "attempt", "people": "one person"},
        {"id": "on-foot", "title": "On foot", "kind": "attempt", "people": "two people"},
    ],
    stops=[
        {},
        {**WALK, "journey": "by-land", "date": "2001", "place": "cove"},
        {**WALK, "date": "2003-05"},
    ],
)
HIDDEN = {
    "nothing": {},
    "a journey": {"by-land": closed("by-land")},
    "its places": {"by-land": replace(AS_IS, record="by-land", place="withheld")},
    "a place": {"dalian": replace(AS_IS, record="dalian", place="withheld")},
    "days": {"on-foot": replace(AS_IS, record="on-foot", date="year")},
    "all days": {"on-foot": replace(AS_IS, record="on-foot", date="withheld")},
    "a journey, and days": {
        "by-land": closed("by-land"), "on-foot": replace(AS_IS, record="on-foot", date="year")
    },
}  # fmt: skip


def told(text: str, hidden: str):
    """The story of a text as it is published while something is hidden, or None."""
    records = replace(RECORDS, publication=HIDDEN[hidden])
    loaded = load_stories(MemoryStories({"story.yaml": text}), records)
    assert not loaded.problems, "\n".join(map(str, loaded.problems))
    check_published_stories(loaded, records)  # finds the line of whatever tells
    return published_stories(loaded.stories, records).get("story")


@pytest.mark.parametrize(
    ("hidden", "stays"),
    [("nothing", True), ("a journey", False), ("its places", False), ("days", True)],
)
@pytest.mark.parametrize(
    "keys",
    [
        ["show: by-sea", "notes: 'So far: {km:dalian,cove}.'"],
        ["show: by-sea", "tasks: [{ask: How far?, number: '{km:cove,dalian}'}]"],
        ["show: by-sea", "tasks: [{ask: Where?, place: cove, within: 9}]"],
    ],
)
def test_no_step_measures_from_or_asks_for_a_place_that_no_page_shows(keys, hidden, stays):
    assert (told(with_keys(*keys), hidden) is not None) == stays


def test_a_figure_of_no_place_in_a_summary_is_only_named_by_the_check():
    text = HEAD.replace("What is told.", "'{km:dalian,nowhere}'") + STEP
    records = replace(RECORDS, publication=HIDDEN["days"])
    loaded = load_stories(MemoryStories({"story.yaml": text}), records)
    assert len(loaded.problems) == 1
    assert published_stories(loaded.stories, records) == loaded.stories


@pytest.mark.parametrize("key", ["goals", "prepare"])
def test_no_list_of_a_story_has_a_hidden_name(key):
    text = HEAD.replace("steps:", f"{key}: [broker, Dalian]\nsteps:") + STEP + "    show: []\n"
    assert told(text, "nothing") and not told(text, "a place")


@pytest.mark.parametrize(("hidden", "stays"), [("days", True), ("a place", False)])
def test_a_step_looks_at_no_hidden_place_of_the_event_that_it_opens(hidden, stays):
    story = told(with_keys("show: []", "open: famine", "camera: 38.91, 121.6, 9"), hidden)
    assert (story.steps[0].camera is not None) == stays


@pytest.mark.parametrize(("hidden", "stays"), [("days", True), ("a journey, and days", False)])
def test_a_step_tells_no_hidden_days_of_the_journey_that_visitors_see_alone(hidden, stays):
    text = with_keys("kinds: [attempt]", "notes: It was in May.")
    assert (told(text, hidden) is not None) == stays


@pytest.mark.parametrize(("heading", "stays"), [("On foot", False), ("One of them", True)])
def test_no_filters_find_a_journey_by_its_hidden_days_beside_its_title(heading, stays):
    text = with_keys("period: 2003", "within: definitely").replace("The port", heading)
    assert told(text, "nothing") is not None
    assert (told(text, "all days") is not None) == stays
