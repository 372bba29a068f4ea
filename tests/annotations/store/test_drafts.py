"""A draft survives whatever happens to its writer, and stays where it belongs."""

import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.store.drafts import MOST_BYTES, BrokenDraft
from annotations.store.files.beside.drafts import DraftFolder

DRAFT = {"table": "names", "cells": {"name": "저자", "reason": "a\nb\x00"}, "step": 2}


@pytest.fixture
def drafts(tmp_path):
    """Drafts in a folder that is not there yet."""
    return DraftFolder(tmp_path / ".drafts")


def names(drafts, owner):
    return {kept.name for kept in drafts.list(owner)}


def test_a_draft_is_kept_listed_loaded_replaced_and_dropped(drafts):
    assert drafts.list("ada") == ()
    drafts.keep("ada", "a new text", DRAFT)
    assert drafts.load("ada", "a new text") == DRAFT
    drafts.keep("ada", "a new text", {"step": 3})
    assert drafts.load("ada", "a new text") == {"step": 3}
    assert names(drafts, "ada") == {"a new text"}
    drafts.drop("ada", "a new text")
    drafts.drop("ada", "a new text")
    assert drafts.list("ada") == ()
    with pytest.raises(KeyError):
        drafts.load("ada", "a new text")


def test_drafts_of_two_owners_do_not_meet(drafts):
    drafts.keep("ada", "x", {"of": "ada"})
    drafts.keep("bo", "x", {"of": "bo"})
    assert drafts.load("ada", "x") == {"of": "ada"}
    drafts.drop("bo", "x")
    assert names(drafts, "ada") == {"x"}


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.sampled_from(["..", ".", "/", "../../x", "C:\\x", "a/b", "\x00", "~", "저자", "%2e%2e"]),
       st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12))  # fmt: skip
def test_no_name_leads_out_of_the_folder_of_its_owner(tmp_path_factory, hostile, any_text):
    for owner, name in ((hostile, any_text), (any_text, hostile)):
        folder = tmp_path_factory.mktemp("drafts")
        drafts = DraftFolder(folder / "in")
        drafts.keep(owner, name, DRAFT)
        assert names(drafts, owner) == {name}
        assert drafts.load(owner, name) == DRAFT
        (path,) = (path for path in folder.rglob("*") if path.is_file())
        assert path.parent.parent == folder / "in"


@pytest.mark.parametrize("name", ["", "x" * 201, "저" * 30])
def test_a_name_that_makes_no_file_name_is_told(name, drafts):
    with pytest.raises(ValueError, match="Shorten it"):
        drafts.keep("ada", name, DRAFT)


def test_a_draft_that_is_too_large_leaves_the_one_before(drafts):
    drafts.keep("ada", "x", DRAFT)
    with pytest.raises(ValueError, match=f"at most {MOST_BYTES:,} bytes"):
        drafts.keep("ada", "x", {"text": "x" * MOST_BYTES})
    assert drafts.load("ada", "x") == DRAFT


@pytest.mark.parametrize("content", [b"", b'{"a": ', b"[1]", b"\xff\xfe", b"[" * 100_000])
def test_a_broken_draft_is_told_and_kept_under_another_name(content, drafts, tmp_path):
    drafts.keep("ada", "x", DRAFT)
    for number in (1, 2):
        path = tmp_path / ".drafts" / "ada" / "x.json"
        path.write_bytes(content)
        with pytest.raises(BrokenDraft, match=rf"x\.{number}\.broken"):
            drafts.load("ada", "x")
        assert path.with_name(f"x.{number}.broken").read_bytes() == content
        assert drafts.list("ada") == ()


def test_a_writer_that_is_killed_leaves_the_draft_before(drafts, monkeypatch):
    drafts.keep("ada", "x", DRAFT)

    def killed(*_):
        raise KeyboardInterrupt

    for call in ("fsync", "replace"):
        with monkeypatch.context() as patched:
            patched.setattr(os, call, killed)
            with pytest.raises(KeyboardInterrupt):
                drafts.keep("ada", "x", {"step": 3})
        assert drafts.load("ada", "x") == DRAFT
        assert names(drafts, "ada") == {"x"}
