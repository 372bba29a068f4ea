"""Staff see what a file would change before it does, and nothing is lost where it may not."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from annotations.collection.load import load
from annotations.proposals.overlay import Overlay
from annotations.publication.publish import published
from annotations.saving import file_rows
from annotations.store import drafts
from annotations.store.files.store import CsvStore
from annotations.store.proposals import Proposal
from annotations.tables.changes import rows_by_key
from tests.collections import csv_of
from tests.pages.visits import html, map_args, said, text, title, visit
from tests.stores import bytes_of, changed, saved, store_in
from tests.strange_files import full_disk
from views.staff.importing import MOST_ROWS
from views.widgets.app import sign_in
from views.widgets.staff import importing

HOSTILE = "<script>alert(1)</script> **b** [x](https://example.org) $x$ :red[y].csv"


@pytest.fixture(autouse=True)
def tables(monkeypatch, tmp_path) -> CsvStore:
    """The good tables in a folder of their own, and whoever visits is staff."""
    monkeypatch.setattr(sign_in, "who", lambda: "staff@example.org")
    monkeypatch.setenv("WAYS_OUT_TABLES", str(tmp_path))
    return store_in(tmp_path)


def given(content: str | bytes, name: str = "names.csv"):
    """The page once a file was given."""
    return given_together([(name, content)])


def given_together(files: Sequence[tuple[str, str | bytes]], at=None):
    """The page once these files were given, as the only ones."""
    at = at or visit("import")
    told = [(n, c if isinstance(c, bytes) else c.encode(), "text/csv") for n, c in files]
    (uploader,) = at.file_uploader
    at = uploader.set_value(told).run()
    assert not at.exception
    return at


def problems_told(at) -> list[str]:
    return [line for block in at.code for line in block.value.splitlines()]


def pressed(at, why: str | None = None):
    """The page once the file was accepted, with a reason if there is one."""
    if why is not None:
        (field,) = at.main.text_input
        at = field.set_value(why).run()
    return at.button(key="take-in").click().run()


def buttons(at) -> set[str]:
    return {button.key for button in at.button}


def test_a_visitor_sees_no_such_page(monkeypatch):
    monkeypatch.setattr(sign_in, "who", lambda: None)
    at = visit("import")
    assert title(at) != "What would these files change?"
    assert len(at.file_uploader) == 0


def test_a_table_as_it_is_would_change_nothing_and_is_not_kept(tmp_path):
    at = given(bytes_of(tmp_path)["places"], "whatever.csv")
    assert "Nothing would change: 1 row is the same as in the table." in text(at)
    assert "Compared with places.csv, the table whose columns are in this header." in text(at)
    assert "take-in" not in buttons(at)
    assert "It is kept" not in text(at)


def test_what_is_given_with_a_reason_is_proposed_and_said_once(tables):
    at = given(csv_of("names", {"reason": "Wrote a book."}, {"name": "B"}))
    assert "1 row is new, 1 row changes." in text(at)
    assert "Mike Kim of names.csv" in text(at) and "B of names.csv" in text(at)
    assert "<del>" in html(at) and "<ins>" in html(at)
    at = pressed(at)
    assert "Give a reason" in at.warning[0].value
    assert list(rows_by_key(tables, "names")) == ["Mike Kim"]
    at = pressed(at, "from the archive")
    assert "2 rows were proposed" in at.success[0].value.replace("\\", "")
    assert list(rows_by_key(tables, "names")) == ["Mike Kim"] and tables.lines() == []
    (found,) = tables.proposals.all()
    assert (found.who, found.why) == ("staff@example.org", "from the archive")
    assert rows_by_key(Overlay(tables, found), "names")["Mike Kim"]["reason"] == "Wrote a book."
    assert "It is kept" not in text(at) and "take-in" not in buttons(at)
    assert len(at.run().success) == 0


def test_a_file_with_a_bad_line_is_not_taken_in_but_its_other_rows_may_be(tables, tmp_path):
    before = bytes_of(tmp_path)
    at = given(csv_of("names", {"name": "A", "kind": "book"}, {"name": "B"}))
    assert problems_told(at)[0].startswith("names.csv:2:kind  'book' is not one of")
    assert "1 row is new, 1 line has problems." in text(at)
    assert "take-in" not in buttons(at)
    assert "Fix the lines above" in at.info[0].value
    (toggle,) = at.main.toggle
    at = toggle.set_value(True).run()
    assert bytes_of(tmp_path) == before
    pressed(at, "the good ones")
    (found,) = tables.proposals.all()
    assert [change.key for change in found.changes] == ["B"]
    assert bytes_of(tmp_path) == before


def test_where_no_part_can_stand_alone_that_is_said(tmp_path):
    store_in(tmp_path, sources=csv_of("sources", {}, {"id": "second"}))
    at = given(csv_of("mentions", {"source": "second"}), "mentions.csv")
    assert "Problems that this would cause in other rows" in text(at)
    assert any(line.startswith("stops.csv:2:mentions") for line in problems_told(at))
    (toggle,) = at.main.toggle
    at = toggle.set_value(True).run()
    assert "No part of this can" in at.warning[0].value
    assert "take-in" not in buttons(at)


def test_a_row_that_somebody_changed_meanwhile_is_told_and_the_file_is_kept(tables):
    at = given(csv_of("names", {"reason": "Wrote a book."}))
    (field,) = at.main.text_input
    at = field.set_value("corrected").run()
    saved(tables, changed(tables, "names", "Mike Kim", reason="Leads a group."))
    at = pressed(at)
    assert "Nothing was saved" in at.warning[0].value
    assert "When you started" in text(at)
    assert rows_by_key(tables, "names")["Mike Kim"]["reason"] == "Leads a group."
    assert "It is kept" in text(at)
    assert "Leads" in text(at)  # the preview is a new one
    pressed(at)
    (found,) = tables.proposals.all()
    assert rows_by_key(Overlay(tables, found), "names")["Mike Kim"]["reason"] == "Wrote a book."


def test_somebody_who_came_first_with_the_same_is_told_and_nothing_is_saved_later(tables):
    at = given(csv_of("names", {"reason": "Wrote a book."}))
    (field,) = at.main.text_input
    at = field.set_value("corrected").run()
    saved(tables, changed(tables, "names", "Mike Kim", reason="Wrote a book."))
    at = pressed(at)
    assert "Nothing was saved" in at.warning[0].value
    assert "Nothing would change" in text(at)
    assert len(tables.lines()) == 1


def test_a_closed_tab_loses_no_file_and_each_can_be_discarded(tables):
    given(csv_of("names", {"name": "B"}), HOSTILE)
    given(csv_of("names", {"name": "C"}), "names (2).csv")
    at = visit("import")
    assert "Not imported yet" in text(at) and HOSTILE in text(at)
    assert "<script" not in html(at)
    first, second = (button for button in at.button if button.key.startswith("go-on-"))
    assert "names (2).csv" in first.key
    at = second.click().run()
    assert "B of names.csv" in text(at)
    assert "<script" not in html(at)
    (other,) = (button for button in at.button if button.key.startswith("discard-import"))
    at = other.click().run()
    at = at.button(key="discard").click().run()
    assert "B of names.csv" not in text(at)
    assert "Not imported yet" not in text(visit("import"))


def test_a_file_of_no_table_asks_for_one_and_a_chosen_one_counts(tables):
    at = given("name,kind\nA,work\n", "mine.csv")
    assert "Choose the table here" in text(at)
    (choice,) = at.main.selectbox
    at = choice.set_value("names").run()
    assert "Compared with names.csv, as you chose." in text(at)
    assert any("names.csv:1:reason" in line for line in problems_told(at))


NEW_JOURNEY = [
    ("journeys.csv", csv_of("journeys", {"id": "new", "title": "By night"})),
    ("stops (1).csv", csv_of("stops", {"journey": "new"})),
]


def test_files_are_compared_and_proposed_together_and_no_table_has_them(tables):
    at = given_together(NEW_JOURNEY)
    assert "journeys.csv Compared with journeys.csv, the table whose columns" in text(at)
    assert "stops (1).csv Compared with stops.csv" in text(at)
    assert text(at).count("1 row is new.") == 2
    assert "They are kept, for you alone" in text(at)
    assert len(problems_told(at)) == 0
    at = pressed(at, "a letter")
    assert "2 rows were proposed" in at.success[0].value.replace("\\", "")
    assert tables.lines() == [] and "new" not in rows_by_key(tables, "journeys")
    (found,) = tables.proposals.all()
    assert {change.table for change in found.changes} == {"journeys", "stops"}
    assert "new" not in published(load(tables).collection).journeys
    assert "Not imported yet" not in text(visit("import"))


def test_two_files_for_one_table_are_told_and_neither_is_compared(tables):
    files = [("a.csv", csv_of("names", {"name": "A"})), ("b.csv", csv_of("names", {"name": "B"}))]
    at = given_together([*files, ("places.csv", csv_of("places", {}))])
    assert "There are several files for names.csv: a.csv, b.csv." in said(at)
    assert "take-in" not in buttons(at) and "new" not in text(at)
    at = given_together(files[:1], at)
    assert "1 row is new." in text(at)


def test_two_files_alike_are_two_files_for_one_table():
    at = given_together([("a.csv", csv_of("names", {"name": "A"}))] * 2)
    assert "There are several files for names.csv: a.csv, a.csv." in said(at)


def test_problems_stand_with_the_table_of_their_file():
    at = given_together([
        ("journeys.csv", csv_of("journeys", {"id": "new", "kind": "x"}, {})),
        ("stops.csv", csv_of("stops", {}, {"journey": "by-sea", "order": "x"})),
    ])  # fmt: skip
    assert [line.split()[0] for line in problems_told(at)] == [
        "journeys.csv:2:kind", "stops.csv:3:order"]  # fmt: skip
    assert text(at).count("1 stays as it is, 1 line has problems.") == 2


def test_all_files_of_an_import_are_kept_as_one_and_come_back_together(tables):
    first = given_together(NEW_JOURNEY[:1])
    assert any(line.startswith("journeys.csv:2:id  has no stop") for line in problems_told(first))
    given_together(NEW_JOURNEY, first)
    at = visit("import")
    (go_on,) = (button for button in at.button if button.key.startswith("go-on-"))
    assert "journeys.csv, stops (1).csv, kept" in text(at)
    at = go_on.click().run()
    assert text(at).count("1 row is new.") == 2
    at = at.button(key="discard").click().run()
    assert "By night" not in text(at) and "Not imported yet" not in text(visit("import"))


def test_files_that_are_too_large_together_are_told_and_not_kept(monkeypatch):
    files = [("names.csv", csv_of("names", {"name": "A"})), NEW_JOURNEY[0]]
    size = sum(len(data.encode()) for _name, data in files) - 1
    monkeypatch.setattr(file_rows, "MOST_BYTES", size)
    at = given_together(files)
    assert "bytes given" in problems_told(at)[0]
    assert "kept, for you alone" not in text(at)


def test_signs_that_a_draft_cannot_hold_in_its_size_are_told_and_not_kept(monkeypatch, tables):
    monkeypatch.setattr(drafts, "MOST_BYTES", 100)
    at = given("name,kind,reason,sources\n" + "\x01" * 90 + ",work,x,\n")
    assert any(line.startswith("names.csv:2:name") for line in problems_told(at))
    assert "It is kept" not in text(at)


def test_pasted_text_is_compared_like_a_file(tables):
    at = visit("import")
    at = at.button_group(key="import-way").set_value("paste").run()
    at = at.text_area[0].set_value(csv_of("names", {"name": "B"})).run()
    assert "1 row is new." in text(at)


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", "저자".encode("cp949"), b"\x00" * 999])
def test_whatever_is_given_the_page_stands(content):
    at = given(content)
    assert problems_told(at)[0].startswith("names.csv:1")
    assert "take-in" not in buttons(at)


def test_many_problems_are_counted_and_given_as_a_file():
    rows = ({"name": f"N{n}", "kind": "x"} for n in range(importing.MOST_LINES + 5))
    at = given(csv_of("names", *rows))
    assert len(problems_told(at)) == importing.MOST_LINES
    assert [caption.value for caption in at.caption] == ["And 5 more."]
    assert [button.label for button in at.get("download_button")] == ["All 205 problems"]


def test_many_changes_are_counted():
    rows = ({"name": f"N{n}"} for n in range(MOST_ROWS + 5))
    at = given(csv_of("names", *rows))
    assert html(at).count("New row") == MOST_ROWS
    assert "And 5 more rows." in text(at)


def test_a_file_is_compared_once_for_each_state_of_the_tables(monkeypatch, tables):
    compared = []
    monkeypatch.setattr(
        importing,
        "preview",
        lambda *told, true=importing.preview: compared.append(1) or true(*told),
    )
    at = given(csv_of("names", {"name": "Once"}))
    at = at.run().run()
    assert len(compared) == 1
    saved(tables, changed(tables, "names", "Mike Kim", reason="Leads a group."))
    at.run()
    assert len(compared) == 2


def test_the_page_of_a_file_that_was_given_names_no_path(tables):
    at = given(csv_of("names", {"name": "B"}))
    assert str(Path(tables.root)) not in html(at)


def the_proposal(tables) -> Proposal:
    """The only proposal there is."""
    (found,) = tables.proposals.all()
    return found


def proposed_names(tables) -> dict[str, str]:
    """The reason of each name in the only proposal."""
    changes = the_proposal(tables).changes
    return {each.key: each.after["reason"] for each in changes if each.table == "names"}


PUBLIC = ("map", "journeys", "arrivals", "sources", "method")


def for_visitors(monkeypatch) -> list[str]:
    """All that visitors get of the public pages."""
    with monkeypatch.context() as patched:
        patched.setattr(sign_in, "who", lambda: None)
        pages = [visit(page) for page in PUBLIC]
    return [*map(html, pages), str(map_args(pages[0]))]


def test_an_imported_journey_leaves_tables_history_and_every_page_of_visitors_as_they_were(
    tables, tmp_path, monkeypatch
):
    before, seen = bytes_of(tmp_path), for_visitors(monkeypatch)
    shown = published(load(tables).collection)
    at = given_together(NEW_JOURNEY)
    assert "journeys.csv Compared with journeys.csv, the table whose columns" in text(at)
    assert "stops (1).csv Compared with stops.csv" in text(at)
    assert text(at).count("1 row is new.") == 2
    assert "They are kept, for you alone" in text(at)
    assert len(problems_told(at)) == 0
    at = pressed(at, "a letter")
    assert "2 rows were proposed. Visitors see nothing of them" in said(at)
    assert bytes_of(tmp_path) == before
    assert for_visitors(monkeypatch) == seen
    assert published(load(tables).collection) == shown
    found = the_proposal(tables)
    (link,) = [one for one in at.get("page_link") if one.proto.label == "See the proposal"]
    assert link.proto.query_string == f"proposal={found.id}"
    assert {(each.table, each.key) for each in found.changes} == {
        ("journeys", "new"), ("stops", "new:1")}  # fmt: skip
    assert "Not imported yet" not in text(visit("import"))


def test_files_imported_over_a_chosen_proposal_go_into_it_and_not_into_a_second_one(tables):
    pressed(given(csv_of("names", {"name": "B"})), "from the archive")
    key = the_proposal(tables).id
    at = given_together(
        [("n.csv", csv_of("names", {"name": "B", "reason": "Led a group."}, {"name": "C"}))],
        visit("import", proposal=key),
    )
    assert "1 row is new, 1 row changes." in text(at)
    pressed(at, "more of it")
    assert the_proposal(tables).id == key
    assert proposed_names(tables) == {"B": "Led a group.", "C": "Author of a book."}
    assert list(rows_by_key(tables, "names")) == ["Mike Kim"]


def test_an_import_brings_no_row_that_its_files_do_not_have():
    at = given_together(NEW_JOURNEY)
    assert "publication.csv" not in text(at) and "hidden from visitors" not in text(at)
    assert at.button(key="take-in").label == "Propose 2 rows"


def test_a_file_that_would_show_a_withheld_journey_again_is_proposed_and_shows_nothing(tmp_path):
    hidden = {"place": "withheld", "date": "withheld", "reason": "She asked us.", "asked": "yes"}
    store = store_in(tmp_path, publication=csv_of("publication", hidden))
    pressed(given(csv_of("publication", {}), "publication.csv"), "shown again")
    assert rows_by_key(store, "publication")["by-sea"]["place"] == "withheld"
    assert "by-sea" not in published(load(store).collection).journeys
    assert [each.after["place"] for each in the_proposal(store).changes] == ["as-is"]


def test_files_that_cannot_be_kept_are_compared_all_the_same_and_that_is_said(tables):
    with full_disk():
        at = given(csv_of("names", {"name": "B"}), "names.csv")
    assert "could not be written" in said(at)
    assert "B of names.csv" in text(at)
    assert "It is kept" not in text(at)


@pytest.mark.parametrize(
    ("draft", "why"),
    [
        (b"{", "The draft cannot be read"),
        (b"{}", "There is no file in this draft."),
        (b'{"files": [1]}', "There is no file in this draft."),
    ],
)
def test_files_that_are_gone_or_broken_when_somebody_goes_on_are_said(tables, tmp_path, draft, why):
    given(csv_of("names", {"name": "B"}), "names.csv")
    at = visit("import")
    (path,) = (tmp_path / ".drafts").glob("*/*.json")
    path.write_bytes(draft)
    (button,) = (button for button in at.button if button.key.startswith("go-on-"))
    at = button.click().run()
    assert not at.exception
    assert why in said(at)
