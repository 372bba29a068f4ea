"""Who edits a table by hand while somebody saves loses no word, at whatever step it is."""

import os
import sys

import pytest

from annotations.store.files import save_journal, synced_files
from annotations.store.files.history_file import HistoryFile
from annotations.store.files.store import CsvStore
from annotations.store.protocol import EditedByHand, OpenElsewhere
from annotations.tables.changes import rows_by_key
from tests.killing import with_step
from tests.stores import added, changed, disagreements, path_of, saved, store_in

BY_HAND = b"By hand,work,interview,\n"


def in_place(path):
    """Write to the file itself, as most scripts do."""
    path.write_bytes(path.read_bytes() + BY_HAND)


def by_another_file(path):
    """Put another file in its place, as most editors do."""
    new = path.with_name("edited.tmp")
    new.write_bytes(path.read_bytes() + BY_HAND)
    new.rename(path)


def save_two_tables(store):
    """One save that changes the table that is edited, and another one."""
    place = changed(store, "places", "dalian", note="A port.")
    return saved(store, place, added("names", "A Person"))


@pytest.mark.parametrize("edit", [in_place, by_another_file])
def test_an_edit_by_hand_at_any_step_of_a_save_stands_and_the_saver_is_told(
    tmp_path, monkeypatch, edit
):
    told = []
    for calls in range(99):
        folder = tmp_path / str(calls)
        folder.mkdir()
        store = store_in(folder)
        path, outcome = path_of(folder, "names"), []

        def save(store=store, outcome=outcome):
            try:
                save_two_tables(store)
                outcome.append("saved")
            except EditedByHand as why:
                outcome.append(why.file)

        is_run = with_step(monkeypatch, calls, save, lambda path=path: edit(path))
        if not is_run:
            break
        stands = outcome == ["saved"]
        assert outcome in (["saved"], ["names.csv"])
        assert BY_HAND in path.read_bytes()
        assert len(store.lines()) == (2 if stands else 0)
        assert ("A Person" in rows_by_key(store, "names")) is stands
        assert (rows_by_key(store, "places")["dalian"]["note"] == "A port.") is stands
        assert [p.name for p in path.parent.iterdir() if p.suffix in (".new", ".journal")] == []
        CsvStore(folder).recover()
        assert BY_HAND in path.read_bytes()
        assert disagreements(store) == []
        save_two_tables(store) if not stands else None
        told.append(stands)
    assert told.count(False) > 3
    assert told.count(True) > 1


CHECKED_OUT = b"by-hand,By hand,,,town,CN,38.9,121.6,5000,interview[2]\n"


def test_two_tables_checked_out_around_a_save_both_stand_and_the_saver_is_told(
    tmp_path, monkeypatch
):
    store, exchange, swaps = store_in(tmp_path), save_journal.swap, []
    names, places = path_of(tmp_path, "names"), path_of(tmp_path, "places")
    both = places.read_bytes() + CHECKED_OUT

    def swap_while_git_checks_out(new, path):
        swaps.append(path.name)
        if len(swaps) == 1:
            by_another_file(names)
        exchange(new, path)
        if len(swaps) == 2:
            new = places.with_name("checkout.tmp")
            new.write_bytes(both)
            new.rename(places)

    monkeypatch.setattr(save_journal, "swap", swap_while_git_checks_out)
    with pytest.raises(EditedByHand):
        save_two_tables(store)
    assert BY_HAND in names.read_bytes()
    assert places.read_bytes() == both
    assert store.lines() == []
    assert disagreements(store) == []
    assert not list(tmp_path.rglob(".*.new"))
    monkeypatch.undo()
    save_two_tables(store)
    assert CHECKED_OUT in places.read_bytes()


def replaced_while_written(monkeypatch, path, data, times):
    """Let others put a history in place of the one that is written, so many times."""
    real, left = os.fsync, [times]

    def fsync(number):
        real(number)
        if left[0] and os.path.samestat(os.fstat(number), path.stat()):
            left[0] -= 1
            new = path.with_name("pulled.tmp")
            new.write_bytes(data)
            new.rename(path)

    monkeypatch.setattr(os, "fsync", fsync)


def test_a_history_pulled_while_a_save_adds_to_it_has_the_lines_of_both(tmp_path, monkeypatch):
    store, path = store_in(tmp_path), tmp_path / "annotations" / "history.jsonl"
    path.write_bytes(MINE)
    replaced_while_written(monkeypatch, path, pulled(2)(MINE), times=1)
    save_two_tables(store)
    assert path.read_bytes().startswith(pulled(2)(MINE))
    assert [each.line.key for each in store.past() if each.line] == ["A Person", "dalian"]


