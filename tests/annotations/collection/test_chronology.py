"""Computed days are exactly those that all statements allow, and say what they rest on."""

from datetime import date, timedelta
from itertools import combinations, count, pairwise, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.collection.chronology import journey_constraints, resolve_journey, told_span
from annotations.dates import constraint_network
from annotations.dates.constraint_network import (
    MAYBE_FEWER,
    Constraint,
    Contradiction,
    Point,
    resolve,
)
from annotations.dates.edtf import parse
from annotations.dates.fewest_rows import MOST_STEPS, fewest_rows
from annotations.dates.spans import Span
from annotations.records import Stop

DAY = date(1996, 1, 15)


def make_stop(order: int, journey: str = "way", **said: str) -> Stop:
    """A stop of which only the time is told; a duration is exact unless a tolerance is given."""
    words = dict.fromkeys(("date", "after", "duration", "tolerance", "mode", "note"), "")
    words |= ({"tolerance": "P0D"} if "duration" in said else {}) | said
    return Stop(
        journey=journey, order=order, place=None, role="passes", basis="stated",
        certainty="certain", sources=(), mentions=(), **words,
    )  # fmt: skip


def dated(stops: tuple[Stop, ...]) -> dict[int, tuple[str | None, str | None]]:
    """Earliest and latest day by the order of the stop."""
    return {
        stop.order: tuple(day and day.isoformat() for day in (stop.span.earliest, stop.span.latest))
        for stop in stops
    }


KIM = [
    make_stop(1, date="1996-02"),
    make_stop(2, after="way:1", duration="P40D"),
    make_stop(3, after="way:2", duration="P8D"),
    make_stop(4),
    make_stop(5, after="way:4", duration="P9D"),
    make_stop(6, date="1999-02"),
]


def test_forty_days_and_eight_more_after_february_1996_reach_into_march_and_april():
    days = dated(resolve_journey(KIM, {}))
    assert days[1] == ("1996-02-01", "1996-02-29")
    assert days[2] == ("1996-03-12", "1996-04-09")
    assert days[3] == ("1996-03-20", "1996-04-17")


def test_a_stop_that_nothing_dates_lies_between_its_neighbours():
    days = dated(resolve_journey(KIM, {}))
    assert days[4] == ("1996-03-20", "1999-02-19")
    assert days[5] == ("1996-03-29", "1999-02-28")


def test_a_computed_stop_names_the_rows_that_it_rests_on_and_a_told_one_names_none():
    rows = {stop.order: set(stop.computed_from) for stop in resolve_journey(KIM, {})}
    assert rows[1] == rows[6] == set()
    assert rows[2] == {"way:1"}
    assert rows[3] == {"way:1", "way:2"}
    assert rows[4] == {"way:1", "way:2", "way:3", "way:5", "way:6"}


def test_a_told_date_is_narrowed_by_what_follows_it_and_then_names_the_row():
    stops = [make_stop(1, date="1996"), make_stop(2), make_stop(3, date="1996-03-04")]
    first, _, last = resolve_journey(stops, {})
    assert first.span == Span(date(1996, 1, 1), date(1996, 3, 4))
    assert first.computed_from == ("way:3",)
    assert last.computed_from == ()


def test_an_arrival_dated_before_the_arrest_contradicts_that_row_and_no_other():
    with pytest.raises(Contradiction) as caught:
        resolve_journey([*KIM[:5], make_stop(6, date="1996-01")], {})
    assert caught.value.rows == ("way:1", "way:6")
    assert str(caught.value).startswith("way:1 and way:6 cannot all be true together.")


def test_durations_that_break_the_order_contradict_each_other_without_any_date():
    stops = [
        make_stop(1),
        make_stop(2, after="way:1", duration="P40D"),
        make_stop(3),
        make_stop(4, after="way:1", duration="P10D"),
    ]
    with pytest.raises(Contradiction) as caught:
        resolve_journey(stops, {})
    assert caught.value.rows == ("way:2", "way:4")


