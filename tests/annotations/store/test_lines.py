"""The history is read back line by line, and a line that is none is told."""

import json

import pytest

from annotations.proposals.acts import agree
from annotations.store.acts import at_this_machine
from annotations.store.files.history_json import past_lines, to_json
from annotations.store.lines import BrokenHistory
from annotations.undo import main as undo_command
from tests.collections import LINE_OF_A_PROBLEM
from tests.stores import added, changed, history, removed, saved, store_in


@pytest.fixture
def store(tmp_path):
    """The good tables in a folder."""
    return store_in(tmp_path)


def test_the_lines_of_a_row_are_its_own_and_in_order(store):
    saved(store, added("names", "A Person"), why="first")
    saved(store, changed(store, "names", "Mike Kim", reason="x"), why="another row")
    saved(store, changed(store, "names", "A Person", reason="x"), why="second")
    saved(store, changed(store, "names", "A Person", name="B"), why="renamed")
    saved(store, removed(store, "names", "B"), why="gone")
    whys = [line.why for line in history(store, "names", "B")]
    assert whys == ["first", "second", "renamed", "gone"]
    assert history(store, "names", "nobody") == []
    assert history(store, "events", "Mike Kim") == []


def test_two_rows_that_change_places_keep_their_own_lines(store):
    saved(store, added("names", "A"), why="a")
    saved(store, added("names", "B"), why="b")
    swap = [changed(store, "names", "A", name="B"), changed(store, "names", "B", name="A")]
    saved(store, *swap, why="swap")
    assert [line.why for line in history(store, "names", "B")] == ["a", "swap"]
    assert [line.why for line in history(store, "names", "A")] == ["b", "swap"]


def test_a_line_is_read_back_as_it_was_written(store):
    saved(store, added("names", "A", reason="one\ntwo \N{LINE SEPARATOR}"[:8]))
    saved(store, removed(store, "names", "A"))
    lines = store.lines()
    text = "".join(map(to_json, lines))
    assert [past.line for past in past_lines(text, "history.jsonl")] == lines
    assert lines[1].place == ("Mike Kim", 0)


LINE = {"time": "2026-01-01", "who": "ada", "why": "", "act": "saved", "table": "names",
        "key": "A", "before": None, "after": {"name": "A"}, "save": "1"}  # fmt: skip
NO_LINES = [
    json.dumps({**LINE, **wrong})
    for wrong in (
        {"before": []}, {"after": []}, {"after": {"a": 5}}, {"why": "\ud800"}, {"who": 5},
        {"table": "nope"}, {"key": ["A"]}, {"save": None},
    )
]  # fmt: skip


@pytest.mark.parametrize(
    "line", ["<<<<<<< ours", "{}", "[]", "1", '{"a": ', "[" * 100_000, *NO_LINES]
)
def test_a_line_that_is_none_is_told_and_the_others_are_no_less_there(line, store, tmp_path):
    saved(store, added("names", "A"))
    path = tmp_path / "annotations" / "history.jsonl"
    path.write_text(line + "\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    saved(store, added("names", "B"))
    with pytest.raises(BrokenHistory) as broken:
        history(store, "names", "A")
    (problem,) = broken.value.problems
    assert str(problem).startswith("history.jsonl:1  is not a line")
    assert LINE_OF_A_PROBLEM.fullmatch(str(problem).replace("jsonl", "csv"))
    path.write_text(path.read_text(encoding="utf-8").partition("\n")[2], encoding="utf-8")
    assert [row.key for row in store.lines()] == ["A", "B"]
    assert history(store, "names", "B")


def test_the_command_prints_the_last_saves_and_takes_one_back(store, tmp_path, capsys):
    first = saved(store, added("names", "A"), why="A book")
    second = saved(store, changed(store, "names", "A", reason="x"), why="Better")
    root = ["--root", str(tmp_path)]
    assert undo_command(root) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == [second.id, first.id]
    assert lines[0].endswith("ada  1 × names  Better")
    assert undo_command([first.id, *root, "--who", "bo"]) == 1
    assert "Changed by somebody else meanwhile: 'A' of names.csv" in capsys.readouterr().err
    assert undo_command([second.id, *root, "--who", "bo"]) == 0
    (found,) = store.proposals.all()
    assert (found.who, found.undoes) == ("bo", second.id)
    assert history(store, "names", "A")[-1].save == second.id
    agree(store, found, "cho")
    assert history(store, "names", "A")[-1].who == "bo"
    assert undo_command(["nowhere", *root]) == 1
    assert "no save 'nowhere'" in capsys.readouterr().err


def test_whoever_undoes_by_command_and_accepts_on_the_page_is_one_person(store, tmp_path):
    done = saved(store, added("names", "A"), who=at_this_machine())
    assert undo_command([done.id, "--root", str(tmp_path)]) == 0
    (found,) = store.proposals.all()
    agree(store, found, at_this_machine(), alone=True)
    assert history(store, "names", "A")[-1].reviewers == ()


def test_a_history_in_which_nothing_was_saved_says_so(tmp_path, capsys):
    store_in(tmp_path)
    assert undo_command(["--root", str(tmp_path)]) == 0
    assert capsys.readouterr().out == "Nothing has been saved yet.\n"


def test_the_command_says_that_a_folder_has_no_tables_and_not_that_nothing_was_saved(tmp_path):
    with pytest.raises(SystemExit) as end:
        undo_command(["--root", str(tmp_path / "nowhere")])
    assert end.value.code == 2
