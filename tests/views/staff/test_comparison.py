"""Rows before and after are told by column, and by word as well as by colour."""

import re
from html import unescape

import pytest

from annotations.tables.changes import Change
from views.staff.comparison import changed_row, compared_words, kind_of

ROW = {"id": "by-sea", "title": "By sea", "note": "an old note", "status": "draft"}


def told(before, after, key="by-sea", table="journeys") -> str:
    html = changed_row(Change(table, key, before, after))
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def test_only_the_columns_that_differ_are_told_each_with_what_happened_to_it():
    after = ROW | {"title": "By ship", "note": "", "people": "a woman"}
    assert told(ROW, after) == (
        "by-sea of journeys.csv Changed row Column Before After "
        "title changed By sea By ship people filled in a woman note emptied an old note"
    )


def test_of_a_new_and_of_a_removed_row_all_that_it_says_is_told():
    row = {"id": "by-sea", "title": "By sea", "note": ""}
    assert told(None, row) == "by-sea of journeys.csv New row id by-sea title By sea"
    assert told(row, None).startswith("by-sea of journeys.csv Removed row id")


def test_a_remark_says_that_nothing_changed():
    assert told(ROW, ROW).endswith("Nothing in this row changed.")


def test_a_row_that_was_renamed_says_what_it_was():
    change = Change("stops", "a:1", {"journey": "a", "order": "1"}, {"journey": "a", "order": "2"})
    assert kind_of(change) == "Changed row, formerly a:1"


@pytest.mark.parametrize(
    ("before", "after", "gone", "come"),
    [
        ("She hid near a port.", "She hid in a port.", ["near"], ["in"]),
        ("", "new", [], ["new"]),
        ("old", "", ["old"], []),
        ("a b", "a b", [], []),
        ("a " * 3_000, "b " * 3_000, ["a " * 3_000], ["b " * 3_000]),
    ],
)
def test_the_words_that_differ_are_struck_out_and_underlined(before, after, gone, come):
    left, right = compared_words(before, after)
    assert re.findall("<del>(.*?)</del>", left) == gone
    assert re.findall("<ins>(.*?)</ins>", right) == come


def test_text_of_the_records_stays_text():
    assert "<b>" not in changed_row(Change("journeys", "x", ROW, ROW | {"note": "<b>x</b>"}))
