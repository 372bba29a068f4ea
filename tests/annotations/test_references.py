"""How rows name each other: written and read in one way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.references import Citation, citation, citations, journey_and_order, stop_key
from annotations.tables import key_of

names = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True)


@given(names, st.integers(1, 999))
def test_the_key_of_a_stop_comes_apart_into_what_it_was_made_of(journey, order):
    key = stop_key(journey, order)
    assert journey_and_order(key) == (journey, str(order))
    assert key == key_of("stops", {"journey": journey, "order": str(order)})


@pytest.mark.parametrize("order", (None, ""))
def test_a_journey_names_itself_where_no_order_is_given(order):
    assert stop_key("by-sea", order) == "by-sea"
    assert journey_and_order("by-sea") == ("by-sea", "")


@given(names, names | st.just(""))
def test_a_citation_reads_back_as_it_is_written(source, locator):
    assert citation(str(Citation(source, locator))) == Citation(source, locator)


@pytest.mark.parametrize("text", ("", "interview[2", "interview]", "[2]", "interview[2][3]"))
def test_what_is_no_citation_cites_nothing(text):
    assert citation(text) is None


def test_every_citation_of_a_cell_is_found_and_nothing_else():
    cell = "interview[2]; book;broken["
    assert list(citations(cell)) == [Citation("interview", "2"), Citation("book")]
