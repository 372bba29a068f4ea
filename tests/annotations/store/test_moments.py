"""Whoever reads gets all tables of one moment, whatever a writer has done by then."""

from itertools import count

import pytest

from annotations.collection.load import load
from annotations.publication.publish import published
from annotations.store.acts import Act
from annotations.store.files import moment
from annotations.store.files.store import CsvStore
from annotations.store.files.tables import TableFolder
from annotations.tables.changes import rows_by_key
from annotations.withdraw.plan import withdraw
from annotations.withdraw.subject import Subject
from tests.killing import killed_after
from tests.stores import added, changed, path_of, saved, store_in
from tests.two_journeys import SMALL

WITHHELD = {"place": "withheld", "date": "withheld", "names": "as-is"}


@pytest.fixture(autouse=True)
def no_wait(monkeypatch):
    """Nobody here completes a save while a reader waits."""
    monkeypatch.setattr(moment, "sleep", lambda seconds: None)


def save_two_tables(store):
    """One save that changes two tables in two rooms."""
    place = changed(store, "places", "dalian", note="A port.")
    return saved(store, place, added("names", "A Person"))


def half_done(store, monkeypatch):
    """Leave a save of two tables with one of them in its place."""
    before, journal = store.version(), store.root / "annotations" / ".saving.journal"
    calls = count()
    while not journal.exists():
        killed_after(monkeypatch, next(calls), lambda: save_two_tables(CsvStore(store.root)))
    calls = count()
    while store.version() == before:
        killed_after(monkeypatch, next(calls), CsvStore(store.root).recover)
    assert journal.exists()


def half(store):
    """What a snapshot shows of a save of two tables: each by whether it has its part."""
    tables = store.snapshot()
    place = rows_by_key(tables, "places")["dalian"]["note"] == "A port."
    return place, "A Person" in rows_by_key(tables, "names")


def shown(store):
    """The journeys that visitors see."""
    return set(published(load(store.snapshot()).collection).journeys)


def test_a_snapshot_waits_for_a_save_that_is_being_put_in_its_places(tmp_path, monkeypatch):
    store = store_in(tmp_path)
    half_done(store, monkeypatch)
    waits = []

    def complete(seconds):
        waits.append(seconds)
        CsvStore(tmp_path).recover()

    monkeypatch.setattr(moment, "sleep", complete)
    assert half(store) == (True, True)
    assert len(waits) == 1


def test_a_save_that_was_cut_short_is_completed_by_whoever_reads_next(tmp_path, monkeypatch):
    store = store_in(tmp_path)
    half_done(store, monkeypatch)
    assert half(store) == (True, True)
    assert len(store.lines()) == 2


def test_a_snapshot_is_read_again_where_a_table_changes_meanwhile(tmp_path, monkeypatch):
    store, left = store_in(tmp_path), [True]
    real = TableFolder.read

    def read(self, name):
        found = real(self, name)
        if left and name == "journeys":
            left.clear()
            save_two_tables(CsvStore(tmp_path))
        return found

    monkeypatch.setattr(TableFolder, "read", read)
    assert half(store) == (True, True)


def test_tables_that_change_all_the_while_show_no_journey(tmp_path, monkeypatch):
    store, real = store_in(tmp_path), TableFolder.read

    def read(self, name):
        path = path_of(tmp_path, "names")
        path.write_bytes(path.read_bytes() + b"\n")
        return real(self, name)

    assert shown(store) == {"by-sea"}
    with monkeypatch.context() as patched:
        patched.setattr(TableFolder, "read", read)
        problems = list(map(str, load(store.snapshot()).problems))
        assert shown(store) == set()
    assert any("publication.csv:0  cannot be read together" in problem for problem in problems)
    assert shown(store) == {"by-sea"}


def add_withheld(store):
    """Save a new journey together with the row that withholds it."""
    rows = added("journeys", "by-air"), added("publication", "by-air", **WITHHELD)
    store.save(rows, Act("ada", "a test"), {}, lambda before, after: None)


@pytest.mark.parametrize("is_completed", [True, False])
@pytest.mark.parametrize("do", [lambda store: withdraw(store, Subject("by-sea")), add_withheld])
def test_a_withheld_journey_is_shown_at_no_step_of_its_coming_and_going(
    tmp_path, monkeypatch, do, is_completed
):
    def refuse(self):
        raise OSError(30, "Read-only file system")

    for calls in range(99):
        folder = tmp_path / str(calls)
        folder.mkdir()
        store = store_in(folder, **SMALL)
        saved(store, changed(store, "publication", "by-sea", **WITHHELD))
        assert shown(store) == {"by-land"}
        killed = killed_after(monkeypatch, calls, lambda store=store: do(store))
        with monkeypatch.context() as patched:
            if not is_completed:
                patched.setattr(CsvStore, "recover", refuse)
            assert shown(CsvStore(folder)) <= {"by-land"}
        if not killed:
            break
    assert calls > 8


def test_the_version_differs_once_somebody_has_completed_what_nobody_could(
    tmp_path, monkeypatch, caplog
):
    store = store_in(tmp_path)
    half_done(store, monkeypatch)
    (tmp_path / "annotations" / ".names.csv.new").write_bytes(b"by hand")
    path_of(tmp_path, "names").write_bytes(path_of(tmp_path, "names").read_bytes() + b"\n")
    first = store.version()
    assert shown(store) == set()
    stuck = store.version()
    assert stuck != first
    assert shown(store) == set()
    assert store.version() == stuck
    (told,) = (record.getMessage() for record in caplog.records)  # once, however many read
    assert told.startswith("A save was cut short") and "remove .saving.journal" in told
    (tmp_path / "annotations" / ".saving.journal").unlink()
    assert store.version() not in (first, stuck)
    assert shown(store) == {"by-sea"}
