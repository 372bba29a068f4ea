"""The disk refuses any one thing during a save: all of it stands or nothing, and so it is told."""

import os
import shutil
from itertools import count
from pathlib import Path

import pytest

from annotations.proposals.acts import agree
from annotations.renaming import NotRenamed, rename
from annotations.store.files import moment, save_journal
from annotations.store.files.store import CsvStore
from annotations.store.lines import BrokenHistory
from annotations.store.proposals import BrokenProposal, Event, Proposal, ProposedRow
from annotations.store.protocol import Busy, Unfinished
from annotations.tables.changes import Refused, rows_by_key
from annotations.withdraw.plan import withdraw
from annotations.withdraw.subject import Subject
from annotations.withdraw.tables import NotWithdrawn
from tests.failing import REFUSED, Disk
from tests.stores import added, changed, disagreements
from tests.two_journeys import two_journeys_in


@pytest.fixture(autouse=True)
def no_wait(monkeypatch):
    """Nobody here completes a save while a reader waits."""
    monkeypatch.setattr(moment, "sleep", lambda seconds: None)


@pytest.fixture
def begun(tmp_path) -> Path:
    """Two journeys with a past, stories of them, a draft, a text and a proposal."""
    folder = tmp_path / "begun"
    store = two_journeys_in(folder)
    changes = changed(store, "places", "dalian", note="A port."), added("names", "A Person")
    rows = tuple(ProposedRow(change, "ada") for change in changes)
    event = Event("2026-01-01T00:00:00.000+00:00", "ada", "proposed", "new")
    store.proposals.keep(Proposal("one", rows, (event,)), None)
    return folder


def accept(store: CsvStore) -> None:
    """Save two tables in two rooms, the history and the proposal that proposed it."""
    agree(store, store.proposals.load("one"), "ben")


def take_out(store: CsvStore) -> None:
    """Withdraw a journey, with a story, a draft and a text that go with it."""
    withdraw(store, Subject("by-sea"))


def give_another_id(store: CsvStore) -> None:
    """Rename a journey in tables, a story and the history."""
    rename(store, "by-land", "on-foot", "ada")


def stands(store: CsvStore, deed) -> bool:
    """Whether all of a deed stands, or nothing of it; whatever is in between is a failure."""
    tables, names = store.snapshot(), {path.name for path in store.root.rglob("*")}
    lines = store.lines()
    if deed is accept:
        parts = {
            rows_by_key(tables, "places")["dalian"]["note"] == "A port.",
            "A Person" in rows_by_key(tables, "names"),
            len(lines) == 3,
            store.proposals.load("one").state == "accepted",
        }
        assert len(lines) in (1, 3)
    elif deed is give_another_id:
        parts = {
            "on-foot" in rows_by_key(tables, "journeys"),
            "on-foot:1" in rows_by_key(tables, "stops"),
            "on-foot" in store.stories.read("both.yaml"),
            "on-foot" in {line.key for line in lines},
            store.redirects.record_of("by-land") == "on-foot",
        }
    else:
        parts = {
            "by-sea" not in rows_by_key(tables, "journeys"),
            "by-sea:1" not in rows_by_key(tables, "stops"),
            "by-sea" not in store.stories.read("both.yaml"),
            "sea.yaml" not in names,
            "sea.json" not in names,
            "by-sea" not in {line.key for line in lines},
            store.redirects.record_of("by-sea") == "",
        }
    assert len(parts) == 1, "It stands in part."
    return parts.pop()


def outcome(deed, store: CsvStore) -> bool:
    """What whoever saves is told: that it counts, or that it does not."""
    try:
        deed(store)
    except Unfinished:
        return True
    except (BrokenHistory, BrokenProposal, Busy, NotRenamed, NotWithdrawn, OSError, Refused):
        return False
    return True


@pytest.mark.thorough
@pytest.mark.parametrize("deed", [accept, take_out, give_another_id])
@pytest.mark.parametrize(
    ("can_exchange", "stays_broken"),
    [(True, False), (False, False), (True, True)],
    ids=["once", "where no names are exchanged", "from then on"],
)
def test_whatever_the_disk_refuses_all_of_a_save_stands_or_nothing_as_it_was_told(
    begun, monkeypatch, deed, can_exchange, stays_broken
):
    seen = []
    for calls in count(step=7 if stays_broken else 1):
        store = CsvStore(shutil.copytree(begun, begun.parent / str(calls)))
        disk = Disk(calls, stays_broken, can_exchange)
        with disk.in_place(monkeypatch):
            told = outcome(deed, store)
        later = CsvStore(store.root)
        assert stands(later, deed) is told
        later.recover()
        assert stands(later, deed) is told
        assert disagreements(later) == []
        assert {path.name for path in later.root.rglob(".*") if path.is_file()} <= {".saving.lock"}
        shutil.rmtree(later.root)
        seen.append(told)
        if not disk.has_failed:
            break
    assert seen.count(False) > 3
    assert seen.count(True) > 1


def test_a_save_cut_short_is_completed_where_nobody_could_say_once_whether_it_counts(
    begun, monkeypatch
):
    store = CsvStore(begun)
    with monkeypatch.context() as patched:
        patched.setattr(save_journal, "_change_names", Cut())
        with pytest.raises(KeyboardInterrupt):
            accept(store)
    real, refused = os.stat, []

    def stat(path, *arguments, **options):
        if str(path).endswith(".saving.journal") and not refused:
            refused.append(path)
            raise REFUSED
        return real(path, *arguments, **options)

    later = CsvStore(begun)
    with monkeypatch.context() as patched:
        patched.setattr(os, "stat", stat)
        with pytest.raises(OSError, match="Input/output error"):
            later.recover()
    assert refused
    later.recover()
    assert stands(later, accept)
    assert disagreements(later) == []


class Cut:
    """Lets the first file of a save come to its place, and then ends the process."""

    def __init__(self) -> None:
        self._real, self._done = save_journal._change_names, False

    def __call__(self, path: Path, old: str, back: bool = False) -> None:
        if self._done:
            raise KeyboardInterrupt
        self._done = True
        self._real(path, old, back)
