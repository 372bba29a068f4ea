"""What a view cannot show is counted in full and named as far as a list can hold it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.selection.filters import FIRST_YEAR, LAST_YEAR, Filters, select
from tests.collections import many_journeys
from views.atlas.scene import not_on_map
from views.panels.unseen import in_no_period, unseen_on_map, unseen_on_timeline
from views.timeline.figure import not_on_timeline

MADE = many_journeys(200, seed=4)
YEARS = st.integers(FIRST_YEAR, LAST_YEAR)


@settings(max_examples=50, deadline=None)
@given(st.tuples(YEARS, YEARS).map(sorted), st.booleans(), st.integers(0, 60))
def test_what_is_missing_is_what_each_record_says_of_itself(period, possibly, most):
    selection = select(MADE, Filters(*period, possibly=possibly))
    records = (*selection.journeys, *selection.events)
    unmapped = [(j, not_on_map(j)) for j in selection.journeys if not_on_map(j)]
    untimed = [(r, not_on_timeline(r)) for r in records if not_on_timeline(r)]
    for found, wanted in (
        (unseen_on_map(MADE, selection, most), unmapped),
        (unseen_on_timeline(MADE, selection, most), untimed),
    ):
        assert found.count == len(wanted)
        assert list(found.named) == wanted[:most]
        assert found.more == max(0, len(wanted) - most)


def test_what_has_no_date_is_in_no_period_and_says_so():
    missing = in_no_period(select(MADE, Filters(1996, 1999)), 3)
    assert missing.count > 3
    assert [reason for _record, reason in missing.named] == ["no date is given"] * 3
    assert in_no_period(select(MADE, Filters()), 3).count == 0


@pytest.mark.parametrize("most", [0, 80])
def test_nothing_is_missing_where_nothing_is_selected(empty, most):
    selection = select(empty, Filters())
    assert unseen_on_map(empty, selection, most).count == 0
    assert unseen_on_timeline(empty, selection, most).named == ()
