"""A reviewer's choice becomes a row of publication.csv, and shows what would be told."""

from datetime import date

import pytest

from annotations.review.publication_choice import (
    AS_IT_STANDS,
    IN_PART,
    NOTHING_YET,
    as_published,
    choice_of,
    missing_cells,
    row_of,
)
from annotations.saving.review_rules import PENDING, pending
from tests.collections import collection_of

WAITS = pending("by-sea", date(2026, 3, 1))
TOLD = {
    "place": "country", "date": "year", "names": "role", "role": "a woman",
    "reason": "Her family.", "review": "2027",
}  # fmt: skip
OPEN = WAITS | {"place": "as-is", "date": "as-is", "reason": "It endangers nobody."}


def test_what_a_row_says_is_one_of_the_choices_and_one_that_waits_is_none():
    assert choice_of(None) == AS_IT_STANDS
    assert choice_of(OPEN) == AS_IT_STANDS
    assert choice_of(WAITS) is None
    assert choice_of(WAITS | {"reason": "Her family."}) == NOTHING_YET
    assert choice_of(WAITS | TOLD) == IN_PART


def test_a_choice_takes_only_what_it_has_room_for():
    assert row_of("by-sea", AS_IT_STANDS, TOLD, WAITS) is None
    assert row_of("by-sea", AS_IT_STANDS, TOLD, OPEN) == OPEN
    assert row_of("by-sea", IN_PART, TOLD, WAITS) == WAITS | TOLD
    without_role = row_of("by-sea", IN_PART, TOLD | {"names": "as-is"}, None)
    assert (without_role["role"], without_role["record"]) == ("", "by-sea")
    nothing = row_of("by-sea", NOTHING_YET, TOLD, {**WAITS, "note": "kept"})
    assert nothing == WAITS | {"reason": "Her family.", "review": "2027", "note": "kept"}


@pytest.mark.parametrize(
    ("cells", "missing"),
    [
        ({}, ()),
        ({"role": " "}, ("role",)),
        ({"reason": "", "review": ""}, ("reason", "review")),
        ({"reason": PENDING}, ("reason",)),
        ({"place": "as-is", "date": "as-is", "names": "as-is"}, ("place",)),
    ],
)
def test_what_must_still_be_said_is_named(cells, missing):
    assert missing_cells(WAITS | TOLD | cells) == missing
    assert missing_cells(None) == ()


def test_what_would_be_published_is_shown_with_the_row_that_is_chosen():
    records = collection_of(publication=[WAITS])
    assert not as_published(records, "by-sea", WAITS).journeys
    assert as_published(records, "by-sea", None).journeys == records.journeys
    coarse = as_published(records, "by-sea", WAITS | TOLD).journeys["by-sea"]
    assert coarse.title == "a woman"
    assert coarse.stops[0].generalized == ("place:country", "date:year")
