"""What a lesson plan has is shown: to teachers on card and paper, to the class at the end."""

import re
from dataclasses import replace
from html import unescape

import pytest

from annotations.collection import load
from annotations.store.files.store import CsvStore
from annotations.stories import load_stories
from tests.collections import collection_of
from tests.stories import COLLECTION, STEP, MemoryStories, loaded, story_with
from tests.views.lessons.test_handout import handout_of, words_of
from tests.views.routes import HOSTILE
from views.atlas.packed import packed
from views.atlas.scene import scene
from views.lessons.lesson import lesson
from views.lessons.plan import closing_step, has_closing, plan_card, times
from views.widgets.atlas import present

RECORDS = replace(COLLECTION, glossary=collection_of(glossary=[{}]).glossary)
KINDS = {True: "teacher", False: "handout"}
PLAN = """title: A story
for: a class
minutes: 9
subject: History
level: upper secondary
summary: What is told.
goals: [tell a span from a day, weigh a claim]
prepare: [Read all notes.]
words: [broker]
debrief: |
  {arrivals:2002} people came that year.

  Talk with each other.
further: interview[2]
steps:
"""
TASKS = """    minutes: 4
    tasks:
      - ask: Which one was computed?
        choices: [this one, that one]
        answer: that one
        why: Nobody told us.
      - ask: How many came?
        number: "{arrivals:2002}"
        within: 50
      - ask: Point at the port.
        place: dalian
        within: 100
      - ask: What would help?
        model: A letter.
"""
LAST = "  - heading: The end\n    text: She came.\n    sources: interview[2]\n    minutes: 5\n"
ANSWERS = ("1,142", "A letter.", "Nobody told us.", "50 more or less", "100 km away")


@pytest.fixture(scope="module")
def story():
    """A made story that has all that a teacher can plan with."""
    told = loaded(PLAN + STEP + TASKS + LAST)
    assert not told.problems, "\n".join(map(str, told.problems))
    story = told.stories["story"]
    return replace(story, words=(*story.words, "a-word-that-is-hidden"))


@pytest.fixture(scope="module")
def pages(static, story) -> dict[bool, str]:
    """Its handouts: with the notes, and without."""
    return {notes: handout_of(static, story, RECORDS, kind=KINDS[notes]) for notes in (True, False)}


def lesson_of(story, collection=COLLECTION) -> dict:
    return lesson(collection, story, packed(scene(collection, "en", None))["id"])


