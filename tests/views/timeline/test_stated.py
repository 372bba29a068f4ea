"""What the sources count is on the timeline once it is asked for, where its days may be."""

import pytest

from annotations.selection.filters import Filters
from tests.collections import collection_of
from tests.views.timeline.test_figure import figure_of, trace
from views.timeline.axes import NARROW, WIDE


def drawn(filters: Filters | None = None, **cells: str) -> list[str]:
    """The statements that are marked, of one with these cells."""
    collection = collection_of(statements=[cells])
    return list(trace(figure_of(collection, filters, stated=True), "statements").customdata or ())


def test_no_statement_is_marked_unless_it_is_asked_for(records):
    assert "statements" not in {member.name for member in figure_of(records).data}
    marks = trace(figure_of(records, stated=True), "statements").customdata
    assert set(marks) == {f"statement:{k}" for k, s in records.statements.items() if s.date}


@pytest.mark.parametrize(
    ("told", "first", "last", "is_drawn"),
    [
        ("1996", 1990, 2026, True),
        ("1996", 1997, 2026, False),
        ("1996", 1990, 1995, False),
        ("1996/1999", 1998, 1998, True),
        ("../1996", 1996, 1996, True),
        ("1996/..", 1999, 1999, True),
        ("", 1990, 2026, False),
        ("1951", 1990, 2026, False),
    ],
)
def test_a_statement_is_marked_where_it_may_lie_in_the_period(told, first, last, is_drawn):
    assert drawn(Filters(first, last), date=told) == ["statement:claim"] * is_drawn


@pytest.mark.parametrize("form", [WIDE, NARROW])
def test_the_marks_stand_between_the_journeys_and_the_events(records, form):
    marks = trace(figure_of(records, stated=True, form=form), "statements")
    events = trace(figure_of(records, stated=True, form=form), "events")
    assert set(marks.y) and max(marks.y) < min(events.y)
    assert max(marks.y) < form.events_floor


def test_a_mark_says_how_much_as_of_when_and_who_says_so():
    collection = collection_of(statements=[{}])
    (words,) = trace(figure_of(collection, stated=True), "statements").hovertext
    assert words == "<b>Boats in the port</b><br>as of 1996<br>3 boats<br><i>An interview</i>"


def test_what_is_heavy_is_only_announced():
    collection = collection_of(statements=[{"care": "forced labour"}])
    (words,) = trace(figure_of(collection, stated=True), "statements").hovertext
    assert "Content note: forced labour." in words and "boats" not in words.lower()
