"""A file is compared with its table before anything is written; what we give comes back."""

import csv
import io
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.collection import profiles
from annotations.collection.load import load
from annotations.proposals.acts import OwnWork, agree
from annotations.proposals.overlay import Overlay
from annotations.publication.publish import published
from annotations.saving import file_rows
from annotations.saving.file_rows import table_by_header, table_by_name
from annotations.saving.importing import preview, sound_part
from annotations.saving.saves import save, undo
from annotations.store.files.store import CsvStore
from annotations.tables import row
from annotations.tables.changes import rows_by_key, started_from
from annotations.tables.row import MOST_MEANT
from annotations.tables.schema import TABLES
from geodata import ROOT
from tests.collections import LINE_OF_A_PROBLEM, csv_of
from tests.stores import bytes_of, disagreements, path_of, store_in, store_of

MOST_S = 5  # of the processor: to look for each of 19,000 in all of them takes twice as long


@pytest.fixture
def store(tmp_path):
    """The good tables in a folder."""
    return store_in(tmp_path)


def problems_of(store, text, table="names") -> list[str]:
    told = preview(store, {table: text})
    every = [str(problem) for problem in (*told.problems, *told.elsewhere)]
    assert all(LINE_OF_A_PROBLEM.fullmatch(problem) for problem in every)
    return [str(problem) for problem in told.problems]


@pytest.mark.parametrize("table", TABLES)
def test_our_own_tables_come_in_again_without_a_change(table):
    data = path_of(ROOT, table).read_bytes()
    for text in (data, data.decode(), data.decode().replace("\n", "\r\n").encode("utf-8-sig")):
        told = preview(CsvStore(ROOT), {table: text})
        assert (told.changes, told.problems) == ((), ())
        assert len(told.unchanged) == len(rows_by_key(CsvStore(ROOT), table))


def test_rows_are_added_or_changed_or_stay_and_none_is_removed(tmp_path):
    store = store_in(tmp_path, names=csv_of("names", {}, {"name": "B"}, {"name": "C"}))
    before = bytes_of(tmp_path)
    file = csv_of("names", {"name": "D"}, {"name": "B", "reason": "x"}, {})
    told = preview(store, {"names": file})
    assert told.problems == ()
    assert {(c.key, c.before is None) for c in told.changes} == {("D", True), ("B", False)}
    assert told.unchanged == (("names", "Mike Kim"),)
    assert bytes_of(tmp_path) == before
    save(store, told.changes, "ada", "from a file", started_from(told.changes))
    rows = rows_by_key(store, "names")
    assert list(rows) == ["Mike Kim", "B", "C", "D"]
    assert rows["B"]["reason"] == "x"
    assert preview(store, {"names": file}).changes == ()
    assert disagreements(store) == []


def test_columns_of_the_file_may_stand_in_another_order(store):
    rows = list(csv.DictReader(io.StringIO(csv_of("names", {}, {"name": "B"}))))
    text = io.StringIO()
    writer = csv.DictWriter(text, ["sources", "reason", "kind", "name"])
    writer.writeheader()
    writer.writerows(rows)
    told = preview(store, {"names": text.getvalue()})
    assert ([change.key for change in told.changes], told.problems) == (["B"], ())


HEADER = TABLES["names"].header
NEAREST = {row: "did_you_mean", profiles: "get_close_matches"}


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (csv_of("names", {"reason": "저자"}).encode("cp949"), "names.csv:2  holds bytes"),
        (csv_of("names", {}).encode("utf-16"), "names.csv:1  holds bytes that are not UTF-8"),
        ("", "names.csv:1  is empty. Its header is"),
        (csv_of("names", {}).replace(",", ";"), "names.csv:1  is split by semicolons."),
        (csv_of("names", {}).replace(",", "\t"), "names.csv:1  is split by tabs."),
        ("name,kind,reason\nA,work,r\n", "names.csv:1:sources  is missing in the header. Add it."),
        (f"{HEADER},extra\nA,work,r,,x\n", "names.csv:1  'extra' is not a column of it. Take"),
        ("name,kind,raeson,sources\nA,work,r,\n", "names.csv:1  'raeson' is not a column of it."),
        (f"{HEADER},name\nA,work,r,,A\n", "names.csv:1:name  stands in the header twice."),
        (f"{HEADER}\nA,work,r,\nA,work,s,\n", "names.csv:2  'A' is on line 3 again. Leave"),
        (f"{HEADER}\n{{}},work,r,\n{{}},work,s,\n", "names.csv:2  '{}' is on line 3 again."),
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


