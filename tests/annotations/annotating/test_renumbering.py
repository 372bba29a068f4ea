"""When stops are counted anew, whatever named one of them still names the same one."""

from dataclasses import replace

import pytest

from annotations.annotating.renumbering import followers, moves, stories_to_correct
from annotations.annotating.stops import with_stop, with_stop_cells, with_stop_moved, without_stop
from annotations.annotating.work import changes, work_on
from annotations.collection.load import load
from annotations.saving.saves import save
from annotations.stories.records import Step, Story
from annotations.tables.changes import started_from
from tests.collections import GOOD_ROWS, csv_of
from tests.stores import store_of

SECOND = {"order": "2", "role": "leaves", "date": ""}
OTHER = {"id": "beside", "title": "Beside"}
BESIDE = {"journey": "beside", "after": "by-sea:1", "duration": "P3D", "date": ""}
LATER = {"id": "later", "source": "other", "kind": "date", "value": "1996", "anchor": "by-sea:1"}


@pytest.fixture
def store(tmp_path):
    """A journey of two stops; another journey, a text and a profile name the first."""
    return store_of(
        sources=csv_of("sources", {}, {"id": "other", "title": "Another"}),
        journeys=csv_of("journeys", {}, OTHER),
        stops=csv_of("stops", {}, SECOND, BESIDE),
        mentions=csv_of("mentions", {}, LATER),
        publication=csv_of("publication", {"record": "by-sea:1"}),
    )


def save_all(store, work):
    """Save a work with what follows it; the collection afterwards."""
    found = [*changes(work), *followers(store, work)]
    save(store, found, "ada", "counted anew", started_from(found))
    return load(store).collection


def test_nothing_follows_where_no_stop_gets_another_number(store):
    work = with_stop_cells(work_on(store, "interview", "by-sea"), 1, role="waits")
    assert moves(work) == {}
    assert followers(store, work) == []


def test_what_named_a_stop_names_it_under_its_new_number(store):
    records = save_all(store, with_stop_moved(work_on(store, "interview", "by-sea"), 1, 2))
    assert [stop.role for stop in records.journeys["by-sea"].stops] == [
        "leaves",
        GOOD_ROWS["stops"]["role"],
    ]
    assert records.journeys["beside"].stops[0].after == "by-sea:2"
    assert records.mentions["later"].anchor == "by-sea:2"
    assert list(records.publication) == ["by-sea:2"]


def test_what_counted_from_a_stop_that_goes_counts_from_nothing(store):
    records = save_all(store, without_stop(work_on(store, "interview", "by-sea"), 1))
    stop = records.journeys["beside"].stops[0]
    assert (stop.after, stop.duration) == ("", "")
    assert records.mentions["later"].anchor == ""
    assert records.publication == {}


@pytest.mark.parametrize(("order", "named"), [(1, ["by-ship"]), (2, ["by-ship"]), (3, [])])
def test_stories_that_name_a_moved_stop_are_told(store, order, named):
    step = Step("A step", "Text.", opened=("by-sea", order))
    story = Story("by-ship", "By ship", "", 5, "", "", (step,))
    work = with_stop_moved(work_on(store, "interview", "by-sea"), 1, 2)
    assert stories_to_correct({"by-ship": story}, work) == named


@pytest.mark.parametrize("key", ["text", "question", "notes", "summary"])
def test_stories_with_a_figure_of_a_moved_stop_are_told(store, key):
    words = {"text": "Text.", key: "It was {by-sea:1.first}."}
    summary = words.pop("summary", "")
    story = Story("by-ship", "By ship", "", 5, "", summary, (Step("A step", **words),))
    work = with_stop_moved(work_on(store, "interview", "by-sea"), 1, 2)
    assert stories_to_correct({"by-ship": story}, work) == ["by-ship"]
    other = replace(story, summary="", steps=(Step("A step", "{by-land:1}", notes="{famine}"),))
    assert stories_to_correct({"by-ship": other}, work) == []


def test_a_new_stop_before_others_moves_them(store):
    work = with_stop(work_on(store, "interview", "by-sea"), "port", 1)
    assert moves(work) == {"by-sea:1": "by-sea:2", "by-sea:2": "by-sea:3"}
