"""Every EDTF text is a span of whole days, or is refused with its remedy."""

import csv
import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.dates.edtf import parse
from geodata import ROOT

CONFORMANCE = ROOT.parent / "shared" / "conformance" / "edtf_strings.csv"
OUTSIDE_YEARS = re.compile(r"(?:^|[/\[{,]|\.\.)[?~%]?-|Y|0000")

years = st.integers(1, 9999).map("{:04d}".format)
days = st.dates(date(1, 1, 1), date(9999, 12, 31))


def bounds(text: str) -> tuple[str | None, str | None]:
    """Earliest and latest day in ISO form, None where a side is open."""
    told = parse(text)
    return tuple(day and day.isoformat() for day in (told.earliest, told.latest))


def refusal(text: str) -> str:
    """The message with which a text is refused."""
    with pytest.raises(ValueError) as caught:
        parse(text)
    return str(caught.value)


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("2003-07-04", "2003-07-04", "2003-07-04", "day"),
        ("1996-02", "1996-02-01", "1996-02-29", "month"),
        ("1997-02", "1997-02-01", "1997-02-28", "month"),
        ("2005", "2005-01-01", "2005-12-31", "year"),
        ("199X", "1990-01-01", "1999-12-31", "decade"),
        ("19XX", "1900-01-01", "1999-12-31", "century"),
        ("1994/1998", "1994-01-01", "1998-12-31", "interval"),
        ("2004-02-01/2005", "2004-02-01", "2005-12-31", "interval"),
        ("[1667,1668,1670..1672]", "1667-01-01", "1672-12-31", "set"),
    ],
)
def test_a_date_spans_every_day_of_its_unit(text, earliest, latest, precision):
    assert bounds(text) == (earliest, latest)
    assert parse(text).precision == precision
    assert parse(text).text == text


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2000~", "1999-01-01", "2001-12-31"),
        ("2000%", "1999-01-01", "2001-12-31"),
        ("2020-08~", "2020-07-01", "2020-09-30"),
        ("2020-01~", "2019-12-01", "2020-02-29"),
        ("2004-06-11~", "2004-06-10", "2004-06-12"),
        ("2003-12-31~", "2003-12-30", "2004-01-01"),
        ("1998-24~", "1998-09-01", "1999-05-31"),
        ("199X~", "1980-01-01", "2009-12-31"),
        ("1984~/2004-06", "1983-01-01", "2004-06-30"),
        ("[1984~,1990]", "1983-01-01", "1990-12-31"),
    ],
)
def test_a_circa_date_spans_one_unit_more_to_both_sides(text, earliest, latest):
    assert bounds(text) == (earliest, latest)
    assert parse(text).approximate


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2004~-06", "2003-06-01", "2005-06-30"),
        ("2004-~06", "2004-05-01", "2004-07-31"),
        ("2004-06-~11", "2004-06-10", "2004-06-12"),
        ("2004-06~-11", "2004-05-11", "2004-07-11"),
        ("2004-03~-31", "2004-02-29", "2004-04-30"),
        ("~2004-02-29", "2003-02-28", "2005-02-28"),
        ("~2004-06-~11", "2003-06-10", "2005-06-12"),
        ("2004?-06-~11", "2004-06-10", "2004-06-12"),
    ],
)
def test_a_mark_at_one_part_widens_by_a_unit_of_that_part(text, earliest, latest):
    assert bounds(text) == (earliest, latest)


@pytest.mark.parametrize("plain", ["2005", "2005-03", "2005-03-04", "1998-24", "199X"])
def test_an_uncertain_date_is_shown_as_such_but_spans_no_day_more(plain):
    told = parse(f"{plain}?")
    assert (told.earliest, told.latest) == (parse(plain).earliest, parse(plain).latest)
    assert (told.uncertain, told.approximate) == (True, False)


