"""A withdrawal in the app says what would go, asks for a word, does it, and proves it."""

from __future__ import annotations

import pytest

from annotations.store.lines import WITHDRAWN
from annotations.tables.changes import rows_by_key
from tests.pages.visits import html, said, text, title, visit
from tests.stores import changed, saved
from tests.strange_files import closed

pytestmark = pytest.mark.usefixtures("at_the_door")


def lines(at) -> str:
    return "\n".join(block.value for block in at.code)


def confirmed(at, word: str):
    """The page after somebody has typed a word and pressed the button."""
    at.text_input[0].input(word)
    return at.button(key="withdraw-button").click().run()


def test_what_would_go_is_shown_and_nothing_is_removed(tables):
    at = visit("withdraw", record="by-sea")
    assert title(at) == "Who asked to be removed?"
    assert "Journeys: 1" in text(at) and "Stops: 1" in text(at)
    assert "journeys:1  row removed" in lines(at)
    assert "Nothing of it is left." in text(at)
    assert "Out of reach: older commits" in said(at)
    assert "by-sea" in rows_by_key(tables, "journeys")


def test_another_word_than_the_one_asked_for_removes_nothing(tables):
    at = confirmed(visit("withdraw", record="by-sea"), "by-se")
    assert "Nothing was removed" in said(at)
    assert "by-sea" in rows_by_key(tables, "journeys")


def test_it_goes_with_its_rows_and_the_history_says_who_withdrew_something(tables):
    saved(tables, changed(tables, "stops", "by-sea:1", role="swims"))
    at = confirmed(visit("withdraw", record="by-sea"), "by-sea")
    assert "It is withdrawn." in said(at)
    assert "Nothing of it is left." in text(at)
    assert not rows_by_key(tables, "journeys")
    (line,) = tables.lines()
    assert (line.act, line.key) == (WITHDRAWN, "")
    at = visit("history")
    assert any("withdrew a record" in block.label for block in at.expander)
    assert "by-sea" not in html(at)


def test_a_person_is_withdrawn_under_each_spelling(tables):
    saved(tables, changed(tables, "journeys", "by-sea", people="Mike Kim"))
    at = visit("withdraw")
    at.radio[0].set_value("person").run()
    at.text_area[0].input("Mike Kim\n마이크 김\n").run()
    assert "Journeys: 1" in text(at)
    at = confirmed(at, "Mike Kim")
    assert "It is withdrawn." in said(at)
    assert not rows_by_key(tables, "journeys") and not rows_by_key(tables, "names")


def test_what_is_nowhere_is_said_with_what_was_meant(tables):
    at = visit("withdraw")
    at.radio[0].set_value("person").run()
    at.text_area[0].input("Nobody Here").run()
    assert "Nobody named 'Nobody Here' is in the tables." in said(at)


def test_what_still_names_it_is_listed_to_be_rewritten(tables):
    saved(tables, changed(tables, "places", "dalian", note="The port of by-sea."))
    at = visit("withdraw", record="by-sea")
    assert "places:1  still holds 'by-sea'. Rewrite it" in lines(at)
    assert "1 of them still holds some of it." in text(at)


def test_a_file_that_nobody_can_open_is_named_and_nothing_is_removed(tables_in_files, monkeypatch):
    tables_in_files.drafts.keep("ada", "sea", {"word": 1})
    shown = visit("withdraw", record="by-sea")
    with monkeypatch.context() as patched:
        closed(patched, "sea.json")
        at = visit("withdraw", record="by-sea")
        assert "Nothing can be removed" in said(at)
        assert "sea.json: Permission denied" in said(at).replace("\\", "")
    with monkeypatch.context() as patched:
        patched.setattr("views.widgets.staff.withdrawing.withdraw", refused)
        at = confirmed(shown, "by-sea")
    assert "Nothing was removed. sea.json: Permission denied" in said(at).replace("\\", "")
    assert "by-sea" in rows_by_key(tables_in_files, "journeys")


def refused(*_arguments):
    """A file that is closed between the look at a withdrawal and the withdrawal."""
    raise PermissionError(13, "Permission denied", "/somewhere/sea.json")