def test_a_stop_forty_days_after_itself_contradicts_itself():
    with pytest.raises(Contradiction) as caught:
        resolve_journey([make_stop(1, after="way:1", duration="P40D")], {})
    assert caught.value.rows == ("way:1",)
    assert "contradicts itself" in str(caught.value)


def test_what_is_told_in_round_numbers_may_be_off_unless_its_row_says_otherwise():
    stops = [
        make_stop(1, date="1996-02-10"),
        make_stop(2, after="way:1", duration="P40D", tolerance=""),
        make_stop(3, after="way:1", duration="P50D", tolerance="P0D"),
    ]
    days = dated(resolve_journey(stops, {}))
    assert days[2] == ("1996-03-17", "1996-03-25")  # 36 to 44 days
    assert days[3] == ("1996-03-31", "1996-03-31")


def test_a_tolerance_widens_a_duration_to_both_sides_but_never_turns_it_round():
    stops = [
        make_stop(1, date="1996-02-10"),
        make_stop(2, after="way:1", duration="P3D", tolerance="P2D"),
        make_stop(3, after="way:1", duration="P3D", tolerance="P5D"),
    ]
    days = dated(resolve_journey(stops, {}))
    assert days[2] == ("1996-02-11", "1996-02-15")
    assert days[3] == ("1996-02-11", "1996-02-18")
    alone = make_stop(1, after="visit", duration="P3D", tolerance="P5D")
    visit = {"visit": Span(DAY, DAY)}
    assert resolve_journey([alone], visit)[0].span.earliest == DAY


def test_a_duration_in_years_allows_each_number_of_days_that_they_can_have():
    stops = [make_stop(1, date="1996-02-29"), make_stop(2, after="way:1", duration="P3Y")]
    assert dated(resolve_journey(stops, {}))[2] == ("1999-02-28", "1999-03-01")


def test_an_event_dates_what_is_told_after_or_before_it():
    visit = {"visit": parse("2003-07-07/2003-07-10").span}
    (after,) = resolve_journey([make_stop(1, after="visit", duration="P2D")], visit)
    (before,) = resolve_journey([make_stop(1, after="visit", duration="-P3D")], visit)
    (later,) = resolve_journey([make_stop(1, after="visit")], visit)
    assert after.span == Span(date(2003, 7, 9), date(2003, 7, 12))
    assert before.span == Span(date(2003, 7, 4), date(2003, 7, 7))
    assert later.span == Span(date(2003, 7, 7), None)
    assert after.computed_from == before.computed_from == later.computed_from == ("visit",)


def test_an_undated_anchor_bounds_nothing():
    (stop,) = resolve_journey([make_stop(1, after="unheard-of", duration="P2D")], {})
    assert (stop.span, stop.computed_from) == (Span(None, None), ())


def test_journeys_given_together_date_each_other_and_keep_their_own_order():
    stops = [
        make_stop(1, "mother", after="son:2", duration="P7D"),
        make_stop(1, "son", date="1998-05-01"),
        make_stop(2, "son", after="son:1", duration="P1D"),
    ]
    mother, *_ = resolve_journey(stops, {})
    assert mother.span == Span(date(1998, 5, 9), date(1998, 5, 9))
    assert set(mother.computed_from) == {"son:1", "son:2"}


def test_a_duration_that_is_counted_from_nothing_is_refused_with_its_remedy():
    with pytest.raises(ValueError, match="Name a stop or an event in `after`"):
        journey_constraints([make_stop(1, duration="P3D")])


def test_a_journey_without_stops_has_no_dates():
    assert resolve_journey([], {}) == ()


def test_days_beyond_the_years_that_can_be_written_are_open():
    stops = [make_stop(1, date="9999"), make_stop(2, after="way:1", duration="P1D")]
    assert dated(resolve_journey(stops, {}))[2] == ("9999-01-02", None)


