"""What the check says of a draft is said in words of somebody who fills in fields."""

import re

from annotations.codes import JOURNEY_KINDS
from annotations.stories.draft import Trouble, read_draft
from tests.stories import COLLECTION
from views.composing.fault_words import fault_words

FORMAT = re.compile(r"\b(?:YAML|keys?|ids?|lines?|csv|'[a-z-]+')\b|'", re.IGNORECASE)
PICTURE = {"file": "a b.jpg", "alt": "", "credit": ""}
STEPS = (
    {},
    {"heading": "Same", "text": "A {brace.", "sources": "nobody", "show": ["by-nobody"]},
    {"heading": "same", "text": "{by-nobody:3}", "open": "by-nobody", "period": "1"},
    {"heading": "C", "text": "x" * 1300, "open": "by-land", "layers": ["no"], "camera": "x"},
    {"heading": "D", "text": "<b>x", "open": "by-sea", "show": ["by-land"], "minutes": "x"},
    {"heading": "E", "picture": PICTURE, "countries": ["XX"], "kinds": [*JOURNEY_KINDS, "no"]},
    {"heading": "F", "care": "{by-sea:1}", "within": "no", "unknown": "x", "told_by": ["no"]},
    {
        "heading": "G",
        "tasks": [
            {},
            {"ask": "?", "choices": ["a", "a"], "answer": "b"},
            {"ask": "?", "choices": ["a", "b"], "answer": "c"},
            {"ask": "?", "number": "many", "within": "x"},
            {"ask": "?", "place": "nowhere"},
            {"ask": "?", "model": "", "answer": "x"},
        ],
    },
)


def test_no_word_of_the_format_is_said():
    draft = read_draft({"steps": list(STEPS), "minutes": "900", "unknown": "x"}, COLLECTION)
    told = {trouble: fault_words(trouble) for trouble in draft.troubles}
    assert len(told) > 30
    assert {words for words in told.values() if FORMAT.search(words)} == set()
    silent = [trouble.message for trouble, words in told.items() if not words]
    assert all("is not a key" in message for message in silent)


def test_what_to_do_is_said_of_the_field():
    told = fault_words(Trouble(("steps", 0, "sources"), "is missing. Every step needs one."))
    assert told == "Choose at least one source: who says so?"


def test_a_word_of_the_format_is_found_out():
    assert FORMAT.search("Write the id of a journey.") and FORMAT.search("no journey 'way'.")