def test_a_problem_of_a_file_names_the_file_whatever_keeps_the_tables():
    told = preview(store_of(), {"places": csv_of("places", {}, {"id": "x", "kind": "hut"})})
    assert [str(problem.place) for problem in told.problems] == ["places.csv:3"]


def test_a_problem_of_a_row_has_its_line_in_the_file_and_not_in_the_table(tmp_path):
    store = store_in(tmp_path, names=csv_of("names", {}, {"name": "B"}, {"name": "C"}))
    file = csv_of("names", {"name": "C", "kind": "book"})
    assert [line.split()[0] for line in problems_of(store, file)] == ["names.csv:2:kind"]


def test_a_problem_that_a_file_brings_to_another_table_is_told_apart(tmp_path):
    store = store_in(tmp_path, places=csv_of("places", {"id": "second"}, {}))
    told = preview(store, {"places": csv_of("places", {"kind": "country"})})
    assert {str(problem).split()[0] for problem in told.problems} == {"places.csv:2:lat"}
    assert "stops.csv:2:place" in {str(problem).split()[0] for problem in told.elsewhere}


def test_many_unknown_ids_are_all_told_and_only_the_first_get_the_nearest_one(store):
    rows = (
        {"id": f"m{n}", "value": "1996", "kind": "date", "source": "intervew"} for n in range(150)
    )
    told = problems_of(store, csv_of("mentions", *rows), "mentions")
    assert len(told) == 150
    meant = ["Did you mean 'interview'?" in line for line in told]
    assert meant == [True] * MOST_MEANT + [False] * (150 - MOST_MEANT)
    assert all("no source 'intervew' in sources.csv." in line for line in told)


def test_many_slips_in_codes_are_all_told_and_only_the_first_get_the_nearest_one(store):
    rows = ({"name": f"A{n}", "kind": f"wrk{n}"} for n in range(150))
    told = problems_of(store, csv_of("names", *rows))
    assert len(told) == 150
    meant = ["Did you mean 'work'?" in line for line in told]
    assert meant == [True] * MOST_MEANT + [False] * (150 - MOST_MEANT)


def test_a_key_that_stands_twice_is_told_at_both_of_its_lines(store):
    told = problems_of(store, f"{HEADER}\nA,work,r,\nB,work,r,\nA,work,s,\n")
    assert [line.split()[0] for line in told] == ["names.csv:2", "names.csv:4"]


def test_more_rows_than_a_file_may_have_are_told_and_none_is_read(store, monkeypatch):
    monkeypatch.setattr(file_rows, "MOST_ROWS", 2)
    told = preview(store, {"names": csv_of("names", *({"name": f"N{n}"} for n in range(4)))})
    (problem,) = map(str, told.problems)
    assert problem == "names.csv:4  is row 3; 2 are the most. Split the file."
    assert told.changes == sound_part(store, told).changes == ()


def test_the_rows_without_problems_can_be_taken_alone(store):
    file = csv_of("names", {"name": "A"}, {"name": "B", "kind": "book"}, {"name": "C"})
    told = preview(store, {"names": file})
    part = sound_part(store, told)
    assert [change.key for change in part.changes] == ["A", "C"]
    assert part.problems == told.problems
    save(store, part.changes, "ada", "a part", started_from(part.changes))
    assert list(rows_by_key(store, "names")) == ["Mike Kim", "A", "C"]


def test_a_row_that_counts_on_one_left_out_is_left_out_too_and_told_by_its_line(store):
    cells = {"value": "1996", "kind": "date"}
    file = csv_of(
        "mentions", {"id": "a", **cells}, {"id": "b", **cells, "anchor": "c"},
        {"id": "c", **cells, "status": "done"},
    )  # fmt: skip
    told = preview(store, {"mentions": file})
    part = sound_part(store, told)
    assert [change.key for change in part.changes] == ["a"]
    assert {problem.line for problem in part.problems} == {3, 4}


def test_nothing_is_taken_alone_where_other_rows_of_the_tables_would_suffer(tmp_path):
    store = store_in(tmp_path, sources=csv_of("sources", {}, {"id": "second"}))
    told = preview(
        store, {"mentions": csv_of("mentions", {"source": "second"}, {"id": "b", "kind": "x"})}
    )
    assert {problem.line for problem in told.problems} == {3}
    part = sound_part(store, told)
    assert part.changes == ()
    assert [str(problem).split()[0] for problem in part.elsewhere] == ["stops.csv:2:mentions"]


def together(**files: dict[str, str] | list[dict[str, str]]) -> dict[str, str]:
    """Files for tables: rows that are good but for these cells."""
    rows = {table: cells if isinstance(cells, list) else [cells] for table, cells in files.items()}
    return {table: csv_of(table, *cells) for table, cells in rows.items()}


