"""A save is written whole or not at all, checked, and compared with what others did meanwhile."""

import json
import threading
from importlib import import_module

import pytest

from annotations.saving.saves import save, undo
from annotations.store.files import store as csv_store
from annotations.store.files.beside.texts import TextFolder
from annotations.store.files.store import CsvStore
from annotations.store.protocol import Busy
from annotations.tables.changes import Change, Conflict, Refused, rows_by_key, started_from
from annotations.tables.schema import TABLES
from tests.collections import GOOD_ROWS, LINE_OF_A_PROBLEM, TEXT, csv_of
from tests.stores import (
    added,
    bytes_of,
    changed,
    disagreements,
    history,
    now,
    path_of,
    removed,
    saved,
    store_in,
)
from tests.stories import HEAD, STEP


@pytest.fixture
def store(tmp_path):
    """The good tables in a folder."""
    return store_in(tmp_path)


STOPS = csv_of("stops", {}, {"order": "2", "date": ""}, {"order": "3", "date": ""})


@pytest.mark.parametrize("table", TABLES)
def test_a_row_of_any_table_is_changed_by_its_key_and_nothing_else_is(table, tmp_path):
    whole = {name: csv_of(name, {}) for name in ("publication", "statements", "glossary")}
    store = store_in(tmp_path, **whole)
    (key,) = rows_by_key(store, table)
    column = {"events": "title", "names": "reason"}.get(table, "note")
    change = changed(store, table, key, **{column: "a word"})
    before = bytes_of(tmp_path)
    saved(store, change)
    after = bytes_of(tmp_path)
    assert rows_by_key(store, table)[key] == change.after
    assert {name for name in after if after[name] != before[name]} == {table, "history"}


def test_a_save_over_several_tables_is_written_to_all_of_them(store, tmp_path):
    source = added("sources", "second")
    name = added("names", "A Person", sources="second")
    done = saved(store, name, source, changed(store, "journeys", "by-sea", note="again"))
    assert rows_by_key(store, "names")["A Person"]["sources"] == "second"
    assert "second" in rows_by_key(store, "sources")
    assert {line.save for line in store.lines()} == {done.id}
    assert disagreements(store) == []


def test_a_disagreement_between_table_and_history_is_found_out(store, tmp_path):
    saved(store, added("names", "A Person"))
    path_of(tmp_path, "names").write_text(csv_of("names", {}), encoding="utf-8")
    assert disagreements(store) == ["A Person of names"]


def test_a_save_that_adds_a_problem_is_refused_with_its_line_and_nothing_is_written(
    store, tmp_path
):
    before = bytes_of(tmp_path)
    fine, wrong = added("names", "A Person"), changed(store, "stops", "by-sea:1", date="1951-13")
    with pytest.raises(Refused) as refused:
        saved(store, fine, wrong)
    told = [str(problem) for problem in refused.value.problems]
    assert (
        "stops.csv:2:date  '1951-13' has no month 13. Write 1951 if the month is unknown." in told
    )
    assert all(LINE_OF_A_PROBLEM.fullmatch(line) for line in told)
    assert bytes_of(tmp_path) == before


def test_a_problem_in_another_table_is_a_reason_to_refuse(store):
    with pytest.raises(Refused) as refused:
        saved(store, removed(store, "places", "dalian"))
    assert {problem.table for problem in refused.value.problems} >= {"places"}


def test_tables_with_problems_can_be_corrected_row_by_row(tmp_path):
    texts = csv_of("names", {"kind": "wrong"}, {"name": "A", "kind": "wrong"}, {"name": "B"})
    store = store_in(tmp_path, names=texts)
    saved(store, removed(store, "names", "B"))
    saved(store, changed(store, "names", "Mike Kim", kind="work"))
    with pytest.raises(Refused) as refused:
        saved(store, changed(store, "names", "Mike Kim", kind="wrong again"))
    assert [(p.line, p.column) for p in refused.value.problems] == [(2, "kind")]


