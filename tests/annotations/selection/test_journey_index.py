"""What the index says of all journeys at once is what is said of each journey by itself."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.codes import JOURNEY_KINDS
from annotations.dates.spans import Period, Span
from annotations.records import Collection, Journey
from annotations.selection.filters import (
    PUBLIC_RECORD,
    Filters,
    Within,
    index,
    select,
    told_by,
)
from annotations.selection.journey_index import JourneyIndex, index_of
from tests.collections import MADE_TEXTS, many_journeys
from tests.lying import journey_lies

MADE = many_journeys(120, seed=11)
STOP = next(journey for journey in MADE.journeys.values()).stops[0]
YEARS = range(1995, 2001)
# The first and the last days of a few years, so that spans and periods often meet at an edge.
EDGES = [date(year, month, day) for year in YEARS for month, day in ((1, 1), (7, 1), (12, 31))]


@st.composite
def spans(draw) -> Span:
    """A span of days that may be open on each side."""
    days = sorted(draw(st.lists(st.sampled_from(EDGES), min_size=2, max_size=2)))
    opened = draw(st.sampled_from(((1, 1), (1, 0), (0, 1), (0, 0))))
    return Span(*(day if told else None for day, told in zip(days, opened, strict=True)))


@st.composite
def journeys(draw) -> Journey:
    """A journey of up to four stops, told as dated or not, in no order of days."""
    told = draw(st.lists(st.tuples(spans(), st.sampled_from(("", "1996"))), max_size=4))
    stops = tuple(
        replace(STOP, order=n, span=span, date=text) for n, (span, text) in enumerate(told)
    )
    return replace(next(iter(MADE.journeys.values())), stops=stops)


def told(journey: Journey) -> frozenset[str]:
    return told_by(journey, set(MADE_TEXTS))


def lying(found: JourneyIndex, period: Period) -> list[Within]:
    """How the index says that each journey lies in a period."""
    how = found.lying(period)
    rows = zip(how.definitely, how.possibly, how.undated, strict=True)
    states = (Within.DEFINITELY, Within.POSSIBLY, Within.UNDATED)
    named = [[s for s, holds in zip(states, row, strict=True) if holds] for row in rows]
    assert all(len(states) <= 1 for states in named)
    return [states[0] if states else Within.NOT for states in named]


@settings(max_examples=300, deadline=None)
@given(st.lists(journeys(), max_size=6), st.sampled_from(YEARS), st.integers(0, 6))
def test_every_journey_lies_in_a_period_as_it_does_by_itself(members, first, more):
    period = Filters(first, first + more).period
    wanted = [journey_lies(journey, period) for journey in members]
    assert lying(index_of(members, told), period) == wanted


def test_made_journeys_of_every_kind_lie_as_they_do_by_themselves():
    for year in range(1985, 2030):
        period = Filters(year, year + year % 5).period
        wanted = [journey_lies(journey, period) for journey in MADE.journeys.values()]
        assert lying(index(MADE), period) == wanted


def chosen_from(*words: str):
    return st.frozensets(st.sampled_from(words), max_size=3)


@settings(max_examples=100, deadline=None)
@given(
    chosen_from("KP", "CN", "LA", "TH", "KR", "MN"),
    chosen_from(*JOURNEY_KINDS),
    chosen_from(*MADE_TEXTS, PUBLIC_RECORD, "unknown"),
)
def test_every_journey_is_asked_for_as_it_is_by_itself(countries, kinds, sources):
    found = select(MADE, Filters(countries=countries, kinds=kinds, sources=sources)).asked
    assert list(found) == [
        journey
        for journey in MADE.journeys.values()
        if (not countries or countries & journey.countries)
        and (not kinds or journey.kind in kinds)
        and (not sources or sources & told(journey))
    ]


def test_an_index_that_takes_an_open_side_for_a_day_is_found_out():
    journey = replace(
        next(iter(MADE.journeys.values())),
        stops=(replace(STOP, span=Span(date(1996, 1, 1), None)),),
    )
    period = Filters(1996, 1999).period
    right = index_of([journey], told)
    wrong = replace(right, spans=replace(right.spans, late=right.spans.early))
    assert lying(right, period) == [journey_lies(journey, period)] == [Within.POSSIBLY]
    assert lying(wrong, period) != [journey_lies(journey, period)]


def test_the_index_of_nothing_is_empty():
    nothing = Collection({}, {}, {}, {}, {}, ())
    found = select(nothing, Filters(1996, 1999, countries=frozenset({"KP"})))
    assert found.asked == found.journeys == ()