def text_of(markup: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", markup)).split())


def test_the_card_has_the_whole_plan_folded_away(story):
    card = plan_card(RECORDS, story)
    assert card.startswith('<details class="plan"><summary>Lesson plan</summary>')
    assert text_of(card) == (
        "Lesson plan Goals tell a span from a day weigh a claim To prepare Read all notes. "
        "Words to know broker Steps The port 4 min The end 5 min 4 tasks for pupils "
        "Read on An interview, paragraph 2"
    )
    assert 'href="glossary#word-broker"' in card


def test_a_story_without_a_plan_has_none_on_its_card_on_paper_or_at_its_end(static):
    bare = story_with("question: Why?")
    assert plan_card(COLLECTION, bare) == ""
    assert not has_closing(bare)
    assert lesson_of(bare)["closing"] is None
    for notes in (True, False):
        page = handout_of(static, bare, kind=KINDS[notes]).partition("<body")[2]
        assert "handout-plan" not in page
        assert "handout-task" not in page


def test_the_teacher_has_the_plan_before_the_steps_and_what_comes_after_them_behind(pages):
    words = words_of(pages[True])
    ordered = ("History · upper secondary", "Goals tell a span", "To prepare Read all notes.",
               "Words to know broker Somebody who is paid to help. [1]",
               "Step Minutes Until minute 1 The port 4 4 2 The end 5 9",
               "She hid.", "She came.", "Talk about it 1,142 people came that year.",
               "Talk with each other.", "Read on An interview, paragraph 2 [1]",
               "Sources")  # fmt: skip
    found = [words.find(part) for part in ordered]
    assert -1 not in found
    assert found == sorted(found)


def test_the_teacher_has_the_answers_beside_the_step(pages):
    step = re.search(r'id="step-1".*?</section>|<section.*?</section>', pages[True], re.S)[0]
    words = text_of(step)
    for answer in (*ANSWERS, "Answer: Dalian. Up to"):
        assert answer in words
    assert re.findall(r'<li class="right">(.*?)</li>', step) == ["that one"]


def test_pupils_have_boxes_and_lines_and_no_answer(pages):
    page = pages[False].partition("<body")[2]
    words = words_of(pages[False])
    assert '<ul class="handout-boxes"><li>this one</li><li>that one</li></ul>' in page
    assert "<p><b>1.2</b> How many came?</p><i></i></div>" in page
    assert "<p><b>1.4</b> What would help?</p><i></i><i></i><i></i></div>" in page
    assert "Mark it with a cross on the map of this step." in words
    assert "What you can do afterwards tell a span from a day weigh a claim" in words
    assert "broker Somebody who is paid to help. [1]" in words
    for hidden in (*ANSWERS, "right", "To prepare", "Until minute", "Talk about it", "Read on"):
        assert hidden not in words.replace("Mark it", ""), hidden
    assert 'class="right"' not in page


def test_a_place_is_described_where_the_step_has_no_map(static):
    task = ("layers: [chart]", "tasks:", "  - ask: Point.", "    place: dalian", "    within: 9")
    page = handout_of(static, story_with(*task))
    assert '<div class="handout-task"><p><b>1.1</b> Point.</p><i></i></div>' in page


def test_goals_that_are_long_are_for_the_teacher_alone(static, story):
    long = replace(story, goals=("a goal of many words " * 20,))
    assert "What you can do" not in words_of(handout_of(static, long))
    assert "a goal of many words" in words_of(handout_of(static, long, kind="teacher"))


def test_sources_that_no_step_cites_are_numbered_after_the_others(static):
    records = collection_of(
        sources=[{}, {"id": "letter", "sha256": "", "kind": "article", "title": "A letter"}],
        glossary=[{"sources": "letter"}],
    )
    text = PLAN.replace("further: interview[2]", "further: letter") + STEP
    told = load_stories(MemoryStories({"story.yaml": text}), records).stories["story"]
    teachers = words_of(handout_of(static, told, records, kind="teacher"))
    assert "Read on A letter [2]" in teachers
    assert "paid to help. [2]" in teachers
    assert teachers.count("A letter") == 2
    without = replace(told, words=())
    assert "A letter" in words_of(handout_of(static, without, records, kind="teacher"))
    assert "A letter" not in words_of(handout_of(static, without, records))


def test_what_comes_after_the_last_step_is_a_page_of_its_own(story):
    given = lesson_of(story)
    closing = given["closing"]
    assert len(given["steps"]) == 2
    assert closing["heading"] == "Talk about it"
    told = ["".join(words for words, _own in part) for part in closing["text"]]
    assert told == ["1,142 people came that year.", "Talk with each other."]
    assert [source["id"] for source in closing["further"]] == ["interview"]
    assert closing["sources"] == []
    assert closing["care"] == ""


def test_where_nothing_is_to_be_talked_about_the_page_says_where_to_read_on(story):
    closing = lesson_of(replace(story, debrief=""))["closing"]
    assert (closing["heading"], closing["text"]) == ("Read on", [])


def test_the_closing_page_shows_no_stop_that_no_step_has_shown():
    step = "  - heading: {}\n    text: A.\n    sources: interview[2]\n    show: [{}]\n"
    steps = step.format("One", '"by-sea:1-2"') + step.format("Two", '"by-sea:4"')
    story = loaded(PLAN.replace("minutes: 9", "minutes: 9") + steps).stories["story"]
    closing = lesson_of(story)["closing"]
    assert closing["state"]["only"] == {"by-sea": [1, 2, 4]}
    assert closing["state"]["camera"] == "fit"


def test_a_story_of_charts_closes_with_its_last_one():
    step = (
        STEP + "    show: []\n    layers: [chart]\n    period: 1998-2001\n    camera: 37, 127, 6\n"
    )
    closing = lesson_of(loaded(PLAN + step).stories["story"])["closing"]
    assert closing["chart"]
    assert closing["period"] == [1998, 2001]


def test_each_step_says_how_long_it_takes_and_what_is_left(story):
    assert times(story) == [
        "About 4 minutes for this step. 5 minutes are left after it.",
        "About 5 minutes for this step.",
    ]
    one, two = story.steps
    assert times(replace(story, steps=(replace(one, minutes=0), two)))[0] == ""
    unknown = replace(story, steps=(one, replace(two, minutes=0)))
    assert times(unknown)[0] == "About 4 minutes for this step."


def test_words_of_a_plan_stay_words(static, story):
    hostile = replace(story, goals=(HOSTILE,), prepare=(HOSTILE,), debrief=HOSTILE, subject=HOSTILE)
    for made in (plan_card(COLLECTION, hostile), handout_of(static, hostile, kind="teacher")):
        assert "<script>alert" not in made
        assert "<img src=x" not in made


@pytest.mark.parametrize("notes", [True, False])
def test_the_plan_of_every_story_of_the_project_can_be_printed(static, notes):
    records = load(CsvStore()).collection
    for story in load_stories(CsvStore().stories, records).stories.values():
        assert words_of(handout_of(static, story, records, kind=KINDS[notes]))
        assert closing_step(records, story) is None or has_closing(story)


def test_the_present_page_has_the_plan_on_the_card_and_the_closing_page_by_its_number(
    monkeypatch, story
):
    monkeypatch.setattr(present.store, "collection", lambda: RECORDS)
    card = text_of(present._card(story))
    assert "2 steps History · upper secondary What is told. Lesson plan Goals" in card
    asked = iter((3, 4))
    monkeypatch.setattr(present.reader, "number_asked", lambda *_: next(asked))
    assert [present._step(story), present._step(replace(story, debrief="", further=()))] == [3, 2]
