"""No private person is named in our own texts."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.check import names
from annotations.check.names import (
    NAME_LIKE,
    check_names,
    check_names_of_source,
    check_names_of_stories,
)
from annotations.tables import LONGEST_TEXT
from annotations.tables.changes import Refused, rows_by_key
from tests.collections import collection_of, loaded_of
from tests.stores import added, saved, store_in
from tests.stories import COLLECTION, HEAD, STEP, loaded, with_keys


def problems_of(**rows: list[dict[str, str]]) -> list[str]:
    """The names that may not stand, as lines."""
    loaded = loaded_of(**rows)
    assert loaded.problems == []
    return list(map(str, check_names(loaded)))


def names_in(summary: str) -> list[str]:
    """What is taken for a private name in the summary of a journey."""
    return [line.split("'")[3] for line in problems_of(journeys=[{"summary": summary}])]


def test_the_smallest_collection_names_nobody():
    assert problems_of() == []


def test_a_private_name_in_a_summary_is_told_with_its_row_and_a_remedy():
    assert problems_of(journeys=[{"summary": "She hid where Jane Roe was."}]) == [
        "journeys.csv:2:summary  of 'by-sea' names 'Jane Roe', which is in no row of "
        "names.csv. Write a role, or list the name there with the reason."
    ]


@pytest.mark.parametrize(
    "rows",
    [
        {"journeys": [{"title": "The way of Jane Roe"}]},
        {"journeys": [{"people": "Jane Roe"}]},
        {"journeys": [{"outcome": "Then Jane Roe was free."}]},
        {"journeys": [{"care": "the death of Jane Roe"}]},
        {"journeys": [{"note": "Told by Jane Roe."}]},
        {"stops": [{"role": "meets Jane Roe"}]},
        {"stops": [{"mode": "by the car of Jane Roe"}]},
        {"stops": [{"note": "Told by Jane Roe."}]},
        {"mentions": [{"note": "The flat of Jane Roe."}]},
        {"events": [{"title": "Arrest of Jane Roe"}]},
        {"events": [{"summary": "Police caught Jane Roe."}]},
        {"statements": [{"subject": "Boats of Jane Roe"}]},
        {"statements": [{"value": "as many as Jane Roe"}]},
        {"statements": [{"unit": "boats of Jane Roe"}]},
        {"statements": [{"note": "Told by Jane Roe."}]},
        {"statements": [{"care": "the death of Jane Roe"}]},
    ],
)
def test_a_private_name_is_found_in_every_text_of_ours(rows):
    (problem,) = problems_of(**rows)
    assert "Jane Roe'" in problem


def test_a_public_person_who_is_listed_may_be_named():
    assert names_in("There she met Mike Kim, and Mike Kim's friends.") == []
    assert names_in("There she met Jane Kim.") == ["Jane Kim"]


def test_a_longer_name_that_begins_like_a_listed_one_is_not_listed():
    assert names_in("There she met Mike Kimball.") == ["Mike Kimball"]


@pytest.mark.parametrize("form", ["Mrs. Roe", "Mr Roe", "Pastor Roe", "Dr. Roe"])
def test_one_name_with_a_form_of_address_is_found(form):
    assert names_in(f"There she met {form}.") == [form]


def test_a_name_with_a_hyphen_is_found_whole():
    assert names_in("There she met Roe Min-ok again.") == ["Roe Min-ok"]


def test_a_name_in_korean_or_chinese_is_found_unless_it_is_a_place():
    assert names_in("She, 홍길동, went on.") == ["홍길동"]
    assert names_in("She went to Dalian (다롄, 大连).") == []


@pytest.mark.parametrize(
    "summary",
    [
        "In Dalian she hid.",
        "She left in May 1996.",
        "From May June was near.",
        "She crossed the river. Nobody saw her.",
        "a woman in her twenties",
    ],
)
def test_places_months_and_the_first_word_of_a_sentence_are_no_names(summary):
    assert names_in(summary) == []


PAGE = {"kind": "news", "sha256": "", "url": "https://example.org/page"}
ON_PAPER = {"kind": "news", "sha256": "", "url": ""}


def names_in_source(**cells: str) -> list[str]:
    """What is taken for a private name in a source beside the annotated one."""
    lines = problems_of(sources=[{}, {"id": "page", "sha256": "", **cells}])
    return [line.split("'")[3] for line in lines]


def test_a_private_author_is_told_with_row_column_and_remedy():
    assert problems_of(sources=[{"author": "Jane Roe (interview)"}]) == [
        "sources.csv:2:author  of 'interview' names 'Jane Roe', which is in no row of names.csv. "
        "Write a role or a description, or list the name there with the reason."
    ]


@pytest.mark.parametrize("column", ["title", "author", "publisher", "note"])
@pytest.mark.parametrize("source", [{"kind": "testimony"}, ON_PAPER])
def test_testimony_and_what_has_no_address_names_no_private_person_in_any_text(source, column):
    assert names_in_source(**source | {column: "by Jane Roe"}) == ["Jane Roe"]


@pytest.mark.parametrize("column", ["title", "author", "publisher", "note"])
def test_an_annotated_text_of_any_kind_names_no_private_person(column):
    cells = {"kind": "news", "url": "https://example.org/page", column: "by Jane Roe"}
    (problem,) = problems_of(sources=[cells])
    assert problem.startswith(f"sources.csv:2:{column}  of 'interview' names 'Jane Roe'")


def test_a_published_page_keeps_its_title_and_publisher_but_not_an_unlisted_author_or_note():
    assert names_in_source(**PAGE, title="Jane Roe Reaches Seoul", publisher="The Daily Roe") == []
    assert names_in_source(**PAGE, author="Jane Roe") == ["Jane Roe"]
    assert names_in_source(**PAGE, note="Read by Jane Roe.") == ["Jane Roe"]


@pytest.mark.parametrize("author", ["Mina", "Mina (interview)", "told by Mina", "미나"])
def test_an_author_of_one_word_is_a_name(author):
    assert names_in_source(**PAGE, author=author) == [author.replace("told by ", "").split()[0]]


@pytest.mark.parametrize(
    "author",
    ["", "Mike Kim", "Mike Kim (interview)", "A woman in her twenties", "Interview with a girl"],
)
def test_a_listed_author_or_a_role_may_stand(author):
    assert names_in_source(**PAGE, author=author) == []


def test_a_part_of_a_longer_listed_name_may_stand_only_within_it():
    listed = {"name": "Friends of Jane Roe", "kind": "institution"}
    given = [{"note": "Kept by Friends of Jane Roe."}, {"id": "second", "note": "With Jane Roe."}]
    (problem,) = problems_of(names=[listed], sources=given)
    assert problem.startswith("sources.csv:3:note  of 'second' names 'With Jane Roe'")


LISTED = ("Friends of Jane Roe", "Mike Kim", "Red Cross", "Roe Min-ok of Dalian", "Dalian", "An")
PIECES = ("Friends", "of", "Jane", "Roe", "Mike", "Kim", "Mike Kim's", "Red", "Cross", "Min-ok",
          "Dalian", "Pastor", "An", "홍길동", "大连", "May", "The", "she")  # fmt: skip


def with_listed_names():
    """A collection that lists these names, and a source of it."""
    collection = collection_of(names=[{"name": name} for name in LISTED if name != "Dalian"])
    return collection, collection.sources["interview"]


def names_in_note(note: str) -> list[str]:
    """What is taken for a private name in the note of a source."""
    collection, source = with_listed_names()
    return [told for _, told in check_names_of_source(replace(source, note=note), collection)]


ENDS = st.sampled_from((" ", ". ", ", "))


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(PIECES), ENDS), max_size=25))
def test_every_run_of_words_is_named_that_is_in_no_listed_name(pieces):
    text = "".join(word + end for word, end in pieces)
    anyone = "|".join(sorted({*LISTED, "다롄", "大连"}, key=len, reverse=True))
    known = re.compile(rf"(?<!\w)(?:{anyone})(?:'s)?(?!\w)")
    inside = [name.span() for name in known.finditer(text)]
    alone = []
    for run in NAME_LIKE.finditer(text):
        left = [word for word in known.sub(" ", run[0]).split() if word != "May"]
        words = run[0].split()
        begins = not left or (len(words) > 1 and left == words[:1])
        if not begins and not any(a <= run.start() and run.end() <= b for a, b in inside):
            alone.append(run[0])
    assert [told.split("'", 1)[1].split("', which")[0] for told in names_in_note(text)] == alone


class Counted:
    """A pattern that counts the characters that it is given to look through."""

    def __init__(self, pattern):
        self.pattern, self.characters = pattern, 0

    def __getattr__(self, name):
        def looked_through(*given):
            self.characters += len(given[-1])
            return getattr(self.pattern, name)(*given)

        return looked_through


@pytest.mark.parametrize("sentence", ["Zed Quux. ", "Zed Quux of ", "Mike Kim met Zed Quux. "])
def test_a_long_text_is_looked_through_once_for_the_listed_names(monkeypatch, sentence):
    known = Counted(re.compile("Mike Kim"))
    monkeypatch.setattr(names, "_known", lambda collection: known)
    text = sentence * 500
    assert len(names_in_note(text)) == 500
    assert known.characters < 3 * len(text)


@pytest.mark.parametrize("word", ["A", "Aa", "A-", "대"])
def test_a_word_longer_than_any_text_may_be_is_passed_over_and_what_is_beside_it_is_not(word):
    endless = word * LONGEST_TEXT + "x"
    told = names_in_note(f"{endless} met Jane Roe and Jane {endless} Roe. {endless}")
    assert [each.split("'")[1] for each in told] == ["Jane Roe"]


def test_a_save_of_a_new_text_whose_title_names_a_private_person_is_refused(tmp_path):
    store = store_in(tmp_path)
    with pytest.raises(Refused) as refused:
        saved(store, added("sources", "talk", title="The road of Jane Roe", kind="testimony"))
    (problem,) = map(str, refused.value.problems)
    assert problem.startswith("sources.csv:3:title  of 'talk' names 'Jane Roe', which is in no")
    assert problem.endswith("a role or a description, or list the name there with the reason.")
    assert "talk" not in rows_by_key(store, "sources")


def names_in_story(text: str) -> list[str]:
    """The names that may not stand in a story, as lines."""
    return list(map(str, check_names_of_stories(loaded(text), COLLECTION)))


def test_the_smallest_story_names_nobody():
    assert names_in_story(HEAD + STEP) == []
    assert names_in_story(with_keys("notes: In Dalian she met Mike Kim.")) == []


@pytest.mark.parametrize(
    ("before", "after", "place"),
    [
        ("A story", "how Jane Roe fled", "1:title"),
        ("a class", "the class of Jane Roe", "2:for"),
        ("What is told.", "What is told of Jane Roe.", "4:summary"),
        ("summary", "care: the end of Jane Roe\nsummary", "4:care"),
        ("The port", "where Jane Roe hid", "6:heading"),
        ("She hid.", "She hid with Jane Roe.", "7:text"),
        ("    sources", "    question: Who was Jane Roe?\n    sources", "8:question"),
        ("    sources", "    notes: She was Jane Roe.\n    sources", "8:notes"),
        ("    sources", "    care: the end of Jane Roe\n    sources", "8:care"),
    ],
)
def test_a_private_name_is_found_in_every_text_of_a_story(before, after, place):
    assert before in HEAD + STEP
    (problem,) = names_in_story((HEAD + STEP).replace(before, after))
    assert problem.startswith(f"stories/story.yaml:{place}  names 'Jane Roe', which is in no")


def test_a_picture_may_name_who_made_it_but_not_who_is_on_it():
    picture = "picture: {file: bridge.jpg, alt: A bridge, credit: Jane Roe}"
    assert names_in_story(with_keys(picture)) == []
    (problem,) = names_in_story(with_keys(picture.replace("A bridge", "The bridge of Jane Roe")))
    assert problem.startswith("stories/story.yaml:9:picture  names 'Jane Roe'")
