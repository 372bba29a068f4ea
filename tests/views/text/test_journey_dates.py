"""What is known of when a journey was is said, and doubt is never said as a length of time."""

import pytest

from tests.views.routes import EXACT, route
from views.text import journey_when, journey_years, years_beside


def said(*stops, **cells):
    _, journey = route(*({"place": "dalian", "date": "", **stop} for stop in stops), **cells)
    return journey_when(journey), journey_years(journey)


@pytest.mark.parametrize(
    ("dates", "when", "years"),
    [
        (["1996-02", "1999-02"], "February 1996 to February 1999", "1996–1999"),
        (["2013-05-10", "", "2013-05-28"], "10 to 28 May 2013", "2013"),
        (["2017-11-13", "2017-11-13"], "13 November 2017", "2017"),
        (["2004-08-05", "2004-10"], "5 August 2004 to October 2004", "2004"),
        (["2001-12-24", "2001-12-29/2001-12-30"],
         "from 24 December 2001 to 29 or 30 December 2001", "2001"),
        (["1999/2000", "2003-07-04"],
         "from 1999 or 2000 to 4 July 2003", "1999 or 2000 to 2003"),
        (["1996/1999", "2003-07-04"],
         "from 1996 at the earliest to 4 July 2003", "1996 at the earliest to 2003"),
        (["2004-09-29", "2004-09-29/2005-12-22"],
         "from 29 September 2004 to 22 December 2005 at the latest",
         "2004 to 2005 at the latest"),
    ],
)  # fmt: skip
def test_two_known_ends_are_a_range_each_as_precise_as_it_is_known(dates, when, years):
    assert said(*({"date": date} for date in dates)) == (when, years)


@pytest.mark.parametrize(
    ("date", "when", "years"),
    [
        ("2006-10", "some time in October 2006", "2006"),
        ("2005", "some time in 2005", "2005"),
        ("2000~", "about 2000", "about 2000"),
        ("2023?", "possibly 2023", "possibly 2023"),
        ("2006/2011", "between 2006 and 2011", "between 2006 and 2011"),
        ("2024-08-20/2024-08-21", "20 or 21 August 2024", "2024"),
        ("[1997,1999]", "one of 1997 and 1999", "between 1997 and 1999"),
        ("/2000", "before 2001", "2000 or before"),
        ("2000/..", "in 2000 or later", "2000 or later"),
        ("", "date not given", ""),
    ],
)
def test_one_date_is_never_said_as_how_long_the_journey_took(date, when, years):
    assert said({}, {"date": date}, {}) == (when, years)


def test_a_month_with_days_told_in_it_is_some_days_of_the_month():
    two_days = {"after": "by-sea:1", "duration": "P2D"}
    assert said({"date": "2004-11"}, two_days)[0] == "some days in November 2004"


def test_a_limit_is_no_end_of_a_journey():
    """The day on which a text was written bounds an arrival; it does not date it."""
    written = {"date": "/2009-03-24"}
    assert said({"date": "2003-07-04"}, written) == ("4 July 2003 or later", "2003 or later")
    assert said({"date": "2019"}, written | {"date": "/2019-12-24"}) == (
        "some time in 2019 or later",
        "2019",
    )


def test_days_that_are_only_computed_are_limits_of_some_time():
    sets_out = {"date": "2001-07/.."}
    back = {"date": "/2009-03-24", "after": "by-sea:1", "duration": "P1Y", **EXACT}
    assert said(sets_out, back) == (
        "some years between July 2001 and 24 March 2009",
        "between 2001 and 2009",
    )


@pytest.mark.parametrize("level", ["probable", "possible"])
def test_a_doubtful_date_makes_the_whole_sentence_doubtful(level):
    word = {"probable": "probably", "possible": "possibly"}[level]
    doubtful = {"date": "2013-05-10", "date_certainty": level}
    assert said(doubtful, {"date": "2013-05-28"})[0] == f"{word} 10 to 28 May 2013"


def test_years_beside_a_title_that_ends_with_them_are_left_out():
    _, journey = route({"place": "dalian", "date": "2008"}, title="Five to Kunming, 2008")
    assert years_beside(journey) == ""


@pytest.mark.parametrize(
    ("key", "when"),
    [
        ("two-women-laos-2004", "probably some days in November 2004"),
        ("four-teenagers-shanghai", "probably from 1999 or 2000 to July 2003"),
        ("family-of-five-2019", "probably some time between 2019 and 2020"),
        ("early-defector-2000", "before 2001"),
        ("kim-seong-min-1996", "February 1996 to February 1999"),
    ],
)
def test_the_records_of_the_project_say_what_their_texts_say(records, key, when):
    assert journey_when(records.journeys[key]) == when