def test_a_problem_that_moves_to_another_row_is_a_new_one(tmp_path):
    texts = csv_of("names", {"kind": "wrong"}, {"name": "A", "kind": "work"})
    store = store_in(tmp_path, names=texts)
    corrected, broken = (
        changed(store, "names", key, kind=kind) for key, kind in (("Mike Kim", "work"), ("A", "no"))
    )
    with pytest.raises(Refused):
        saved(store, corrected, broken)
    saved(store, corrected)


def test_a_story_that_would_show_what_is_gone_is_a_reason_to_refuse(store, tmp_path):
    folder = tmp_path / "annotations" / "stories"
    folder.mkdir()
    gone = [removed(store, "journeys", "by-sea"), removed(store, "stops", "by-sea:1")]
    (folder / "lesson.yaml").write_text(HEAD + STEP + "    show: [by-sea]\n", encoding="utf-8")
    with pytest.raises(Refused) as refused:
        saved(store, *gone)
    assert "stories/lesson.yaml" in {problem.file for problem in refused.value.problems}


def test_words_that_do_not_stand_in_their_text_are_refused_where_the_texts_are_at_hand(tmp_path):
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "interview.txt").write_bytes(TEXT.encode())
    store_in(tmp_path)
    store = CsvStore(tmp_path, texts=TextFolder(tmp_path / "texts"))
    with pytest.raises(Refused, match=r"mentions\.csv:2:quote"):
        saved(store, changed(store, "mentions", "port", quote="Dairen"))


def test_a_cell_that_was_wrong_before_keeps_no_one_from_correcting_another(tmp_path):
    store = store_in(tmp_path, names=csv_of("names", {"reason": "a\u200bb"}))
    saved(store, changed(store, "names", "Mike Kim", kind="work"))
    with pytest.raises(Refused):
        saved(store, changed(store, "names", "Mike Kim", kind="wor\u200bk"))


def test_a_table_edited_by_hand_while_it_is_checked_is_not_written_over(tmp_path, monkeypatch):
    store, path = store_in(tmp_path), path_of(tmp_path, "names")
    room = import_module("annotations.saving.saves")  # its front door has a function of that name
    real = room.refuse_new_problems

    def edit_meanwhile(*arguments):
        real(*arguments)
        path.write_text(csv_of("names", {"reason": "By hand."}), encoding="utf-8")

    monkeypatch.setattr(room, "refuse_new_problems", edit_meanwhile)
    with pytest.raises(Busy, match=r"names\.csv was edited by hand"):
        saved(store, added("names", "A Person"))
    assert path.read_text(encoding="utf-8") == csv_of("names", {"reason": "By hand."})
    assert store.lines() == []


def test_a_row_that_somebody_changed_meanwhile_is_a_conflict_of_three_versions(store, tmp_path):
    started, mine = now(store), changed(store, "names", "Mike Kim", reason="Mine.")
    theirs = changed(store, "names", "Mike Kim", reason="Theirs.")
    saved(store, theirs, who="bo")
    before = bytes_of(tmp_path)
    with pytest.raises(Conflict) as conflict:
        save(store, [mine, added("names", "A Person")], "ada", "", started)
    (row,) = conflict.value.rows
    assert (row.table, row.key) == ("names", "Mike Kim")
    assert [cells["reason"] for cells in (row.before, row.now, row.wanted)] == [
        "Author of a book.", "Theirs.", "Mine.",
    ]  # fmt: skip
    assert bytes_of(tmp_path) == before


def test_a_row_that_was_read_again_meanwhile_still_counts_from_the_start(store):
    started = now(store)
    saved(store, changed(store, "names", "Mike Kim", reason="Theirs."))
    with pytest.raises(Conflict):
        save(store, [changed(store, "names", "Mike Kim", reason="Mine.")], "ada", "", started)


