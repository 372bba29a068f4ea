"""What was withdrawn does not come back, whoever had it open, and no file tells what it was."""

import sys

import pytest

from annotations.proposals.overlay import Overlay
from annotations.renaming import rename
from annotations.saving.saves import save
from annotations.store.files.store import CsvStore
from annotations.tables.changes import Change, Refused, rows_by_key, started_from
from annotations.withdraw.plan import planned, withdraw
from annotations.withdraw.subject import Subject
from tests.stores import added, changed, saved, store_in
from tests.strange_files import STRANGE, in_time, put
from tests.two_journeys import OPEN, open_journeys


@pytest.fixture(params=["files", "memory"])
def store(request, tmp_path):
    return open_journeys(request.param, tmp_path)


def rows_of(store, *keys) -> list[Change]:
    """Rows as somebody has them open, to be written as new ones."""
    return [Change(table, key, None, rows_by_key(store, table)[key]) for table, key in keys]


@pytest.mark.parametrize("over", [True, False])
def test_its_rows_are_refused_as_a_proposal_and_as_a_save(store, over):
    open_rows = rows_of(store, ("journeys", "by-sea"), ("stops", "by-sea:1"))
    withdraw(store, Subject("by-sea"))
    target = Overlay(store) if over else store
    with pytest.raises(Refused, match="'by-sea' was withdrawn, and nothing brings it back"):
        save(target, open_rows, "ada", "again", started_from(open_rows))


def test_no_row_gets_its_id_by_a_change_of_ids(store):
    withdraw(store, Subject("by-sea"))
    with pytest.raises(Refused, match="was withdrawn"):
        saved(store, changed(store, "events", "famine", id="by-sea"))


def test_an_id_that_it_had_before_does_not_come_back_either(store):
    rename(store, "by-sea", "a-boat", "ada")
    withdraw(store, Subject("a-boat"))
    with pytest.raises(Refused, match="was withdrawn"):
        saved(store, added("events", "by-sea", title="A flood"))


def test_other_records_come_as_before(store):
    withdraw(store, Subject("by-sea"))
    saved(store, added("events", "flood", title="A flood"))
    assert "flood" in rows_by_key(store, "events")


def test_no_file_tells_which_ids_they_were_and_a_dry_run_makes_none(tmp_path):
    store = store_in(tmp_path, **OPEN)
    planned(store, Subject("by-sea"))
    list(store.held(planned(store, Subject("by-sea"))))
    assert not (tmp_path / ".redirects").exists()
    withdraw(store, Subject("by-sea"))
    marks = [path for path in (tmp_path / ".redirects").iterdir() if path.name != "key"]
    assert marks and {path.read_bytes() for path in marks} == {b""}
    assert not any("by-sea" in path.name for path in marks)
    assert CsvStore(tmp_path).redirects.record_of("by-sea") == ""


@pytest.mark.skipif(sys.platform == "win32", reason="these files are of POSIX")
@pytest.mark.parametrize("kind", STRANGE)
@pytest.mark.parametrize("which", ["the redirects", "the key", "the folder"])
def test_it_does_not_come_back_where_redirects_cannot_be_opened(tmp_path, kind, which):
    store, folder = store_in(tmp_path, **OPEN), tmp_path / ".redirects"
    open_rows = rows_of(store, ("journeys", "by-sea"), ("stops", "by-sea:1"))
    withdraw(store, Subject("by-sea"))
    if which == "the folder":
        folder.rename(tmp_path / "elsewhere")
        put(kind, folder) if kind != "folder" else (folder / "key").mkdir(parents=True)
    for path in folder.iterdir() if folder.is_dir() and which != "the folder" else ():
        if (path.name == "key") is (which == "the key"):
            put(kind, path)
    told = r"cannot be compared .* or restore them|Too many levels"  # of links
    with in_time(), pytest.raises((Refused, OSError), match=told):
        save(store, open_rows, "ada", "again", started_from(open_rows))
    assert "by-sea" not in rows_by_key(store, "journeys")


def test_it_does_not_come_back_where_the_key_was_lost(tmp_path):
    store = store_in(tmp_path, **OPEN)
    withdraw(store, Subject("by-sea"))
    (tmp_path / ".redirects" / "key").unlink()
    with pytest.raises(Refused, match="cannot be compared"):
        saved(store, added("events", "by-sea", title="A flood"))
    with pytest.raises(FileNotFoundError):  # another key would let it come back
        withdraw(store, Subject("by-land"))
    with pytest.raises(Refused, match="cannot be compared"):
        saved(store, added("events", "by-sea", title="A flood"))


@pytest.mark.parametrize("is_there", [True, False])
def test_where_nothing_was_withdrawn_new_ids_come(tmp_path, is_there):
    store = store_in(tmp_path)
    (tmp_path / ".redirects").mkdir() if is_there else None
    saved(store, added("events", "flood", title="A flood"))
    assert "flood" in rows_by_key(store, "events")
