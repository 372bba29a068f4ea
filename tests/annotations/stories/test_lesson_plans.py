"""Every story is a whole lesson, and what it says of the records without a figure is so."""

import re
from datetime import date
from pathlib import Path

import pytest

from annotations.collection.load import load
from annotations.store.files.beside.stories import StoryFolder
from annotations.store.files.store import CsvStore
from annotations.stories.load import load_stories
from annotations.stories.records import TASK_KINDS, Story
from annotations.stories.references import shown_ids
from views.lessons import lesson

COLLECTION = load(CsvStore()).collection
STORIES = load_stories(StoryFolder(), COLLECTION).stories
TEACH = Path(__file__).parents[3].joinpath("docs", "teach.md").read_text(encoding="utf-8")
RIVERS = ("tumen-river", "yalu-river")
ENTRY, VISIT = "british-consulate-2003", "roh-visits-china-2003"

stories = pytest.mark.parametrize("story", [pytest.param(s, id=key) for key, s in STORIES.items()])


@stories
def test_a_story_says_what_it_is_for_and_what_to_do_before_and_after(story):
    assert story.subject
    assert story.level
    assert len(story.goals) >= 3
    assert story.prepare
    assert story.words
    assert story.debrief
    assert story.further


@stories
def test_the_minutes_of_the_steps_are_those_of_the_story(story):
    assert all(step.minutes for step in story.steps)
    assert sum(step.minutes for step in story.steps) == story.minutes


@stories
def test_every_step_stands_in_plain_language_too(story):
    for step in story.steps:
        words = step.plain.split()
        sentences = [part for part in step.plain.replace("\n", " ").split(". ") if part]
        assert 15 <= len(words) <= 75, step.heading
        assert max(len(sentence.split()) for sentence in sentences) <= 18, step.heading


def kinds(story: Story) -> set[str]:
    """The kinds of task in a story."""
    return {task.kind for step in story.steps for task in step.tasks}


@stories
def test_pupils_choose_point_or_count_and_write(story):
    assert {"choice", "text"} <= kinds(story)
    assert {"number", "place"} & kinds(story)
    without = [step.heading for step in story.steps if not step.tasks]
    assert len(without) <= 2, without


def test_tasks_of_every_kind_are_set():
    assert set().union(*map(kinds, STORIES.values())) == set(TASK_KINDS)


def crossings(river: str) -> list[tuple[str, date | None]]:
    """The journeys with a stop at a river, those of helpers left out, and the last day of it."""
    return [
        (journey.id, stop.span.latest)
        for journey in COLLECTION.journeys.values()
        if journey.kind != "helper"
        for stop in journey.stops
        if stop.place and stop.place.id == river
    ]


def test_the_tumen_is_named_more_than_twice_as_often_as_the_yalu():
    tumen, yalu = (len({journey for journey, _ in crossings(river)}) for river in RIVERS)
    assert tumen > 2 * yalu


def test_no_crossing_of_a_river_is_told_after_the_border_was_closed():
    days = [day for river in RIVERS for _, day in crossings(river) if day]
    assert days
    assert max(days) < date(2020, 1, 1)


def test_the_days_that_pupils_count_are_those_of_the_records():
    stops = COLLECTION.journeys["kim-hyuk-2000"].stops
    (crossed,) = (stop.span.latest for stop in stops if stop.order == 2)
    (arrived,) = (stop.span.earliest for stop in stops if stop.order == 5)
    assert (arrived - crossed).days == 254
    entry, visit = (COLLECTION.events[key].span for key in (ENTRY, VISIT))
    assert (visit.earliest - entry.earliest).days == 3


def test_about_two_in_three_journeys_ended_well():
    ends = [one.outcome_kind for one in COLLECTION.journeys.values() if one.outcome_kind]
    well = sum(end in ("arrived", "settled-elsewhere") for end in ends)
    assert round(well / len(ends), 2) in (0.65, 0.66, 0.67, 0.68)


def test_what_ended_beyond_the_map_is_shown_where_the_lesson_says_so():
    (step,) = (s for s in STORIES["what-arrives"].steps if s.heading == "Beyond the edge")
    last = [COLLECTION.journeys[key].stops[-1].place for key in shown_ids(step, COLLECTION)]
    countries = {code for place in last if place for code in place.country}
    assert countries == {"US", "GB", "JP"}


def announced(story: Story) -> str:
    """The steps of a story that are announced, as `steps 4 to 6 and 9`."""
    plan = lesson(COLLECTION, story, [])["steps"]
    heavy = [number for number, step in enumerate(plan, start=1) if step["care"]]
    spans: list[list[int]] = []
    for number in heavy:
        if spans and spans[-1][-1] == number - 1:
            spans[-1].append(number)
        else:
            spans.append([number])
    told = []
    for span in spans:
        told += [f"{span[0]} to {span[-1]}"] if len(span) > 2 else map(str, span)
    return "steps " + " and ".join(filter(None, (", ".join(told[:-1]), told[-1])))


def test_the_page_for_teachers_lists_every_story_with_its_heavy_steps():
    rows = re.findall(r"^\| (.+) \| (.+) \| (\d+) \| (steps .+) \|$", TEACH, flags=re.MULTILINE)
    stories_now = STORIES.values()
    assert sorted(rows) == sorted(
        (one.title, one.subject, str(one.minutes), announced(one)) for one in stories_now
    )
