"""A word of the glossary is found where a text says it, and shown where nothing is given away."""

import re

import pytest

from annotations.collection import load
from annotations.glossary import Term, said_in
from annotations.publication import protected_rows, published
from annotations.references import Citation
from annotations.store.files.store import CsvStore
from annotations.tables.changes import rows_by_key
from annotations.withdraw.plan import withdraw
from annotations.withdraw.subject import Subject
from tests.annotations.collection.test_readers import the_problem
from tests.collections import collection_of, csv_of
from tests.stores import store_of

LETTER = {"id": "letter", "sha256": "", "kind": "article", "title": "A letter"}
OTHER = {"id": "by-land", "title": "By land", "sources": "interview[5]"}
STOPS = [{}, {"journey": "by-land", "mentions": "", "basis": "inferred", "sources": "interview[5]"}]
HIDDEN = {"record": "by-sea", "place": "withheld", "date": "withheld"}
AREA = {"record": "dalian", "place": "country"}


def term(word: str, *forms: str, korean: tuple[str, ...] = ()) -> Term:
    return Term("a-word", word, forms, korean, (), "It means this.", (Citation("x"),), "")


@pytest.mark.parametrize(
    ("word", "text"),
    [
        (term("broker"), "Two brokers came."),
        (term("broker"), "A broker’s fee."),
        (term("broker"), "Brokers came."),
        (term("exit permit"), "She had no exit permit."),
        (term("identity card", "ID card"), "their ID cards"),
        (term("famine"), "(famine)"),
        (term("third country"), "by way of third countries"),
        (term("Hanawon", korean=("하나원",)), "하나원, the centre"),
        (term("DMZ"), "across the DMZ."),
    ],
)
def test_a_text_says_a_word_as_one_or_several_at_any_place(word, text):
    assert word.is_in(text)


@pytest.mark.parametrize(
    ("word", "text"),
    [
        (term("ger"), "There is danger in Germany"),
        (term("broker"), "a brokerage"),
        (term("refoulement"), "the rule of non-refoulement"),
        (term("DMZ"), "the dmz"),
        (term("exit permit"), "an exit\npermit"),
    ],
)
def test_a_part_of_another_word_is_not_the_word(word, text):
    assert not word.is_in(text)


def test_of_all_words_those_are_told_that_texts_say():
    words = {"a": term("broker"), "b": term("ger"), "c": term("famine")}
    assert said_in(words, ["The famine", "a broker"]) == (words["a"], words["c"])


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"term": ""}, "term  is empty"),
        ({"definition": ""}, "definition  is empty"),
        ({"sources": ""}, "sources  "),
    ],
)
def test_what_is_wrong_with_a_word_is_told_at_its_cell(cells, told):
    assert the_problem("glossary", id="second", **cells).startswith(f"glossary.csv:3:{told}")


def shown(*words: dict[str, str]) -> set[str]:
    """The words that are published beside a hidden journey."""
    collection = collection_of(
        sources=[{}, LETTER, {**LETTER, "id": "alone"}],
        journeys=[{"sources": "interview[2];alone"}, OTHER],
        stops=[{"sources": "interview[2];alone"}, STOPS[1]],
        glossary=list(words),
        publication=[HIDDEN, AREA],
    )
    found = published(collection)
    for key in set(collection.glossary) - set(found.glossary):
        assert protected_rows(collection).has("glossary", key)
    assert all(one.source in found.sources for t in found.glossary.values() for one in t.sources)
    return set(found.glossary)


def test_a_word_that_gives_nothing_away_is_shown():
    assert shown({"sources": "letter"}) == {"broker"}


def test_a_word_with_a_hidden_place_in_its_definition_is_not_shown():
    told = {"id": "port", "term": "port", "definition": "Where ships are, as in Dalian."}
    assert shown({"sources": "letter"}, {**told, "sources": "letter"}) == {"broker"}


@pytest.mark.parametrize(
    "cells", ({"id": "dalian-port"}, {"korean": "다롄"}, {"chinese": "Dalian"})
)
def test_a_word_is_not_shown_that_tells_of_it_by_its_id_or_in_another_language(cells):
    told = {"id": "port", "term": "port", "definition": "Where ships are.", "sources": "letter"}
    assert shown({"sources": "letter"}, told) == {"broker", "port"}
    assert shown({"sources": "letter"}, {**told, **cells}) == {"broker"}


def test_with_a_source_go_its_citations_and_the_words_that_nothing_else_says():
    ger = {"id": "ger", "term": "ger", "sources": "letter"}
    rows = csv_of("glossary", {"sources": "letter;interview"}, ger)
    store = store_of(sources=csv_of("sources", {}, LETTER), glossary=rows)
    withdraw(store, Subject("letter"))
    left = rows_by_key(store, "glossary")
    assert {key: row["sources"] for key, row in left.items()} == {"broker": "interview"}


@pytest.fixture(scope="module")
def glossary():
    return load(CsvStore()).collection.glossary


def test_no_two_words_of_ours_are_written_alike(glossary):
    written = [one.casefold() for term in glossary.values() for one in term.spellings]
    several = {one for one in written if written.count(one) > 1}
    assert several == set()


def test_each_definition_of_ours_is_one_to_four_plain_sentences(glossary):
    counts = {key: len(re.findall(r"[.](?: |$)", t.definition)) for key, t in glossary.items()}
    assert {key: n for key, n in counts.items() if not 1 <= n <= 4} == {}
    assert 35 <= len(glossary) <= 45
