"""A reviewer's choice becomes a row of publication.csv, and shows what would be told."""

from dataclasses import replace

import pytest

from annotations.review.publication_choice import (
    AS_IT_STANDS,
    IN_PART,
    NOTHING_YET,
    as_published,
    choice_of,
    missing_cells,
    row_of,
    stories_left_out,
)
from tests.collections import collection_of
from tests.stories import COLLECTION, story_with

HIDDEN = {
    "record": "by-sea", "place": "withheld", "date": "withheld", "names": "as-is", "role": "",
    "reason": "She asked us.", "review": "2026-05-30", "asked": "", "note": "",
}  # fmt: skip
TOLD = {
    "place": "country", "date": "year", "names": "role", "role": "a woman",
    "reason": "Her family.", "review": "2027",
}  # fmt: skip
OPEN = HIDDEN | {"place": "as-is", "date": "as-is", "reason": "It endangers nobody."}


def test_what_a_row_says_is_one_of_the_choices():
    assert choice_of(None) == AS_IT_STANDS
    assert choice_of(OPEN) == AS_IT_STANDS
    assert choice_of(HIDDEN) == NOTHING_YET
    assert choice_of(HIDDEN | TOLD) == IN_PART


def test_a_choice_takes_only_what_it_has_room_for():
    assert row_of("by-sea", AS_IT_STANDS, TOLD, HIDDEN) is None
    assert row_of("by-sea", AS_IT_STANDS, TOLD, OPEN) == OPEN
    assert row_of("by-sea", IN_PART, TOLD, HIDDEN) == HIDDEN | TOLD
    without_role = row_of("by-sea", IN_PART, TOLD | {"names": "as-is"}, None)
    assert (without_role["role"], without_role["record"]) == ("", "by-sea")
    nothing = row_of("by-sea", NOTHING_YET, TOLD, {**HIDDEN, "note": "kept"})
    assert nothing == HIDDEN | {"reason": "Her family.", "review": "2027", "note": "kept"}


@pytest.mark.parametrize(
    ("cells", "missing"),
    [
        ({}, ()),
        ({"role": " "}, ("role",)),
        ({"reason": "", "review": ""}, ("reason", "review")),
        ({"place": "as-is", "date": "as-is", "names": "as-is"}, ("place",)),
    ],
)
def test_what_must_still_be_said_is_named(cells, missing):
    assert missing_cells(HIDDEN | TOLD | cells) == missing
    assert missing_cells(None) == ()


def test_what_would_be_published_is_shown_with_the_row_that_is_chosen():
    records = collection_of(publication=[HIDDEN])
    assert not as_published(records, "by-sea", HIDDEN).journeys
    assert as_published(records, "by-sea", None).journeys == records.journeys
    coarse = as_published(records, "by-sea", HIDDEN | TOLD).journeys["by-sea"]
    assert coarse.title == "a woman"
    assert coarse.stops[0].generalized == ("place:country", "date:year")


def test_the_stories_are_named_that_would_go_with_a_journey():
    told = {key: replace(story_with(f"show: {key}"), id=key) for key in ("by-sea", "by-land")}
    assert stories_left_out(told, COLLECTION, "by-sea", HIDDEN) == (told["by-sea"],)
    assert stories_left_out(told, COLLECTION, "by-sea", None) == ()
