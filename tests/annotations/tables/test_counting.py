"""A row that counts from another one follows it."""

import pytest

from annotations.tables import COUNTED, TABLES, followed

STOP = {"after": "by-sea:1", "duration": "P3D", "tolerance": "P1D", "role": "rests"}


def test_a_stop_counts_from_the_new_key_for_as_long_as_before():
    assert followed("stops", STOP, {"by-sea:1": "by-sea:2"}) == {**STOP, "after": "by-sea:2"}


def test_a_length_goes_with_what_it_counted_from():
    gone = followed("stops", STOP, {"by-sea:1": ""})
    assert gone == {"after": "", "duration": "", "tolerance": "", "role": "rests"}


def test_what_is_said_of_a_date_goes_with_the_length_where_no_date_is_left():
    said = {**STOP, "date_basis": "inferred", "date_certainty": "probable"}
    gone = followed("stops", said, {"by-sea:1": ""})
    assert (gone["date_basis"], gone["date_certainty"]) == ("", "")
    dated = followed("stops", {**said, "date": "1996"}, {"by-sea:1": ""})
    assert (dated["date_basis"], dated["date_certainty"]) == ("inferred", "probable")


def test_the_words_of_a_length_stay_when_they_count_from_nothing():
    words = {"anchor": "by-sea:1", "duration": "P3D"}
    assert followed("mentions", words, {"by-sea:1": ""}) == {"anchor": "", "duration": "P3D"}


@pytest.mark.parametrize("cells", (STOP, {"after": ""}, {}))
def test_a_row_that_counts_from_something_else_or_nothing_is_the_same_row(cells):
    assert followed("stops", cells, {"by-sea:9": "by-sea:8"}) is cells


def test_what_a_row_counts_from_is_a_reference_to_stops_among_others():
    for table, (column, *lengths) in COUNTED.items():
        assert TABLES[table].column(column).kind == "reference"
        assert "stops" in TABLES[table].column(column).to
        assert {TABLES[table].column(name).kind for name in lengths} <= {"duration"}
