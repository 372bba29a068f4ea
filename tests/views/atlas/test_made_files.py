"""What lies in `made/` is what the tables need now; no app removes what another one needs."""

import os
import time
from pathlib import Path
from threading import Thread

import pytest

from annotations.store import CsvStore
from tests.strange_files import STRANGE, full_disk, in_time, put
from views.atlas import assets
from views.atlas.assets import BETWEEN_SWEEPS_S, KEPT_S, MadeFiles, publish


@pytest.fixture
def static(tmp_path):
    """A static folder in which nothing was made yet."""
    return tmp_path / "static"


@pytest.fixture
def files(tmp_path, static):
    """What is made of the tables of a folder."""
    return MadeFiles(tmp_path / "tables", static)


def made(static, *texts: str) -> list[str]:
    """The names of scripts that are made now."""
    return [publish(text, static).rpartition("/")[2] for text in texts]


def later(monkeypatch, seconds: float) -> None:
    """Let the clock go on, or back."""
    now = time.time()
    monkeypatch.setattr(assets.time, "time", lambda: now + seconds)


def scripts(static) -> set[str]:
    """The files that a visitor can ask for, but for lists and notes."""
    return {name for name in os.listdir(static / "made") if "-" not in name}


def test_what_the_version_before_needed_is_served_for_less_than_a_minute(
    files, static, monkeypatch
):
    old, both, new = made(static, "old", "both", "new")
    assert files.need("1", [old, both])
    files.sweep("1")
    assert files.need("2", [both, new])
    files.sweep("2")
    assert scripts(static) == {old, both, new}
    later(monkeypatch, 60 - BETWEEN_SWEEPS_S)
    files.sweep("2")
    assert scripts(static) == {both, new}
    assert not files.need("2", [old])


def test_what_is_needed_stays_however_old_it_is_and_after_a_start(files, static, monkeypatch):
    (name,) = made(static, "a")
    files.need("1", [name])
    later(monkeypatch, 90 * 86_400)
    files.sweep("1")
    MadeFiles(static.parent / "tables", static).sweep("1")
    assert scripts(static) == {name}
    MadeFiles(static.parent / "tables", static).sweep("2")
    assert scripts(static) == set()


def test_once_something_is_hidden_nothing_that_was_made_before_is_served(files, static):
    old, new = made(static, "old", "new")
    assert not files.is_other("both")
    files.need("1", [old])
    assert not files.is_other("both")
    assert files.is_other("one")
    assert not MadeFiles(static.parent / "tables", static).is_other("one")
    files.need("2", [new])
    files.sweep("2", at_once=True)
    assert scripts(static) == {new}


@pytest.mark.parametrize("at_once", [True, False])
def test_what_was_half_written_is_removed_and_what_is_being_written_is_not(
    files, static, monkeypatch, at_once
):
    made(static, "a")
    (static / "made" / "tmpabc").write_bytes(b"half")
    files.sweep("1", at_once)
    assert "tmpabc" in scripts(static)
    later(monkeypatch, KEPT_S + 1)
    files.sweep("1", at_once)
    assert scripts(static) == set()


def test_an_app_with_other_tables_removes_nothing_of_this_one_while_it_runs(
    files, static, monkeypatch
):
    other = MadeFiles(static.parent / "others", static)
    mine, both, theirs = made(static, "mine", "both", "theirs")
    files.need("1", [mine, both])
    other.need("1", [both, theirs])
    monkeypatch.setattr(assets, "_is_old", lambda path: "needed-" not in path.name)
    files.sweep("1")
    other.sweep("1", at_once=True)
    assert scripts(static) == {mine, both, theirs}
    other.sweep("2", at_once=True)
    assert scripts(static) == {mine, both}


def test_what_an_app_needed_that_runs_no_more_is_removed(files, static, monkeypatch):
    other = MadeFiles(static.parent / "others", static)
    (theirs,) = made(static, "theirs")
    other.need("1", [theirs])
    later(monkeypatch, KEPT_S + 1)
    files.sweep("1")
    assert scripts(static) == set()


def test_a_process_with_the_same_tables_shares_what_is_needed(files, static, monkeypatch):
    second = MadeFiles(static.parent / "tables", static)
    one, two = made(static, "one", "two")
    files.need("1", [one])
    second.need("1", [two])
    later(monkeypatch, 86_400)
    files.sweep("1")
    second.sweep("1", at_once=True)
    assert scripts(static) == {one, two}


