"""Somebody who is taken off the list of staff does nothing more in a page that is still open."""

from dataclasses import replace
from importlib import import_module

import pytest

from annotations.annotating.work import as_draft, work_on
from annotations.store.files.beside.drafts import DraftFolder
from annotations.store.files.beside.texts import TextFolder
from tests.collections import TEXT
from tests.pages.test_staff import LISTED, SECRETS, SIGNED_IN, visit_as
from views.staff import NotStaff
from views.widgets.app import sign_in

NOBODY = {**SECRETS, "staff": {"addresses": ["somebody.else@example.org"]}}
files = import_module("views.widgets.app.files")


@pytest.fixture
def drafts(tables_in_files) -> DraftFolder:
    """The drafts beside the good tables: one of the staff member who visits."""
    TextFolder(tables_in_files.root / ".texts").keep(TEXT.encode())
    found = DraftFolder(tables_in_files.root / ".drafts")
    found.keep(LISTED, "a draft", as_draft(work_on(tables_in_files, "interview")))
    return found


def test_a_button_that_was_there_before_discards_nothing(drafts):
    at = visit_as(SIGNED_IN, page="annotate")
    at.secrets.update(NOBODY)
    at.button(key="really-drop-a draft").click().run()
    assert [draft.name for draft in drafts.list(LISTED)] == ["a draft"]
    assert at.exception


def test_as_long_as_she_is_on_the_list_the_button_does_what_it_says(drafts):
    at = visit_as(SIGNED_IN, page="annotate")
    at.button(key="really-drop-a draft").click().run()
    assert drafts.list(LISTED) == ()


def test_a_file_whose_button_was_there_before_is_not_made(tables_in_files, monkeypatch):
    made = {}
    monkeypatch.setattr(
        files, "file_button", lambda _label, make, name, _kind: made.update({name: make})
    )
    visit_as(SIGNED_IN, page="records")
    begun = sign_in.start()
    on_list = replace(begun, auth=SECRETS["auth"], listed=[LISTED])
    monkeypatch.setattr(sign_in, "start", lambda: on_list)
    assert all(make() for make in made.values())
    monkeypatch.setattr(sign_in, "start", lambda: replace(on_list, listed=[]))
    assert len(made) == 3
    for make in made.values():
        with pytest.raises(NotStaff):
            make()
