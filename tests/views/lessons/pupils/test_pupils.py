"""What a page for pupils is made of: the steps of the lesson, tasks with answers, and no notes."""

import json
from dataclasses import replace

import pytest

from annotations.collection import load
from annotations.store.files.store import CsvStore
from annotations.stories import load_stories
from tests.pupils_story import KEY, STORY
from tests.stories import MemoryStories
from tests.views.written import markup_of
from views.atlas.packed import packed
from views.atlas.scene import scene
from views.lessons.document import Inlined, Linked
from views.lessons.lesson import lesson
from views.lessons.pupils import pupils, pupils_page, pupils_way


@pytest.fixture(scope="module")
def records():
    return load(CsvStore()).collection


@pytest.fixture(scope="module")
def story(records):
    told = load_stories(MemoryStories({f"{KEY}.yaml": STORY}), records)
    assert not told.problems, "\n".join(map(str, told.problems))
    return told.stories[KEY]


@pytest.fixture(scope="module")
def drawn(records):
    return packed(scene(records, "en", "relief.webp"))


@pytest.fixture(scope="module")
def told(records, story, drawn):
    return pupils(records, story, drawn["id"])


def test_a_step_looks_and_is_announced_as_in_the_lesson(records, story, drawn, told):
    shown = lesson(records, story, drawn["id"])
    for one, other in zip(told["steps"], shown["steps"], strict=True):
        same = ("heading", "text", "care", "when", "sources", "map", "state")
        assert {key: one[key] for key in same} == {key: other[key] for key in same}
    assert told["care"] == shown["care"]


def test_what_is_the_presenters_is_not_in_it(told):
    assert "Only for the presenter" not in json.dumps(told)


def test_each_task_has_what_its_answer_is_held_to(told):
    choice, number, place, text = (task for step in told["steps"] for task in step["tasks"])
    assert choice["answer"] in choice["choices"] and choice["why"]
    assert (number["number"], number["answer"], number["within"]) == (2914, "2,914", 50)
    assert place["answer"] == "Dalian" and place["place"]["lat"] == pytest.approx(38.9, abs=0.2)
    assert text["answer"] == "A document." and text["kind"] == "text"


def test_the_question_for_the_class_stands_where_there_are_no_tasks(records, story, drawn, told):
    assert told["steps"][0]["question"] == []
    bare = replace(story, steps=(replace(story.steps[0], tasks=()),))
    assert pupils(records, bare, drawn["id"])["steps"][0]["question"]


def test_the_words_of_the_glossary_are_those_that_it_says_or_names(told):
    assert {term["id"] for term in told["terms"]} == {"broker", "hanawon"}
    (broker,) = (term for term in told["terms"] if term["id"] == "broker")
    assert ("brokers", False) in broker["spellings"] and broker["sources"]


def test_a_chart_brings_its_library_and_no_other_page_has_it(static, told, drawn):
    page = pupils_page(told, drawn, Linked(static), {})
    assert "plotly" not in page and told["figures"] == []


def test_one_file_has_everything_inside(static, told, drawn):
    page = pupils_page(told, drawn, Inlined(static), {})
    assert "src=" not in page.replace('src="data:', "") and 'href="../' not in page


def test_any_text_stays_text(static, told, drawn):
    hostile = {**told, "title": "</script><img src=x onerror=alert(1)>"}
    page = pupils_page(hostile, drawn, Linked(static), {})
    assert "<img" not in markup_of(page) and "&lt;img" in page


@pytest.mark.parametrize(
    ("page", "address", "here"),
    [
        ("http://10.0.0.7:8501/present?story=x&step=2", "http://10.0.0.7:8501/pupils/x", False),
        ("https://a.org/ways/present/", "https://a.org/ways/pupils/x", False),
        ("http://localhost:8501/present", "http://localhost:8501/pupils/x", True),
        ("http://127.0.0.1/present#a", "http://127.0.0.1/pupils/x", True),
        ("http://[::1]:8501/present", "http://[::1]:8501/pupils/x", True),
    ],
)
def test_the_way_leads_to_where_the_app_is_reached(page, address, here):
    way = pupils_way(page, "x")
    assert way is not None and (way["address"], way["here"]) == (address, here)
    assert way["code"].startswith("data:image/svg+xml") and "%23000" in way["code"]


@pytest.mark.parametrize("page", ["", "javascript:alert(1)", "http://", f"http://a/{'x' * 600}/p"])
def test_there_is_no_way_from_nowhere(page):
    assert pupils_way(page, "x") is None
