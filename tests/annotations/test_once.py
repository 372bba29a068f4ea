"""What follows from a whole collection is computed once for it, and anew for another."""

from dataclasses import replace

from annotations.derived import once, once_each
from tests.collections import collection_of, many_journeys


def test_an_answer_is_computed_once_for_each_collection():
    asked = []

    @once
    def titles(collection) -> tuple[str, ...]:
        asked.append(collection)
        return tuple(journey.title for journey in collection.journeys.values())

    one, other = many_journeys(2), many_journeys(3)
    assert titles(one) is titles(one)
    assert len(titles(other)) == 3
    assert len(asked) == 2


def test_two_answers_about_one_collection_do_not_meet():
    def of(number: int):
        return once(lambda collection: number)

    one, two = of(1), of(2)
    made = many_journeys(1)
    assert (one(made), two(made), one(made)) == (1, 2, 1)


def test_an_answer_with_words_is_computed_for_each_language():
    language = "en"
    said = once(lambda collection: f"{len(collection.journeys)} in {language}", lambda: language)
    made = many_journeys(2)
    assert said(made) == "2 in en"
    language = "ko"
    assert said(made) == "2 in ko"
    language = "en"
    assert said(made) == "2 in en"


def test_a_changed_collection_has_none_of_the_answers_of_the_one_before():
    count = once(lambda collection: len(collection.journeys))
    made = many_journeys(2)
    assert count(made) == 2
    assert count(replace(made, journeys={})) == 0


def test_what_was_derived_makes_no_collection_different_from_another():
    one, other = collection_of(), collection_of()
    once(lambda collection: 1)(one)
    assert one == other
    assert "derived" not in repr(one)


def test_an_answer_about_a_record_is_computed_once_for_it():
    asked = []

    @once_each
    def title(collection, journey) -> str:
        asked.append(journey.id)
        return journey.title

    made = many_journeys(2)
    one, other = made.journeys.values()
    assert [title(made, each) for each in (one, other, one)] == [one.title, other.title, one.title]
    assert asked == [one.id, other.id]


def test_a_record_that_was_changed_has_an_answer_of_its_own():
    @once_each
    def title(collection, journey) -> str:
        return journey.title

    made = many_journeys(1)
    (one,) = made.journeys.values()
    assert title(made, one) == one.title
    assert title(made, replace(one, title="Another")) == "Another"


def test_an_answer_in_one_language_is_not_given_in_another():
    speaks = iter(("en", "ko", "en"))
    language = [""]

    def title(collection, journey) -> str:
        return f"{language[0]}: {journey.title}"

    told = once_each(title, of=lambda: language[0])
    made = many_journeys(1)
    (one,) = made.journeys.values()
    answers = []
    for language[0] in speaks:
        answers.append(told(made, one))
    assert answers == [f"en: {one.title}", f"ko: {one.title}", f"en: {one.title}"]