NEW_JOURNEY = {
    "sources": {"id": "letter", "sha256": ""},
    "places": {"id": "harbour", "sources": "letter"},
    "mentions": {"id": "pier", "source": "letter", "value": "harbour", "anchor": ""},
    "journeys": {"id": "new", "sources": "letter"},
    "stops": {"journey": "new", "place": "harbour", "mentions": "pier", "sources": "letter"},
}


def test_files_that_need_each_other_come_in_together_as_one_save(store):
    assert preview(store, together(journeys=NEW_JOURNEY["journeys"])).problems
    assert preview(store, together(stops=NEW_JOURNEY["stops"])).problems
    told = preview(store, together(**NEW_JOURNEY))
    assert (told.problems, told.elsewhere) == ((), ())
    assert sound_part(store, told) == told
    stands = save(store, told.changes, "ada", "five files", started_from(told.changes))
    assert {change.table for change in stands.changes} == {*NEW_JOURNEY}
    again = preview(store, together(**NEW_JOURNEY))
    assert (again.changes, len(again.unchanged)) == ((), 5)
    assert disagreements(store) == []
    before = rows_by_key(store, "places")
    undo(store, stands.id, "ada")
    assert "harbour" in before and list(rows_by_key(store, "places")) == ["dalian"]


def test_a_problem_stands_in_the_file_of_its_table_by_the_line_there(store):
    files = together(
        journeys=[{}, {"id": "new"}, {"id": "bad", "kind": "x"}],
        stops=[{"journey": "new"}, {"journey": "bad"}, {}, {"journey": "new", "order": "x"}],
    )
    told = preview(store, files)
    assert [f"{p.file}:{p.line}:{p.column}" for p in told.problems] == [
        "journeys.csv:4:kind", "stops.csv:3:journey", "stops.csv:5:order"]  # fmt: skip
    keys = {(change.table, change.key) for change in told.sound}
    assert keys == {("journeys", "new"), ("stops", "new:1")}
    assert told.elsewhere == ()


def test_what_counts_on_a_row_of_another_file_that_is_left_out_is_left_out_too(store):
    files = together(
        sources={"id": "letter", "sha256": "", "kind": "x"},
        journeys=[{"id": "new", "sources": "letter"}, {"id": "sound"}],
        stops=[{"journey": "new"}, {"journey": "sound"}],
    )
    part = sound_part(store, preview(store, files))
    keys = {(change.table, change.key) for change in part.changes}
    assert keys == {("journeys", "sound"), ("stops", "sound:1")}
    save(store, part.changes, "ada", "a part", started_from(part.changes))
    assert "sound" in rows_by_key(store, "journeys")


def test_the_other_files_and_rows_may_be_taken_where_one_cannot_be_read(store):
    files = {"names": csv_of("names", {"name": "A"}) + "B,work\n", "places": "id;name\n"}
    part = sound_part(store, preview(store, files))
    assert [change.key for change in part.changes] == ["A"]
    assert {str(p).split()[0] for p in part.problems} == {"names.csv:3", "places.csv:1"}


def test_files_that_are_proposed_stand_in_the_proposals_and_leave_every_byte_as_it_was(
    store, tmp_path
):
    over, before, visitors = Overlay(store), bytes_of(tmp_path), published(load(store).collection)
    told = preview(over, together(**NEW_JOURNEY))
    save(over, told.changes, "ada", "five files", started_from(told.changes))
    assert bytes_of(tmp_path) == before and store.lines() == []
    assert published(load(store).collection) == visitors
    proposed = store.proposals.load(over.proposal.id).changes
    assert {(c.table, c.key): c.after for c in proposed} == {
        (c.table, c.key): c.after for c in told.changes
    }
    assert "new" in load(over).collection.journeys
    assert preview(over, together(**NEW_JOURNEY)).changes == ()


def test_a_withheld_journey_is_not_shown_again_by_importing_its_row():
    hidden = {"place": "withheld", "date": "withheld", "asked": "yes", "reason": "She asked us."}
    store = store_of(publication=csv_of("publication", hidden))
    record = next(iter(rows_by_key(store, "publication")))
    over = Overlay(store)
    shown = {"record": record, "place": "as-is", "date": "as-is", "asked": "yes"}
    told = preview(over, together(publication=shown))
    save(over, told.changes, "ada", "as it was", started_from(told.changes))
    assert rows_by_key(store, "publication")[record]["place"] == "withheld"
    with pytest.raises(OwnWork):
        agree(store, over.proposal, "ada", alone=True)
    assert agree(store, over.proposal, "bo").state == "open"
    assert rows_by_key(store, "publication")[record]["place"] == "withheld"


