"""Killed processes and two writers at once, in small: `python -m tests.benchmarks.saving`."""

import pytest

from annotations.store.files.store import CsvStore
from annotations.tables.changes import rows_by_key
from tests.benchmarks.saving import crowded, faults_after, faults_of_rows, killed
from tests.collections import csv_of
from tests.stores import added, changed, path_of, saved, store_in


def test_no_save_is_lost_or_stands_in_part_when_its_process_is_killed(tmp_path):
    outcome = killed(tmp_path, kills=10)
    assert outcome.faults == []
    assert outcome.words.startswith("10 kills, ")


def test_no_save_of_two_writers_at_once_is_lost_or_doubled(tmp_path):
    assert crowded(tmp_path, saves=20).faults == []
    assert len(rows_by_key(CsvStore(tmp_path), "names")) == 41


@pytest.fixture
def store(tmp_path):
    """The good tables after the first save of the process that is killed."""
    store = store_in(tmp_path)
    row, place = added("names", "Row 1", reason="1"), changed(store, "places", "dalian", note="1")
    saved(store, row, place, why="1")
    return store


def test_a_save_that_was_made_is_no_fault(store):
    assert faults_after(store, accepted=1) == faults_after(store, accepted=0) == []


def test_an_accepted_save_that_does_not_stand_is_found_out(store):
    assert faults_after(store, accepted=2) == ["save 2 was accepted, but 1 is the last that stands"]


def test_a_table_that_stands_without_the_other_is_found_out(store, tmp_path):
    path_of(tmp_path, "names").write_text(csv_of("names", {}), encoding="utf-8")
    assert faults_after(store, accepted=1) == [
        "the row of save 1 is lost", "Row 1 of names is not as the history tells",
    ]  # fmt: skip


def test_tables_without_their_history_are_found_out(store, tmp_path):
    (tmp_path / "annotations" / "history.jsonl").unlink()
    assert faults_after(store, accepted=1) == ["save 1 has 0 of 2 lines in the history"]


def test_a_row_that_is_doubled_and_one_that_is_lost_are_found_out(store, tmp_path):
    path = path_of(tmp_path, "names")
    path.write_text(csv_of("names", {}, *[{"name": "Row 1", "reason": "1"}] * 2), encoding="utf-8")
    *counted, problem = faults_of_rows(store, path.read_text, {"Row 1", "Row 2"})
    assert counted == [
        "Row 1 stands 2 times in the table, 1 in the history",
        "Row 2 stands 0 times in the table, 0 in the history",
    ]
    assert problem.startswith("names.csv:4:name  'Row 1' is already in line 3.")
