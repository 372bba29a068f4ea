"""The sentence above the map counts how the journeys on the screen ended, and nothing else."""

from dataclasses import replace

import pytest

from annotations.collection import load
from annotations.selection import Filters, select
from annotations.store import CsvStore
from views.panels import finding, summary

WHOLE = Filters()


@pytest.fixture(scope="module")
def records():
    return load(CsvStore()).collection


def with_ends(records, *ends: str):
    """A selection of journeys that ended so."""
    chosen = select(records, WHOLE)
    journeys = [
        replace(journey, outcome_kind=end)
        for journey, end in zip(chosen.journeys, ends, strict=False)
    ]
    return replace(chosen, journeys=tuple(journeys))


def test_the_ends_are_counted_in_a_sentence(records):
    ends = ("arrived",) * 3 + ("returned", "died", "not-told", "", "in-transit", "not-told")
    ends += ("settled-elsewhere",)
    assert finding(with_ends(records, *ends)) == (
        "Of 9 journeys by people who left, 3 reached South Korea, "
        "1 led to another country, 1 was still on the way, "
        "1 ended in a forced return, 1 ended in death, 2 have no stated end."
    )


def test_an_end_that_nobody_had_is_not_named(records):
    told = finding(with_ends(records, "arrived", "arrived"))
    assert told == "Of 2 journeys by people who left, 2 reached South Korea."


@pytest.mark.parametrize("ends", [(), ("arrived",), ("", "", "died")])
def test_of_fewer_than_two_there_is_nothing_to_count(records, ends):
    assert finding(with_ends(records, *ends)) == ""


def test_the_whole_collection_is_counted_as_its_table_says(records):
    codes = [journey.outcome_kind for journey in records.journeys.values() if journey.outcome_kind]
    assert finding(select(records, WHOLE)).startswith(
        f"Of {len(codes)} journeys by people who left, {codes.count('arrived')} reached South Korea"
    )


def test_below_the_title_stands_how_they_ended_and_what_was_chosen_where_something_was(records):
    whole = select(records, WHOLE)
    assert summary(records, whole, None) == finding(whole)
    few = select(records, Filters(first=2003, last=2004))
    said = summary(records, few, None)
    assert said.startswith("Journeys definitely under way between 2003 and 2004. Of ")
    assert said.endswith(finding(few)) and finding(few)


def test_of_an_open_journey_no_ends_of_others_are_counted(records):
    whole = select(records, WHOLE)
    said = summary(records, whole, whole.journeys[0])
    assert said == "Journeys from testimony and the public record."


def test_where_nothing_is_counted_it_is_said_what_was_chosen(records):
    nothing = with_ends(records)
    assert summary(records, nothing, None) == "Journeys from testimony and the public record."