spans = st.tuples(st.integers(0, 3), st.integers(0, 2), st.sampled_from(["", "from", "to", "-"]))
least_most = st.tuples(st.none() | st.integers(-2, 2), st.none() | st.integers(-2, 2))


def span_of(told: tuple[int, int, str]) -> Span:
    first, length, which = told
    return Span(
        DAY + timedelta(first) if which in ("", "from") else None,
        DAY + timedelta(first + length) if which in ("", "to") else None,
    )


@st.composite
def networks(draw) -> tuple[list[Point], list[Constraint]]:
    """Two or three points within days of each other, with up to four constraints."""
    count = draw(st.integers(2, 3))
    points = [Point(f"p{n}", span_of(draw(spans))) for n in range(count)]
    pairs = st.permutations([point.id for point in points]).map(lambda ids: ids[:2])
    constraints = [
        Constraint(*pair, *draw(least_most), f"r{n}")
        for n, pair in enumerate(draw(st.lists(pairs, max_size=4)))
    ]
    return points, constraints


def solutions(points: list[Point], constraints: list[Constraint], domain: list[date]):
    """Every way to give each point a day of the domain that breaks no statement."""
    place = {point.id: n for n, point in enumerate(points)}
    allowed = [
        [day for day in domain if (span.earliest or day) <= day <= (span.latest or day)]
        for _, span in points
    ]
    for days in product(*allowed):
        gaps = [(days[place[c.after]] - days[place[c.before]]).days for c in constraints]
        if all(
            (c.least_days is None or c.least_days <= gap)
            and (c.most_days is None or gap <= c.most_days)
            for c, gap in zip(constraints, gaps, strict=True)
        ):
            yield days


@settings(deadline=None, max_examples=120)
@given(networks())
def test_the_bounds_are_exactly_those_found_by_trying_every_day(network):
    points, constraints = network
    # Told days are 0 to 5, and a bound is handed on at most twice, by at most 2 days: real
    # bounds lie from -4 to 9, and open sides within 4 days of the edge of what is tried.
    domain = [DAY + timedelta(n) for n in range(-10, 16)]
    lowest, highest = DAY - timedelta(4), DAY + timedelta(9)
    found = list(solutions(points, constraints, domain))
    if not found:
        with pytest.raises(Contradiction):
            resolve(points, constraints)
        return
    resolution = resolve(points, constraints)
    for point, days in zip(points, zip(*found, strict=True), strict=True):
        tried = Span(
            min(days) if min(days) >= lowest else None,
            max(days) if max(days) <= highest else None,
        )
        assert resolution.spans[point.id] == tried


@st.composite
def journeys(draw) -> list[Stop]:
    """Three to five stops that state a date, a duration after another stop, both or neither."""
    count = draw(st.integers(3, 5))
    stops = []
    for order in range(1, count + 1):
        said = {}
        if draw(st.booleans()):
            day = DAY + timedelta(draw(st.integers(0, 12)))
            said["date"] = draw(st.sampled_from([f"{day}", f"{day}~", f"../{day}", f"{day}/.."]))
        if draw(st.booleans()):
            other = draw(st.integers(1, count).filter(lambda n, own=order: n != own))
            said["after"] = f"way:{other}"
            said["duration"] = draw(st.sampled_from(["", "P0D", "P3D", "P9D", "-P2D"]))
            said["tolerance"] = draw(st.sampled_from(["", "P1D"])) if said["duration"] else ""
        stops.append(make_stop(order, **said))
    return stops


def is_contradictory(stops: list[Stop]) -> bool:
    try:
        resolve_journey(stops, {})
    except Contradiction:
        return True
    return False


@settings(deadline=None, max_examples=150)
@given(journeys())
def test_the_rows_of_a_computed_stop_give_the_same_days_without_any_other_row(stops):
    if is_contradictory(stops):
        return
    for stop in resolve_journey(stops, {}):
        kept = [other for other in stops if other.id in (*stop.computed_from, stop.id)]
        alone = {other.id: other for other in resolve_journey(kept, {})}
        assert alone[stop.id].span == stop.span
        if not stop.computed_from:
            assert stop.span == told_span(stop)


