"""Records are tied together across tables, and told where they contradict each other."""

from datetime import date

import pytest

from annotations.collection.load import load
from annotations.dates.spans import Span
from tests.collections import collection_of, csv_of, good_tables, loaded_of


def stops_of(*stops: dict[str, str]) -> list[dict[str, str]]:
    """Rows of stops in order from 1, undated unless they say otherwise."""
    return [{"order": str(order), "date": ""} | stop for order, stop in enumerate(stops, start=1)]


def messages(loaded) -> list[str]:
    """The problems as lines."""
    return list(map(str, loaded.problems))


def test_the_smallest_collection_has_no_problem_and_holds_every_row():
    collection = collection_of()
    assert set(collection.sources) == {"interview"}
    assert set(collection.places) == {"dalian"}
    assert set(collection.mentions) == {"port"}
    assert set(collection.journeys) == {"by-sea"}
    assert set(collection.events) == {"famine"}
    assert [row.total for row in collection.arrivals] == [1142]
    assert [name.name for name in collection.names] == ["Mike Kim"]


def test_a_stop_holds_its_place_its_words_and_its_days():
    (stop,) = collection_of().journeys["by-sea"].stops
    assert (stop.place.id, stop.mentions[0].quote) == ("dalian", "Dalian")
    assert stop.span == Span(date(1996, 5, 1), date(1996, 5, 31))


def test_a_collection_cannot_be_changed():
    with pytest.raises(TypeError):
        collection_of().journeys["by-sea"] = None


def test_stops_stand_in_their_order_and_not_in_that_of_the_rows():
    rows = [{"order": "3", "date": ""}, {"order": "1"}, {"order": "2", "date": ""}]
    stops = collection_of(stops=rows).journeys["by-sea"].stops
    assert [stop.order for stop in stops] == [1, 2, 3]


REMEDY = "Give one of them a different {}, or remove it."


@pytest.mark.parametrize(
    ("table", "key"),
    [("sources", "interview"), ("places", "dalian"), ("journeys", "by-sea"), ("events", "famine")],
)
def test_a_second_row_of_an_id_is_told_the_line_of_the_first_which_stands(table, key):
    loaded = loaded_of(**{table: [{}, {"note": "second"} if table != "events" else {}]})
    assert messages(loaded) == [
        f"{table}.csv:3:id  '{key}' is already in line 2. {REMEDY.format('id')}"
    ]
    assert getattr(getattr(loaded.collection, table)[key], "note", "") == ""


def test_a_second_stop_of_an_order_is_told_the_line_of_the_first():
    assert messages(loaded_of(stops=[{}, {}])) == [
        f"stops.csv:3:order  'by-sea:1' is already in line 2. {REMEDY.format('order')}"
    ]


def test_two_counts_of_the_same_year_are_two_rows_in_two_series():
    assert len(collection_of(arrivals=[{}, {"series": "single-year"}]).arrivals) == 2


def test_a_second_count_of_the_same_year_in_one_series_is_told_the_line_of_the_first():
    loaded = loaded_of(arrivals=[{}, {"note": "second"}])
    (problem,) = messages(loaded)
    assert problem.startswith("arrivals.csv:3:start_year  '2002:2002:ministry' is already in")
    assert [row.note for row in loaded.collection.arrivals] == [""]


def test_a_gap_in_the_order_is_told_once_and_the_stops_stand():
    loaded = loaded_of(stops=[{}, {"order": "3", "date": ""}, {"order": "5", "date": ""}])
    (problem,) = messages(loaded)
    assert problem.startswith("stops.csv:3:order  is 3 where 2 comes next. Count from 1")
    assert len(loaded.collection.journeys["by-sea"].stops) == 3


def test_an_order_that_begins_at_2_is_a_gap():
    (problem,) = messages(loaded_of(stops=[{"order": "2"}]))
    assert problem.startswith("stops.csv:2:order  is 2 where 1 comes next.")


def test_a_stop_of_a_journey_that_is_not_there_leaves_the_others():
    loaded = loaded_of(stops=[{}, {"journey": "by-land"}])
    (problem,) = messages(loaded)
    assert problem.startswith("stops.csv:3:journey  no journey 'by-land' in journeys.csv.")
    assert len(loaded.collection.journeys["by-sea"].stops) == 1


def test_a_journey_without_a_stop_is_told_and_stands():
    loaded = loaded_of(journeys=[{}, {"id": "by-land"}])
    (problem,) = messages(loaded)
    assert problem.startswith("journeys.csv:3:id  has no stop in stops.csv.")
    assert loaded.collection.journeys["by-land"].stops == ()


def test_a_stop_without_a_source_is_told_and_not_drawn():
    loaded = loaded_of(stops=[{}, {"order": "2", "sources": "", "date": ""}])
    (problem,) = messages(loaded)
    assert problem.startswith("stops.csv:3:sources  names no source")
    assert [stop.order for stop in loaded.collection.journeys["by-sea"].stops] == [1]


def test_a_broken_place_is_told_at_its_row_and_at_each_row_that_names_it():
    mentions = [{}, {"id": "other", "value": "tumen"}]
    loaded = loaded_of(places=[{"lat": "ninety"}, {"id": "tumen"}], mentions=mentions)
    assert [message.split()[0] for message in messages(loaded)] == [
        "places.csv:2:lat",
        "mentions.csv:2:value",
        "stops.csv:2:place",
        "stops.csv:2:mentions",
        "events.csv:2:places",
        "journeys.csv:2:id",
    ]


