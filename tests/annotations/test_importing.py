"""A file is held against its table before anything is written; what we give comes back the same."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotations import importing
from annotations.changes import rows_by_key, started_from
from annotations.importing import preview
from annotations.readers import COLUMNS
from annotations.saving import save
from annotations.table_store import CsvStore
from tests.collections import LINE_OF_A_PROBLEM, csv_of
from tests.stores import bytes_of, disagreements, path_of, store_in

ROOT = Path(__file__).parents[2]


@pytest.fixture
def store(tmp_path):
    """The good tables in a folder."""
    return store_in(tmp_path)


def problems_of(store, text, table="names") -> list[str]:
    problems = [str(problem) for problem in preview(store, table, text).problems]
    assert all(LINE_OF_A_PROBLEM.fullmatch(problem) for problem in problems)
    return problems


@pytest.mark.parametrize("table", COLUMNS)
def test_our_own_tables_come_in_again_without_a_change(table):
    data = path_of(ROOT, table).read_bytes()
    for text in (data, data.decode(), data.decode().replace("\n", "\r\n").encode("utf-8-sig")):
        told = preview(CsvStore(ROOT), table, text)
        assert (told.changes, told.problems) == ((), ())
        assert len(told.unchanged) == len(rows_by_key(CsvStore(ROOT), table))


def test_rows_are_added_or_changed_or_stay_and_none_is_removed(tmp_path):
    store = store_in(tmp_path, names=csv_of("names", {}, {"name": "B"}, {"name": "C"}))
    before = bytes_of(tmp_path)
    file = csv_of("names", {"name": "D"}, {"name": "B", "reason": "x"}, {})
    told = preview(store, "names", file)
    assert told.problems == ()
    assert {(c.key, c.before is None) for c in told.changes} == {("D", True), ("B", False)}
    assert told.unchanged == ("Mike Kim",)
    assert bytes_of(tmp_path) == before
    save(store, told.changes, "ada", "from a file", started_from(told.changes))
    rows = rows_by_key(store, "names")
    assert list(rows) == ["Mike Kim", "B", "C", "D"]
    assert rows["B"]["reason"] == "x"
    assert preview(store, "names", file).changes == ()
    assert disagreements(store) == []


def test_columns_of_the_file_may_stand_in_another_order(store):
    rows = list(csv.DictReader(io.StringIO(csv_of("names", {}, {"name": "B"}))))
    text = io.StringIO()
    writer = csv.DictWriter(text, ["sources", "reason", "kind", "name"])
    writer.writeheader()
    writer.writerows(rows)
    told = preview(store, "names", text.getvalue())
    assert ([change.key for change in told.changes], told.problems) == (["B"], ())


HEADER = COLUMNS["names"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (csv_of("names", {"reason": "저자"}).encode("cp949"), "names.csv:2  holds bytes"),
        (csv_of("names", {}).encode("utf-16"), "names.csv:1  holds bytes that are not UTF-8"),
        ("", "names.csv:1  is empty. Its header is"),
        (csv_of("names", {}).replace(",", ";"), "names.csv:1  is parted by semicolons."),
        (csv_of("names", {}).replace(",", "\t"), "names.csv:1  is parted by tabs."),
        ("name,kind,reason\nA,work,r\n", "names.csv:1:sources  is missing in the header. Add it."),
        (f"{HEADER},extra\nA,work,r,,x\n", "names.csv:1  'extra' is no column of it. Take it out."),
        ("name,kind,raeson,sources\nA,work,r,\n", "names.csv:1  'raeson' is no column of it. Did"),
        (f"{HEADER},name\nA,work,r,,A\n", "names.csv:1:name  stands in the header twice."),
        (f"{HEADER}\nA,work,r,\nA,work,s,\n", "names.csv:3  'A' stands in line 2 already."),
        (f"{HEADER}\n,work,r,\n", "names.csv:2  has no key."),
        (f"{HEADER}\nA,work,r\n", "names.csv:2  has 3 cells, the header has 4."),
        (f'{HEADER}\nA,work,"r,\n', "names.csv:2  cannot be read"),
        (f"{HEADER}\nA,work,r\x00,\n", "names.csv:2:reason  'r\N{REPLACEMENT CHARACTER}' holds"),
        (f"{HEADER}\nA,work,r\u202e,\n", "names.csv:2:reason  'r\N{REPLACEMENT CHARACTER}' holds"),
        (f"{HEADER}\nA,book,r,\n", "names.csv:2:kind  'book' is not one of"),
        (f"{HEADER}\nA,work,{'x' * 100_001},\n", "names.csv:2:reason  has more than"),
        (f"{HEADER}\nA,work,{'저' * 40_000},\n", "names.csv:2:reason  has more than"),
        (f"{HEADER}\nA,work,{'x' * 200_000},\n", "names.csv:2  has more than 100,000 bytes."),
        (f"{HEADER}\nA,work,\ud800,\n", "names.csv:2:reason  "),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_file_is_told_by_its_line(text, problem, store, tmp_path):
    before = bytes_of(tmp_path)
    told = problems_of(store, text)
    assert told and told[0].startswith(problem)
    assert bytes_of(tmp_path) == before


def test_a_problem_of_a_row_has_its_line_in_the_file_and_not_in_the_table(tmp_path):
    store = store_in(tmp_path, names=csv_of("names", {}, {"name": "B"}, {"name": "C"}))
    file = csv_of("names", {"name": "C", "kind": "book"})
    assert [line.split()[0] for line in problems_of(store, file)] == ["names.csv:2:kind"]


def test_a_problem_that_a_file_brings_to_another_table_is_told(tmp_path):
    store = store_in(tmp_path, places=csv_of("places", {"id": "second"}, {}))
    told = problems_of(store, csv_of("places", {"kind": "country"}), "places")
    assert {line.split()[0] for line in told} >= {"places.csv:2:lat", "stops.csv:2:place"}


def test_more_rows_than_a_file_may_have_are_told_and_not_read(store, monkeypatch):
    monkeypatch.setattr(importing, "MOST_ROWS", 2)
    told = preview(store, "names", csv_of("names", *({"name": f"N{n}"} for n in range(4))))
    (problem,) = map(str, told.problems)
    assert problem == "names.csv:4  is row 3; 2 are the most. Split the file."
    assert [change.key for change in told.changes] == ["N0", "N1"]


def test_a_file_that_is_too_large_is_told_and_not_read(store, monkeypatch):
    monkeypatch.setattr(importing, "MOST_BYTES", 99)
    (problem,) = problems_of(store, csv_of("names", {}, {"name": "B"}, {"name": "C"}))
    assert problem.startswith("names.csv:0  has ")


def test_a_name_that_no_table_has_is_an_error(store):
    with pytest.raises(ValueError, match=r"no table '\.\./names'"):
        preview(store, "../names", "")


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.sampled_from(sorted(COLUMNS)), st.text(max_size=80) | st.binary(max_size=80))
def test_no_file_raises(tmp_path_factory, table, text):
    store = store_in(tmp_path_factory.mktemp("tables"))
    head = csv_of(table, {})
    for content in (text, head.encode() + text if isinstance(text, bytes) else head + text):
        problems_of(store, content, table)
