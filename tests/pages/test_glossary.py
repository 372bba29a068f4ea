"""The page of the glossary has every word with its definition and who says so, and an index."""

import re

from annotations.collection import load
from annotations.store.files.store import CsvStore
from tests.pages.visits import html, text, title, visit


def test_each_word_stands_with_its_definition_and_its_sources():
    at = visit("glossary")
    collection, words = load(CsvStore()).collection, text(at)
    assert title(at) == "What do the words mean?"
    assert f"{len(collection.glossary)} words" in words
    for term in collection.glossary.values():
        assert term.definition in words and all(name in words for name in term.korean)
        for cited in term.sources:
            assert collection.sources[cited.source].title in words


def test_the_index_leads_to_each_word():
    shown = html(visit("glossary"))
    ids = re.findall(r'id="(word-[\w-]+)"', shown)
    assert ids and re.findall(r'href="#(word-[\w-]+)"', shown) == ids


def test_a_name_in_korean_is_said_to_be_korean():
    assert '<span lang="ko">하나원</span>' in html(visit("glossary"))
