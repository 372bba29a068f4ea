"""A file that cannot be opened for a moment is whole: it stays, and that moment is told."""

import errno
import os
from pathlib import Path

import pytest

from annotations.proposals.overlay import Overlay
from annotations.store.drafts import BrokenDraft, UnopenedDraft
from annotations.store.files.beside.made_pages import MADE, add_names, list_name, pages
from annotations.store.files.store import CsvStore, open_store
from annotations.store.proposals import BrokenProposal
from annotations.store.protocol import Interrupted
from tests.killing import killed_after
from tests.stores import added, changed, saved, store_in

DRAFT = {"journey": "by-sea"}


@pytest.fixture(params=[errno.EIO, errno.EACCES, errno.EMFILE], ids=errno.errorcode.get)
def refused(request):
    """What lets the system refuse to open a file, or to say anything of it, until it is undone."""

    def refuse(path: Path, *calls: str):
        patch = pytest.MonkeyPatch()
        for name in calls or ("open",):
            real = getattr(os, name)

            def call(at, *arguments, real=real, **options):
                if isinstance(at, (str, Path)) and Path(at) == path:
                    raise OSError(request.param, os.strerror(request.param), str(path))
                return real(at, *arguments, **options)

            patch.setattr(os, name, call)
        request.addfinalizer(patch.undo)
        return patch

    return refuse


@pytest.mark.parametrize("calls", [["open"], ["open", "stat"]])
def test_a_draft_stays_where_it_is_and_is_loaded_a_moment_later(tmp_path, refused, calls):
    drafts = store_in(tmp_path).drafts
    drafts.keep("ada", "x", DRAFT)
    (path,) = (tmp_path / ".drafts").rglob("*.json")
    patch = refused(path, *calls)
    with pytest.raises(UnopenedDraft, match=r"cannot be opened at this moment \(.+\)\. It stays"):
        drafts.load("ada", "x")
    with pytest.raises(UnopenedDraft):
        drafts.replace("ada", "x", DRAFT, {"journey": "by-land"})
    patch.undo()
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    assert drafts.load("ada", "x") == DRAFT


def test_a_draft_of_which_nothing_can_be_said_is_not_missed_in_the_list(tmp_path, refused):
    drafts = store_in(tmp_path).drafts
    drafts.keep("ada", "x", DRAFT)
    (path,) = (tmp_path / ".drafts").rglob("*.json")
    patch = refused(path, "stat")
    with pytest.raises(OSError):
        drafts.list("ada")
    patch.undo()
    assert [entry.name for entry in drafts.list("ada")] == ["x"]


def test_a_draft_that_is_no_json_is_set_aside_as_before(tmp_path):
    drafts = store_in(tmp_path).drafts
    drafts.keep("ada", "x", DRAFT)
    (path,) = (tmp_path / ".drafts").rglob("*.json")
    path.write_text("{", encoding="utf-8")
    with pytest.raises(BrokenDraft, match=r"x\.1\.broken"):
        drafts.load("ada", "x")


def test_nobody_is_told_to_move_a_proposal_away(tmp_path, refused):
    store = store_in(tmp_path)
    saved(over := Overlay(store), added("names", "A Pastor"))
    patch = refused(store.proposals.path(over.proposal.id))
    (told,) = store.proposals.broken()
    assert "cannot be opened" in told and "move it away" not in told
    with pytest.raises(BrokenProposal, match="Try again"):
        store.proposals.load(over.proposal.id)
    patch.undo()
    assert store.proposals.load(over.proposal.id) == over.proposal


def test_nobody_is_told_to_remove_a_journal_and_the_save_is_completed_later(
    tmp_path, monkeypatch, refused
):
    for calls in range(99):
        (tmp_path / str(calls)).mkdir()
        store = store_in(tmp_path / str(calls))
        change = changed(store, "names", "Mike Kim", reason="Known.")
        killed_after(monkeypatch, calls, lambda store=store, change=change: saved(store, change))
        journal = tmp_path / str(calls) / "annotations" / ".saving.journal"
        if journal.exists():
            break
    patch = refused(journal)
    with pytest.raises(Interrupted, match="cannot be opened") as told:
        open_store(store.root)
    assert "remove the journal" not in str(told.value)
    patch.undo()
    open_store(store.root)
    assert CsvStore(store.root).table("names").by_key["Mike Kim"]["reason"] == "Known."


def test_pages_are_nobody_elses_while_the_list_of_ours_cannot_be_opened(tmp_path, refused):
    folder = tmp_path / MADE
    folder.mkdir(parents=True)
    (folder / "page.html").write_text("By sea", encoding="utf-8")
    ours, theirs = (folder / list_name(tables, "1") for tables in (tmp_path, tmp_path / "other"))
    for path in (ours, theirs):
        add_names(path, ["page.html"])
    patch = refused(ours)
    with pytest.raises(OSError):
        pages(folder, tmp_path)
    patch.undo()
    assert pages(folder, tmp_path) == [folder / "page.html"]