@settings(deadline=None, max_examples=300)
@given(journeys())
def test_a_contradiction_names_rows_that_contradict_and_no_fewer_rows_do(stops):
    try:
        resolve_journey(stops, {})
    except Contradiction as contradiction:
        named = contradiction.rows
    else:
        return
    assert is_contradictory([stop for stop in stops if stop.id in named])
    for fewer in combinations(stops, len(named) - 1):
        assert not is_contradictory(list(fewer))


def tied(count: int, *more: Constraint) -> tuple[list[Point], list[Constraint]]:
    """Points of which each is 1 to 5 days after the one before, by its own row and its order."""
    ids = [f"s{n}" for n in range(count)]
    order = [Constraint(*pair) for pair in pairwise(ids)]
    counted = [Constraint(*pair, 1, 5, pair[1]) for pair in pairwise(ids)]
    return [Point(each) for each in ids], [*order, *counted, *more]


def with_dates(points: list[Point], days: dict[int, date]) -> list[Point]:
    return [
        Point(point.id, Span(days[n], days[n])) if n in days else point
        for n, point in enumerate(points)
    ]


def searched(monkeypatch, points, constraints) -> tuple[Contradiction, int]:
    """The contradiction of a network, and how many steps were looked at to make it small."""
    found = []

    def watched(*of):
        found.append(fewest_rows(*of))
        return found[-1]

    monkeypatch.setattr(constraint_network, "fewest_rows", watched)
    with pytest.raises(Contradiction) as caught:
        resolve(points, constraints)
    (search,) = found
    return caught.value, search.steps


@pytest.mark.parametrize(
    ("days", "more"),
    [
        ({500: DAY, 503: DAY + timedelta(900)}, []),
        ({0: DAY, 999: DAY + timedelta(20)}, []),
        ({}, [Constraint("s999", "s0", 1, 3, "s0")]),
        ({}, [Constraint("s2", "s997", 0, 20, "more")]),
    ],
    ids=["two-dates", "both-ends", "ring", "too-short"],
)
def test_a_contradiction_among_a_thousand_tied_stops_is_found_in_bounded_work_and_says_so(
    monkeypatch, days, more
):
    points, constraints = tied(1000, *more)
    points = with_dates(points, days)
    contradiction, steps = searched(monkeypatch, points, constraints)
    assert steps <= 1.01 * MOST_STEPS
    assert not contradiction.fewest
    assert MAYBE_FEWER in str(contradiction)
    named = set(contradiction.rows)
    assert len(named) < 200
    with pytest.raises(Contradiction):
        resolve(
            [point if point.id in named else Point(point.id) for point in points],
            [each for each in constraints if each.row in {*named, ""}],
        )


def test_the_fewest_rows_are_still_proven_among_forty_tied_stops(monkeypatch):
    points, constraints = tied(40)
    points = with_dates(points, {0: DAY, 39: DAY + timedelta(20)})
    contradiction, _steps = searched(monkeypatch, points, constraints)
    assert contradiction.fewest
    assert len(contradiction.rows) == 1 + 21 + 1  # two dates, and one day more than lies between
    assert MAYBE_FEWER not in str(contradiction)


def test_a_loop_of_statements_is_found_long_before_every_point_was_looked_at_in_turn(monkeypatch):
    points, constraints = tied(1000, Constraint("s0", "s1", 9, 9, "s1"))
    passes = []
    monkeypatch.setattr(
        constraint_network, "count",
        lambda first: (passes.append(n) or n for n in count(first)),
    )  # fmt: skip
    with pytest.raises(Contradiction) as caught:
        resolve(points, constraints)
    assert caught.value.rows == ("s1",)
    assert len(passes) < 20
