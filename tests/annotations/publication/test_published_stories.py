"""A story shows and says nothing that a profile hides."""

from dataclasses import replace

import pytest

from annotations.check.everything import check
from annotations.collection.load import load
from annotations.collection.profiles import closed
from annotations.publication.published_stories import published_stories
from annotations.records import Profile
from annotations.store import CsvStore
from annotations.stories.load import load_stories
from annotations.stories.records import Picture
from tests.collections import csv_of, good_tables
from tests.stories import COLLECTION, HEAD, STEP, MemoryStories, loaded, story_with

HIDDEN = replace(COLLECTION, publication={"by-land": closed("by-land")})
NO_TOWN = Profile("by-sea", "country", "as-is", "as-is", "", "a reason", "9999", "")
COARSE = replace(COLLECTION, publication={"by-sea": NO_TOWN})
COARSE = replace(
    COARSE,
    journeys=COARSE.journeys | {"by-sea": replace(COARSE.journeys["by-sea"], title="On water")},
)


def steps_of(story, collection):
    """The steps of a story as they are published, or nothing where the story is not."""
    told = published_stories({story.id: story}, collection)
    return told[story.id].steps if told else ()


NAMING = {
    "show": [["show: by-land"]],
    "show beside another": [["show: [by-sea, by-land]"]],
    "open": [["show: by-land", "open: by-land", "care: x"]],
    "another step": [["show: by-sea"], ["show: by-land:1"], ["show: []"]],
    "filters": [["period: 2001", "within: definitely", "kinds: [attempt]"]],
    "figures": [["show: by-sea"], ["show: []", "notes: On {by-land:1.first}."]],
}


def told_in(*steps, head=HEAD):
    """A story of some steps, each with these keys."""
    text = head
    for number, lines in enumerate(steps, start=1):
        text += STEP.replace("The port", f"Step {number}")
        text += "".join(f"    {line}\n" for line in lines)
    story = loaded(text)
    assert not story.problems, "\n".join(map(str, story.problems))
    return story.stories["story"]


@pytest.mark.parametrize("steps", NAMING.values(), ids=NAMING)
def test_a_story_that_tells_of_a_withheld_journey_goes_whole(steps):
    assert len(steps_of(told_in(*steps), COLLECTION)) == len(steps)
    assert steps_of(told_in(*steps), HIDDEN) == ()


def test_a_story_that_tells_of_others_stays():
    told = told_in(["show: by-sea"], ["show: []"], [])
    assert len(steps_of(told, HIDDEN)) == 3


@pytest.mark.parametrize("text", ["By land they go", "Of eleven people on foot"])
def test_no_words_that_a_withheld_journey_is_called_by_stay_in_any_story(text):
    row = {"by-land": replace(COLLECTION.journeys["by-land"], title="By land they go",
                              people="eleven people on foot")}  # fmt: skip
    hidden = replace(HIDDEN, journeys=COLLECTION.journeys | row)
    told = told_in(["show: by-sea"], head=HEAD.replace("What is told.", f"{text}."))
    assert steps_of(told, hidden) == () and len(steps_of(told, COLLECTION)) == 1
    told = told_in(["show: by-sea"], ["show: by-sea", f"notes: {text}."])
    assert len(steps_of(told, hidden)) == 1 and len(steps_of(told, COLLECTION)) == 2


@pytest.mark.parametrize(
    ("changed", "in_step"),
    [
        ({"id": "on-to-dalian"}, {}), ({"audience": "people in Dalian"}, {}),
        ({"title": "To Dalian"}, {}), ({"summary": "They see Dalian."}, {}),
        ({}, {"picture": Picture("dalian-1.jpg", "a port", "A museum")}),
        ({}, {"picture": Picture("port.jpg", "a port", "A museum in Dalian")}),
    ],
)  # fmt: skip
def test_no_id_audience_or_file_of_a_picture_tells_a_hidden_place(changed, in_step):
    story = told_in(["show: by-sea"])
    story = replace(story, **changed, steps=(replace(story.steps[0], **in_step),))
    assert len(steps_of(story, COLLECTION)) == 1
    assert steps_of(story, COARSE) == ()