def test_changes_of_two_writers_to_other_rows_both_stand(store):
    started, mine = now(store), changed(store, "names", "Mike Kim", reason="Mine.")
    saved(store, added("names", "A Person"), who="bo")
    save(store, [mine], "ada", "", started)
    assert rows_by_key(store, "names").keys() == {"Mike Kim", "A Person"}
    assert rows_by_key(store, "names")["Mike Kim"]["reason"] == "Mine."


@pytest.mark.parametrize("wanted", ["new", "renamed"])
def test_a_key_that_is_taken_is_a_conflict(wanted, store):
    saved(store, added("names", "A Person"))
    change = added("names", "A Person", reason="Another.")
    if wanted == "renamed":
        change = changed(store, "names", "Mike Kim", name="A Person")
    with pytest.raises(Conflict) as conflict:
        saved(store, change)
    assert conflict.value.rows[0].now["name"] == "A Person"


def test_a_row_that_is_gone_is_a_conflict(store):
    saved(store, added("names", "A Person"))
    started, change = now(store), changed(store, "names", "A Person", reason="Another.")
    saved(store, removed(store, "names", "A Person"))
    with pytest.raises(Conflict) as conflict:
        save(store, [change], "ada", "", started)
    assert conflict.value.rows[0].now is None


def test_stops_are_counted_anew_when_one_comes_between(tmp_path):
    store = store_in(tmp_path, stops=STOPS)
    moved = [changed(store, "stops", f"by-sea:{n}", order=str(n + 1)) for n in (2, 3)]
    new = Change("stops", "by-sea:2", None, GOOD_ROWS["stops"] | {"order": "2", "role": "waits"})
    done = saved(store, new, *moved)
    orders = [row["order"] for row in rows_by_key(store, "stops").values()]
    assert orders == ["1", "3", "4", "2"]
    assert [line.key for line in history(store, "stops", "by-sea:4")] == ["by-sea:3"]
    assert [line.before for line in history(store, "stops", "by-sea:2")] == [None]
    undo(store, done.id, "ada")
    assert path_of(tmp_path, "stops").read_text(encoding="utf-8") == STOPS


def test_what_was_saved_can_be_undone_and_the_undoing_too(store, tmp_path):
    before = bytes_of(tmp_path)
    done = saved(store, added("names", "A Person"), changed(store, "stops", "by-sea:1", note="x"))
    after = bytes_of(tmp_path)
    undone = undo(store, done.id, "bo")
    tables = [dict(state, history=b"") for state in (before, after, bytes_of(tmp_path))]
    assert tables[2] == tables[0] != tables[1]
    undo(store, undone.id, "bo")
    assert dict(bytes_of(tmp_path), history=b"") == tables[1]
    assert [line.undoes for line in history(store, "names", "A Person")] == ["", done.id, undone.id]


def test_what_was_changed_since_is_not_undone(store, tmp_path):
    done = saved(store, changed(store, "names", "Mike Kim", reason="Mine."))
    saved(store, changed(store, "names", "Mike Kim", reason="Theirs."), who="bo")
    before = bytes_of(tmp_path)
    with pytest.raises(Conflict):
        undo(store, done.id, "ada")
    assert bytes_of(tmp_path) == before


def test_what_others_count_on_by_now_is_not_undone(store):
    done = saved(store, added("sources", "second"))
    saved(store, added("names", "A Person", sources="second"))
    with pytest.raises(Refused):
        undo(store, done.id, "ada")


def test_a_save_that_never_was_cannot_be_undone(store):
    with pytest.raises(LookupError, match="no save 'nowhere'"):
        undo(store, "nowhere", "ada")


