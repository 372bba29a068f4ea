"""A table loses rows and changes cells, and every other row keeps its bytes."""

from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.withdraw.table import WithdrawnTable

TABLE = '\ufeffname,note\r\na,"one,\r\ntwo"\r\n\r\nb,three\r\nc,four'


def of(text: str) -> tuple[WithdrawnTable, list]:
    """A table and its rows."""
    table = WithdrawnTable("names", text)
    return table, list(table.rows())


@settings(max_examples=200, derandomize=True)
@given(st.text(alphabet='ab,"\n\r \udcff', max_size=40))
def test_any_text_comes_back_as_it_was(text):
    assert of(text)[0].text == text
    assert of(TABLE)[0].text == TABLE


def test_a_row_is_taken_out_with_its_line_ends_inside():
    table, rows = of(TABLE)
    assert [(row.piece.line, row.key) for row in rows] == [(2, "a"), (5, "b"), (6, "c")]
    table.take_out(rows[0])
    assert table.text == "\ufeffname,note\r\n\r\nb,three\r\nc,four"
    assert [row.key for row in table.rows()] == ["b", "c"]
    assert table.below == "\r\nb,three\r\nc,four"


def test_a_changed_row_keeps_its_own_end_of_line_and_the_text_of_its_other_cells():
    table, rows = of(TABLE.replace("b,", '"b",'))
    table.change(rows[1], {"note": "five, six"})
    table.change(rows[2], {"note": ""})
    assert table.text == '\ufeffname,note\r\na,"one,\r\ntwo"\r\n\r\n"b","five, six"\r\nc,'


def test_rows_that_share_a_key_are_each_reached():
    table, rows = of("name,note\na,1\na,2\nb,3\n")
    table.change(rows[1], {"note": "x"})
    table.take_out(rows[0])
    assert table.text == "name,note\na,x\nb,3\n"


def test_what_cannot_be_read_stays():
    table, rows = of("name,note\na,1,2\nb,3\n")
    assert [row.cells for row in rows] == [{"name": "b", "note": "3"}]
    assert table.unread == [2]
    table.take_out(rows[0])
    assert table.text == table.below.join(["name,note\n", ""]) == "name,note\na,1,2\n"
    table, rows = of('name,"note\nb,3\n')
    assert (rows, table.unread) == ([], [1])
    assert table.text == 'name,"note\nb,3\n'
