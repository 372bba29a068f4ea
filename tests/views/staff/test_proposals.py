"""A proposal is shown by the journeys that it touches, however it touches them."""

from __future__ import annotations

import pytest

from annotations.collection.load import load
from annotations.proposals.overlay import Overlay
from tests.stores import added, changed, removed, saved, store_of
from tests.two_journeys import SMALL
from views.staff.proposals import journeys_of


@pytest.mark.parametrize(
    ("table", "key", "column", "found"),
    [
        ("journeys", "by-land", "outcome", ["by-land"]),
        ("stops", "by-land:1", "note", ["by-land"]),
        ("mentions", "shared", "note", ["by-sea", "by-land"]),
        ("places", "dalian", "note", []),
    ],
)
def test_a_change_is_shown_by_each_journey_that_has_the_row(table, key, column, found):
    over = Overlay(store_of(**SMALL))
    saved(over, changed(over, table, key, **{column: "Words."}))
    assert journeys_of(over.proposal, load(over).collection) == found


def test_a_journey_that_goes_is_shown_by_none_and_a_new_one_by_itself():
    over = Overlay(store_of(**SMALL))
    stop = added("stops", "new:1", journey="new", mentions="", basis="inferred")
    rows = [("stops", "by-land:1"), ("journeys", "by-land"), ("publication", "by-land")]
    gone = [removed(over, *row) for row in rows]
    saved(over, added("journeys", "new", sources="page"), stop, *gone)
    assert journeys_of(over.proposal, load(over).collection) == ["new"]
