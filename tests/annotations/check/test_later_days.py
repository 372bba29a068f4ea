"""No text tells of a day that came after it was published, unless it tells a plan."""

import pytest

from annotations.check.later_days import check_later_days
from tests.collections import loaded_of

SINCE = "'interview' was published on 2023-11-21"


def problems_of(published: str = "2023-11-21", **rows) -> list[str]:
    """The problems of these rows where the one source was published on a day."""
    sources = [{"published": published}, {"id": "later", "sha256": "", "published": "2024-02-01"}]
    loaded = loaded_of(sources=sources, **rows)
    assert loaded.problems == []
    return list(map(str, check_later_days(loaded)))


def of_words(value: str, published: str = "2023-11-21", **cells: str) -> list[str]:
    """The problems of words with this date."""
    mention = {"kind": "date", "value": value, **cells}
    return problems_of(published, mentions=[{}, {"id": "day", **mention}])


def test_words_that_run_on_after_their_text_are_told_where_to_end():
    assert of_words("2023?") == [
        f"mentions.csv:3:value  of 'day' is '2023?', which runs on to 2023-12-31: {SINCE}, and can "
        "tell of no later day. End it there, as in '2023?/2023-11-21'."
    ]
    (problem,) = of_words("[2022,2024]")
    assert problem.endswith("End it there.")


def test_words_that_are_years_ahead_of_their_text_are_told():
    assert of_words("2032-11-20") == [
        f"mentions.csv:3:value  of 'day' is '2032-11-20', which comes later: {SINCE}. "
        "Correct the date."
    ]


@pytest.mark.parametrize(
    "value", ["2023-11-21", "2023-11", "2020/2023-11", "1996-02", "2001/..", "2024-05", "2024-22"]
)
def test_a_day_a_month_of_the_text_an_open_end_and_a_plan_are_no_problem(value):
    assert of_words(value) == []


@pytest.mark.parametrize("published", ["", "2023-11-21?", "2023~", "2023-11/.."])
def test_a_text_whose_day_is_in_doubt_bounds_nothing(published):
    assert of_words("2032", published) == []


def test_a_date_that_comes_from_elsewhere_is_not_what_the_text_says():
    assert of_words("2020/2024", basis="external") == []
    assert len(of_words("2020/2024", basis="inferred")) == 1


def of_stop(date: str, sources: str = "interview[2]") -> list[str]:
    """The problems of a stop on a date."""
    return problems_of(stops=[{"date": date, "sources": sources}])


def test_a_stop_after_all_its_sources_is_told_with_the_last_of_them():
    assert of_stop("2024-05") == [
        f"stops.csv:2:date  of 'by-sea:1' is '2024-05', which comes later: {SINCE}. "
        "Correct the date, or name a later source."
    ]
    (problem,) = of_stop("2024", "interview[2];later")
    assert "runs on to 2024-12-31: 'later' was published on 2024-02-01" in problem


def test_a_stop_that_the_last_of_its_sources_could_know_is_no_problem():
    assert of_stop("2024-01", "interview[2];later") == []
    assert of_stop("") == []


def test_an_event_after_its_sources_is_told():
    (problem,) = problems_of(events=[{"date": "2023-12-24"}])
    assert problem.startswith("events.csv:2:date  of 'famine' is '2023-12-24', which comes later")


def test_a_statement_as_of_a_day_after_its_source_is_told():
    (problem,) = problems_of(statements=[{"date": "2024-03"}])
    assert problem == (
        f"statements.csv:2:date  of 'claim' is '2024-03', which comes later: {SINCE}. "
        "Correct the date, or name a later source."
    )
    assert problems_of(statements=[{"date": "2023-11"}]) == []


def test_a_count_of_a_year_that_was_not_over_is_told():
    year = {"start_year": "2023", "end_year": "2023"}
    assert problems_of(arrivals=[year]) == [
        "arrivals.csv:2:end_year  of '2023:2023:ministry' is '2023', which runs on to 2023-12-31: "
        f"{SINCE}, and can tell of no later day. End it there, or name a later source."
    ]
    assert problems_of(arrivals=[{**year, "sources": "later"}]) == []
    assert problems_of("2023-12-20", arrivals=[year]) == []
