"""What is written down as tables is read back as it was."""

import pytest

from annotations.check.everything import problems_of
from annotations.collection.load import load
from annotations.store.files.store import CsvStore
from geodata.distance import distance_km
from tests.collections import many_journeys
from tests.made_places import MADE_PAGE, ROUTE
from tests.made_tables import write_tables


@pytest.mark.parametrize("count", [1, 60])
def test_made_journeys_written_as_tables_are_read_back_without_a_problem(tmp_path, count):
    made = many_journeys(count)
    write_tables(made, tmp_path)
    loaded = load(CsvStore(tmp_path))
    assert list(map(str, problems_of(loaded))) == []
    assert loaded.collection == made


def test_no_made_journey_goes_on_after_the_year_of_the_texts_that_tell_it():
    made = many_journeys(4_000)
    days = [stop.span.latest for one in made.journeys.values() for stop in one.stops]
    assert max(day for day in days if day).year <= int(made.sources[MADE_PAGE].published)


def test_our_own_records_written_as_tables_are_read_back_as_they_were(tmp_path):
    records = load(CsvStore()).collection
    write_tables(records, tmp_path)
    assert load(CsvStore(tmp_path)).collection == records


def test_made_journeys_go_by_many_towns_near_the_nine_of_the_way():
    made = many_journeys(400)
    nine = {key: made.places[key] for key, kind, *_ in ROUTE if kind == "town"}
    towns = {stop.place for j in made.journeys.values() for stop in j.stops if stop.place}
    towns = {town for town in towns if town.is_point}
    assert len(towns) == 13 * len(nine)
    for town in towns - set(nine.values()):
        assert 19 <= distance_km(town, nine[town.id.rpartition("-")[0]]) <= 201


def test_the_same_seed_makes_the_same_journeys_and_another_one_others():
    assert many_journeys(5, seed=4) == many_journeys(5, seed=4)
    assert many_journeys(5, seed=4).journeys != many_journeys(5, seed=5).journeys
