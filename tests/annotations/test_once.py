"""What follows from a whole collection is computed once for it, and anew for another."""

from dataclasses import replace

from annotations.derived import once
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
