"""A source that a note names is cited by the row of the note."""

from time import process_time

import pytest

from annotations.check.notes import check_notes
from tests.collections import loaded_of

BOOK = {"id": "her-book", "title": "A book", "sha256": ""}


def loaded(of_journey: str = "", of_stop: str = "", cited: str = "interview[2]", book=BOOK):
    """Tables with two sources, and these notes of their journey and its stop."""
    return loaded_of(
        sources=[{}, *([book] if book else [])],
        journeys=[{"note": of_journey}],
        stops=[{"note": of_stop, "sources": cited}],
    )


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("In May (her-book).", "the stop does not cite"),
        ("In May (interview[2]; her-book), or June.", "the stop does not cite"),
        ("In May (her-books).", ""),
        ("In her book.", ""),
        ("", ""),
    ],
)
def test_a_source_that_the_note_of_a_stop_names_is_cited_by_the_stop(note, words):
    found = list(map(str, check_notes(loaded(of_stop=note))))
    assert len(found) == bool(words)
    assert check_notes(loaded(of_stop=note, cited="interview[2];her-book[3]")) == []
    for problem in found:
        assert problem.startswith("stops.csv:2:note  of 'by-sea:1' names the source 'her-book', ")
        assert words in problem
        assert "Cite it there, or take its id out of the note." in problem


def test_a_journey_cites_what_its_stops_do():
    (problem,) = check_notes(loaded(of_journey="In May (her-book)."))
    assert str(problem).startswith(
        "journeys.csv:2:note  of 'by-sea' names the source 'her-book', which neither"
    )
    assert check_notes(loaded(of_journey="(her-book)", cited="her-book")) == []


def test_a_note_that_names_a_source_before_it_is_there_is_found_with_it():
    without, whole = loaded(of_stop="(her-book)", book=None), loaded(of_stop="(her-book)")
    assert check_notes(without) == []
    assert len(check_notes(whole, without.collection)) == 1
    assert check_notes(whole, whole.collection) == []


def test_a_note_of_many_letters_is_looked_at_in_no_time():
    began = process_time()
    check_notes(loaded(of_stop="a" * 100_000))
    assert process_time() - began < 1  # each letter once; it took minutes
