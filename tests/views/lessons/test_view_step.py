"""A view that was added to a draft is read back as a step that shows the same."""

from dataclasses import replace

import pytest

from annotations.collection.load import load
from annotations.references import Citation
from annotations.selection.filters import Filters, select
from annotations.store.files.store import CsvStore
from annotations.stories.load import load_stories
from annotations.stories.records import Camera, Story
from annotations.stories.references import shown_ids
from annotations.stories.writer import to_yaml
from tests.stories import MemoryStories
from views.lessons.view_step import step_of_view
from views.panels.headline import headline

KIM = "kim-seong-min-1996"
NOTHING = ("", None)
VIEWS = (
    (Filters(), NOTHING),
    (Filters(), (KIM, 3)),
    (Filters(1996, 1998), (KIM, None)),
    (Filters(2001, 2004, possibly=True), NOTHING),
    (Filters(countries=frozenset({"LA", "MN"}), kinds=frozenset({"journey"})), NOTHING),
    (Filters(2000, 2010, sources=frozenset({"public-record"})), NOTHING),
    (Filters(1990, 1990), NOTHING),
)


@pytest.fixture(scope="module")
def records():
    return load(CsvStore()).collection


def step_of(records, filters, opened=NOTHING, layers=(), camera=None, event=""):
    return step_of_view(records, select(records, filters), opened, layers, camera, event)


def read_back(steps, records):
    """The steps as a story's file keeps them."""
    cited = tuple(replace(step, sources=step.sources or KIM_SOURCE) for step in steps)
    named = tuple(replace(step, heading=f"{n}") for n, step in enumerate(cited))
    text = to_yaml(Story("story", "A story", "a class", 5, "", "What is told.", named))
    loaded = load_stories(MemoryStories({"story.yaml": text}), records)
    assert list(map(str, loaded.problems)) == []
    return loaded.stories["story"].steps


KIM_SOURCE = (Citation("kim-seong-min-escape", "5"),)


def test_every_view_is_read_back_with_the_ids_that_were_on_the_screen(records):
    camera = Camera(40, 120.5, 5.25)
    steps = [step_of(records, filters, opened, ["relief"], camera) for filters, opened in VIEWS]
    for step, (filters, opened) in zip(read_back(steps, records), VIEWS, strict=True):
        shown = [journey.id for journey in select(records, filters).journeys]
        assert list(shown_ids(step, records)) == shown
        assert (step.filters, step.opened) == (filters, opened if opened[0] else None)
        assert (step.layers, step.camera) == ({"relief"}, camera)


def test_an_open_event_stays_open_and_gives_its_title_its_sources_and_its_content_notes(records):
    event = records.events["spanish-embassy-2002"]
    step = step_of(records, Filters(), event=event.id)
    assert (step.heading, step.event) == (event.title, event.id)
    assert (step.sources, step.care) == (event.sources, event.care)
    (read,) = read_back([step], records)
    assert read.event == event.id


def test_beside_an_open_journey_no_event_is_open(records):
    step = step_of(records, Filters(), (KIM, 3), event="spanish-embassy-2002")
    assert (step.opened, step.event) == ((KIM, 3), "")


def test_an_open_journey_gives_its_title_its_sources_and_its_content_notes(records):
    kim = records.journeys[KIM]
    step = step_of(records, Filters(), (KIM, 3))
    assert step.heading == headline(select(records, Filters()), kim)
    assert (step.sources, step.care, step.opened) == (kim.sources, kim.care, (KIM, 3))


def test_a_journey_that_the_filters_leave_out_is_not_opened(records):
    step = step_of(records, Filters(2010, 2012), (KIM, 3))
    assert (step.opened, step.sources, step.care) == (None, (), "")
    assert "Kim" not in step.heading


def test_layers_that_no_story_knows_stay_out(records):
    assert step_of(records, Filters(), layers=["relief", "tiles"]).layers == {"relief"}