def test_a_line_of_the_history_is_sorted_json_in_readable_letters(store, tmp_path):
    done = saved(store, added("names", "저자", reason='=HYPERLINK("x")'), who="에이다", why="새 책")
    (line,) = bytes_of(tmp_path)["history"].decode().splitlines()
    told = json.loads(line)
    assert list(told) == sorted(told)
    assert {"who": "에이다", "why": "새 책", "key": "저자", "save": done.id}.items() <= told.items()
    assert told["time"].endswith("+00:00")
    assert told["after"]["reason"] == '=HYPERLINK("x")'
    assert "저자" in line


def test_a_change_that_changes_nothing_is_a_remark(store, tmp_path):
    before = bytes_of(tmp_path)
    saved(store, changed(store, "names", "Mike Kim"), why="Read again.")
    assert dict(bytes_of(tmp_path), history=b"") == before
    assert [line.why for line in history(store, "names", "Mike Kim")] == ["Read again."]


@pytest.mark.parametrize(
    ("changes", "who"),
    [
        ([], "ada"),
        ([added("names", "A Person")], " "),
        ([added("names", "A Person")], "\ud800"),
        ([added("names", "A Person")] * 2, "ada"),
        ([Change("names", "A Person", None, {"name": "Another"})], "ada"),
        ([Change("../names", "A Person", None, {"id": "A Person"})], "ada"),
    ],
)
def test_a_save_that_makes_no_sense_is_an_error(changes, who, store, tmp_path):
    before = bytes_of(tmp_path)
    with pytest.raises(ValueError):
        save(store, changes, who, "", {})
    assert bytes_of(tmp_path) == before


def test_a_key_that_stands_twice_cannot_be_changed(tmp_path):
    store = store_in(tmp_path, names=csv_of("names", {}, {"reason": "Again."}))
    with pytest.raises(Refused, match="'Mike Kim' stands twice"):
        saved(store, changed(store, "names", "Mike Kim", reason="Mine."))


def test_a_table_with_a_broken_header_cannot_be_changed(tmp_path):
    store = store_in(tmp_path, names="name,knid,reason,sources\n")
    with pytest.raises(Refused, match=r"names\.csv:1:kind"):
        save(store, [added("names", "A Person")], "ada", "", {})


def test_a_table_that_is_missing_cannot_be_changed(store, tmp_path):
    path_of(tmp_path, "names").unlink()
    with pytest.raises(Refused, match=r"names\.csv:0"):
        save(store, [added("names", "A Person")], "ada", "", {})


def test_an_open_quote_that_would_swallow_a_changed_row_is_told_with_its_line(tmp_path):
    rows = csv_of("sources", {}, {"id": "second", "title": "a talk"})
    header, first, second = rows.splitlines(keepends=True)
    text = f'{header}{first}x,A title,"r,\n{second}'
    store = store_in(tmp_path, sources=text)
    with pytest.raises(Refused, match=r"sources\.csv:3  cannot be changed row by row"):
        saved(store, changed(store, "sources", "second", publisher=",b"))
    assert bytes_of(tmp_path)["sources"] == text.encode()
    saved(store, changed(store, "sources", "second", publisher="b"))


def test_threads_of_one_process_wait_for_each_other(store):
    def write(number):
        done.append(saved(store, added("names", f"A{number}")))

    done = []
    threads = [threading.Thread(target=write, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(done) == 6
    assert len(rows_by_key(store, "names")) == 7
    assert disagreements(store) == []


def test_whoever_waits_too_long_is_told(store, monkeypatch):
    monkeypatch.setattr(csv_store, "LONGEST_WAIT_S", 0.02)
    refused = []

    def write():
        with pytest.raises(Busy, match="Try again"):
            saved(store, added("names", "A Person"))
        refused.append(True)

    with store.locked():
        thread = threading.Thread(target=write)
        thread.start()
        thread.join()
    assert refused


def test_what_was_seen_in_the_changes_is_enough_to_start_from(store):
    change = changed(store, "names", "Mike Kim", reason="Mine.")
    save(store, [change], "ada", "", started_from([change]))
    with pytest.raises(Conflict):
        save(store, [change], "ada", "", started_from([change]))
