"""A cell that holds several parts is taken apart and put together in one place."""

import re

import pytest

from geodata import ROOT
from geodata.cells import cell_of, parts

SPLIT = re.compile(r"""\.split\(["'];|["'];["']\.join\(""")


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("", ()),
        ("KP", ("KP",)),
        ("KP;CN", ("KP", "CN")),
        (" KP ; CN;", ("KP", "CN")),
        (";;", ()),
    ],
)
def test_parts_stand_between_semicolons_without_space_and_none_is_empty(cell, found):
    assert parts(cell) == found


def test_parts_come_back_from_the_cell_that_holds_them():
    assert parts(cell_of(["KP", "CN", "KP"])) == ("KP", "CN", "KP")
    assert parts(cell_of(())) == ()


def test_no_other_module_takes_cells_apart_or_joins_them():
    rooms = ("geodata", "annotations", "views", "pages")
    modules = [path for room in rooms for path in (ROOT / room).rglob("*.py")]
    others = [path for path in modules if SPLIT.search(path.read_text(encoding="utf-8"))]
    assert others == []


def test_a_module_that_does_is_found_out():
    assert SPLIT.search('cell.split(";")') and SPLIT.search("';'.join(codes)")
