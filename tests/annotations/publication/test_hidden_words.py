"""Rules for names and dates find what no list has, however it is written."""

import pytest

from annotations.publication.date_phrases import finer_in, is_plain
from annotations.publication.hidden_words import HiddenWords
from annotations.publication.proper_names import ProperNames

RULE = ProperNames(frozenset({"China", "Mike Kim"}), frozenset({"she", "left", "the", "village"}))


@pytest.mark.parametrize(
    ("level", "text"),
    [
        ("month", "on 14 June 2016"), ("month", "June 14"), ("month", "the 14th"),
        ("month", "on a Friday"), ("month", "around Chuseok"), ("month", "추석"),
        ("month", "2016-06-14"), ("month", "14일"),
        ("year", "in December"), ("year", "the winter of 2008"), ("year", "2008-12"),
        ("year", "12월"), ("year", "Dec 2008"), ("year", "2008.12"), ("year", "14/6/2016"),
        ("year", "late 2008"), ("year", "at the end of 2008"), ("year", "mid-2008"),
        ("period", "in 2008"), ("period", "late 1990s"), ("period", "’08"),
        ("withheld", "the 1990s"), ("withheld", "in the nineties"),
    ],
)  # fmt: skip
def test_a_date_in_any_words_is_finer_than_its_level(level, text):
    assert finer_in(text, level)
    assert not is_plain(text, level)


@pytest.mark.parametrize(
    ("level", "text"),
    [
        ("as-is", "14 June 2016"), ("month", "June 2016"), ("year", "in 2008"),
        ("year", "It may march on."), ("year", "1.5 km"), ("period", "in the 1990s"),
        ("withheld", "after eight days"),
    ],
)  # fmt: skip
def test_a_date_no_finer_than_its_level_may_stay(level, text):
    assert not finer_in(text, level)


@pytest.mark.parametrize(
    "text",
    [
        "She left Jongori.", "Jongori", "the ex-Jongori guards", "종오리에서", "鐘乙里",
        "the Changtian road", "a man called KIM MIN SUH", "เชียงราย", "ᄌ\u1169ᄋ\u1169",
    ],
)  # fmt: skip
def test_a_name_that_is_not_allowed_is_found(text):
    assert HiddenWords(names=RULE).in_text(text)


@pytest.mark.parametrize(
    "text", ["She left China.", "The village.", "Mike Kim’s village", "the UN", "in May 1996"]
)
def test_what_is_allowed_or_no_name_is_not_found(text):
    assert not HiddenWords(names=RULE).in_text(text)


@pytest.mark.parametrize(
    "text",
    ["Park\nMinsuh", "PARK MINSUH", "Park\u00a0Minsuh", "Park Min\u200bsuh", "Ｐａｒｋ Minsuh"],
)
def test_a_listed_name_is_found_however_it_is_spaced_or_typed(text):
    assert HiddenWords(frozenset({"Park Minsuh"})).in_text(text)


def test_both_of_two_rules_hold():
    one = HiddenWords(names=RULE, dates="month")
    two = HiddenWords(frozenset({"x"}), RULE._replace(allowed=frozenset({"China"})), "year")
    assert (one | two).dates == (two | one).dates == "year"
    assert (one | two).in_text("Mike Kim left") and not one.in_text("Mike Kim left")
    assert (one | HiddenWords()).names == (HiddenWords() | one).names == RULE
