"""Bars are sure where the record is sure, and names never lie on each other."""

from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.dates.edtf import parse
from tests.views.routes import route
from views.timeline.lanes import LEAST_DAYS, Stretch, bars, name_sides, pack, pack_named

FIRST, LAST = date(1990, 1, 1), date(2027, 1, 1)
quick = settings(max_examples=50, deadline=None)


def bars_of(*dates: str):
    """The bars of a journey with a stop for each date."""
    _, journey = route(*({"place": "dalian", "date": told} for told in dates))
    return bars(journey, FIRST, LAST)


@st.composite
def stretches(draw) -> list[Stretch]:
    days = st.integers(0, (LAST - FIRST).days - 900)
    drawn = draw(st.lists(st.tuples(days, st.integers(1, 900), st.floats(0, 4000)), max_size=25))
    return [
        Stretch(f"s{n}", FIRST + timedelta(start), FIRST + timedelta(start + length), name)
        for n, (start, length, name) in enumerate(drawn)
    ]


def overlapping(one: tuple[date, date], other: tuple[date, date]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def covered(stretch: Stretch) -> tuple[date, date]:
    return stretch.start, stretch.end


def name_of(stretch: Stretch, side: str) -> tuple[date, date]:
    width = timedelta(stretch.name_days)
    if side == "right":
        return stretch.end, stretch.end + width
    return stretch.start - width, stretch.start


@quick
@given(stretches())
def test_no_two_marks_of_a_lane_overlap_while_there_are_lanes_enough(members):
    lanes = pack(members, most_lanes=len(members) + 1)
    assert sorted(member.id for lane in lanes for member in lane) == sorted(m.id for m in members)
    for lane in lanes:
        assert not any(overlapping(covered(a), covered(b)) for a, b in combinations(lane, 2))


@quick
@given(stretches(), st.integers(1, 4))
def test_nothing_is_lost_where_lanes_are_few(members, most_lanes):
    lanes = pack(members, most_lanes)
    assert len(lanes) <= most_lanes
    assert sorted(member.id for lane in lanes for member in lane) == sorted(m.id for m in members)


@quick
@given(stretches())
def test_no_name_lies_on_a_mark_or_another_name_or_over_the_ends_of_the_axis(members):
    sides = name_sides(members, FIRST, LAST)
    names = {m.id: name_of(m, sides[m.id]) for m in members if m.id in sides}
    for key, name in names.items():
        assert name[0] >= FIRST and name[1] <= LAST
        others = [covered(m) for m in members] + [n for k, n in names.items() if k != key]
        assert not any(overlapping(name, other) for other in others)


def test_a_name_stands_right_of_its_mark_or_left_where_there_is_no_room():
    one = Stretch("one", date(1991, 1, 1), date(1991, 6, 1), 365)
    near = Stretch("near", date(1991, 8, 1), date(1992, 6, 1), 365)
    last = Stretch("last", date(2026, 3, 1), date(2026, 9, 1), 365)
    assert name_sides([one, near, last], FIRST, LAST) == {
        "one": "left",
        "near": "right",
        "last": "left",
    }


def test_a_name_that_would_lie_on_another_name_is_left_out():
    one = Stretch("one", date(1991, 1, 1), date(1991, 6, 1), 500)
    two = Stretch("two", date(1993, 1, 1), date(1993, 6, 1), 500)
    near = Stretch("near", date(1993, 7, 1), date(1993, 9, 1), 10)
    assert name_sides([one, two, near], FIRST, LAST) == {"one": "right", "near": "right"}


def test_a_lane_without_room_leaves_a_name_out():
    wide = Stretch("wide", FIRST, LAST, 10)
    assert name_sides([wide], FIRST, LAST) == {}


def test_a_journey_of_one_day_is_as_wide_as_a_mark_can_be_seen():
    (bar,) = bars_of("2002-05-08")
    assert (bar.sure, bar.is_mark) == (True, True)
    assert bar.start < date(2002, 5, 8) < bar.end
    assert (bar.end - bar.start).days >= LEAST_DAYS - 1


def test_a_journey_between_two_told_days_is_sure_from_the_one_to_the_other():
    (bar,) = bars_of("1996-02-01", "1999-02-01")
    assert (bar.start, bar.end, bar.sure) == (date(1996, 2, 1), date(1999, 2, 1), True)


def test_a_bar_is_sure_only_between_the_days_that_both_ends_leave_no_doubt_about():
    before, sure, after = bars_of("1996", "1999")
    assert (before.sure, sure.sure, after.sure) == (False, True, False)
    assert (before.start, before.end) == (date(1996, 1, 1), date(1996, 12, 31))
    assert (sure.start, sure.end) == (date(1996, 12, 31), date(1999, 1, 1))
    assert (after.start, after.end) == (date(1999, 1, 1), date(1999, 12, 31))


def test_a_journey_that_may_lie_anywhere_in_a_year_is_nowhere_sure():
    (bar,) = bars_of("2005")
    assert (bar.sure, bar.is_mark) == (False, False)
    assert (bar.start, bar.end) == (date(2005, 1, 1), date(2005, 12, 31))


def test_a_short_time_in_which_a_journey_lies_somewhere_is_a_mark_that_is_not_sure():
    (bar,) = bars_of("2006-10")
    assert (bar.sure, bar.is_mark) == (False, True)


@pytest.mark.parametrize(
    ("told", "start", "end"),
    [("../2003", FIRST, date(2003, 12, 31)), ("2003/..", date(2003, 1, 1), LAST)],
)
def test_a_side_that_is_open_runs_to_the_end_of_the_axis(told, start, end):
    drawn = bars_of(told)
    assert (min(bar.start for bar in drawn), max(bar.end for bar in drawn)) == (start, end)


@quick
@given(
    st.lists(st.sampled_from("1994 1996-02 1999-11-05 2005~ ../2003 2010/.. 2026-12 1990".split()))
)
def test_bars_keep_to_the_days_that_are_possible_but_for_the_least_width(told):
    told = sorted(told, key=lambda text: parse(text).span.earliest or date.min)
    _, journey = route(*({"place": "dalian"} | {"date": text} for text in told[:1] or ["2000"]))
    drawn = bars(journey, FIRST, LAST)
    slack = timedelta(LEAST_DAYS)
    early = max(journey.span.earliest or FIRST, FIRST)
    late = min(journey.span.latest or LAST, LAST)
    assert drawn
    assert all(early - slack <= bar.start <= bar.end <= late + slack for bar in drawn)
    assert sum(bar.sure for bar in drawn) == bool(journey.core)


@quick
@given(stretches(), st.integers(1, 6))
def test_a_name_above_a_stretch_lies_within_the_axis_and_on_nothing_of_its_lane(members, most):
    lanes, begins = pack_named(members, most, FIRST, LAST)
    assert sorted(m.id for lane in lanes for m in lane) == sorted(m.id for m in members)
    assert len(lanes) <= most
    for lane in lanes:
        own = {
            m.id: (begins[m.id], begins[m.id] + timedelta(m.name_days))
            for m in lane
            if m.id in begins
        }
        assert all(start >= FIRST and end <= LAST for start, end in own.values())
        assert not any(overlapping(a, b) for a, b in combinations(own.values(), 2))


def test_every_stretch_has_its_name_while_there_are_lanes():
    members = [Stretch(f"s{n}", FIRST, LAST, 4000) for n in range(5)]
    lanes, begins = pack_named(members, 5, FIRST, LAST)
    assert len(lanes) == len(begins) == 5
    assert len(pack_named(members, 3, FIRST, LAST)[1]) == 3
