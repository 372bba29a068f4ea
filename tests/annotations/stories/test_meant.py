"""A word that people write leads to the code that stands for it."""

import pytest

from annotations.codes import JOURNEY_KINDS, OUTCOME_KINDS
from annotations.collection.load import load
from annotations.store.files.store import CsvStore
from annotations.stories.meant import code_meant, minutes_meant
from annotations.stories.steps import Known
from tests.stories import HEAD, STEP, loaded, problems_with
from views.text import labels


def test_each_country_is_found_by_the_names_that_the_tables_and_the_pages_give_it():
    records = load(CsvStore()).collection
    codes = {*Known(records, frozenset()).countries, *labels.COUNTRIES}
    for code in codes:
        assert code_meant(labels.country(code), codes) == f" Did you mean '{code}'?"
        assert code_meant(code.lower(), codes) == f" Did you mean '{code}'?"
    for place in records.places.values():
        if place.kind == "country":
            for name in (place.name, place.name_ko):
                assert code_meant(name, codes) == f" Did you mean '{place.country[0]}'?", name


@pytest.mark.parametrize(
    ("codes", "label"), [(JOURNEY_KINDS, labels.kind), (OUTCOME_KINDS, labels.outcome)]
)
def test_kinds_and_outcomes_are_found_by_the_words_of_the_pages(codes, label):
    for code in codes:
        assert code_meant(label(code), codes) == f" Did you mean '{code}'?"
        assert code_meant(label(code).upper(), codes) == f" Did you mean '{code}'?"


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("countries: China", "CN"),
        ("countries: [중국]", "CN"),
        ("countries: [cn]", "CN"),
        ("kinds: [General route]", "corridor"),
        ("outcomes: Died", "died"),
        ("within: maybe", "possibly"),
        ("layers: [hills]", "relief"),
    ],
)
def test_the_check_says_which_code_to_write(line, meant):
    assert problems_with(line)[0].endswith(f" Did you mean '{meant}'?")


def test_a_word_that_stands_for_no_code_that_can_be_written_means_none():
    assert code_meant("Mongolia", ("CN", "KP")) == ""


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("45 minutes", 45),
        ("about 45 min.", 45),
        ("45분", 45),
        ("1 hour", 60),
        ("1.5 hours", 90),
        ("1 h 15 min", 75),
        ("2시간", 120),
        ("forty", None),
        ("40-45", None),
        ("9 hours", None),
        ("", None),
    ],
)
def test_minutes_are_read_where_they_can_be(text, minutes):
    assert minutes_meant(text, 240) == minutes


def test_minutes_with_a_word_say_which_number_to_write_alone():
    told = loaded((HEAD + STEP).replace("minutes: 40", "minutes: 45 minutes"))
    assert list(map(str, told.problems)) == [
        "stories/story.yaml:3:minutes  '45 minutes' is more than a number. Write 45."
    ]


def test_a_story_without_spaces_behind_its_colons_is_told_so():
    told = loaded("title:A\nfor:pupils\n")
    assert str(told.problems[0]).endswith("keys with values. Write a space behind each colon.")
