"""A story says its figures in the reader's words, the same on every page and file."""

from dataclasses import replace

import pytest

from annotations.collection.load import load
from annotations.store.files.store import CsvStore
from annotations.stories.records import Step, Story
from views.atlas import packed, scene
from views.lessons import PAPERS, Inlined, handout_page, lesson, story_words
from views.widgets.atlas import present

RECORDS = load(CsvStore()).collection
WORDS = "It was {kim-seong-min-1996:3}, {arrivals:2009} people."
SHOWN = "It was between 8 March and 13 April 1996, 2,914 people."


@pytest.mark.parametrize(
    ("reference", "words"),
    [
        ("kim-seong-min-1996:2", "in February 1996"),
        ("kim-seong-min-1996:3", "between 8 March and 13 April 1996"),
        ("kim-seong-min-1996:3.when", "between 8 March and 13 April 1996"),
        ("kim-seong-min-1996:3.first", "8 March 1996"),
        ("kim-seong-min-1996:3.days", "36"),
        ("kim-seong-min-1996:7-8.least", "2 years and 6 months"),
        ("spanish-embassy-twenty-five-2002:2-4.least", "4 days"),
        ("spanish-embassy-2002", "on 14 March 2002"),
        ("arrivals:2009.women", "2,252"),
        ("km:bangkok,seoul", "3,719"),
    ],
)
def test_a_reference_is_shown_as_the_figure(reference, words):
    assert story_words(RECORDS, f"It is {{{reference}}}.") == f"It is {words}."


def test_what_names_no_figure_stays_as_it_is_written():
    for text in ("", "none", "{nobody:1}", "{", "}{", "a {x} b"):
        assert story_words(RECORDS, text) == text


def test_a_record_that_changes_changes_the_words():
    rows = tuple(
        replace(row, total=2915) if row.end_year == 2009 else row for row in RECORDS.arrivals
    )
    assert story_words(replace(RECORDS, arrivals=rows), "{arrivals:2009}") == "2,915"


STEP = Step(heading="One", text=WORDS, question=WORDS, notes=WORDS, show=())
STORY = Story("one", "One", "a class", 5, "", "What is told.", (STEP,))


def test_text_question_and_notes_of_a_lesson_have_the_figures():
    (step,) = lesson(RECORDS, STORY, [])["steps"]
    assert step["text"] == step["question"] == [[(SHOWN, False)]]
    assert step["notes"] == [SHOWN]


def test_the_summary_in_the_list_of_stories_has_the_figures(monkeypatch):
    monkeypatch.setattr(present.store, "collection", lambda: RECORDS)
    assert SHOWN in present._card(replace(STORY, summary=WORDS))


def test_the_handout_has_the_figures():
    drawn = packed(scene(RECORDS, "en", "relief.webp"))
    given = lesson(RECORDS, STORY, drawn["id"])
    page = handout_page(given, drawn, Inlined(), {}, PAPERS[0], "teacher")
    assert page.count("2,914 people") == 3
    assert "arrivals:2009" not in page


def test_no_record_that_is_nearly_meant_is_looked_for(monkeypatch):
    monkeypatch.setattr("annotations.problems.get_close_matches", lambda *_given, **_more: 1 / 0)
    assert story_words(RECORDS, "{kim-seong-mim-1996:3}") == "{kim-seong-mim-1996:3}"