def test_no_own_words_of_a_withheld_journey_stay_in_any_of_our_stories():
    store = CsvStore()
    records = load(store.snapshot()).collection
    ours = load_stories(store.stories, records).stories
    for story in ours.values():
        for key in {one.journey for step in story.steps for one in step.show or ()}:
            hidden = replace(records, publication={key: closed(key)})
            left = published_stories(ours, hidden)
            assert story.id not in left
            words = " ".join(f"{told!r}" for told in left.values()).lower()
            assert key not in words and records.journeys[key].title.lower() not in words


def test_a_step_that_shows_no_journey_on_purpose_stays():
    (step,) = steps_of(story_with("show: []"), HIDDEN)
    assert step.show == ()


@pytest.mark.parametrize("key", ["question", "notes", "care"])
def test_a_step_that_tells_a_hidden_place_goes(key):
    assert steps_of(story_with("show: by-sea", f"{key}: Where is Dalian?"), COARSE) == ()
    assert len(steps_of(story_with("show: by-land", f"{key}: Where is Dalian?"), COARSE)) == 1


@pytest.mark.parametrize(
    "shows", (["open: by-sea"], ["kinds: [journey]"], ["show: by-sea", "open: by-sea"])
)
def test_a_step_tells_no_hidden_place_of_what_it_opens_or_alone_leaves(shows):
    assert len(steps_of(story_with(*shows, "notes: In Dalian."), COLLECTION)) == 1
    assert steps_of(story_with(*shows, "notes: In Dalian."), COARSE) == ()
    assert len(steps_of(story_with(*shows, "notes: In a port."), COARSE)) == 1
    assert len(steps_of(story_with("notes: In Dalian."), COARSE)) == 1


NO_DAY = replace(NO_TOWN, record="by-land", place="as-is", date="withheld")
OLD = replace(COLLECTION.journeys["by-land"], people="two people")
UNDATED_WAY = replace(
    COLLECTION,
    journeys=COLLECTION.journeys | {"by-land": OLD},
    publication={"by-land": NO_DAY},
)


@pytest.mark.parametrize(
    ("shows", "stays"),
    [
        (["period: 2001", "open: by-land", "care: x"], False),
        (["period: 2000-2003", "show: by-land"], False),
        (["period: 2000-2003", "within: possibly", "open: by-land", "care: x"], False),
        (["kinds: [attempt]", "open: by-land", "care: x"], True),
        (["open: by-land", "care: x"], True),
        (["period: 2001"], True),
    ],
)
def test_no_filters_of_a_step_tell_the_hidden_days_of_what_it_names(shows, stays):
    assert len(steps_of(story_with(*shows), COLLECTION)) == 1
    assert len(steps_of(story_with(*shows), UNDATED_WAY)) == stays


@pytest.mark.parametrize(("level", "stays"), [("withheld", 0), ("country", 1)])
def test_no_country_of_a_step_tells_where_the_hidden_stops_of_what_it_opens_are(level, stays):
    hidden = replace(COARSE, publication={"by-sea": replace(NO_TOWN, place=level)})
    assert len(steps_of(story_with("countries: [CN]", "open: by-sea"), hidden)) == stays


def test_a_step_looks_at_no_hidden_place():
    story = story_with("show: by-sea", "camera: 38.91, 121.6, 9")
    assert steps_of(story, COARSE)[0].camera is None
    assert steps_of(story, HIDDEN)[0].camera is not None


def test_without_anything_hidden_a_story_stays_as_it_is():
    story = story_with("show: by-sea", "camera: 38.91, 121.6, 9")
    assert published_stories({"story": story}, COLLECTION) == {"story": story}
    assert loaded(HEAD + STEP).problems == []


