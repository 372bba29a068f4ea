"""Several spans together: all that they reach over, and what certainly lies between them."""

from datetime import date

import pytest

from annotations.dates import OPEN, Period, Span, core_of, whole_span

MAY = Span(date(1996, 5, 1), date(1996, 5, 31))
JULY = Span(date(1996, 7, 1), date(1996, 7, 31))
SINCE_JULY, UNTIL_MAY = Span(date(1996, 7, 1), None), Span(None, date(1996, 5, 31))


@pytest.mark.parametrize(
    ("spans", "together"),
    [
        ([], OPEN),
        ([MAY], MAY),
        ([JULY, MAY], Span(MAY.earliest, JULY.latest)),
        ([MAY, SINCE_JULY], Span(MAY.earliest, None)),
        ([UNTIL_MAY, JULY], Span(None, JULY.latest)),
        ([MAY, OPEN], OPEN),
    ],
)
def test_spans_together_reach_from_the_first_day_to_the_last_and_are_open_where_one_is(
    spans, together
):
    assert whole_span(spans) == together


@pytest.mark.parametrize(
    ("spans", "certain"),
    [
        ([], None),
        ([MAY], None),
        ([JULY, MAY], Period(MAY.latest, JULY.earliest)),
        ([UNTIL_MAY, SINCE_JULY], Period(UNTIL_MAY.latest, SINCE_JULY.earliest)),
        ([Span(MAY.earliest, MAY.earliest)], Period(MAY.earliest, MAY.earliest)),
    ],
)
def test_what_lies_between_the_end_of_the_first_and_the_beginning_of_the_last_is_certain(
    spans, certain
):
    assert core_of(spans) == certain