def test_a_percent_sign_is_both_uncertain_and_approximate():
    told = parse("2006%")
    assert (told.uncertain, told.approximate) == (True, True)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2001-21", "2001-03-01", "2001-05-31"),
        ("2001-22", "2001-06-01", "2001-08-31"),
        ("2001-23", "2001-09-01", "2001-11-30"),
        ("1998-24", "1998-12-01", "1999-02-28"),
        ("1999-24", "1999-12-01", "2000-02-29"),
    ],
)
def test_a_winter_runs_into_the_next_year_and_other_seasons_do_not(text, earliest, latest):
    assert bounds(text) == (earliest, latest)
    assert parse(text).precision == "season"


@pytest.mark.parametrize(
    ("text", "same_as"), [("2004-XX", "2004"), ("1985-04-XX", "1985-04"), ("1985-XX-XX", "1985")]
)
def test_an_unspecified_month_or_day_spans_all_that_it_could_be(text, same_as):
    assert bounds(text) == bounds(same_as)
    assert parse(text).precision == parse(same_as).precision


@pytest.mark.parametrize("text", ["../2000", "/2000", "[..2000]"])
def test_an_open_or_unknown_start_has_no_earliest_day(text):
    assert bounds(text) == (None, "2000-12-31")


@pytest.mark.parametrize("text", ["1985/..", "1985/", "[1985..]"])
def test_an_open_or_unknown_end_has_no_latest_day(text):
    assert bounds(text) == ("1985-01-01", None)


def test_a_time_of_day_counts_as_the_day_that_is_written_whatever_its_offset():
    assert bounds("1985-04-12T23:20:30-04") == ("1985-04-12", "1985-04-12")
    assert bounds("1985-04-12T00:20:30+04:30") == ("1985-04-12", "1985-04-12")


def test_a_span_at_the_edge_of_the_years_ends_there():
    assert bounds("0001~") == ("0001-01-01", "0002-12-31")
    assert bounds("9999-24") == ("9999-12-01", "9999-12-31")
    assert bounds("9999-12-31~") == ("9999-12-30", "9999-12-31")
    assert bounds("0001-01-01~") == ("0001-01-01", "0001-01-02")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("1951-13", "'1951-13' has no month 13. Write 1951 if the month is unknown."),
        ("1951-00", "'1951-00' has no month 00. Write 1951 if the month is unknown."),
        (
            "1960-06-31",
            "'1960-06-31' has no day 31: June 1960 has 30 days. "
            "Write 1960-06 if the day is unknown.",
        ),
        ("2001-21-03", "'2001-21-03' has a day in a season. Write 2001-21 alone."),
        ("1863- 03-29", "'1863- 03-29' holds a space. Remove it."),
        ("1999/1996", "'1999/1996' ends before it begins. Write the earlier date first."),
        (
            "1996-06-11/1996-06",
            "'1996-06-11/1996-06' has an end that begins before its start. "
            "Write the last day instead of '1996-06': 1996-06-30.",
        ),
        (
            "2012-10-10T25:00:00",
            "'2012-10-10T25:00:00' has no valid time of day. Write the day alone: 2012-10-10.",
        ),
        ("/", "'/' names no date. Leave the cell empty if no date is given."),
        ("", "'' is not a date. Leave the cell empty, or write a year such as 1996."),
        (
            "4 July 2003".replace(" ", "-"),
            "'4-July-2003' is not an EDTF date. Write YYYY, YYYY-MM or YYYY-MM-DD, as in 1996-02.",
        ),
        (
            "[1984,..1990]",
            "'[1984,..1990]' has a '..' where no side can be open. "
            "Write ..1984 as its first member, 1984.. as its last.",
        ),
        (
            "[1984",
            "'[1984' is not a complete set. Write the dates that are possible: [1960,1961].",
        ),
        (
            "04/07/2003",
            "'04/07/2003' has more than one '/'. Write one interval: 1996-02/1999-02.",
        ),
    ],
)
def test_a_refused_date_names_its_remedy(text, message):
    assert refusal(text) == message


@pytest.mark.parametrize(
    "text", ["٢٠٠٣", "２００３", "2003\n", "2003-07-04\x00", "x" * 10_000, "`<b>"]
)
def test_a_refusal_of_hostile_text_is_one_short_printable_line(text):
    message = refusal(text)
    assert message.isprintable()
    assert len(message) < 200


