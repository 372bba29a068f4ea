"""A reader finds a record by any of its names, and nothing that is not shown."""

from dataclasses import replace

import pytest

from annotations.collection import load
from annotations.publication import published
from annotations.search import LONGEST, public_search
from annotations.store import CsvStore


@pytest.fixture(scope="module")
def search():
    """The records of this project, ready to be asked."""
    return public_search(published(load(CsvStore()).collection))


@pytest.mark.parametrize(
    "asked",
    ["Kim Seong Min", "kim sŏng-min", "김성민", "김 성민", "seong min kim", "KIMSEONGMIN"],
)
def test_a_person_is_found_under_any_spelling_and_in_korean(search, asked):
    assert search.answers(asked)["journeys"][0] == "kim-seong-min-1996"


@pytest.mark.parametrize("asked", ["Mrs. Lee’s", "Lee So-Yeon", "Yi So-yŏn", "이소연"])
def test_mrs_lee_is_found(search, asked):
    assert search.answers(asked)["journeys"][0] == "lee-so-yeon"


@pytest.mark.parametrize(
    ("asked", "place"),
    [("Hyesan", "hyesan"), ("혜산", "hyesan"), ("惠山", "hyesan"), ("Peking", "beijing"),
     ("북경", "beijing"), ("두만강", "tumen-river"), ("Duman", "tumen-river")],
)  # fmt: skip
def test_a_place_is_found_in_every_language_with_the_journeys_through_it(search, asked, place):
    found = search.answers(asked)
    assert place in found["places"]
    if place != "hyesan":
        assert found["journeys"] or found["events"]


def test_sources_events_and_marked_words_are_found_each_as_what_it_is(search):
    assert "birrell-2023" in search.answers("Birrell")["sources"]
    assert search.answers("famine")["events"]
    assert search.answers("forty days")["words"] == ("kse-p5-forty-days",)


def test_a_statement_is_found_by_what_it_counts_and_where(search):
    assert set(search.answers("miles 6000")["statements"]) == {"miles-to-laos", "miles-to-bangkok"}
    assert search.answers("length Bangkok")["statements"][0] == "miles-to-bangkok"
    assert "people-in-the-south" in search.answers("한국")["statements"]


def test_what_has_the_words_in_its_title_comes_first(search):
    collection = load(CsvStore()).collection
    for kind, records in (("journeys", collection.journeys), ("events", collection.events)):
        keys = search.answers("Kim")[kind]
        named = ["kim" in records[key].title.lower() for key in keys]
        assert named == sorted(named, reverse=True) and any(named)


@pytest.mark.parametrize("asked", ["", "  ", "\u200b", "Mr.", "…", "?"])
def test_a_question_without_a_word_finds_nothing(search, asked):
    assert search.answers(asked) == {}


def test_a_question_longer_than_any_name_is_cut(search):
    assert search.answers("Hyesan " + "x" * LONGEST * 50) == search.answers(
        "Hyesan " + "x" * (LONGEST - 7)
    )


def test_a_record_that_is_not_shown_is_not_found(search):
    whole = published(load(CsvStore()).collection)
    kept = {key: one for key, one in whole.journeys.items() if key != "lee-so-yeon"}
    without = public_search(replace(whole, journeys=kept))
    assert "lee-so-yeon" not in without.answers("이소연").get("journeys", ())
    assert "lee-so-yeon" in search.answers("이소연")["journeys"]
