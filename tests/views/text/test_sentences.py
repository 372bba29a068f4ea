"""Each kind of date is said as people say it, in the language of the run."""

import threading
from datetime import date

import pytest

from annotations.dates.edtf import parse
from annotations.dates.spans import Span
from views.text import i18n
from views.text.date_names import month_names
from views.text.sentences import (
    as_of,
    date_and_days,
    date_sentence,
    duration_words,
    length_after,
    span_range,
    span_sentence,
)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("2003-07-04", "on 4 July 2003"),
        ("1985-04-12T23:20:30", "on 12 April 1985"),
        ("1996-02", "in February 1996"),
        ("1985-04-XX", "in April 1985"),
        ("2005", "in 2005"),
        ("2004-XX", "in 2004"),
        ("2000~", "about 2000"),
        ("2020-08~", "about August 2020"),
        ("2025-10-15~", "about 15 October 2025"),
        ("2004-~06", "about June 2004"),
        ("2005?", "possibly in 2005"),
        ("2005%", "possibly about 2005"),
        ("1998-24", "in the winter of 1998–99"),
        ("1999-24", "in the winter of 1999–2000"),
        ("2001-21", "in the spring of 2001"),
        ("2001-22", "in the summer of 2001"),
        ("2001-23", "in the autumn of 2001"),
        ("199X", "in the 1990s"),
        ("19XX", "in the years 1900 to 1999"),
        ("../2003-07-03", "before 4 July 2003"),
        ("/2003-07-03", "before 4 July 2003"),
        ("../2003-06", "before July 2003"),
        ("../2000", "before 2001"),
        ("../2000~", "about 2000 or before"),
        ("../1998-24", "in the winter of 1998–99 or before"),
        ("../9999", "in 9999 or before"),
        ("1985/..", "in 1985 or later"),
        ("2003-07-03/", "on 3 July 2003 or later"),
        ("../..", "date not given"),
        ("", "date not given"),
        ("2013-05-27/2013-05-28", "between 27 and 28 May 2013"),
        ("1996-12-20/1997-01-03", "between 20 December 1996 and 3 January 1997"),
        ("1994/1998", "between 1994 and 1998"),
        ("1996/1996", "in 1996"),
        ("2017-07/2017-08", "from July to August 2017"),
        ("1996-02/1999-02", "from February 1996 to February 1999"),
        ("1984~/2004-06", "from about 1984 to June 2004"),
        ("1984?/1990", "between possibly 1984 and 1990"),
        ("2003-22/2003-23", "between the summer of 2003 and the autumn of 2003"),
        ("[1667,1668,1670..1672]", "one of 1667, 1668 and 1670 to 1672"),
        ("[..1984,1990~]", "one of 1984 or before and about 1990"),
        ("[1960,1961-12..]", "one of 1960 and December 1961 or later"),
        ("[2003-07-04]", "on 4 July 2003"),
        ("[1760-12..]", "in December 1760 or later"),
    ],
)
def test_a_told_date_reads_as_people_say_it(text, sentence):
    assert date_sentence(text) == sentence


