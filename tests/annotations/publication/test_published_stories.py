"""A story shows and says nothing that a profile hides."""

from dataclasses import replace

import pytest

from annotations.check.everything import check
from annotations.collection.profiles import closed
from annotations.publication.published_stories import published_stories
from annotations.records import Profile
from annotations.stories.records import Shown
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


def test_a_journey_that_is_withheld_is_in_no_step():
    (step,) = steps_of(story_with("show: [by-sea, by-land]", "open: by-land", "care: x"), HIDDEN)
    assert step.show == (Shown("by-sea", (1, 2, 3, 4)),)
    assert step.opened is None


def test_a_step_of_nothing_but_withheld_journeys_goes_and_its_story_with_it():
    assert steps_of(story_with("show: by-land"), HIDDEN) == ()


def test_a_step_that_shows_no_journey_on_purpose_stays():
    (step,) = steps_of(story_with("show: []"), HIDDEN)
    assert step.show == ()


@pytest.mark.parametrize("key", ["question", "notes", "care"])
def test_a_step_that_tells_a_hidden_place_goes(key):
    assert steps_of(story_with("show: by-sea", f"{key}: Where is Dalian?"), COARSE) == ()
    assert len(steps_of(story_with("show: by-land", f"{key}: Where is Dalian?"), COARSE)) == 1


def test_a_step_looks_at_no_hidden_place():
    story = story_with("show: by-sea", "camera: 38.91, 121.6, 9")
    assert steps_of(story, COARSE)[0].camera is None
    assert steps_of(story, HIDDEN)[0].camera is not None


def test_without_anything_hidden_a_story_stays_as_it_is():
    story = story_with("show: by-sea", "camera: 38.91, 121.6, 9")
    assert published_stories({"story": story}, COLLECTION) == {"story": story}
    assert loaded(HEAD + STEP).problems == []


def test_the_check_names_a_step_that_is_not_published():
    stories = MemoryStories(
        {"story.yaml": HEAD + STEP + "    show: by-sea\n    notes: In Dalian.\n"}
    )
    row = {"record": "by-sea", "place": "withheld", "date": "withheld"}
    (problem,) = check(good_tables(publication=csv_of("publication", row)), stories=stories)
    assert str(problem).startswith(
        "stories/story.yaml:9:show  gives away 'by-sea', which publication"
    )


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


def test_a_step_with_figures_of_what_is_not_hidden_stays():
    words = "notes: In {famine.first} there were {arrivals:2002}, and {by-land:1}."
    assert (
        len(steps_of(story_with("show: []", words), replace(COARSE, journeys=COLLECTION.journeys)))
        == 1
    )
