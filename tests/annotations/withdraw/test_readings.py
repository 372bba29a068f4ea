"""What a second reading says of a journey goes with it, and follows it to another id."""

import os

import pytest

from annotations.rename import main as rename
from annotations.store.files.beside import readings
from annotations.store.files.store import CsvStore
from annotations.withdraw.__main__ import main as withdraw
from tests.stores import store_in
from tests.two_journeys import SMALL

HEAD = "\ufeffjourney,read,what\r\n"
BY_SEA = 'by-sea,whole,"Two boats,\r\nas by-land has none."\r\n'
BY_LAND = "by-land,none,as by-sea-2\n"
STOPS = "first,journey\n1,by-sea\n\n1,by-land"


@pytest.fixture
def store(tmp_path) -> CsvStore:
    """Two journeys that were read again, with files beside that are none of a reading."""
    store = store_in(tmp_path, **SMALL)
    folder = tmp_path / "annotations" / "readings"
    folder.mkdir()
    for name, text in {"journeys": HEAD + BY_SEA + BY_LAND, "stops": STOPS, "other": "a\n"}.items():
        (folder / f"{name}.csv").write_bytes(text.encode())
    os.mkfifo(folder / "pipe.csv")
    return store


def read_again(store) -> list[str]:
    """What stands in the files of the reading."""
    folder = store.root / "annotations" / "readings"
    return [(folder / f"{each}.csv").read_bytes().decode() for each in ("journeys", "stops")]


def test_the_rows_of_a_journey_that_is_withdrawn_go_and_no_other_byte(store, capsys):
    assert withdraw(["by-sea", "--root", str(store.root), "--dry-run"]) == 0
    assert read_again(store) == [HEAD + BY_SEA + BY_LAND, STOPS]
    assert withdraw(["by-sea", "--root", str(store.root)]) == 0
    assert read_again(store) == [HEAD + BY_LAND, "first,journey\n\n1,by-land"]
    told = [line for line in capsys.readouterr().out.splitlines() if "readings" in line]
    assert told[-1] == "rows in annotations/readings/stops.csv  removed"
    assert len(told) == 4  # two files, asked twice


def test_rows_that_cannot_be_opened_stop_a_withdrawal_and_are_named(store, capsys, monkeypatch):
    def refused(path):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(readings, "read", refused)
    assert withdraw(["by-sea", "--root", str(store.root)]) == 1
    assert "journeys.csv" in capsys.readouterr().err
    assert "by-sea" in (store.root / "annotations" / "journeys.csv").read_text()


def test_the_rows_follow_a_journey_to_another_id(store, capsys):
    assert rename(["by-sea", "over-water", "--root", str(store.root)]) == 0
    assert read_again(store) == [
        HEAD + BY_SEA.replace("by-sea", "over-water") + BY_LAND,
        STOPS.replace("by-sea", "over-water"),
    ]
    told = capsys.readouterr().out
    assert "rows in annotations/readings/journeys.csv:1  renamed" in told


def test_an_id_in_another_cell_of_the_row_is_renamed_too(store):
    file = store.root / "annotations" / "readings" / "stops.csv"
    file.write_text("what,journey\nas by-sea has it,by-sea\nby-sea-2,by-land\n")
    assert rename(["by-sea", "over-water", "--root", str(store.root)]) == 0
    assert file.read_text() == "what,journey\nas over-water has it,over-water\nby-sea-2,by-land\n"


def test_a_quote_that_is_not_closed_takes_no_other_row_along(store):
    file = store.root / "annotations" / "readings" / "stops.csv"
    file.write_text(whole := 'journey,what\nby-sea,"x\nby-land,y\n')
    withdraw(["by-sea", "--root", str(store.root)])
    assert file.read_text() == whole
