"""A profile that cannot be followed closes what it speaks of, and every fault is told."""

from datetime import date

import pytest

from annotations.check.everything import check
from annotations.collection.load import load
from annotations.collection.profiles import EVERYTHING
from annotations.publication.publish import published
from tests.collections import csv_of, good_tables, loaded_of

TODAY = date(2026, 11, 24)
STOPS = [{"order": str(order), "date": ""} for order in (1, 2)]


def profiles_of(*rows: dict[str, str]):
    """What is read from the good tables with two stops and these profiles."""
    return loaded_of(stops=STOPS, publication=list(rows))


def problems_of(*rows: dict[str, str], today: date = TODAY, **tables: str) -> list[str]:
    """The problems of the good tables with these profiles."""
    table = csv_of("publication", *rows)
    return list(map(str, check(good_tables(publication=table, **tables), today=today)))


@pytest.mark.parametrize("record", ["by-sea", "by-sea:2", "dalian"])
def test_a_journey_a_stop_and_a_place_may_have_a_profile(record):
    loaded = profiles_of({"record": record, "place": "province"})
    assert loaded.problems == []
    assert loaded.collection.publication[record].place == "province"
    assert loaded.places["publication", record].line == 2


@pytest.mark.parametrize("asked", ["", "yes"])
def test_a_profile_says_whether_the_person_asked_for_it(asked):
    loaded = profiles_of({"record": "by-sea", "date": "year", "asked": asked})
    assert (loaded.problems, loaded.collection.publication["by-sea"].asked) == ([], asked)


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        (
            {"record": "by-see"},
            "2:record  no journey, stop or place 'by-see'. Did you mean 'by-sea'?",
        ),
        ({"record": "by-sea:9"}, "2:record  no journey, stop or place 'by-sea:9'. Did you mean"),
        ({"record": ""}, "2:record  is empty. This column needs a value."),
        ({"place": "provnce"}, "2:place  'provnce' is not one of as-is, 0.1deg, 1deg"),
        ({"date": "day"}, "2:date  'day' is not one of as-is, month, year, period, withheld."),
        ({"names": "none"}, "2:names  'none' is not one of as-is, role."),
        ({"asked": "no"}, "2:asked  'no' is not one of yes."),
        ({"names": "role"}, "2:role  is empty. This column needs a value."),
        ({"reason": ""}, "2:reason  is empty. This column needs a value."),
        ({"review": ""}, "2:review  is empty. This column needs a value."),
        ({"review": "soon"}, "2:review  'soon' is not an EDTF date."),
        ({"role": "Jane Roe", "names": "role"}, "2:role  of 'by-sea' names 'Jane Roe'"),
    ],
)
def test_a_fault_of_a_row_is_told_by_its_cell(cells, told):
    assert any(line.startswith(f"publication.csv:{told}") for line in problems_of(cells))


def test_the_smallest_profile_has_no_problem():
    assert problems_of({}) == []


@pytest.mark.parametrize(
    ("review", "due"),
    [("2026-11-23", True), ("2026-11-24", False), ("2026-11", False), ("2025", True)],
)
def test_a_review_is_due_from_the_day_after_it(review, due):
    problems = problems_of({"review": review})
    assert len(problems) == due
    if due:
        told = f"of 'by-sea' was due for review by '{review}', and today is 2026-11-24."
        assert problems[0].startswith(f"publication.csv:2:review  {told}")


@pytest.mark.parametrize(
    "cells",
    [
        {"place": "provnce"},
        {"record": "by-sea:9", "place": "province"},
        {"record": "by-see"},
        {"record": "by-see:1"},
        {"review": ""},
        {"names": "role"},
    ],
)
def test_a_row_with_a_fault_withholds_the_journey_that_it_means(cells):
    loaded = profiles_of(cells)
    assert loaded.problems
    assert "by-sea" in loaded.collection.journeys
    assert "by-sea" not in published(loaded.collection).journeys


def test_two_rows_of_one_record_withhold_it_until_they_are_one():
    loaded = profiles_of({}, {"place": "province"})
    assert "'by-sea' is already in line 2" in str(loaded.problems[0])
    assert "by-sea" not in published(loaded.collection).journeys


@pytest.mark.parametrize(
    "text",
    [
        "",
        "record,place\nby-sea,province\n",
        csv_of("publication") + "by-sea,province,as-is\n",
        csv_of("publication") + 'by-sea,"province\n',
    ],
)
def test_a_table_that_cannot_be_read_publishes_no_journey_and_no_words(text):
    loaded = load(good_tables(publication=text))
    assert loaded.problems
    assert EVERYTHING in loaded.collection.publication
    shown = published(loaded.collection)
    assert not shown.journeys and not shown.mentions and not shown.statements
    assert shown.arrivals


def test_without_the_table_no_journey_is_published():
    tables = good_tables()
    del tables.texts["publication"]
    assert not published(load(tables).collection).journeys


def test_a_table_of_its_header_alone_hides_nothing():
    collection = load(good_tables()).collection
    assert published(collection) is collection