def test_a_day_that_is_counted_from_another_stop_is_computed_and_says_from_what():
    stops = stops_of(
        {"date": "1996-05-01"}, {"after": "by-sea:1", "duration": "P40D", "tolerance": "P0D"}
    )
    second = collection_of(stops=stops).journeys["by-sea"].stops[1]
    assert second.span == Span(date(1996, 6, 10), date(1996, 6, 10))
    assert set(second.computed_from) == {"by-sea:1"}


def test_a_stop_may_count_from_an_event_and_from_another_journey():
    stops = [
        *stops_of({"date": "1996-05-01"}, {"after": "famine"}),
        {
            "journey": "by-land",
            "date": "",
            "after": "by-sea:1",
            "duration": "P1D",
            "tolerance": "P0D",
        },
    ]
    collection = collection_of(journeys=[{}, {"id": "by-land"}], stops=stops)
    (by_land,) = collection.journeys["by-land"].stops
    assert by_land.span == Span(date(1996, 5, 2), date(1996, 5, 2))


def test_dates_against_the_order_are_told_with_both_rows_and_keep_what_is_told():
    loaded = loaded_of(stops=stops_of({"date": "1999"}, {}, {"date": "1996"}))
    (problem,) = messages(loaded)
    assert problem.startswith("stops.csv:2:date  cannot all be true together:")
    assert "by-sea:1 (line 2), by-sea:3 (line 4)." in problem
    assert "add a tolerance" in problem
    spans = [stop.span for stop in loaded.collection.journeys["by-sea"].stops]
    assert [span.earliest and span.earliest.year for span in spans] == [1999, None, 1996]


def test_a_contradiction_with_an_event_names_the_event():
    (problem,) = messages(loaded_of(stops=[{"date": "1990", "after": "famine"}]))
    assert problem.startswith("stops.csv:2:date")
    assert "by-sea:1 (line 2), famine." in problem


def test_a_contradiction_costs_no_other_journey_its_dates():
    stops = [
        *stops_of({"date": "1999"}, {"date": "1996"}),
        {"journey": "by-land", "order": "1", "date": "2001"},
        {
            "journey": "by-land",
            "order": "2",
            "date": "",
            "after": "by-land:1",
            "duration": "P1Y",
            "tolerance": "P0D",
        },
    ]
    loaded = loaded_of(journeys=[{}, {"id": "by-land"}], stops=stops)
    assert len(loaded.problems) == 1
    assert loaded.collection.journeys["by-land"].stops[1].span.earliest == date(2002, 1, 1)


def test_a_stop_that_counts_from_nothing_known_keeps_its_place_and_its_date():
    loaded = loaded_of(stops=[{"after": "by-see:1", "duration": "P3D", "tolerance": "P0D"}])
    assert "Did you mean 'by-sea:1'?" in messages(loaded)[0]
    (stop,) = loaded.collection.journeys["by-sea"].stops
    assert stop.span == Span(date(1996, 5, 1), date(1996, 5, 31))


def test_each_record_is_found_again_at_its_line():
    loaded = load(good_tables(names=csv_of("names", {}, {"name": "An Author"})))
    assert loaded.places["stops", "by-sea:1"].line == 2
    assert loaded.places["names", "An Author"].line == 3
    assert str(loaded.problem("stops", "by-sea:1", "role", "is odd.")) == (
        "stops.csv:2:role  of 'by-sea:1' is odd."
    )


def test_every_problem_of_all_tables_is_met_in_one_reading():
    loaded = loaded_of(
        events=[{}, {"id": "x", "date": "1951-13"}],
        stops=[{}, {"order": "2", "place": "nowhere"}],
        arrivals=[{}, {"total": "1"}],
    )
    assert {problem.table for problem in loaded.problems} == {"events", "stops", "arrivals"}


def test_a_stop_told_against_a_computed_stop_of_another_journey_is_dated_by_it():
    rows = [
        {"order": "1", "date": "1996-02-01"},
        {"order": "2", "date": "", "after": "by-sea:1", "duration": "P10D", "tolerance": "P0D"},
        {
            "journey": "by-land", "order": "1", "date": "",
            "after": "by-sea:2", "duration": "P5D", "tolerance": "P0D",
        },
    ]  # fmt: skip
    journeys = collection_of(journeys=[{}, {"id": "by-land"}], stops=rows).journeys
    (stop,) = journeys["by-land"].stops
    assert stop.span == Span(date(1996, 2, 16), date(1996, 2, 16))
    assert set(stop.computed_from) == {"by-sea:1", "by-sea:2"}


def test_a_contradiction_across_two_journeys_names_rows_of_both():
    rows = [
        {"order": "1", "date": "1996-02-01"},
        {
            "journey": "by-land",
            "order": "1",
            "date": "1995",
            "after": "by-sea:1",
            "duration": "P5D",
            "tolerance": "P0D",
        },
    ]
    loaded = loaded_of(journeys=[{}, {"id": "by-land"}], stops=rows)
    (line,) = messages(loaded)
    assert "by-sea:1 (line 2)" in line
    assert "by-land:1 (line 3)" in line
    assert loaded.collection.journeys["by-land"].stops[0].span.latest == date(1995, 12, 31)
