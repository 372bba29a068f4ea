"""What the filters leave: definitely, possibly or not, and nothing lost between them."""

import random
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.codes import JOURNEY_KINDS, OUTCOME_KINDS
from annotations.dates.edtf import parse
from annotations.dates.spans import Period, Span
from annotations.records import Collection
from annotations.selection.filters import (
    FIRST_YEAR,
    LAST_YEAR,
    PUBLIC_RECORD,
    Filters,
    Within,
    lies,
    select,
)
from tests.collections import MADE_TEXTS, collection_of, many_journeys
from tests.lying import journey_lies

NINETIES = Period(date(1990, 1, 1), date(1999, 12, 31))
MADE = many_journeys(150)
WHOLE_TIME = Filters()


def journeys_of(**dates: list[str]) -> Collection:
    """A collection of journeys by the dates of their stops."""
    return collection_of(
        journeys=[{"id": key} for key in dates],
        stops=[
            {"journey": key, "order": str(order), "date": told}
            for key, told_dates in dates.items()
            for order, told in enumerate(told_dates, start=1)
        ],
    )


def ids(journeys) -> set[str]:
    """The ids of journeys, as a set."""
    return {journey.id for journey in journeys}


@pytest.mark.parametrize(
    ("told", "within"),
    [
        ("1996-02", Within.DEFINITELY),
        ("1990-01-01", Within.DEFINITELY),
        ("1999-12-31", Within.DEFINITELY),
        ("1990/1999", Within.DEFINITELY),
        ("1989-12-31", Within.NOT),
        ("2000-01-01", Within.NOT),
        ("1989-12-31/1990-01-01", Within.POSSIBLY),
        ("1999-12-31/2000-01-01", Within.POSSIBLY),
        ("1980/2010", Within.POSSIBLY),
        ("1999~", Within.POSSIBLY),
        ("1996?", Within.DEFINITELY),
        ("../1995", Within.POSSIBLY),
        ("../1989", Within.NOT),
        ("1995/..", Within.POSSIBLY),
        ("2000/..", Within.NOT),
        ("../..", Within.UNDATED),
    ],
)
def test_a_span_lies_in_the_nineties_as_its_days_say(told, within):
    assert lies(parse(told).span, NINETIES) is within


def test_a_span_without_any_day_is_undated():
    assert lies(Span(None, None), NINETIES) is Within.UNDATED


def within_nineties(*dates: str) -> Within:
    """How a journey with stops of these dates lies in the nineties."""
    return journey_lies(journeys_of(way=list(dates)).journeys["way"], NINETIES)


def test_a_journey_that_begins_before_a_period_and_ends_after_it_was_under_way_in_it():
    assert within_nineties("1985", "2005") is Within.DEFINITELY


def test_a_journey_of_one_stop_some_time_in_thirty_years_only_may_lie_in_ten_of_them():
    assert within_nineties("1980/2010") is Within.POSSIBLY


def test_a_journey_with_one_stop_in_a_period_and_one_after_it_lies_in_it():
    assert within_nineties("1999-12-31", "2000-01-01") is Within.DEFINITELY
    assert within_nineties("", "1996-02", "1996/..") is Within.DEFINITELY


def test_a_journey_before_or_after_a_period_does_not_lie_in_it():
    assert within_nineties("1988", "1989-12-31") is Within.NOT
    assert within_nineties("2000-01-01", "2001") is Within.NOT


def test_a_journey_that_ends_in_a_period_and_begins_at_an_unknown_time_lies_in_it():
    assert within_nineties("", "1999-02") is Within.DEFINITELY


def test_a_journey_that_certainly_was_under_way_though_no_day_of_it_is_certain():
    # Left by mid 1992 at the latest, arrived in mid 1994 at the earliest.
    assert within_nineties("../1992-06", "1994-06/..") is Within.DEFINITELY
    assert within_nineties("../1992-06", "1988-06/..") is Within.POSSIBLY


def test_a_journey_that_is_open_on_both_sides_but_has_one_dated_stop_is_not_undated():
    assert within_nineties("../..", "../1992-06", "1988-06/..") is Within.POSSIBLY


def test_a_journey_without_any_date_is_undated():
    assert within_nineties("", "") is Within.UNDATED


DATED = {
    "inside": ["1996-02", "1996-03"],
    "edge": ["1999-12-31/2000-01-01"],
    "outside": ["2003"],
    "unknown": [""],
}


def test_a_period_keeps_apart_what_lies_in_it_may_lie_in_it_and_is_undated():
    found = select(journeys_of(**DATED), Filters(1996, 1999))
    assert found.ids == ids(found.journeys) == {"inside"}
    assert ids(found.possible) == {"edge"}
    assert ids(found.undated) == {"unknown"}


