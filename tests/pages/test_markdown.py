"""No text of the records is a sign of Markdown anywhere: not in a label, an option or a note."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from annotations.collection.load import load
from annotations.proposals.overlay import Overlay
from annotations.store.memory.shelf import MemoryStories, MemoryTexts
from annotations.store.texts import digest
from annotations.tables.schema import TABLES, key_of
from tests.collections import GOOD_ROWS, TEXT, csv_of
from tests.hostile_rows import TEXTS
from tests.pages.shown_markdown import markdown
from tests.pages.visits import PAGES, html, said, visit
from tests.stores import changed, saved
from views.text import labels, markdown_text, short_source
from views.widgets.app import store

SIGNS = (
    "![p](http://example.invalid/x.png)", "[l](http://example.invalid/)", "**b**", "_i_", "`c`",
    ":red[r]", ":red-badge[r]", ":material/home:", ":smile:", "$x^2$", "http://example.invalid",
)  # fmt: skip
HOSTILE = " ".join(SIGNS)
# The words of a mention are those of the text.
MARKED = TEXTS | {"mentions": "note annotator"}
STORY = f"""title: 'A story {HOSTILE}'
for: 'a class {HOSTILE}'
minutes: 40
summary: 'What is told {HOSTILE}'
steps:
  - heading: 'The port {HOSTILE}'
    text: 'She hid {HOSTILE}'
    sources: interview[2]
"""
OPENED = (
    ("map", {"journey": "by-sea"}),
    ("map", {"journey": "by-sea", "stop": "1"}),
    ("map", {"event": "famine"}),
    ("journeys", {"journey": "by-sea"}),
)
FOR_STAFF = (
    *(("records", {"table": labels.table(table)}) for table in TABLES),
    *(("records", {"table": labels.table(name), "row": key_of(name, GOOD_ROWS[name])})
      for name in TABLES),
    *((page, {}) for page in ("gaps", "import", "annotate", "withdraw", "review", "history")),
    ("annotate", {"journey": "by-sea"}), ("withdraw", {"record": "by-sea"}),
    ("review", {"journey": "by-sea"}), ("review", {"source": "interview"}),
    ("history", {"list": "public"}), ("history", {"table": "journeys", "row": "by-sea"}),
)  # fmt: skip


@pytest.fixture
def hostile(app_with):
    """Tables and a story with every kind of Markdown wherever there may be words."""
    rows = {
        table: {column: _with(table, column) for column in MARKED[table].split()}
        for table in TABLES
        if table != "publication"
    }
    found = app_with(**{table: csv_of(table, cells) for table, cells in rows.items()})
    found.texts = MemoryTexts(TEXT.encode())
    found.stories = MemoryStories({"a-story.yaml": STORY})
    assert [str(each) for each in load(found.snapshot()).problems] == []
    return found


@pytest.fixture
def for_staff(hostile, at_the_door):
    """The same, with a reason and a name for every act, and a proposal."""
    changes = (changed(hostile, "events", "famine", confidence=each) for each in ("low", "medium"))
    for tables, change in zip((hostile, Overlay(hostile)), changes, strict=True):
        saved(tables, change, who=HOSTILE, why=HOSTILE)
    return hostile


def _with(table: str, column: str) -> str:
    return f"{GOOD_ROWS[table].get(column, '')} {HOSTILE}".strip()


def read_as_markdown(at: AppTest) -> dict[str, str]:
    """The texts in which a sign is one, by where they stand."""
    assert not at.exception
    return {where: text for where, text in markdown(at) if any(sign in text for sign in SIGNS)}


@pytest.mark.parametrize(("page", "address"), (*((page, {}) for page in PAGES), *OPENED))
def test_no_sign_in_any_column_is_read_on_a_page_for_visitors(hostile, page, address):
    assert read_as_markdown(visit(page, **address)) == {}


@pytest.mark.parametrize(("page", "address"), FOR_STAFF)
def test_no_sign_in_any_column_reason_or_name_is_read_on_a_page_for_staff(for_staff, page, address):
    assert read_as_markdown(visit(page, **address)) == {}


def test_no_sign_is_read_in_a_proposal(for_staff):
    (one,) = for_staff.proposals.all()
    for page in ("review", "records", "history", "annotate"):
        assert read_as_markdown(visit(page, proposal=one.id)) == {}


def test_no_sign_is_read_in_the_opened_saves(for_staff):
    saves = {line.save for line in for_staff.lines()}
    for kind in ("saves", "public"):
        at = visit("history", list=kind)
        before = html(at)
        for save in saves:
            at.session_state[f"save-{save}"] = True
        assert read_as_markdown(at.run()) == {}
        assert len(html(at)) > len(before)


def test_no_sign_is_read_at_the_desk_of_an_annotator(for_staff):
    at = visit("annotate", journey="by-sea")
    at.button(key="change-interview").click().run()
    assert read_as_markdown(at) == {}
    for address, widget in (({"mention": "port"}, "unmark"), ({"stop": "1"}, "without-by-sea:1")):
        at = visit("annotate", work="interview", **address)
        assert at.button(key=widget)
        assert read_as_markdown(at) == {}
    assert read_as_markdown(visit("annotate")) == {}


def test_no_sign_is_read_where_a_lesson_is_made(hostile):
    assert read_as_markdown(visit("map", journey="by-sea")) == {}
    assert read_as_markdown(visit("compose")) == {}


def test_no_sign_is_read_in_the_name_of_a_file(for_staff):
    at = visit("import")
    name = HOSTILE.replace("/", "") + ".csv"
    at.file_uploader[0].set_value([(name, csv_of("names", {}).encode(), "text/csv")]).run()
    assert read_as_markdown(at) == {}
    assert read_as_markdown(visit("import")) == {}


def test_a_link_with_the_title_of_a_source_as_it_is_chooses_it_and_so_does_its_own(hostile):
    title, called = _with("sources", "title"), short_source(store.collection(), "interview")
    for words in (title, markdown_text(title), called, markdown_text(called)):
        at = visit("map", source=words)
        assert at.session_state["source"] == ["interview"]
        assert "cannot be read" not in said(at)


@pytest.mark.parametrize(
    "script",
    (
        f"st.button({HOSTILE!r})",
        f"st.pills('a', ['b'], format_func=lambda _: {HOSTILE!r})",
        f"st.radio('a', ['b'], captions=[{HOSTILE!r}])",
        f"st.expander({HOSTILE!r})",
        f"st.toggle('a', help={HOSTILE!r})",
        f"st.warning({HOSTILE!r})",
        f"st.subheader({HOSTILE!r})",
        f"st.page_link('http://localhost', label={HOSTILE!r})",
        f"st.tabs([{HOSTILE!r}])",
    ),
)
def test_a_sign_that_is_read_is_found_out(script):
    at = AppTest.from_string(f"import streamlit as st\n{script}").run()
    assert read_as_markdown(at)


def test_a_text_that_was_given_as_text_is_none():
    at = AppTest.from_string(f"import streamlit as st\nst.button({markdown_text(HOSTILE)!r})").run()
    assert read_as_markdown(at) == {}
    assert digest(TEXT.encode()) == GOOD_ROWS["sources"]["sha256"]
