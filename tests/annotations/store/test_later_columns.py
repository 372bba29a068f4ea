"""A table from before a column came is read as with the column empty, and gets it when needed."""

import csv
import io

import pytest

from annotations.collection.load import load
from annotations.saving.file_rows import table_by_header
from annotations.saving.importing import preview
from annotations.store.files.store import CsvStore
from annotations.store.files.table_text import parsed
from annotations.tables.changes import rows_by_key
from annotations.tables.schema import TABLES
from tests.collections import csv_of, good_tables, many_journeys
from tests.made_tables import write_tables
from tests.stores import changed, disagreements, path_of, saved, store_in
from views.atlas.scene import scene

LATER = ("date_basis", "date_certainty")


def without_later(text: str) -> str:
    """A CSV text of stops as it was before the columns came."""
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    written = io.StringIO(newline="")
    columns = [name for name in TABLES["stops"].names if name not in LATER]
    writer = csv.DictWriter(written, columns, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return written.getvalue()


def test_the_columns_of_the_date_came_later():
    assert TABLES["stops"].later == LATER


@pytest.mark.parametrize("seed", range(3))
def test_a_table_without_the_columns_gives_the_same_records_and_scene_as_with_them_empty(
    seed, tmp_path
):
    write_tables(many_journeys(20, seed), tmp_path)
    path = path_of(tmp_path, "stops")
    new = load(CsvStore(tmp_path))
    path.write_text(without_later(path.read_text(encoding="utf-8")), encoding="utf-8")
    old = load(CsvStore(tmp_path))
    assert not (old.problems or new.problems)
    assert old.collection == new.collection
    assert scene(old.collection, "en", None) == scene(new.collection, "en", None)


OLD = without_later(csv_of("stops", {}, {"order": "2", "role": "a, b"}))


def test_an_old_table_gets_the_columns_once_a_row_fills_one(tmp_path):
    store = store_in(tmp_path, stops=OLD)
    saved(store, changed(store, "stops", "by-sea:2", date_certainty="probable"))
    text = path_of(tmp_path, "stops").read_text(encoding="utf-8")
    header, first, second = text.splitlines()
    assert header == OLD.splitlines()[0] + ",date_basis,date_certainty"
    assert first == OLD.splitlines()[1] + ",,"
    assert second == OLD.splitlines()[2] + ",,probable"
    assert disagreements(store) == []
    assert rows_by_key(store, "stops")["by-sea:2"]["date_certainty"] == "probable"


def test_an_old_table_stays_as_it_is_where_no_row_fills_them(tmp_path):
    store = store_in(tmp_path, stops=OLD)
    saved(store, changed(store, "stops", "by-sea:1", role="waits"))
    text = path_of(tmp_path, "stops").read_text(encoding="utf-8")
    assert text == OLD.replace("hides near the port", "waits", 1)


def test_a_row_that_is_too_long_stays_so_when_its_table_gets_the_columns():
    table = parsed("stops", f"{OLD}x,1,,,\n".encode()).with_later_columns()
    assert len(table.sheet.unread) == 1
    assert table.sheet.columns[-2:] == LATER


def test_an_old_file_that_comes_in_leaves_what_the_table_says_of_dates(tmp_path):
    store = store_in(tmp_path, stops=csv_of("stops", {"date_certainty": "probable"}))
    same = preview(store, {"stops": without_later(csv_of("stops", {}))})
    assert (same.changes, same.problems) == ((), ())
    other = preview(store, {"stops": without_later(csv_of("stops", {"role": "waits"}))})
    (change,) = other.changes
    assert (change.after["role"], change.after["date_certainty"]) == ("waits", "probable")


def test_an_old_file_is_known_by_its_header():
    assert table_by_header(OLD.encode()) == "stops"


def test_a_column_that_was_always_there_is_still_missed():
    text = OLD.replace("basis,", "", 1)
    assert "is missing in the header" in str(load(good_tables(stops=text)).problems[0])
