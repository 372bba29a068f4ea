"""What is proposed says in plain words what it would mean and why."""

import pytest

from annotations.annotating.place_choices import RESOLVED_BEFORE, Choice
from annotations.date_words.reading import Reading, Why
from annotations.date_words.readings import readings
from geodata import candidates
from views.staff import suggestions
from views.staff.suggestions import reading_sentence, reason_label, rule_label


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("five years ago", "about 2018: 2017 to 2019"),
        ("late 1990s", "in the 1990s"),
        ("winter 1998", "in the winter of 1998–99"),
        ("until 2005", "before 2006"),
        ("03/04/1996", "on 4 March 1996"),
        ("1996 or 1997", "one of 1996 and 1997"),
        ("fifty days later", "50 days"),
        ("months", "no day that can be computed"),
    ],
)
def test_a_reading_is_told_as_a_sentence(words, told):
    assert reading_sentence(readings(words, "2023-11-21")[0]) == told


def test_a_length_is_told_with_what_it_counts_from():
    (reading,) = readings("fifty days later")
    told = reading_sentence(reading, "the interview of 24 March 2009")
    assert told == "50 days after the interview of 24 March 2009"
    (reading,) = readings("aged 17")
    assert reading_sentence(reading, "the interview") == "17 years"


def test_every_rule_and_every_reason_has_its_words():
    assert set(suggestions._WHYS) == set(Why)
    assert all(rule_label(Reading("", "", True, why)) for why in Why)
    assert set(suggestions._REASONS) == {*candidates.REASONS.values(), RESOLVED_BEFORE}


def place(reason: str, part: str = "", earlier: int = 0) -> Choice:
    """A place offered for this reason."""
    told = ("", "Dalian", "", "", "Dalian", "town", ("CN",), "", None, None, None, "", "")
    return Choice(*told, reason=reason, part=part, earlier=earlier)


@pytest.mark.parametrize(
    ("choice", "told"),
    [
        (place("project name"), "a name in our table of places"),
        (
            place("exact name, ending left off"),
            "its name in the gazetteer, without its ending",
        ),
        (
            place("project name", "Dalian", 1),
            "“Dalian” alone: a name in our table of places; 1 time before",
        ),
        (place(RESOLVED_BEFORE, "", 13), "chosen for these words before; 13 times before"),
    ],
)
def test_a_place_is_offered_with_its_reason(choice, told):
    assert reason_label(choice) == told
