"""A disk that takes nothing more is told in a sentence: no page fails, and no half file is left."""

import errno
import os
from pathlib import Path
from threading import Barrier, Thread
from time import sleep

import pytest

from annotations.annotating.marks import with_source
from annotations.annotating.work import work_on
from annotations.collection.load import load
from annotations.store.files.beside.drafts import DraftFolder
from annotations.store.texts import digest
from tests.collections import TEXT
from tests.pages.test_annotate import begin, keep, kept, store, visit
from tests.pages.test_staff import LISTED
from tests.pages.visits import PAGES
from tests.pages.visits import visit as visit_page
from tests.stores import bytes_of
from tests.strange_files import full_disk
from views.atlas.assets import MadeFiles, publish
from views.widgets.annotate.work import Desk
from views.widgets.app import frame, sign_in

__all__ = ["store"]  # a fixture

READ_ONLY = OSError(errno.EROFS, "Read-only file system")


def half_files(root: Path) -> list[str]:
    """What a save leaves that was cut short."""
    return [path.name for path in root.rglob("*") if path.suffix in (".new", ".journal")]


def warned(at) -> str:
    """What the page warns of."""
    assert not at.exception
    return " ".join(box.value for box in at.warning).replace("\\", "")


def test_a_step_of_annotate_is_not_lost_quietly(store):
    keep(store, work_on(store, "interview", "by-sea"))
    at = visit(work="draft", stop="1")
    with full_disk():
        at.text_input(key="stop-by-sea:1-role").input("stays there").run()
    assert "That could not be written: File too large" in warned(at)
    assert kept(store) == work_on(store, "interview", "by-sea")
    assert half_files(store.root) == []
    at.text_input(key="stop-by-sea:1-role").input("stays here").run()
    with full_disk():
        at.button(key="take-back").click().run()
    assert "could not be written" in warned(at)
    assert kept(store).stops[0].cells["role"] == "stays here"
    at.button(key="take-back").click().run()
    assert kept(store) == work_on(store, "interview", "by-sea")


def test_a_text_that_cannot_be_kept_begins_no_draft(store):
    at = visit()
    with full_disk():
        begin(at, "She crossed the river.", title="A talk", published="2001")
    assert "could not be written" in warned(at)
    assert store.texts is None or store.texts.text(digest(b"She crossed the river.")) is None
    assert DraftFolder(store.root / ".drafts").list("ann@example.org") == ()
    assert half_files(store.root) == []


def test_a_proposal_that_cannot_be_kept_is_told_and_the_draft_stays(store):
    keep(store, work_on(store, "interview", "by-sea"))
    at = visit(work="draft", stop="1")
    at.text_input(key="stop-by-sea:1-role").input("stays there").run()
    before = bytes_of(store.root)
    with full_disk():
        at.button(key="save-work").click().run()
    assert "Saving failed: File too large" in warned(at)
    assert store.proposals.all() == ()
    assert kept(store).stops[0].cells["role"] == "stays there"
    assert bytes_of(store.root) == before
    assert half_files(store.root) == []


def test_a_draft_that_cannot_be_discarded_stays_and_that_is_told(store, monkeypatch):
    def refuse(*_told):
        raise READ_ONLY

    keep(store, work_on(store, "interview"), "my draft")
    at = visit()
    with monkeypatch.context() as patched:
        patched.setattr(DraftFolder, "drop", refuse)
        at.button(key="really-drop-my draft").click().run()
    assert "could not be written: Read-only file system" in warned(at)
    assert kept(store, "my draft")


def test_a_step_back_does_not_take_back_what_another_tab_has_done_since(store):
    keep(store, work_on(store, "interview", "by-sea"))
    one, other = visit(work="draft", stop="1"), visit(work="draft", stop="1")
    one.text_input(key="stop-by-sea:1-role").input("stays there").run()
    other.text_area(key="stop-by-sea:1-note").input("By the sea.").run()
    one.button(key="take-back").click().run()
    assert "another tab changed this draft since" in warned(one)
    cells = kept(store).stops[0].cells
    assert (cells["role"], cells["note"]) == ("stays there", "By the sea.")


def test_steps_of_two_tabs_at_the_same_moment_are_both_done(store, monkeypatch):
    monkeypatch.setattr(sign_in, "ensure", lambda _who: None)  # a thread is no visit of anybody
    keep(store, work_on(store, "interview", "by-sea"))
    desk = Desk(LISTED, "draft", kept(store), TEXT, load(store.snapshot()).collection)
    begun = Barrier(2)

    def step(column: str) -> None:
        def change(work):
            sleep(0.05)  # as long as a step takes, the other tab could read the draft as it was
            return with_source(work, **{column: "x"})

        begun.wait()
        desk.act(change)

    threads = [Thread(target=step, args=(column,)) for column in ("publisher", "rights")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    row = kept(store).rows["sources"]["interview"]
    assert (row["publisher"], row["rights"]) == ("x", "x")


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_there_though_the_scripts_of_the_map_cannot_be_written(monkeypatch, page):
    def refuse():
        raise READ_ONLY

    monkeypatch.setattr(frame, "prepare", refuse)
    at = visit_page(page)
    assert "could not be written (Read-only file system)" in warned(at)


def test_what_cannot_be_written_has_its_address_and_leaves_no_half(tmp_path, monkeypatch):
    with full_disk():
        address = publish("let a;", tmp_path)
    assert list((tmp_path / "made").iterdir()) == []
    files, name = MadeFiles(tmp_path, tmp_path), address.rpartition("/")[2]
    assert not files.need("1", [name])
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    assert files.need("1", [name])


def test_drafts_that_cannot_be_listed_are_told_with_their_folder_and_none_is_written_over(
    store, monkeypatch
):
    work = work_on(store, "interview", "by-sea")
    keep(store, work)
    listdir = os.listdir

    def refused(folder):
        if ".drafts" in str(folder):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(folder))
        return listdir(folder)

    with monkeypatch.context() as patched:
        patched.setattr(os, "listdir", refused)
        at = visit(journey="by-sea")
        assert "the folder .drafts cannot be read (Permission denied)" in warned(at)
        at.button(key="change-interview").click().run()
        assert "Permission denied" in warned(at)
        at = visit().switch_page("pages/import.py").run()
        assert "the folder .drafts cannot be read" in warned(at)
    assert kept(store) == work
