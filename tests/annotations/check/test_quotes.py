"""A quote stands in its text where its mention says, to the character."""

import hashlib

import pytest

from annotations.check.quotes import check_quotes
from annotations.store.files.beside.texts import TextFolder
from annotations.store.paragraphs import paragraph_at
from tests.collections import TEXT, loaded_of


@pytest.fixture
def texts(tmp_path):
    """A folder with the text that the good mention quotes."""
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "interview.txt").write_bytes(TEXT.encode())
    return folder


def problems_of(folder, **cells: str) -> list[str]:
    """The problems of one mention with these cells, checked against the texts of a folder."""
    loaded = loaded_of(mentions=[cells])
    assert loaded.problems == []
    return list(map(str, check_quotes(loaded, TextFolder(folder))))


def of_text(text: str) -> dict[str, list[dict[str, str]]]:
    """The good source with the digest of another text."""
    return {"sources": [{"sha256": hashlib.sha256(text.encode()).hexdigest()}]}


def test_a_quote_that_stands_where_it_says_has_no_problem(texts):
    assert problems_of(texts) == []


def test_a_wrong_offset_is_told_with_the_offset_where_the_words_stand_nearest(texts):
    assert problems_of(texts, start="40", end="46") == [
        "mentions.csv:2:quote  of 'port' says 'Dalian', but the text has 'alian.' there. "
        "It is at 39. Correct the quote or its offsets."
    ]
    (second,) = problems_of(texts, start="65", end="71")
    assert f"It is at {TEXT.rindex('Dalian')}." in second


def test_a_quote_that_stands_nowhere_gets_no_hint(texts):
    (problem,) = problems_of(texts, quote="Dalien")
    assert problem.startswith(
        "mentions.csv:2:quote  of 'port' says 'Dalien', but the text has 'Dalian'"
    )
    assert "It stands" not in problem


def test_an_offset_behind_the_end_of_the_text_is_told(texts):
    (problem,) = problems_of(texts, start="5000", end="5006")
    assert "the text has '' there" in problem


def test_a_wrong_paragraph_is_told_the_right_one(texts):
    assert problems_of(texts, paragraph="3") == [
        "mentions.csv:2:paragraph  of 'port' says 3, but the words are in 2. Correct it."
    ]


def test_a_text_that_was_changed_by_one_character_is_missing(texts):
    (texts / "interview.txt").write_bytes(TEXT.replace("hid", "hId").encode())
    assert problems_of(texts) == [
        "sources.csv:2:sha256  of 'interview' matches no text in texts. "
        "Put the annotated text there unchanged."
    ]


def test_a_quoted_source_without_a_digest_is_told(texts):
    loaded = loaded_of(sources=[{"sha256": ""}])
    (problem,) = map(str, check_quotes(loaded, TextFolder(texts)))
    assert problem.startswith("sources.csv:2:sha256  of 'interview' is empty")


def test_each_wrong_mention_is_told_and_the_right_ones_are_not(texts):
    loaded = loaded_of(
        mentions=[{}, {"id": "second", "start": "0", "end": "6"}, {"id": "third", "paragraph": "9"}]
    )
    found = check_quotes(loaded, TextFolder(texts))
    assert [(problem.line, problem.column) for problem in found] == [(3, "quote"), (4, "paragraph")]


def test_offsets_count_characters_and_keep_line_ends_as_they_are(texts):
    text = "김 씨\r\n\r\n그는 Dalian\r\n"
    (texts / "other.txt").write_bytes(text.encode())
    start = text.index("Dalian")
    mention = {"start": str(start), "end": str(start + 6), "paragraph": "2"}
    loaded = loaded_of(mentions=[mention], **of_text(text))
    assert check_quotes(loaded, TextFolder(texts)) == []


def test_a_file_that_is_no_utf_8_raises_nothing(texts):
    (texts / "other.txt").write_bytes("다롄".encode("cp949"))
    assert problems_of(texts) == []


def test_a_paragraph_is_a_line_that_is_not_empty():
    text = "one\n\n  \ntwo\nthree"
    assert [paragraph_at(text, text.index(word)) for word in ("one", "two", "three")] == [1, 2, 3]
