"""What is missing or in doubt is found in every table, each with its row and its journey."""

import pytest

from annotations.check.everything import problems_of
from annotations.check.gaps import gaps
from annotations.collection.load import load
from annotations.store.files.store import CsvStore
from tests.collections import loaded_of, text_of

FIRST = {"order": "1", "mentions": "", "basis": "external"}
SECOND = FIRST | {"order": "2"}


def rows_of(group: str, **tables) -> list[tuple[str, str]]:
    """Row and journey of each doubt of a group, in tables of one good row but for these."""
    loaded = loaded_of(**tables)
    return [(doubt.row, doubt.journey) for doubt in gaps(loaded, problems_of(loaded))[group]]


def test_a_stop_without_a_date_is_named_with_its_row_and_its_journey():
    assert rows_of("undated", stops=[FIRST | {"date": ""}]) == [("stops.csv:2", "by-sea")]


def test_a_stop_that_is_dated_by_the_one_before_it_is_not_undated():
    stops = [FIRST, SECOND | {"date": "", "after": "by-sea:1", "duration": "P3D"}]
    assert rows_of("undated", stops=stops) == rows_of("wide", stops=stops) == []


def test_a_stop_without_a_place_is_named():
    stops = [FIRST, SECOND | {"place": ""}]
    assert rows_of("unplaced", stops=stops) == [("stops.csv:3", "by-sea")]


@pytest.mark.parametrize(
    ("date", "wide"),
    [("1996", False), ("1996-02/1997-01", False), ("1996/1997", True), ("1996/..", True)],
)
def test_a_span_is_wide_from_more_than_a_year_on(date, wide):
    found = rows_of("wide", stops=[FIRST | {"date": date}])
    assert found == ([("stops.csv:2", "by-sea")] if wide else [])


def test_a_stop_that_nothing_dates_is_undated_and_not_wide_as_well():
    assert rows_of("wide", stops=[FIRST | {"date": ""}]) == []


def test_a_doubtful_place_is_not_a_doubtful_date_nor_the_other_way_round():
    stops = [
        FIRST | {"certainty": "probable", "date_certainty": "certain"},
        SECOND | {"date_certainty": "possible"},
        FIRST | {"order": "3", "certainty": "possible", "date": ""},
        FIRST | {"order": "4", "place": "", "certainty": "unresolved", "date": ""},
    ]
    found = {
        group: [row for row, _journey in rows_of(group, stops=stops)]
        for group in ("doubted-places", "doubted-dates")
    }
    assert found == {
        "doubted-places": ["stops.csv:2", "stops.csv:4"],
        "doubted-dates": ["stops.csv:3"],
    }


def test_drafts_are_named_and_reviewed_rows_are_not():
    assert rows_of("draft-journeys") == [("journeys.csv:2", "by-sea")]
    assert rows_of("draft-mentions") == [("mentions.csv:2", "by-sea")]
    reviewed = [{"status": "reviewed"}]
    assert rows_of("draft-journeys", journeys=reviewed) == []
    assert rows_of("draft-mentions", mentions=reviewed) == []


def test_a_draft_that_no_stop_rests_on_belongs_to_no_journey():
    assert rows_of("draft-mentions", stops=[FIRST]) == [("mentions.csv:2", "")]


def test_a_journey_of_one_source_is_named_until_one_of_its_stops_cites_another():
    sources = [{}, {"id": "page", "sha256": ""}]
    assert rows_of("one-source", sources=sources) == [("journeys.csv:2", "by-sea")]
    stops = [FIRST, SECOND | {"sources": "interview[2];page"}]
    assert rows_of("one-source", sources=sources, stops=stops) == []


@pytest.mark.parametrize(("metres", "far"), [("50000", False), ("50001", True), ("", False)])
def test_a_place_is_far_from_more_than_50_km_on(metres, far):
    places = [{"coordinateUncertaintyInMeters": metres}]
    assert rows_of("far", places=places) == ([("places.csv:2", "")] if far else [])


def test_a_contradiction_is_a_problem_that_leads_to_its_journey():
    stops = [FIRST | {"date": "1999"}, SECOND | {"date": "1996"}]
    assert rows_of("problems", stops=stops) == [("stops.csv:2", "by-sea")]


def test_a_row_that_cannot_be_read_is_a_problem_without_a_journey():
    assert ("stops.csv:2", "") in rows_of("problems", stops=[FIRST | {"date": "1951-13"}])


def test_a_doubt_names_its_row_by_its_key():
    loaded = loaded_of(arrivals=[{"men": "1"}], stops=[FIRST | {"date": "", "after": "x"}])
    found = gaps(loaded, problems_of(loaded))
    assert [doubt.key for doubt in found["undated"]] == ["by-sea:1"]
    assert {doubt.table: doubt.key for doubt in found["problems"]} == {
        "arrivals": "2002:2002:ministry",
        "stops": "by-sea:1",
    }


def test_every_row_named_in_our_own_tables_is_the_row_of_its_record():
    tables = CsvStore()
    loaded = load(tables)
    for doubts in gaps(loaded).values():
        for doubt in doubts:
            name = doubt.file.removesuffix(".csv")
            line = text_of(tables.table(name)).splitlines()[doubt.line - 1]
            assert line.startswith(f"{doubt.record.id.replace(':', ',')},")
