"""A table loses rows and changes cells, and every other row keeps its bytes."""

from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.thinned_table import ThinnedTable

TABLE = '\ufeffid,note\r\na,"one,\r\ntwo"\r\n\r\nb,three\r\nc,four'


def test_a_table_that_is_not_changed_is_the_same_text():
    assert ThinnedTable(TABLE).text == TABLE
    assert ThinnedTable("").text == ""


@settings(max_examples=200, derandomize=True)
@given(st.text(alphabet='ab,"\n\r ', max_size=40))
def test_any_text_comes_back_as_it_was(text):
    assert ThinnedTable(text).text == text


def test_a_row_is_taken_out_with_its_line_ends_inside():
    table = ThinnedTable(TABLE)
    assert [(row.line, row.cell("id")) for row in table.rows] == [(2, "a"), (5, "b"), (6, "c")]
    table.take_out(table.rows[0])
    assert table.text == "\ufeffid,note\r\nb,three\r\nc,four"


def test_a_changed_row_keeps_its_own_end_of_line():
    table = ThinnedTable(TABLE)
    table.change(table.rows[1], {"note": "five, six"})
    table.change(table.rows[2], {"note": ""})
    assert table.text == '\ufeffid,note\r\na,"one,\r\ntwo"\r\n\r\nb,"five, six"\r\nc,'


def test_a_row_that_cannot_be_read_stays():
    table = ThinnedTable("id,note\na,1,2\nb,3\n")
    assert [row.cells for row in table.rows] == [{}, {"id": "b", "note": "3"}]
    table.take_out(table.rows[1])
    assert table.text == "id,note\na,1,2\n"
