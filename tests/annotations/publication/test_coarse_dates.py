"""Days shown in less detail are whole months, years or decades."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.dates.edtf import parse
from annotations.dates.spans import Span
from annotations.publication.coarse_dates import UNITS, widened
from views.text.sentences import date_sentence

FEBRUARY = Span(date(1996, 2, 12), date(1996, 2, 14))


@pytest.mark.parametrize(
    ("span", "unit", "told"),
    [
        (FEBRUARY, "month", "1996-02"),
        (FEBRUARY, "year", "1996"),
        (FEBRUARY, "period", "199X"),
        (Span(date(1996, 2, 12), date(1996, 3, 1)), "month", "1996-02/1996-03"),
        (Span(date(1996, 2, 12), date(1999, 3, 1)), "year", "1996/1999"),
        (Span(date(1996, 2, 12), date(2003, 3, 1)), "period", "1990/2009"),
        (Span(None, date(1999, 3, 1)), "year", "../1999"),
        (Span(date(1996, 2, 12), None), "month", "1996-02/.."),
        (Span(None, date(1999, 3, 1)), "period", "../1999"),
        (Span(None, None), "year", ""),
    ],
)
def test_a_span_is_told_in_whole_units(span, unit, told):
    assert widened(span, unit) == told


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.dates(), st.dates(), st.sampled_from(UNITS))
def test_what_is_told_can_be_read_and_holds_the_days(one, other, unit):
    first, last = sorted((one, other))
    told = parse(widened(Span(first, last), unit))
    assert told.earliest <= first and last <= told.latest
    assert date_sentence(told.text)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.dates(date(10, 1, 1)), st.sampled_from(UNITS))
def test_all_days_of_a_unit_are_told_alike(day, unit):
    told = widened(Span(day, day), unit)
    whole = parse(told)
    for other in (whole.earliest, whole.latest):
        assert widened(Span(other, other), unit) == told
