"""A table that is broken says where, and gives all the rows that it still holds."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from annotations.collection.load import load
from annotations.problems import Problems, did_you_mean, shown
from annotations.store.files.store import CsvStore
from annotations.store.files.table_text import parsed
from annotations.tables import csv_rows
from annotations.tables.csv_rows import TIMES_AGAIN, lines_of, records
from annotations.tables.schema import TABLES
from annotations.tables.sheets import read_rows
from tests.collections import LINE_OF_A_PROBLEM, csv_of, good_row_stands, good_tables

HEADER = "name,kind,reason,sources"


def rows_of(text: str) -> tuple[list[tuple[int, str]], list[str]]:
    """The rows of a table of names as (line, name), and the problems as lines."""
    problems = Problems()
    rows = list(read_rows(parsed("names", text.encode()).sheet, problems))
    return [(row.line, row.cells["name"]) for row in rows], list(map(str, problems))


def written(folder, **tables: str | bytes):
    """The good tables as files in a folder, some of them with other contents."""
    for name, text in {**good_tables().texts, **tables}.items():
        path = folder / ("geodata" if name == "places" else "annotations") / f"{name}.csv"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


class Given(list):
    """Lines that count how often one of them is taken."""

    taken = 0

    def __getitem__(self, at):
        self.taken += 1
        return super().__getitem__(at)


LINE_AND_WORK = [
    ("x\n", 4),  # too few cells
    ('"x\n', 5),  # a quote that the next line closes
    ("\0\n", 4),
    ("\n", 4),
    ('x","\n', 4 + 2 * TIMES_AGAIN),  # a quote that is open again at the end of each line
    ('"\n"\n', 4),
    ("a,b,c,\r", 4),
]


@pytest.mark.parametrize(("line", "most"), LINE_AND_WORK, ids=repr)
def test_each_line_is_looked_at_a_bounded_number_of_times_however_many_cannot_be_read(
    line, most, monkeypatch
):
    monkeypatch.setattr(csv_rows, "READ_AGAIN", 0)
    given = Given([f"{HEADER}\n", *lines_of(line * 2000)])
    found = list(records(given))
    assert given.taken <= most * len(given)
    not_empty = sum(bool(each.strip()) for each in list(given))
    assert sum(each.end - each.line + 1 for each in found) >= not_empty


def test_rows_behind_too_many_open_quotes_are_named_and_not_passed_over():
    rows, problems = rows_of(f"{HEADER}\n" + 'x","\n' * 3000 + "a,work,r,\n")
    assert rows == []
    assert len(problems) == 3001
    assert "too many quotes before it are not closed" in problems[-1]


def test_a_header_of_very_many_columns_is_one_problem():
    _rows, problems = rows_of(",".join(f"name{n}" for n in range(100_000)))
    assert problems[0].startswith("names.csv:1  has 100,000 columns; its own are name,kind,")
    assert len(problems) == 1


def test_a_good_table_has_no_problem():
    assert rows_of(f"{HEADER}\na,work,r,\nb,work,r,\n") == ([(2, "a"), (3, "b")], [])


def test_a_row_with_a_cell_too_many_is_named_and_the_rows_around_it_stand():
    rows, problems = rows_of(f"{HEADER}\na,work,r,\nb,work,one, two,\nc,work,r,\n")
    assert rows == [(2, "a"), (4, "c")]
    assert problems == [
        "names.csv:3  has 5 cells, the header has 4. Quote a cell that holds a comma."
    ]


def test_a_row_with_a_cell_too_few_is_named_and_the_rows_around_it_stand():
    rows, problems = rows_of(f"{HEADER}\na,work,r,\nb\nc,work,r,\n")
    assert rows == [(2, "a"), (4, "c")]
    assert problems == ["names.csv:3  has 1 cell, the header has 4. Add the cells, or commas."]


def test_empty_lines_are_no_rows_and_no_problem():
    assert rows_of(f"{HEADER}\n\na,work,r,\n\n\nb,work,r,\n\n") == ([(3, "a"), (6, "b")], [])


def test_a_cell_over_three_lines_does_not_move_the_line_of_the_next_row():
    assert rows_of(f'{HEADER}\na,work,"r\ns\nt",\nb,work,r,\n') == ([(2, "a"), (5, "b")], [])


def test_an_unclosed_quote_costs_its_own_row_and_none_after_it():
    rows, problems = rows_of(f'{HEADER}\na,work,r,\nb,work,"r,\nc,work,r,\nd,work,r,\n')
    assert rows == [(2, "a"), (4, "c"), (5, "d")]
    (problem,) = problems
    assert problem.startswith("names.csv:3  cannot be read")
    assert "Close the quote" in problem


@pytest.mark.parametrize("later", ['"r, s"', '", s"', '""', '"r"'])
def test_an_unclosed_quote_that_a_later_row_seems_to_close_loses_no_row(later):
    rows, problems = rows_of(f'{HEADER}\na,work,"r,\nb,work,r,\nc,work,{later},\nd,work,r,\n')
    assert rows == [(3, "b"), (4, "c"), (5, "d")]
    assert [problem.split()[0] for problem in problems] == ["names.csv:2"]


def test_an_unclosed_quote_in_the_header_is_named_in_line_1():
    rows, problems = rows_of('name,"kind,reason,sources\na,work,r,\n')
    assert rows == []
    (problem,) = problems
    assert problem.startswith("names.csv:1  cannot be read")


def test_an_empty_table_is_told_its_header():
    assert rows_of("") == ([], [f"names.csv:1  is empty. Its header is {HEADER}."])


def test_a_table_with_a_header_only_is_no_silent_nothing():
    assert rows_of(f"{HEADER}\n") == (
        [],
        ["names.csv:1  has no row below its header. Add the first one."],
    )


def test_a_column_that_is_missing_is_named_with_the_nearest_one():
    rows, problems = rows_of("name,knid,reason,sources\na,work,r,\n")
    assert rows == []
    assert problems == ["names.csv:1:kind  is missing in the header. Did you mean 'knid'?"]


def test_a_column_that_stands_twice_is_named():
    _, problems = rows_of("name,kind,kind,reason,sources\na,work,law,r,\n")
    assert problems == ["names.csv:1:kind  stands in the header twice. Remove one of the two."]


def test_columns_may_stand_in_any_order_beside_others_of_ones_own():
    assert rows_of("reason,mine,name,sources,kind\nr,x,a,,work\n") == ([(2, "a")], [])


@pytest.mark.parametrize("table", TABLES)
def test_a_missing_table_is_one_problem_and_the_others_are_read(table):
    tables = good_tables()
    del tables.texts[table]
    loaded = load(tables)
    first = str(loaded.problems[0])
    assert first.startswith(f"{table}.csv:0  is missing. Put it back, or start it with its header")
    assert all(good_row_stands(loaded, other) for other in {"sources", "names"} - {table})


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("content", ["", "header"])
def test_an_empty_table_never_makes_rows_vanish_without_a_word(table, content):
    text = ",".join(TABLES[table].names) + "\n" if content else ""
    loaded = load(good_tables(**{table: text}))
    if table in ("publication", "statements", "glossary") and content:
        assert loaded.problems == []  # nothing has to be hidden, or is counted besides
    else:
        assert str(loaded.problems[0]).startswith(f"{table}.csv:1  ")


def test_without_sources_nothing_is_drawn_and_that_is_said_once():
    loaded = load(good_tables(sources="id\n"))
    assert not loaded.collection.journeys
    assert {problem.table for problem in loaded.problems} == {"sources"}


def test_a_table_in_another_encoding_names_each_broken_cell_and_keeps_the_row(tmp_path):
    text = csv_of("names", {}, {"name": "A Person", "reason": "저자"}, {"name": "An Author"})
    loaded = load(CsvStore(written(tmp_path, names=text.encode("cp949"))))
    (problem,) = map(str, loaded.problems)
    assert problem.startswith("names.csv:3:reason  ")
    assert "save the table as UTF-8" in problem
    assert [name.name for name in loaded.collection.names] == ["Mike Kim", "A Person", "An Author"]


def test_a_table_in_utf_16_is_told_to_be_saved_as_utf_8(tmp_path):
    loaded = load(CsvStore(written(tmp_path, names=csv_of("names", {}).encode("utf-16"))))
    (problem,) = map(str, loaded.problems)
    assert problem.startswith("names.csv:1  has a header")
    assert "UTF-8" in problem


def test_a_byte_order_mark_and_windows_line_ends_are_no_problem(tmp_path):
    text = csv_of("names", {}).replace("\n", "\r\n").encode("utf-8-sig")
    assert load(CsvStore(written(tmp_path, names=text))).problems == []


def test_a_folder_in_the_place_of_a_table_is_a_problem(tmp_path):
    written(tmp_path)
    (tmp_path / "annotations" / "names.csv").unlink()
    (tmp_path / "annotations" / "names.csv").mkdir()
    (problem,) = map(str, load(CsvStore(tmp_path)).problems)
    assert problem.startswith("names.csv:0  cannot be opened")


def test_the_version_differs_when_any_table_differs_and_only_then(tmp_path):
    tables = CsvStore(written(tmp_path))
    before = tables.version()
    assert tables.version() == before
    (tmp_path / "geodata" / "places.csv").write_text(csv_of("places", {}, {"id": "second"}))
    assert tables.version() != before


def test_a_problem_names_file_line_and_column_in_front_of_what_is_wrong():
    problems = Problems()
    problems.add("stops", 41, "date", "'1951-13' has no month 13.")
    problems.add("stops", 1, "", "is empty.")
    assert [str(problem) for problem in problems] == [
        "stops.csv:41:date  '1951-13' has no month 13.",
        "stops.csv:1  is empty.",
    ]


def test_a_cell_is_shown_on_one_short_line_without_what_cannot_be_seen():
    assert shown("one\ntwo\t three") == "'one two three'"
    assert shown("x" * 10_000) == f"'{'x' * 57}…'"
    assert shown("a\u202eb\x07c") == "'a\N{REPLACEMENT CHARACTER}b\N{REPLACEMENT CHARACTER}c'"


def test_a_word_that_is_near_none_gets_no_suggestion():
    assert did_you_mean("dalain", ["dalian", "tumen"]) == " Did you mean 'dalian'?"
    assert did_you_mean("kind", ["ki\nnd"]) == " Did you mean 'ki nd'?"
    assert did_you_mean("seoul", ["dalian", "tumen"]) == ""


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.sampled_from(sorted(TABLES)), st.text(max_size=80))
@example("stops", "\x00")
@example("stops", '"')
@example("places", "\r\n\r")
def test_no_text_in_place_of_a_table_raises(table, text):
    for content in (text, good_tables().texts[table] + text):
        for problem in load(good_tables(**{table: content})).problems:
            assert LINE_OF_A_PROBLEM.fullmatch(str(problem))


def test_the_shape_of_a_problem_can_be_missed():
    assert not LINE_OF_A_PROBLEM.fullmatch("stops.csv  is empty.")
    assert not LINE_OF_A_PROBLEM.fullmatch("stops.csv:3:date  two\nlines")
