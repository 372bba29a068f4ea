"""Who edits a table by hand while somebody saves loses no word, at whatever step it is."""

import os

import pytest

from annotations.store.files import synced_files
from annotations.store.files.store import CsvStore
from annotations.store.protocol import EditedByHand
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


def test_an_edit_before_a_save_that_was_cut_short_is_completed_stays(tmp_path, monkeypatch):
    store = store_in(tmp_path)
    path = path_of(tmp_path, "names")
    real = synced_files.sync_folder

    def edited_and_killed(folder):
        real(folder)
        left = path.with_name(f".{path.name}.new")
        if b"A Person" in path.read_bytes():
            left.write_bytes(left.read_bytes() + BY_HAND)
            raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(synced_files, "sync_folder", edited_and_killed)
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