def test_a_list_that_another_app_removed_is_written_again(files, static, monkeypatch):
    (name,) = made(static, "a")
    files.need("1", [name])
    for path in (static / "made").glob("needed-*"):
        path.unlink()
    later(monkeypatch, KEPT_S + 1)
    files.sweep("1")
    assert scripts(static) == {name}


def test_a_clock_that_was_set_back_keeps_nothing_that_is_not_needed(files, static, monkeypatch):
    old, new = made(static, "old", "new")
    files.need("1", [old])
    files.need("2", [new])
    later(monkeypatch, -86_400)
    files.sweep("2")
    assert scripts(static) == {new}


def test_where_nothing_can_be_written_sweeping_is_no_error(tmp_path):
    (tmp_path / "made").write_bytes(b"no folder")
    files = MadeFiles(tmp_path / "tables", tmp_path)
    assert not files.need("1", ["a.js"])
    assert not files.is_other("x")
    files.sweep("1", at_once=True)


def test_a_withdrawal_removes_pages_of_its_own_tables_and_of_nobody_alone(tmp_path, static):
    root = tmp_path / "served"
    (root / "annotations").mkdir(parents=True)
    served = root / "static" / "atlas"
    mine, theirs, nobodys = made(served, "mine", "theirs", "nobody's")
    MadeFiles(root, served).need("1", [mine])
    MadeFiles(tmp_path / "others", served).need("1", [theirs])
    store = CsvStore(root, served=root)
    names = {copy.name.rpartition("/")[2] for copy in store.copies()}
    assert names == {mine, nobodys}
    assert "theirs" not in {each.text for each in store.held()}


@pytest.mark.parametrize("kind", STRANGE)
@pytest.mark.parametrize("name", ["notes", "needed-0", "tmp0", "needed-{own}"])
def test_what_cannot_be_removed_keeps_nothing_else_from_being_removed(
    files, static, monkeypatch, kind, name
):
    kept, *hidden = made(static, "kept", *map(str, range(12)))
    files.need("1", hidden)
    files.need("2", [kept])
    put(kind, static / "made" / (files._list("2").name if "own" in name else name))
    later(monkeypatch, KEPT_S + 1)
    with in_time():
        for at_once in (False, True):
            files.sweep("2", at_once)
            assert not scripts(static) & set(hidden)
            assert kept in scripts(static)


def test_a_file_that_the_disk_keeps_is_the_only_one_that_stays(files, static, monkeypatch):
    names = made(static, *map(str, range(12)))
    real = Path.unlink

    def refuse(path, missing_ok=False):
        if path.name == names[0]:
            raise PermissionError(13, "Permission denied")
        real(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)
    files.sweep("1", at_once=True)
    assert scripts(static) == {names[0]}


@pytest.mark.parametrize("strange", [*STRANGE, b"", b"\xff\xfe\0", b"x" * 99])
def test_where_nobody_can_say_what_was_shown_before_it_was_something_else(files, static, strange):
    files.is_other("one")
    (note,) = (static / "made").glob("shown-*")
    put(strange, note) if isinstance(strange, str) else note.write_bytes(strange)
    with in_time():
        assert files.is_other("one")
        assert files.is_other("one") is (strange == "folder")


def test_a_disk_that_is_full_leaves_the_note_of_what_was_shown(files, static):
    files.is_other("a longer text")
    with full_disk():
        assert files.is_other("two")
        assert files.is_other("two")


def test_a_sweep_in_the_midst_of_another_one_waits_for_its_end(files, static, monkeypatch):
    (name,) = made(static, "a")
    files.need("1", [name])
    real, other = files._lists, Thread(target=files.sweep, args=("2",))

    def with_another(version: str, at_once: bool) -> set[str]:
        if version == "1":
            other.start()
            other.join(0.2)
        return real(version, at_once)

    monkeypatch.setattr(files, "_lists", with_another)
    files.sweep("1")
    other.join()
    assert scripts(static) == {name}


def test_a_file_that_cannot_be_removed_is_named_in_the_log_once(files, static, monkeypatch, caplog):
    (name,) = made(static, "hidden by now")

    def refused(path, missing_ok=False):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "unlink", refused)
    for _ in range(2):
        files.sweep("2", at_once=True)
    (told,) = [record.getMessage() for record in caplog.records if name in record.getMessage()]
    assert told.startswith(f"{name} cannot be removed, and may show what is hidden: Permission")
