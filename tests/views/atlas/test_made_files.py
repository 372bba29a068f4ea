"""What lies in `made/` is what the tables need now; no app removes what another one needs."""

import os
import time

import pytest

from annotations.store import CsvStore
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