def test_with_possibly_the_uncertain_ones_come_along_and_the_undated_stay_apart():
    found = select(journeys_of(**DATED), Filters(1996, 1999, possibly=True))
    assert ids(found.journeys) == {"inside", "edge"}
    assert found.possible == ()
    assert ids(found.undated) == {"unknown"}


def test_the_whole_time_holds_what_is_undated_and_what_lies_outside_the_years_of_the_slider():
    found = select(journeys_of(**DATED), WHOLE_TIME)
    assert ids(found.journeys) == set(DATED)
    assert (found.possible, found.undated) == ((), ())
    assert ids(select(journeys_of(early=["1951"]), WHOLE_TIME).journeys) == {"early"}


def test_a_year_less_than_the_whole_time_is_a_period():
    assert WHOLE_TIME.whole_time
    assert not Filters(FIRST_YEAR, LAST_YEAR - 1).whole_time
    assert not Filters(FIRST_YEAR + 1, LAST_YEAR).whole_time


def test_a_period_reaches_from_the_first_day_of_its_first_year_to_the_last_of_its_last():
    assert Filters(1996, 1999).period == Period(date(1996, 1, 1), date(1999, 12, 31))


def test_any_of_the_chosen_countries_will_do():
    places = [{}, {"id": "laos", "kind": "country", "country": "LA", "lat": "", "lon": ""}]
    rows = {
        "journeys": [{"id": "north"}, {"id": "both"}, {"id": "nowhere"}],
        "stops": [
            {"journey": "north"},
            {"journey": "both"},
            {"journey": "both", "order": "2", "place": "laos", "date": ""},
            {"journey": "nowhere", "place": ""},
        ],
    }
    collection = collection_of(places=places, **rows)

    def left(*countries: str) -> set[str]:
        return select(collection, Filters(countries=frozenset(countries))).ids

    assert left() == {"north", "both", "nowhere"}
    assert left("CN") == {"north", "both"}
    assert left("LA") == {"both"}
    assert left("LA", "CN") == {"north", "both"}
    assert left("MN") == set()


def test_whoever_was_seen_at_a_border_river_was_in_none_of_the_countries_that_it_touches():
    tumen = {"id": "tumen-river", "kind": "river", "country": "KP;CN;RU", "lat": "", "lon": ""}
    stops = [{}, {"order": "2", "place": "tumen-river", "date": ""}]
    collection = collection_of(places=[{}, tumen], stops=stops)
    for country, found in (("CN", {"by-sea"}), ("RU", set()), ("KP", set())):
        assert select(collection, Filters(countries=frozenset({country}))).ids == found


def test_any_of_the_chosen_outcomes_will_do_and_a_helper_has_none():
    kinds = {"arrived": "journey", "died": "return", "not-told": "attempt", "": "helper"}
    collection = collection_of(
        journeys=[{"id": kind, "kind": kind, "outcome_kind": k} for k, kind in kinds.items()],
        stops=[{"journey": kind} for kind in kinds.values()],
    )
    assert select(collection, Filters(outcomes=frozenset({"died"}))).ids == {"return"}
    every = select(collection, Filters(outcomes=frozenset(OUTCOME_KINDS))).ids
    assert every == {"journey", "return", "attempt"}


def test_any_of_the_chosen_kinds_will_do():
    kinds = ("attempt", "helper", "corridor")
    collection = collection_of(
        journeys=[{"id": kind, "kind": kind} for kind in kinds],
        stops=[{"journey": kind} for kind in kinds],
    )
    assert select(collection, Filters(kinds=frozenset({"helper"}))).ids == {"helper"}
    chosen = frozenset({"helper", "attempt", "return"})
    assert select(collection, Filters(kinds=chosen)).ids == {"helper", "attempt"}


def test_a_source_is_an_annotated_text_or_the_public_record():
    collection = collection_of(
        sources=[{}, {"id": "news", "sha256": ""}],
        journeys=[
            {"id": "told", "sources": "interview[2]"},
            {"id": "both", "sources": "interview[2];news"},
            {"id": "public", "sources": "news[3]"},
        ],
        stops=[{"journey": key} for key in ("told", "both", "public")],
    )

    def left(*sources: str) -> set[str]:
        return select(collection, Filters(sources=frozenset(sources))).ids

    assert left("interview") == {"told", "both"}
    assert left(PUBLIC_RECORD) == {"public"}
    assert left("interview", PUBLIC_RECORD) == {"told", "both", "public"}


def test_events_follow_period_and_country_and_keep_to_no_kind_and_no_source():
    events = [{}, {"id": "law", "date": "1999-06", "countries": "KR"}]
    collection = collection_of(events=events)

    def left(**chosen) -> set[str]:
        return {event.id for event in select(collection, Filters(**chosen)).events}

    assert left(first=1996, last=1999) == {"law"}
    assert left(first=1996, last=1999, possibly=True) == {"law", "famine"}
    assert left(countries=frozenset({"KP"})) == {"famine"}
    assert left(kinds=frozenset({"helper"}), sources=frozenset({"x"})) == {"law", "famine"}


