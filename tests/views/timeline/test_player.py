"""The player adds up what the ministry counted, and nothing that it did not."""

from dataclasses import replace

import pytest

from annotations.collection.load import load
from annotations.store.files.store import CsvStore
from views.timeline.player import player_counts, sums_so_far


@pytest.fixture(scope="module")
def records():
    return load(CsvStore()).collection


def test_arrivals_add_up_to_the_sum_of_the_ministrys_counts(records):
    ministry = [row for row in records.arrivals if row.series == "ministry"]
    sums = sums_so_far(records)
    assert [one["end"] for one in sums] == sorted(row.end_year for row in ministry)
    assert sums[-1]["total"] == f"{sum(row.total for row in ministry):,}"
    assert {one["end"]: one["total"] for one in sums}[2002] == "3,132"


def test_no_sum_goes_on_over_a_year_that_nobody_counted(records):
    rows = [row for row in records.arrivals if (row.series, row.end_year) != ("ministry", 2005)]
    sums = sums_so_far(replace(records, arrivals=tuple(rows)))
    assert sums[-1]["end"] == 2004


def test_without_a_count_from_the_war_on_there_is_no_sum(records):
    rows = [row for row in records.arrivals if row.start_year is not None]
    assert sums_so_far(replace(records, arrivals=tuple(rows))) == []


def test_each_part_of_a_sum_has_the_pages_that_say_so(records):
    counts = player_counts(records)
    for one in counts["sums"]:
        assert one["pages"] or counts["years"][str(one["end"])]["pages"], one["end"]
