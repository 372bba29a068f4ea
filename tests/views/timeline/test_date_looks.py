"""The ends of a journey's bar say where its dates come from, whatever is said of its places."""

import plotly.graph_objects as go
import pytest

from annotations.selection.filters import Filters, select
from tests.views.routes import EXACT, route
from views.timeline.axes import AXIS_END, AXIS_START
from views.timeline.date_looks import PATTERNS, DateLook, end_looks, is_hollow, looked
from views.timeline.figure import timeline
from views.timeline.lanes import bars

FIRST, LAST = {"place": "dalian", "date": "1996-02-01"}, {"place": "seoul", "date": "1999-02-01"}

# What a row needs to be stated.
WORDS = {"mentions": "port", "sources": "interview[2]"}


def drawn(*stops):
    """The stretches of the bar of these stops with their looks."""
    _, journey = route(*stops)
    return looked(bars(journey, AXIS_START, AXIS_END))


def bands(*stops):
    """The marker of the bars that are drawn of these stops, and the words that explain them."""
    records, _journey = route(*stops)
    figure = go.Figure(timeline(records, select(records, Filters())))
    (trace,) = (trace for trace in figure.data if trace.name == "bands")
    return trace.marker, list(figure.layout.yaxis.ticktext)


@pytest.mark.parametrize("basis", ["stated", "inferred", "external"])
def test_each_end_is_known_as_its_date_is(basis):
    pieces = drawn(FIRST | WORDS | {"date_basis": basis}, LAST | WORDS | {"date_basis": "stated"})
    assert [look.source for _bar, look in pieces][:: len(pieces) - 1 or 1] == (
        [basis, "stated"] if basis != "stated" else ["stated"]
    )


def test_a_day_that_is_counted_is_computed_and_not_stated():
    counted = {"date": "", "after": "by-sea:1", "duration": "P3Y", "date_basis": "stated", **EXACT}
    _, journey = route(FIRST, counted | WORDS)
    assert end_looks(journey) == (DateLook("external", False), DateLook("computed", False))


def test_a_bar_is_full_only_towards_a_date_that_is_certain():
    start, end = drawn(FIRST, LAST | {"date_certainty": "probable"})
    assert (is_hollow(*start), is_hollow(*end)) == (False, True)
    assert start[0].end == end[0].start
    assert [is_hollow(*piece) for piece in drawn(FIRST, LAST)] == [False]


def test_days_that_are_only_possible_are_a_line_thinner_than_any_bar():
    records, _journey = route({"place": "dalian", "date": "1996"}, LAST)
    figure = go.Figure(timeline(records, select(records, Filters())))
    (trace,) = (trace for trace in figure.data if trace.name == "bands")
    possible, sure = trace.width
    assert possible < sure / 2
    assert set(trace.marker.color) == {trace.marker.color[0]}


def test_a_doubtful_place_changes_nothing_of_a_bar():
    sure = {"date_certainty": "certain", "date_basis": "external"}
    doubted = {"certainty": "possible", "basis": "inferred"}
    plain = drawn(FIRST | sure, LAST | sure)
    other = drawn(FIRST | sure | doubted, LAST | sure | doubted)
    assert [(b.start, b.end, b.sure, look) for b, look in plain] == [
        (b.start, b.end, b.sure, look) for b, look in other
    ]


def test_no_two_sources_of_a_date_look_alike():
    assert len(set(PATTERNS.values())) == 4


def test_the_timeline_explains_exactly_the_looks_that_it_draws():
    marker, notes = bands(FIRST, LAST)
    assert set(marker.pattern.shape) == {PATTERNS["external"]}
    lines = [note.partition(" <")[0] for note in notes]
    assert "other source" in lines
    assert not {"stated", "inferred", "computed", "not certain", "possibly"} & set(lines)
    marker, notes = bands(FIRST, LAST | {"date_basis": "inferred", "date_certainty": "possible"})
    assert set(marker.pattern.shape) == {PATTERNS["external"], PATTERNS["inferred"]}
    lines = [note.partition(" <")[0] for note in notes]
    assert {"other source", "inferred", "not certain"} <= set(lines)
    _marker, notes = bands(FIRST | {"date": "1996"}, LAST)
    assert "possibly" in {note.partition(" <")[0] for note in notes}


def test_a_bar_that_is_touched_says_that_not_all_of_its_dates_are_certain():
    words = "Not all of its dates are certain."
    for cells, said in (({}, False), ({"date_certainty": "probable"}, True)):
        records, _journey = route(FIRST, LAST | cells)
        figure = go.Figure(timeline(records, select(records, Filters())))
        (trace,) = (trace for trace in figure.data if trace.name == "journeys")
        assert (words in trace.hovertext[0]) is said
