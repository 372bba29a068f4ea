"""A view that was added to a draft is read back as a step that shows the same."""

import re
from dataclasses import replace

import pytest

from annotations.collection.load import load
from annotations.selection.filters import Filters, select
from annotations.store.files.store import CsvStore
from annotations.stories.load import load_stories
from annotations.stories.records import Camera
from annotations.stories.references import shown_ids
from annotations.stories.writer import draft_of
from tests.stories import MemoryStories
from views.lessons.view_step import added, moved, reads_so, step_of_view, without
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


def step_of(records, filters, opened=NOTHING, layers=(), camera=None):
    return step_of_view(records, select(records, filters), opened, layers, camera)


def read_back(text: str, records):
    """The steps of a draft's text and its problems, as the check would tell them."""
    loaded = load_stories(MemoryStories({"story-draft.yaml": text}), records)
    steps = [step for story in loaded.stories.values() for step in story.steps]
    return steps, list(map(str, loaded.problems))


def with_sources(text: str) -> str:
    """The text of a draft after its author has said who says so where the draft does not."""
    steps = re.split(r"(?m)^(?=  - heading:)", text)
    given = [s if "    sources:" in s else f"{s}    sources: {KIM_SOURCE}\n" for s in steps[1:]]
    return "".join([steps[0], *given])


KIM_SOURCE = "kim-seong-min-escape[5]"


def test_every_view_is_read_back_with_the_ids_that_were_on_the_screen(records):
    steps = ()
    for filters, opened in VIEWS:
        steps = added(steps, step_of(records, filters, opened, ["relief"], Camera(40, 120.5, 5.25)))
    read, problems = read_back(with_sources(draft_of(steps)), records)
    assert problems == []
    for step, (filters, opened) in zip(read, VIEWS, strict=True):
        shown = [journey.id for journey in select(records, filters).journeys]
        assert list(shown_ids(step, records)) == shown
        assert (step.filters, step.opened) == (filters, opened if opened[0] else None)
        assert (step.layers, step.camera) == ({"relief"}, Camera(40, 120.5, 5.25))


def test_all_that_an_author_must_fill_in_is_who_says_so_where_no_journey_is_open(records):
    steps = added((), step_of(records, Filters(1996, 1998), (KIM, 3)))
    assert read_back(draft_of(steps), records)[1] == []
    steps = added(steps, step_of(records, Filters()))
    (problem,) = read_back(draft_of(steps), records)[1]
    assert ":sources  " in problem


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


def test_the_same_view_twice_has_two_headings(records):
    steps = ()
    for _time in range(3):
        steps = added(steps, step_of(records, Filters()))
    first = steps[0].heading
    assert [step.heading for step in steps] == [first, f"{first} (2)", f"{first} (3)"]


@pytest.mark.parametrize(("filters", "opened"), VIEWS)
def test_a_step_reads_so_while_the_records_are_the_same(records, filters, opened):
    step = step_of(records, filters, opened)
    assert all(reads_so(records, each) for each in added((step,), step))


def test_a_step_reads_otherwise_once_the_only_journey_that_it_is_called_after_is_gone(records):
    steps = [step_of(records, Filters(year, year)) for year in range(1990, 2020)]
    titles = {one.title: key for key, one in records.journeys.items()}
    step, only = next(
        (step, key) for step in steps for title, key in titles.items() if title in step.heading
    )
    assert step.opened is None
    others = {key: one for key, one in records.journeys.items() if key != only}
    for again in added((step,), step):
        assert not reads_so(replace(records, journeys=others), again)


def test_a_step_reads_otherwise_once_a_source_that_it_names_has_no_name(records):
    key = KIM_SOURCE.partition("[")[0]
    step = step_of(records, Filters(sources=frozenset({key})))
    described = replace(records.sources[key], title="A testimony", author="")
    sources = {**records.sources, key: described}
    assert not reads_so(replace(records, sources=sources), step)


def test_steps_move_up_and_down_within_the_draft_and_leave_it():
    assert moved("abc", 2, -1) == ("a", "c", "b")
    assert moved("abc", 0, 1) == ("b", "a", "c")
    assert moved("abc", 0, -1) == moved("abc", 2, 1) == ("a", "b", "c")
    assert without("abc", 1) == ("a", "c")
