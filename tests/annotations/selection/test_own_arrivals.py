"""Our own journeys by year of arrival: at least so many, at most so many, and which."""

from annotations.selection.own_arrivals import arrival, own_arrivals, undated_arrivals
from tests.collections import collection_of

SEOUL = {"id": "seoul", "name": "Seoul", "country": "KR", "lat": "37.57", "lon": "126.98"}


def years_of(
    *dates: str,
    kind: str = "journey",
    place: str = "seoul",
    certainty: str = "certain",
    of_date: str = "",
) -> dict[int, tuple[int, int]]:
    """At least and at most by year, of one journey for each date of arrival."""
    keys = [f"way-{number}" for number in range(len(dates))]
    rows = collection_of(
        places=[{}, SEOUL],
        journeys=[{"id": key, "kind": kind} for key in keys],
        stops=[
            {"journey": key, "order": "1", "place": place, "date": date, "mentions": "",
             "basis": "inferred", "certainty": certainty, "date_certainty": of_date}
            for key, date in zip(keys, dates, strict=True)
        ],
    )  # fmt: skip
    found = own_arrivals(rows.journeys.values())
    return {row.year: (row.least, row.most) for row in found if row.most}


def test_an_arrival_within_one_year_is_certain_in_it():
    assert years_of("1999-02") == {1999: (1, 1)}


def test_an_arrival_that_two_years_allow_is_at_most_one_in_each():
    assert years_of("1999-12/2000-01") == {1999: (0, 1), 2000: (0, 1)}


def test_the_sure_and_the_possible_add_up_to_the_most():
    assert years_of("2004-07", "2004-08", "2003/2005") == {2003: (0, 1), 2004: (2, 3), 2005: (0, 1)}


def test_an_arrival_that_is_only_probable_is_certain_in_no_year():
    assert years_of("2009-10", certainty="probable") == {2009: (0, 1)}


def test_an_arrival_on_a_probable_date_is_certain_in_no_year_though_its_place_is():
    assert years_of("2009-10", of_date="probable") == {2009: (0, 1)}
    assert years_of("2009-10", certainty="probable", of_date="certain") == {2009: (0, 1)}
    assert years_of("2009-10", of_date="certain") == {2009: (1, 1)}


def test_who_ends_elsewhere_or_only_helps_is_in_no_bar():
    assert years_of("1999-02", place="dalian") == {}
    assert years_of("1999-02", kind="helper") == {}


def test_an_arrival_without_a_date_is_named_and_in_no_bar():
    rows = collection_of(
        places=[{}, SEOUL],
        stops=[{"place": "seoul", "date": "", "mentions": "", "basis": "inferred"}],
    )
    journeys = rows.journeys.values()
    assert all(row.most == 0 for row in own_arrivals(journeys))
    assert [journey.id for journey in undated_arrivals(journeys)] == ["by-sea"]
    assert arrival(next(iter(journeys))).place.id == "seoul"
