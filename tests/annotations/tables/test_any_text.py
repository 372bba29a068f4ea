"""Whatever somebody writes into a cell: it is saved exactly, or it is refused and nothing is."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from annotations.problems import INVISIBLE
from annotations.saving.saves import undo
from annotations.tables.changes import Refused, rows_by_key
from annotations.tables.row import LONGEST_TEXT, MARKUP
from tests.stores import added, bytes_of, changed, history, saved, store_in

HOSTILE = ("\x00", '"', '","', "\n", "\r\n", ",", "=1+1", "+1", "@x", "שלום", "\u202e", "🏔", "<b>")
texts = st.lists(st.text(max_size=8) | st.sampled_from(HOSTILE), max_size=6).map("".join)


def may_stand(text: str) -> bool:
    """The rules of a text that must not be empty, as the README and the check tell them."""
    whole = text.strip() and len(text.strip()) <= LONGEST_TEXT
    halves = any("\ud800" <= char <= "\udfff" or char == "\ufffd" for char in text)
    return bool(whole) and not (halves or MARKUP.search(text) or INVISIBLE.search(text))


@settings(max_examples=150, deadline=None, derandomize=True)
@given(texts, st.booleans())
@example("a\x00b", True)
@example('=HYPERLINK("http://x")', False)
@example('"\n,🏔 שלום\n', True)
@example("a\x1f", True)
@example("\ud800", True)
@example("\udc80", False)
def test_a_text_is_saved_exactly_or_refused(tmp_path_factory, text, is_new):
    folder = tmp_path_factory.mktemp("tables")
    store = store_in(folder)
    before = bytes_of(folder)
    change = (
        added("names", "A", reason=text) if is_new
        else changed(store, "names", "Mike Kim", reason=text)
    )  # fmt: skip
    if not may_stand(text):
        with pytest.raises(Refused) as refused:
            saved(store, change)
        assert {(p.file, p.line, p.column) for p in refused.value.problems} == {
            ("names.csv", 2 + is_new, "reason")
        }
        assert bytes_of(folder) == before
        return
    done = saved(store, change)
    assert rows_by_key(store, "names")[change.key]["reason"] == text
    assert history(store, "names", change.key)[-1].after["reason"] == text
    undo(store, done.id, "ada")
    assert bytes_of(folder) | {"history": b""} == before


def test_texts_of_both_kinds_are_tried():
    assert may_stand('=HYPERLINK("http://x")') and may_stand('"\n,🏔 שלום\n')
    assert not any(map(may_stand, ("", "a\x00b", "a\u202eb", "\ud800", "<b>", "x" * 1201)))


def test_a_text_with_a_nul_in_a_column_of_ones_own_is_refused(tmp_path):
    header = "name,kind,reason,sources,mine\n"
    store = store_in(tmp_path, names=f"{header}Mike Kim,work,r,,\n")
    with pytest.raises(Refused, match=r"names\.csv:2:mine .*U\+0000"):
        saved(store, changed(store, "names", "Mike Kim", mine="a\x00"))
    saved(store, changed(store, "names", "Mike Kim", mine="a"))
    assert bytes_of(tmp_path)["names"].decode() == f"{header}Mike Kim,work,r,,a\n"
