"""The words of a date are read by the written rules, and what they leave open stays open."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.collection.load import load
from annotations.date_words.number_words import number
from annotations.date_words.reading import Why
from annotations.date_words.readings import readings
from annotations.dates.durations import parse_duration
from annotations.dates.edtf import parse
from annotations.store.files.store import CsvStore

DAY = "2023-11-21"
SPOKEN_ON = {"birrell-2023": "2023-11-21", "rfa-mike-kim-2009": "2009-03-24"}


def values(words: str, published: str = "", anchor: str = "") -> list[str]:
    """The values proposed, the best first."""
    return [reading.value for reading in readings(words, published, anchor)]


def durations(words: str) -> list[str]:
    """The durations proposed where nothing is known that the words count from."""
    assert all(reading.relative and not reading.value for reading in readings(words))
    return [reading.duration for reading in readings(words)]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("February 1996", "1996-02"),
        ("Feb. 1996", "1996-02"),
        ("February of 1999", "1999-02"),
        ("June 23, 2024", "2024-06-23"),
        ("23 June 2024", "2024-06-23"),
        ("Tuesday, the 23rd of June, 2024", "2024-06-23"),
        ("in 2004", "2004"),
        ("(b. 1968)", "1968"),
        ("the 1990s", "199X"),
        ("the 20th century", "19XX"),
        ("about 2000", "2000~"),
        ("around March 2003", "2003-03~"),
        ("2000 or so", "2000~"),
        ("ca. 1950", "1950~"),
        ("perhaps 1998", "1998?"),
        ("perhaps about 1998", "1998%"),
        ("the fall of 2003", "2003-23"),
        ("the winter of 1998–99", "1998-24"),
        ("between 1996 and 1999", "1996/1999"),
        ("from 1996 to 1999", "1996/1999"),
        ("1996–1999", "1996/1999"),
        ("1998–99", "1998/1999"),
        ("from February to April 1996", "1996-02/1996-04"),
        ("February 12–14, 1996", "1996-02-12/1996-02-14"),
        ("12 February to 3 March 1996", "1996-02-12/1996-03-03"),
        ("about 1996 to 1999", "1996~/1999~"),
        ("1990s to 2003", "1990/2003"),
        ("1996 or 1997", "[1996,1997]"),
        ("since 2001", "2001/.."),
        ("from 2003 on", "2003/.."),
        ("until 2005", "/2005"),
        ("by the end of 2003", "/2003"),
        ("before 2003", "/2002"),
        ("before July 4, 2003", "/2003-07-03"),
        ("1996년 2월", "1996-02"),
        ("1996년 2월 12일", "1996-02-12"),
        ("1996年2月12日", "1996-02-12"),
        ("1990년대", "199X"),
        ("23/06/2024", "2024-06-23"),
        ("2003.7.4", "2003-07-04"),
    ],
)
def test_what_can_be_read_in_one_way_has_one_reading(words, value):
    assert [(r.value, r.duration, r.relative) for r in readings(words)] == [(value, "", False)]


@pytest.mark.parametrize(
    ("words", "all_of_them"),
    [
        ("03/04/1996", ["1996-03-04", "1996-04-03"]),
        ("03/04/96", ["1996-03-04", "1996-04-03", "2096-03-04", "2096-04-03"]),
        ("’98", ["1998", "2098"]),
        ("the nineties", ["199X", "209X"]),
        ("1996-02", ["1996-02", "1996/2002"]),
        ("the 2000s", ["200X", "20XX"]),
        ("winter 1998", ["1998-24", "1997-24"]),
        ("after March 2003", ["2003-04/..", "2003-03/.."]),
        ("the turn of the century", ["2000~", "1900~"]),
    ],
)
def test_what_can_be_read_in_several_ways_has_them_all(words, all_of_them):
    assert values(words) == all_of_them


@pytest.mark.parametrize(
    ("words", "whole", "half"),
    [
        ("late 1990s", "199X", "1995/1999"),
        ("early 2003", "2003", "2003-01/2003-06"),
        ("mid-2003", "2003", "2003-04/2003-09"),
        ("late June 2003", "2003-06", "2003-06-16/2003-06-30"),
    ],
)
def test_a_part_of_a_period_is_first_the_whole_of_it(words, whole, half):
    assert values(words) == [whole, half]


@pytest.mark.parametrize(
    ("words", "said", "value", "duration"),
    [
        ("five years ago", DAY, "2018~", "P5Y"),
        ("14 years ago", "2023", "2009~", "P14Y"),
        ("six months ago", "2023-11", "2023-05~", "P6M"),
        ("two weeks ago", DAY, "2023-11-04/2023-11-10", "P2W"),
        ("three days ago", DAY, "2023-11-18~", "P3D"),
        ("two decades ago", DAY, "2001/2005", "P20Y"),
        ("the past decade", DAY, "2013~/2023-11-21", "P10Y"),
        ("last year", DAY, "2022", ""),
        ("earlier this year", DAY, "2023-01/2023-11-21", ""),
        ("recently", DAY, "2023?/2023-11-21", ""),
        ("recent months", "2009-03-24", "/2009-03-24", ""),
        ("now", DAY, DAY, ""),
        ("yesterday", DAY, "2023-11-20", ""),
        ("since 2019", DAY, "2019/2023-11-21", ""),
        ("June", DAY, "2023-06", ""),
        ("the summer", "2009-03-24", "2009-22", ""),
        ("before July 4", DAY, "/2023-07-03", ""),
        ("last winter", "2003-02-10", "2001-24", ""),
        ("next May", DAY, "2024-05", ""),
    ],
)
def test_what_counts_from_the_day_of_a_text_has_a_value_where_that_is_known(
    words, said, value, duration
):
    first = readings(words, said)[0]
    assert (first.value, first.duration) == (value, duration)
    if words != "since 2019":
        assert first.relative and not any(values(words))


def test_last_june_said_in_november_may_be_either_of_two():
    assert values("last June", DAY) == ["2023-06", "2022-06"]


def test_a_month_without_a_year_may_lie_in_the_year_beside():
    assert values("June", DAY) == ["2023-06", "2024-06"]
    assert values("December", DAY) == ["2023-12", "2022-12"]


@pytest.mark.parametrize("said", ["2014~", "2013-02?", "2013/.."])
def test_nothing_is_counted_from_a_day_that_is_not_known(said):
    assert [(r.value, r.duration) for r in readings("five years ago", said)] == [("", "P5Y")]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("forty days", ["P40D"]),
        ("eight more days", ["P8D"]),
        ("fifty days later", ["P50D"]),
        ("three years", ["P3Y"]),
        ("a year and two months", ["P1Y2M"]),
        ("two and a half years", ["P2Y6M"]),
        ("half a year", ["P6M"]),
        ("the next day", ["P1D"]),
        ("three days before", ["-P3D"]),
        ("Three decades later", ["P30Y"]),
        ("within a year", ["P1Y"]),
        ("After four years", ["P4Y"]),
        ("two-week", ["P2W", "P14D"]),
        ("aged 17", ["P17Y"]),
        ("when he was seven", ["P7Y"]),
    ],
)
def test_a_length_of_time_is_a_duration_and_no_date(words, told):
    assert durations(words) == told


@pytest.mark.parametrize("words", ["months", "a few days", "several years later"])
def test_a_length_without_a_number_gets_none(words):
    assert durations(words) == [""]


def test_a_range_of_lengths_is_first_no_duration_then_its_ends():
    assert durations("two to three weeks") == ["", "P2W", "P3W"]


def test_what_counts_on_in_a_story_never_counts_from_the_day_of_publication():
    for words in ("fifty days later", "the next day", "at that time", "after they were caught"):
        assert not any(values(words, DAY))


@pytest.mark.parametrize(
    ("words", "anchor", "value"),
    [
        ("fifty days later", "1996-04-03", "1996-05-18/1996-05-28"),
        ("the next day", "1996-04-30", "1996-05-01"),
        ("the following year", "1996", "1997"),
        ("three days before", "1996-04-03", "1996-03-31~"),
        ("two years later", "1996-04", "1998~"),
        ("at that time", "2001-07", "2001-07"),
        ("after they were caught", "2019", "2019/.."),
        ("since the pandemic", "2020/2023", "2020/.."),
        ("before the division", "1945", "/1945"),
    ],
)
def test_once_somebody_has_named_what_words_count_from_their_date_is_computed(words, anchor, value):
    assert value in values(words, "", anchor)


@pytest.mark.parametrize(
    "words",
    ["", "  ", "twelve", "12", "hours", "February 30, 1996", "1999 to 1996", "the pandemic",
     "100,000 years ago", "winter 1998-97", "x" * 500],
)  # fmt: skip
def test_what_no_rule_reads_gets_no_reading(words):
    assert readings(words, DAY) == ()


def test_a_day_of_publication_that_is_no_edtf_is_refused():
    with pytest.raises(ValueError, match="not an EDTF date"):
        readings("last year", "soon")


WORDS = st.lists(
    st.sampled_from(
        "about perhaps late mid- early since before between and from to until or the of in ago "
        "later next last this past year years months day days week decade forty two a half 12 30 "
        "31 99 1996 1999 9999 1990s ’98 February Feb. June winter summer 03/04/1996 2월 1996년 - – "
        "( ) b. 29 2000 hundred thousand now earlier recently more aged after by end".split()
    ),
    max_size=7,
).map(" ".join)
BASES = st.sampled_from(["", "2023-11-21", "2023-11", "2023", "0001", "9999-12-31", "2000-02-29"])


@settings(max_examples=1500, deadline=None, derandomize=True)
@given(WORDS | st.text(max_size=30), BASES, BASES)
def test_whatever_is_proposed_can_stand_in_the_table(words, published, anchor):
    found = readings(words, published, anchor)
    assert len({(reading.value, reading.duration) for reading in found}) == len(found)
    for reading in found:
        assert isinstance(reading.why, Why)
        assert reading.value == "" or parse(reading.value)
        assert reading.duration == "" or parse_duration(reading.duration)


@pytest.mark.parametrize(
    ("words", "figure"),
    [("forty", 40), ("twenty-five", 25), ("a hundred and ten", 110), ("two thousand", 2000),
     ("1,200", 1200), ("a dozen", 12), ("twenty twenty", None), ("and", None),
     ("hundred", None), ("1,20", None), ("", None)],
)  # fmt: skip
def test_a_number_in_words_is_that_number_or_none(words, figure):
    assert number(words) == figure


def test_of_our_own_date_mentions_most_are_read_as_the_annotators_read_them():
    collection = load(CsvStore()).collection
    dates = {key: mention.value for key, mention in collection.mentions.items()}
    dates |= {key: event.date for key, event in collection.events.items()}
    telling = [m for m in collection.mentions.values() if m.kind == "date"]
    telling = [m for m in telling if m.value or m.duration]
    first = 0
    for mention in telling:
        said, anchor = SPOKEN_ON.get(mention.source, ""), dates.get(mention.anchor, "")
        found = readings(mention.quote, said, anchor)[:1]
        first += [(r.value, r.duration) for r in found] == [(mention.value, mention.duration)]
    assert len(telling) >= 88 and first / len(telling) >= 0.75