@pytest.mark.parametrize(
    ("days", "sentence", "title"),
    [
        ("2003-07-04", "on 4 July 2003", "4 July 2003"),
        ("1996-02", "in February 1996", "February 1996"),
        ("1999", "in 1999", "1999"),
        (
            "1996-03-12/1996-04-09",
            "between 12 March and 9 April 1996",
            "12 March to 9 April 1996",
        ),
        ("2013-05-27/2013-05-28", "between 27 and 28 May 2013", "27 to 28 May 2013"),
        (
            "1996-12-20/1997-01-03",
            "between 20 December 1996 and 3 January 1997",
            "20 December 1996 to 3 January 1997",
        ),
        (
            "1996-02/1999-02",
            "between February 1996 and February 1999",
            "February 1996 to February 1999",
        ),
        ("1996-02/1996-04", "between February and April 1996", "February to April 1996"),
        ("1994/1998", "between 1994 and 1998", "1994 to 1998"),
        (
            "1996-02-10/1996-03",
            "between 10 February and 31 March 1996",
            "10 February to 31 March 1996",
        ),
        ("1996-02-01/1996-02-28", "between 1 and 28 February 1996", "1 to 28 February 1996"),
        ("1996-02/..", "in February 1996 or later", "February 1996 or later"),
        ("1996-02-03/..", "on 3 February 1996 or later", "3 February 1996 or later"),
        ("../2003-07-03", "before 4 July 2003", "before 4 July 2003"),
        ("../1996", "before 1997", "before 1997"),
        ("9999", "in 9999", "9999"),
        ("../..", "date not given", "date not given"),
    ],
)
def test_a_span_is_said_in_whole_months_or_years_where_it_keeps_to_them(days, sentence, title):
    assert span_sentence(parse(days).span) == sentence
    assert span_range(parse(days).span) == title


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("2000~", "about 2000: 1999 to 2001"),
        ("2003-03~", "about March 2003: February to April 2003"),
        ("2024-06-23~", "about 23 June 2024: 22 to 24 June 2024"),
        ("1998%", "possibly about 1998: 1997 to 1999"),
        ("2000~/..", "about 2000 or later: 1999 or later"),
        ("1998?", "possibly in 1998"),
        ("199X", "in the 1990s"),
        ("", "date not given"),
    ],
)
def test_about_is_told_with_the_days_that_it_allows_and_nothing_else_is(text, sentence):
    assert date_and_days(text) == sentence


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2009-03-24", "as of 24 March 2009"),
        ("2022", "as of 2022"),
        ("2014~", "as of about 2014"),
        ("2023-01/2023-11-21", "as of January 2023 to 21 November 2023"),
        ("../2023", "as of 2023 or before"),
        ("[2003,2005]", "as of one of 2003 and 2005"),
        ("../..", "date not given"),
        ("", "date not given"),
    ],
)
def test_a_source_counts_as_of_a_day_that_is_a_noun(text, words):
    assert as_of(text) == words


def test_a_length_is_told_with_what_it_counts_from():
    assert length_after("P50D", "the crossing") == "50 days after the crossing"
    assert length_after("-P3D", "the crossing") == "3 days before the crossing"


def test_a_record_without_a_date_says_so():
    assert span_sentence(Span(None, None)) == "date not given"


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("P40D", "40 days"),
        ("P1D", "1 day"),
        ("P0D", "0 days"),
        ("P2W", "2 weeks"),
        ("P1M", "1 month"),
        ("P3Y", "3 years"),
        ("P1Y6M", "1 year and 6 months"),
        ("P1Y2M3W4D", "1 year, 2 months, 3 weeks and 4 days"),
        ("-P3D", "3 days before"),
    ],
)
def test_a_duration_reads_as_a_count_of_its_own_units(iso, words):
    assert duration_words(iso) == words


@pytest.fixture
def korean(tmp_path, monkeypatch):
    """A small Korean catalogue in place of the project's own."""
    babel = pytest.importorskip("babel.messages", reason="Babel writes the catalogue of this test")
    from babel.messages.mofile import write_mo

    catalog = babel.Catalog(locale="ko")
    catalog.add("{month} {year}", "{year}년 {month}")
    catalog.add("in {period}", "{period}에")
    catalog.add("February", "2월", context="month")
    catalog.add(("{count} day", "{count} days"), ("{count}일",))
    folder = tmp_path / "ko" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "messages.mo").open("wb") as file:
        write_mo(file, catalog)
    monkeypatch.setattr(i18n, "LOCALE", tmp_path)
    i18n._catalogue.cache_clear()
    yield "ko"
    i18n.use_language("en")
    i18n._catalogue.cache_clear()


def test_a_catalogue_changes_words_and_their_order_and_english_stands_in_for_the_rest(korean):
    assert i18n.languages() == ("en", "ko")
    i18n.use_language(korean)
    assert date_sentence("1996-02") == "1996년 2월에"
    assert duration_words("P40D") == "40일"
    assert date_sentence("2003-07-04") == "on 4 July 2003"


def test_a_language_without_a_catalogue_is_english(korean):
    i18n.use_language("../ko")
    assert i18n.current_language() == "en"
    assert date_sentence("1996-02") == "in February 1996"


def test_a_language_that_one_visitor_chose_does_not_reach_another(korean):
    i18n.use_language(korean)
    heard = []
    other = threading.Thread(target=lambda: heard.append(date_sentence("1996-02")))
    other.start()
    other.join()
    assert heard == ["in February 1996"]
    assert date_sentence("1996-02") == "1996년 2월에"


def test_a_month_is_named_with_its_year():
    assert month_names([date(2004, 3, 31), date(1990, 12, 1)]) == ["March 2004", "December 1990"]