def test_files_that_are_too_large_together_are_told_and_none_is_read(store, monkeypatch):
    files = together(names=[{"name": "A"}, {"name": "B"}], places={"id": "x"})
    size = len("".join(files.values()).encode())
    monkeypatch.setattr(file_rows, "MOST_BYTES", size)
    assert preview(store, files).changes
    monkeypatch.setattr(file_rows, "MOST_BYTES", size - 1)
    told = preview(store, files)
    assert [str(problem).split()[:2] for problem in told.problems] == [["places.csv:0", "has"]]
    assert told.changes == ()


def test_rows_are_counted_over_all_files(store, monkeypatch):
    monkeypatch.setattr(file_rows, "MOST_ROWS", 2)
    told = preview(store, together(names=[{"name": "A"}, {"name": "B"}], places={"id": "x"}))
    (problem,) = map(str, told.problems)
    assert problem == "places.csv:2  is row 3; 2 are the most. Split the file."


def test_parts_of_lists_are_counted_over_all_files_before_any_is_read(store, monkeypatch):
    files = together(names=[{"sources": "interview;a"}], places={"id": "x", "sources": "a;b;c"})
    monkeypatch.setattr(file_rows, "MOST_PARTS", 3)
    assert len(preview(store, files).problems) > 1
    monkeypatch.setattr(file_rows, "MOST_PARTS", 2)
    for each in (files, {table: text.encode() for table, text in files.items()}):
        (problem,) = map(str, preview(store, each).problems)
        told = "places.csv:0  has 2 of the 3 semicolons given; 2 are the most. Split the file."
        assert problem == told


def test_a_list_of_many_unknown_ids_is_read_at_once(store):
    many = ";".join(f"{number:04x}" for number in range(19_000))
    start = process_time()
    told = preview(store, {"stops": csv_of("stops", {"mentions": many})})
    assert len(told.problems) > 19_000
    assert process_time() - start < MOST_S


@pytest.mark.parametrize("table", TABLES)
def test_a_file_tells_its_table_by_its_header_or_by_its_name(table):
    columns = list(TABLES[table].names)
    assert table_by_header(("\ufeff" + ",".join(reversed(columns)) + "\r\n1,2").encode()) == table
    assert table_by_header(",".join(columns[:-1]).encode()) == ""
    assert table_by_name(f"C:\\x/{table} (2).CSV") == table
    assert table_by_name(f"my-{table}.csv") == ""


def test_a_file_that_is_too_large_is_told_and_not_read(store, monkeypatch):
    monkeypatch.setattr(file_rows, "MOST_BYTES", 99)
    (problem,) = problems_of(store, csv_of("names", {}, {"name": "B"}, {"name": "C"}))
    assert problem.startswith("names.csv:0  has ")


def test_empty_lines_at_the_end_are_not_even_looked_at(store, monkeypatch):
    monkeypatch.setattr(file_rows, "MOST_LINES", 3)
    file = csv_of("names", {"name": "A"}, {"name": "B"})
    for ends in ("", "\n" * 10_000, "\r\n" * 10_000):
        assert len(preview(store, {"names": file + ends}).changes) == 2
    (problem,) = problems_of(store, f"{file}\n\n\n{file}")
    assert problem.startswith("names.csv:0  has 9 lines; 3 are the most.")


def test_no_nearest_id_is_looked_for_among_many_that_are_lost(store, monkeypatch):
    looked = []
    for room in (row, profiles):
        monkeypatch.setattr(room, NEAREST[room], lambda *of, **more: looked.append(of) or [])
    many = range(MOST_MEANT * 3)
    files = together(
        stops=[{"order": str(n), "after": f"nowhere:{n}"} for n in many],
        mentions=[{"id": f"m{n}", "anchor": f"nowhere:{n}"} for n in many],
        publication=[{"record": f"lost-{n}"} for n in many],
    )
    assert len(preview(store, files).problems) >= 3 * len(many)
    assert len(looked) <= 3 * MOST_MEANT


def test_a_name_that_no_table_has_is_an_error(store):
    with pytest.raises(ValueError, match=r"no table '\.\./names'"):
        preview(store, {"../names": ""})


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.sampled_from(sorted(TABLES)), st.text(max_size=80) | st.binary(max_size=80))
def test_no_file_raises(tmp_path_factory, table, text):
    store = store_in(tmp_path_factory.mktemp("tables"))
    head = csv_of(table, {})
    for content in (text, head.encode() + text if isinstance(text, bytes) else head + text):
        problems_of(store, content, table)