def test_a_count_of_several_years_belongs_to_each_of_them():
    rows = [{"start_year": "", "end_year": "1998"}, {"start_year": "1999", "end_year": "2001"}]
    collection = collection_of(arrivals=rows)

    def left(first: int, last: int) -> list[int]:
        return [row.end_year for row in select(collection, Filters(first, last)).arrivals]

    assert left(1990, 1998) == [1998]
    assert left(1998, 1999) == [1998, 2001]
    assert left(2000, 2000) == [2001]
    assert left(2002, 2026) == []


YEARS = st.integers(FIRST_YEAR - 5, LAST_YEAR + 5)


@st.composite
def filters(draw) -> Filters:
    """Any filters that a reader could choose, and periods beyond the slider."""
    first, last = sorted((draw(YEARS), draw(YEARS)))
    return Filters(
        first,
        last,
        draw(st.booleans()),
        draw(st.frozensets(st.sampled_from(("KP", "CN", "LA", "TH", "KR", "MN")), max_size=3)),
        draw(st.frozensets(st.sampled_from(JOURNEY_KINDS), max_size=3)),
        draw(st.frozensets(st.sampled_from((*MADE_TEXTS, PUBLIC_RECORD)), max_size=3)),
    )


def without_period(chosen: Filters) -> Filters:
    """The same choice for the whole time."""
    return Filters(
        countries=chosen.countries, kinds=chosen.kinds, sources=chosen.sources, possibly=True
    )


@settings(max_examples=60, deadline=None, derandomize=True)
@given(filters(), st.integers(0, 10), st.integers(0, 10))
def test_a_wider_period_loses_nothing(chosen, earlier, later):
    wider = Filters(
        **{**vars(chosen), "first": chosen.first - earlier, "last": chosen.last + later}
    )
    narrow, wide = select(MADE, chosen), select(MADE, wider)
    assert narrow.ids <= wide.ids
    assert set(narrow.events) <= set(wide.events)
    assert set(narrow.arrivals) <= set(wide.arrivals)
    assert ids(narrow.possible) <= wide.ids | ids(wide.possible)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(filters())
def test_what_is_definitely_there_is_also_possibly_there(chosen):
    definitely = select(MADE, Filters(**{**vars(chosen), "possibly": False}))
    possibly = select(MADE, Filters(**{**vars(chosen), "possibly": True}))
    assert possibly.ids == definitely.ids | ids(definitely.possible)
    assert definitely.undated == possibly.undated
    assert set(definitely.events) <= set(possibly.events)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(filters())
def test_a_wider_choice_of_countries_kinds_or_sources_loses_nothing(chosen):
    narrow = select(MADE, chosen).ids
    for column in ("countries", "kinds", "sources"):
        assert narrow <= select(MADE, Filters(**{**vars(chosen), column: frozenset()})).ids


def random_filters(count: int) -> list[Filters]:
    """Filters that follow from a seed, so that a failure can be seen again."""
    chance = random.Random(7)

    def some(words) -> frozenset[str]:
        return frozenset(chance.sample(words, chance.choice((0, 0, 1, 2))))

    years = range(FIRST_YEAR, LAST_YEAR + 1)
    return [
        Filters(
            *sorted(chance.choices(years, k=2)),
            possibly=chance.random() < 0.5,
            countries=some(("KP", "CN", "LA", "TH", "KR", "MN")),
            kinds=some(JOURNEY_KINDS),
            sources=some((*MADE_TEXTS, PUBLIC_RECORD)),
        )
        for _ in range(count)
    ]


def test_under_200_filters_each_journey_is_selected_possible_undated_or_outside_and_only_one():
    seen = dict.fromkeys(("selected", "possible", "undated", "outside"), 0)
    for chosen in random_filters(200):
        found = select(MADE, chosen)
        asked = select(MADE, without_period(chosen)).journeys
        outside = [j for j in asked if journey_lies(j, chosen.period) is Within.NOT]
        outside = [] if chosen.whole_time else outside
        parts = (found.journeys, found.possible, found.undated, outside)
        assert sum(map(len, parts)) == len(asked)
        assert set().union(*map(ids, parts)) == ids(asked)
        for part, journeys in zip(seen, parts, strict=True):
            seen[part] += len(journeys)
    assert all(seen.values()), seen


def test_a_selection_keeps_the_order_of_the_tables():
    order = list(MADE.journeys)
    found = [journey.id for journey in select(MADE, Filters(1996, 2005)).journeys]
    assert found == sorted(found, key=order.index)


def test_no_journey_at_all_is_an_empty_selection():
    nothing = Collection({}, {}, {}, {}, {}, ())
    found = select(nothing, Filters(1996, 1999))
    assert (found.ids, found.events, found.arrivals) == (frozenset(), (), ())
