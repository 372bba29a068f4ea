"""A table loses rows and changes cells, and every other row keeps its bytes."""

from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.store.files.table_edit import rows_left
from annotations.store.files.table_text import parsed
from annotations.withdraw.table import WithdrawnTable

TABLE = '\ufeffname,note\r\na,"one,\r\ntwo"\r\n\r\nb,three\r\nc,four'


def left(text: str, rows: dict[str, dict[str, str] | None]) -> str:
    """A table of names once some of its rows are removed or changed."""
    data = text.encode("utf-8", "surrogateescape")
    return rows_left(parsed("names", data), rows).data.decode("utf-8", "surrogateescape")


def of(text: str) -> tuple[WithdrawnTable, list]:
    """A table and its rows."""
    table = WithdrawnTable(parsed("names", text.encode()).sheet)
    return table, list(table.rows())


@settings(max_examples=200, derandomize=True)
@given(st.text(alphabet='ab,"\n\r \udcff', max_size=40))
def test_any_text_comes_back_as_it_was(text):
    assert left(text, {}) == text
    assert left(TABLE, {}) == TABLE


def test_a_row_is_removed_with_its_line_ends_inside():
    table, rows = of(TABLE)
    assert [(row.place.line, row.key) for row in rows] == [(2, "a"), (5, "b"), (6, "c")]
    table.take_out(rows[0])
    assert left(TABLE, table.changed) == "\ufeffname,note\r\n\r\nb,three\r\nc,four"
    assert [row.key for row in table.rows()] == ["b", "c"]
    assert table.text == "b\nthree\nc\nfour"


def test_a_changed_row_keeps_its_own_end_of_line_and_the_text_of_its_other_cells():
    text = TABLE.replace("b,", '"b",')
    table, rows = of(text)
    table.change(rows[1], {"note": "five, six"})
    table.change(rows[2], {"note": ""})
    now = '\ufeffname,note\r\na,"one,\r\ntwo"\r\n\r\n"b","five, six"\r\nc,'
    assert left(text, table.changed) == now


def test_rows_that_share_a_key_are_each_reached():
    text = "name,note\na,1\na,2\nb,3\n"
    table, rows = of(text)
    table.change(rows[1], {"note": "x"})
    table.take_out(rows[0])
    assert left(text, table.changed) == "name,note\na,x\nb,3\n"


def test_what_cannot_be_read_stays():
    text = "name,note\na,1,2\nb,3\n"
    table, rows = of(text)
    assert [row.cells for row in rows] == [{"name": "b", "note": "3"}]
    assert [place.line for place in table.unread] == [2]
    table.take_out(rows[0])
    assert left(text, table.changed) == "name,note\na,1,2\n"
    assert table.text == "a,1,2\n"


def test_of_a_table_without_a_header_that_can_be_read_nothing_goes():
    text = 'name,"note\nb,3\n'
    table, rows = of(text)
    assert (rows, [place.line for place in table.unread]) == ([], [1, 2])
    assert left(text, table.changed) == text