def test_where_histories_are_pulled_again_and_again_nothing_is_saved(tmp_path, monkeypatch):
    store, path = store_in(tmp_path), tmp_path / "annotations" / "history.jsonl"
    before = path_of(tmp_path, "names").read_bytes()
    path.write_bytes(MINE)
    with monkeypatch.context() as patched:
        replaced_while_written(patched, path, pulled(2)(MINE), times=99)
        with pytest.raises(OSError, match="Other files are put in its place"):
            save_two_tables(store)
    assert path.read_bytes() == pulled(2)(MINE)
    assert path_of(tmp_path, "names").read_bytes() == before


MINE, PULLED = b'{"save": "1"}\n', b'{"save": "%d, by somebody else"}\n'


def pulled(lines):
    """What a history becomes that git brings, with so many lines of others."""
    return lambda now: MINE + b"".join(PULLED % each for each in range(lines))


@pytest.mark.parametrize(
    ("becomes", "left"),
    [
        (lambda now: now, MINE),
        (lambda now: now[:-9], MINE),
        (lambda now: b"", b""),
        (lambda now: now[len(MINE) :], b""),
        (pulled(0), MINE),
        (pulled(1), pulled(1)(MINE)),
        (pulled(9), pulled(9)(MINE)),
        (lambda now: now + PULLED % 0, pulled(1)(MINE)),
        (lambda now: PULLED % 1 + now, PULLED % 1 + MINE),
    ],
)
@pytest.mark.parametrize("begins", [MINE, MINE[:-1]])
def test_lines_taken_back_take_nothing_along_that_was_pulled_meanwhile(
    tmp_path, becomes, left, begins
):
    path = tmp_path / "history.jsonl"
    path.write_bytes(begins)
    file = HistoryFile(path)
    addition = file.addition('{"save": "2, that ends"}\n{"save": "2, too"}\n')
    file.add(addition)
    path.write_bytes(becomes(path.read_bytes()))
    file.take_back(addition)
    assert path.read_bytes().splitlines() == left.splitlines()


def test_a_history_that_has_gone_when_lines_are_taken_back_stays_away(tmp_path):
    file = HistoryFile(tmp_path / "history.jsonl")
    addition = file.addition("a line\n")
    (tmp_path / "history.jsonl").unlink()
    file.take_back(addition)
    assert not (tmp_path / "history.jsonl").exists()


@pytest.mark.parametrize("lines", [0, 1, 9])
def test_a_pull_in_the_midst_of_a_save_keeps_the_history_that_it_brought(
    tmp_path, monkeypatch, lines
):
    store, brought = store_in(tmp_path), b"".join(PULLED % each for each in range(lines))
    real = save_journal.swap

    def pull_and_swap(new, path):
        monkeypatch.setattr(save_journal, "swap", real)
        by_another_file(path)
        (tmp_path / "annotations" / "history.jsonl").write_bytes(brought)
        real(new, path)

    monkeypatch.setattr(save_journal, "swap", pull_and_swap)
    with pytest.raises(EditedByHand):
        save_two_tables(store)
    assert (tmp_path / "annotations" / "history.jsonl").read_bytes() == brought


def test_an_edit_before_a_save_that_was_cut_short_is_completed_stays(tmp_path, monkeypatch):
    store = store_in(tmp_path)
    path = path_of(tmp_path, "names")
    real = save_journal.sync_folder

    def edited_and_killed(folder):
        real(folder)
        left = path.with_name(f".{path.name}.new")
        if b"A Person" in path.read_bytes():
            left.write_bytes(left.read_bytes() + BY_HAND)
            raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(save_journal, "sync_folder", edited_and_killed)
        with pytest.raises(KeyboardInterrupt):
            save_two_tables(store)
    with pytest.raises(Exception, match=r"names\.csv was changed before it was completed"):
        store.recover()
    assert BY_HAND in path.with_name(f".{path.name}.new").read_bytes()


def test_where_names_cannot_be_exchanged_a_save_stands_all_the_same(tmp_path, monkeypatch):
    monkeypatch.setattr(synced_files, "exchange", lambda one, other: False)
    store = store_in(tmp_path)
    save_two_tables(store)
    assert disagreements(store) == []
    assert not [name for name in os.listdir(tmp_path / "annotations") if name.endswith(".new")]


@pytest.mark.skipif(sys.platform != "linux", reason="no other system says who has a file open")
@pytest.mark.parametrize("mode", ["ab", "r+b"])
def test_what_is_written_through_a_file_opened_before_a_save_is_not_lost(tmp_path, mode):
    store = store_in(tmp_path)
    path = path_of(tmp_path, "names")
    with path.open(mode) as file:
        text = file.read() if mode == "r+b" else b""
        with pytest.raises(OpenElsewhere, match=r"names\.csv is open in another program"):
            save_two_tables(store)
        file.seek(0)
        file.write(text + BY_HAND)
    assert path.read_bytes().endswith(BY_HAND)
    assert rows_by_key(store, "places")["dalian"]["note"] == ""
    with path.open("rb"):
        save_two_tables(store)
    assert BY_HAND in path.read_bytes()
    assert disagreements(store) == []