@pytest.mark.parametrize("text", ["-2010", "0000", "000X", "Y17000", "[-1667,1668]", "1999/-0001"])
def test_years_that_are_not_0001_to_9999_are_refused_with_a_word_about_the_years(text):
    assert "outside the years 0001 to 9999" in refusal(text)


@pytest.mark.parametrize(
    "text", ["{1960,1961}", "2001-25", "1950S2", "1560-XX-25", "XXXX", "198X/199X", "1984-1X"]
)
def test_the_rest_of_level_2_is_refused_with_a_word_about_the_level(text):
    assert "level 2" in refusal(text)


@given(years, st.integers(1, 12))
def test_a_year_contains_its_months(year, month):
    whole, part = parse(year), parse(f"{year}-{month:02d}")
    assert whole.earliest <= part.earliest <= part.latest <= whole.latest


@given(days)
def test_a_day_is_itself_alone(day):
    assert (parse(day.isoformat()).earliest, parse(day.isoformat()).latest) == (day, day)


@given(
    days.map(date.isoformat).flatmap(lambda day: st.sampled_from([day, day[:7], day[:4]]))
    | st.tuples(years, st.integers(21, 24)).map(lambda told: f"{told[0]}-{told[1]}"),
    st.sampled_from("~%"),
)
def test_a_circa_date_contains_the_plain_one(plain, mark):
    wide, narrow = parse(plain + mark), parse(plain)
    assert date.min <= wide.earliest <= narrow.earliest <= narrow.latest <= wide.latest
    if date(2, 1, 1) < narrow.earliest and narrow.latest < date(9998, 12, 31):
        assert wide.earliest < narrow.earliest
        assert narrow.latest < wide.latest


@given(days, days)
def test_an_interval_is_read_exactly_where_it_does_not_end_before_it_begins(one, other):
    text = f"{one}/{other}"
    if one <= other:
        assert (parse(text).earliest, parse(text).latest) == (one, other)
    else:
        assert "ends before it begins" in refusal(text)


@given(st.text("0123456789XTYSZ-/.,?~%[]{}", max_size=14))
def test_any_text_is_a_span_in_order_or_one_line_of_refusal(text):
    try:
        told = parse(text)
    except ValueError as error:
        assert "\n" not in str(error)
    else:
        if told.earliest and told.latest:
            assert told.latest - told.earliest >= timedelta(0)


def conformance_strings() -> list[dict[str, str]]:
    """The field's own valid and invalid strings; skips where they are not at hand."""
    if not CONFORMANCE.exists():
        pytest.skip("the EDTF conformance strings do not lie beside this repository")
    with CONFORMANCE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def is_read_here(row: dict[str, str]) -> bool:
    """Whether a valid string belongs to what the README promises, told from its looks alone."""
    text = row["string"]
    if OUTSIDE_YEARS.search(text):
        return False
    qualified = re.search("[?~%]", text) and "X" not in text
    return row["level"] in "01" or text.startswith("[") or bool(qualified)


def verdict(text: str) -> str:
    """`read`, or the message of the refusal."""
    try:
        parse(text)
    except ValueError as error:
        return str(error)
    return "read"


def test_every_valid_string_of_the_promised_levels_is_read():
    rows = [row for row in conformance_strings() if row["verdict"] == "valid" and is_read_here(row)]
    assert len(rows) > 70
    assert {row["string"]: verdict(row["string"]) for row in rows} == {
        row["string"]: "read" for row in rows
    }


def test_every_invalid_string_is_refused():
    invalid = [row["string"] for row in conformance_strings() if row["verdict"] == "invalid"]
    assert len(invalid) == 56
    assert [text for text in invalid if verdict(text) == "read"] == []


def test_every_other_valid_string_is_refused_with_a_word_about_the_level_or_the_years():
    rows = [
        row for row in conformance_strings() if row["verdict"] == "valid" and not is_read_here(row)
    ]
    assert len(rows) > 80
    for row in rows:
        word = "level" if row["level"] == "2" else "years 0001 to 9999"
        assert word in verdict(row["string"]), row
