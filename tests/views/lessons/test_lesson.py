"""A lesson shows in each step what its story names, in the words of the tables."""

from annotations.collection.load import load
from annotations.selection.filters import Filters, select
from annotations.store.files.beside.stories import StoryFolder
from annotations.store.files.store import CsvStore
from annotations.stories.load import load_stories
from annotations.stories.records import Camera, Shown, Step, Story
from annotations.stories.references import shown_ids
from tests.bits import ids_of
from tests.views.routes import route
from views.atlas.packed import packed
from views.atlas.scene import not_on_map, scene
from views.lessons.lesson import lesson, step_selection
from views.lessons.selection_story import MOST_STEPS, selection_story


def given(records, *steps: Step) -> dict:
    order = packed(scene(records, "en", None))["id"]
    return lesson(records, Story("s", "S", "all", 5, "", "", steps), order)


def test_every_step_of_the_stories_shows_the_very_journeys_that_it_names():
    records = load(CsvStore()).collection
    order = packed(scene(records, "en", None))["id"]
    stories = load_stories(StoryFolder(), records).stories
    assert len(stories) >= 3
    for story in stories.values():
        for step, told in zip(story.steps, lesson(records, story, order)["steps"], strict=True):
            mapped = [k for k in shown_ids(step, records) if not not_on_map(records.journeys[k])]
            assert ids_of(told["state"]["ids"], order) == mapped


def test_a_step_shows_only_the_stops_that_it_names():
    records, journey = route({"place": "dalian"}, {"place": "tumen"}, {"place": "seoul"})
    step = Step("A", "B", show=(Shown(journey.id, (1, 2)),), opened=(journey.id, 2))
    (told,) = given(records, step)["steps"]
    assert told["state"]["only"] == {journey.id: [1, 2]}
    assert told["state"]["open"] == {"journey": journey.id, "stop": 2}
    assert "2 Tumen" in told["map"]
    assert "Seoul" not in told["map"]


def test_a_camera_is_told_or_fits_what_is_shown():
    records, _ = route({"place": "dalian"})
    told = given(records, Step("A", "B", camera=Camera(42.97, 129.84, 7)), Step("C", "D"))
    cameras = [step["state"]["camera"] for step in told["steps"]]
    assert cameras == [{"lat": 42.97, "lng": 129.84, "zoom": 7}, "fit"]


def test_the_words_of_a_cited_source_are_marked_and_no_others(records):
    from annotations.references import Citation

    step = Step(
        "A",
        "He says “forty days”. She says “four days”.\n\nAgain “forty days”.",
        sources=(Citation("kim-seong-min-escape", "5"),),
    )
    (told,) = given(records, step)["steps"]
    marked = [words for part in told["text"] for words, own in part if own]
    assert len(told["text"]) == 2
    assert marked == ["“forty days”", "“forty days”"]


def test_a_heavy_step_is_announced_and_the_dates_of_its_stop_are_told(records):
    step = Step("A", "B", care="violence; loss", opened=("kim-seong-min-1996", 3))
    (told,) = given(records, step)["steps"]
    assert told["care"] == "Content note: violence, loss."
    assert told["when"] == "between 8 March and 13 April 1996"


def test_steps_that_look_the_same_share_their_timeline_and_a_chart_step_is_cut_to_the_counts():
    records, _ = route({"place": "dalian"})
    told = given(
        records, Step("A", "B"), Step("C", "D"), Step("E", "F", layers=frozenset({"chart"}))
    )
    assert [step["figure"] for step in told["steps"]] == [0, 0, 1]
    tops = [figure["layout"]["yaxis"]["range"][1] for figure in told["figures"]]
    assert tops[1] < tops[0] / 2


def test_a_step_without_named_journeys_shows_what_its_filters_choose(records):
    step = Step("A", "B", filters=Filters(1996, 1998))
    assert step_selection(records, step).ids == select(records, Filters(1996, 1998)).ids


def test_a_selection_becomes_a_story_with_a_step_for_each_journey_until_there_are_too_many(records):
    selection = select(records, Filters(2001, 2004))
    story = selection_story(records, selection, "T", None, frozenset({"relief"}))
    assert [step.heading for step in story.steps[1:]] == [j.title for j in selection.journeys]
    assert story.steps[0].layers == {"relief"}
    everything = select(records, Filters())
    many = everything.__class__(everything.filters, everything.journeys * 3, (), ())
    assert len(selection_story(records, many, "T", None, frozenset()).steps) == MOST_STEPS + 1


def test_a_story_of_a_selection_looks_where_the_reader_had_moved_the_map(records):
    selection = select(records, Filters(2001, 2004))
    moved = Camera(37.57, 126.98, 6.25)
    story = selection_story(records, selection, "T", None, frozenset(), moved)
    first, *others = given(records, *story.steps)["steps"]
    assert first["state"]["camera"] == {"lat": 37.57, "lng": 126.98, "zoom": 6.25}
    assert {step["state"]["camera"] for step in others} == {"fit"}
