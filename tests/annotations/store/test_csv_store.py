"""A process that ends in the midst of a save leaves all of it or nothing to the next one."""

import pytest

from annotations.collection.load import load
from annotations.store.files.history_file import Addition, HistoryFile
from annotations.store.files.store import CsvStore
from annotations.store.protocol import Interrupted
from annotations.tables.changes import rows_by_key
from tests.killing import killed_after
from tests.stores import added, bytes_of, changed, disagreements, now, path_of, saved, store_in


def save_two_tables(store):
    """One save that changes two tables in two rooms."""
    place = changed(store, "places", "dalian", note="A port.")
    return saved(store, place, added("names", "A Person"))


def test_a_save_killed_at_any_step_stands_whole_or_not_at_all(tmp_path, monkeypatch):
    seen = set()
    for calls in range(99):
        folder = tmp_path / str(calls)
        folder.mkdir()
        store = store_in(folder)
        before = bytes_of(folder)
        killed = killed_after(monkeypatch, calls, lambda store=store: save_two_tables(store))
        CsvStore(folder).recover()
        after = bytes_of(folder)
        stands = "A Person" in rows_by_key(store, "names")
        seen.add(stands)
        assert stands or after == before
        assert (rows_by_key(store, "places")["dalian"]["note"] == "A port.") is stands
        assert len(store.lines()) == 2 * stands
        assert disagreements(store) == []
        assert {path.name for path in folder.rglob(".*")} <= {".saving.lock"}
        if not killed:
            break
    assert seen == {True, False}
    assert calls > 8


def test_a_recovery_killed_at_any_step_is_completed_by_the_next(tmp_path, monkeypatch):
    for calls in range(99):
        folder = tmp_path / str(calls)
        folder.mkdir()
        store = store_in(folder)
        cut_short(folder, monkeypatch)
        killed = killed_after(monkeypatch, calls, CsvStore(folder).recover)
        CsvStore(folder).recover()
        assert rows_by_key(store, "places")["dalian"]["note"] == "A port."
        assert len(store.lines()) == 2
        assert disagreements(store) == []
        if not killed:
            break
    assert calls > 3


def cut_short(folder, monkeypatch):
    """Leave a save that counts, with both of its tables still to be put in their places."""
    journal = folder / "annotations" / ".saving.journal"
    for calls in range(99):
        killed_after(monkeypatch, calls, lambda: save_two_tables(CsvStore(folder)))
        if journal.exists():
            return
    raise AssertionError("no step leaves a journal")


def test_the_next_save_completes_what_was_cut_short(tmp_path, monkeypatch):
    store = store_in(tmp_path)
    started = now(store)
    cut_short(tmp_path, monkeypatch)
    assert now(store) == started
    saved(store, added("names", "B"))
    assert rows_by_key(store, "names").keys() == {"Mike Kim", "A Person", "B"}
    assert [line.key for line in store.lines()][-1] == "B"
    assert disagreements(store) == []