def test_the_check_names_a_story_that_is_not_published():
    stories = MemoryStories(
        {"story.yaml": HEAD + STEP + "    show: by-sea\n    notes: In Dalian.\n"}
    )
    row = {"record": "by-sea", "place": "withheld", "date": "withheld"}
    (problem,) = check(good_tables(publication=csv_of("publication", row)), stories=stories)
    assert str(problem).startswith(
        "stories/story.yaml:9:show  gives away 'by-sea', which publication"
    )
    assert "The story is not published." in str(problem)


def test_the_check_names_a_step_that_is_not_published():
    stories = MemoryStories(
        {"story.yaml": HEAD + STEP + "    show: by-sea\n    notes: In Dalian.\n"}
    )
    row = {"record": "by-sea", "place": "country"}
    journeys = [{"title": "On water"}]
    tables = good_tables(
        publication=csv_of("publication", row), journeys=csv_of("journeys", *journeys)
    )
    (problem,) = check(tables, stories=stories)
    assert "stories/story.yaml:10:notes  gives away 'Dalian'" in str(problem)
    assert "The step is not published." in str(problem)


UNDATED = Profile("by-land:1", "as-is", "withheld", "as-is", "", "a reason", "9999", "")


@pytest.mark.parametrize("key", ["question", "notes"])
def test_a_step_goes_that_takes_a_figure_from_hidden_days(key):
    story = story_with("show: by-sea", f"{key}: It was {{by-land:1.first}}.")
    assert len(steps_of(story, COLLECTION)) == 1
    assert steps_of(story, replace(COLLECTION, publication={"by-land:1": UNDATED})) == ()
    assert steps_of(story, HIDDEN) == ()


def test_a_story_goes_whose_summary_takes_a_figure_from_hidden_days():
    told = loaded(HEAD.replace("What is told.", "It was {by-land:1}.") + STEP)
    assert told.problems == []
    assert len(steps_of(told.stories["story"], COARSE)) == 1
    assert steps_of(told.stories["story"], HIDDEN) == ()


@pytest.mark.parametrize(
    "lines",
    [
        ["plain: It was {by-land:1.first}."],
        ["tasks: [{ask: 'When?', model: 'It was {by-land:1.first}.'}]"],
    ],
)
def test_a_step_goes_whose_plain_words_or_tasks_take_a_figure_from_hidden_days(lines):
    story = story_with("show: by-sea", *lines)
    assert len(steps_of(story, COLLECTION)) == 1
    assert steps_of(story, replace(COLLECTION, publication={"by-land:1": UNDATED})) == ()


def test_a_step_goes_that_opens_a_hidden_event_or_asks_for_a_hidden_place():
    event = story_with("show: []", "open: famine")
    place = story_with("show: []", "tasks: [{ask: Where?, place: dalian, within: 9}]")
    assert len(steps_of(event, HIDDEN)) == len(steps_of(place, HIDDEN)) == 1
    named = {"famine": replace(COLLECTION.events["famine"], title="By land they go")}
    row = {"by-land": replace(COLLECTION.journeys["by-land"], title="By land they go")}
    telling = replace(HIDDEN, journeys=COLLECTION.journeys | row, events=named)
    assert steps_of(event, telling) == ()
    withheld = Profile("dalian", "withheld", "as-is", "as-is", "", "a reason", "9999", "")
    assert steps_of(place, replace(COLLECTION, publication={"dalian": withheld})) == ()


def test_a_step_with_figures_of_what_is_not_hidden_stays():
    words = "notes: In {famine.first} there were {arrivals:2002}, and {by-land:1}."
    assert (
        len(steps_of(story_with("show: []", words), replace(COARSE, journeys=COLLECTION.journeys)))
        == 1
    )


def test_a_story_names_no_word_of_which_nothing_is_told():
    told = replace(told_in(["show: by-sea"]), words=(*COLLECTION.glossary, "a-hidden-word"))
    published = published_stories({told.id: told}, HIDDEN)[told.id]
    assert published.words == tuple(COLLECTION.glossary)