def test_a_table_changed_by_hand_before_a_save_was_completed_is_not_written_over(
    tmp_path, monkeypatch
):
    store = store_in(tmp_path)
    cut_short(tmp_path, monkeypatch)
    path = path_of(tmp_path, "names")
    path.write_text(path.read_text(encoding="utf-8") + "By hand,work,r,\n", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(Interrupted, match=r"Compare it with \.names\.csv\.new"):
            store.recover()
    assert "By hand" in rows_by_key(store, "names")
    assert "A Person" in (path.parent / ".names.csv.new").read_text(encoding="utf-8")


def test_where_the_history_cannot_be_written_nothing_is(tmp_path, monkeypatch):
    store = store_in(tmp_path)
    saved(store, added("names", "B"))
    before = bytes_of(tmp_path)
    real = HistoryFile.add

    def full(self, addition):
        real(self, Addition(addition.size, addition.lines[:30]))
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(HistoryFile, "add", full)
        with pytest.raises(OSError, match="No space"):
            save_two_tables(store)
    assert bytes_of(tmp_path) == before
    save_two_tables(store)
    assert disagreements(store) == []


def test_a_table_keeps_its_permissions(tmp_path):
    store = store_in(tmp_path)
    path = path_of(tmp_path, "names")
    path.chmod(0o640)
    saved(store, added("names", "B"))
    assert path.stat().st_mode & 0o777 == 0o640


LINES = '{"a": "새"}\n{"b": 2}\n'
HELD = '{"old": 1}\n'


@pytest.mark.parametrize("written", range(len((LINES).encode()) + 1))
def test_lines_of_which_a_part_stands_are_completed_and_stand_once(written, tmp_path):
    path = tmp_path / "history.jsonl"
    path.write_bytes(HELD.encode() + LINES.encode()[:written])
    file = HistoryFile(path)
    for _ in range(2):
        file.add(Addition(len(HELD), LINES))
        assert file.text() == HELD + LINES


def test_lines_go_to_the_end_of_a_history_that_somebody_changed_meanwhile(tmp_path):
    path = tmp_path / "history.jsonl"
    for changed_to in ("", '{"x"', HELD * 3, HELD + LINES + HELD):
        path.write_text(changed_to, encoding="utf-8")
        file = HistoryFile(path)
        for _ in range(2):
            file.add(Addition(len(HELD), LINES))
        assert file.text().count(LINES) == 1
        assert file.text().startswith(changed_to)
        assert "}{" not in file.text()


def test_a_history_whose_last_line_is_open_goes_on_in_a_line_of_its_own(tmp_path):
    path = tmp_path / "history.jsonl"
    path.write_text(HELD.rstrip(), encoding="utf-8")
    file = HistoryFile(path)
    file.add(file.addition(LINES))
    assert file.text() == HELD + LINES


def test_a_history_that_is_not_there_begins(tmp_path):
    file = HistoryFile(tmp_path / "history.jsonl")
    assert file.text() == ""
    file.add(file.addition(LINES))
    assert file.text() == LINES


STRANGE_JOURNALS = [
    b"",
    b"[]",
    b"null",
    b"\xff",
    b"[" * 200_000,
    b'{"files":' * 200_000,
    b"1" * 5_000,
    b'{"tables": {}}',
    b'{"files": {}, "history": 1}',
    b'{"files": [], "gone": [], "history": null}',
    b'{"files": {"a": 1}, "gone": [], "history": null}',
    b'{"files": {"a": ["b"]}, "gone": [], "history": null}',
    b'{"files": {"a": ["b", 1]}, "gone": [], "history": null}',
    b'{"files": {"\\u0000": ["b", "c"]}, "gone": [], "history": null}',
    b'{"files": {"\\ud800": ["b", "c"]}, "gone": [], "history": null}',
    b'{"files": {}, "gone": "names.csv", "history": null}',
    b'{"files": {}, "gone": [""], "history": null}',
    b'{"files": {}, "gone": [1], "history": null}',
    b'{"files": {}, "gone": null, "history": null}',
    b'{"files": {}, "gone": [], "history": [1, "a"]}',
    b'{"files": {}, "gone": [], "history": {"size": -1, "lines": "a"}}',
    b'{"files": {}, "gone": [], "history": {"size": "1", "lines": "a"}}',
    b'{"files": {}, "gone": [], "history": {"size": 1, "lines": null}}',
]


@pytest.mark.parametrize("journal", STRANGE_JOURNALS, ids=lambda journal: repr(journal[:60]))
def test_a_journal_that_cannot_be_read_stops_every_save_and_no_reader_and_stays(tmp_path, journal):
    store = store_in(tmp_path)
    path = tmp_path / "annotations" / ".saving.journal"
    path.write_bytes(journal)
    before = bytes_of(tmp_path)
    with pytest.raises(Interrupted, match=r"cannot be read.*remove the journal"):
        store.recover()
    assert path.read_bytes() == journal
    assert "by-sea" in load(store.snapshot()).collection.journeys
    assert bytes_of(tmp_path) == before


def test_a_size_that_no_file_has_stops_nothing(tmp_path):
    store = store_in(tmp_path)
    told = b'{"files": {}, "gone": [], "history": {"size": 9%s, "lines": ""}}' % (b"9" * 40)
    (tmp_path / "annotations" / ".saving.journal").write_bytes(told)
    store.recover()
    assert saved(store, added("names", "B"))
