"""Of many journeys the timeline shows how many were under way in each month, and no single one."""

import json
from functools import cache

import plotly.graph_objects as go
import pytest

from annotations.records import Collection
from annotations.selection.filters import Filters, Selection, select
from tests.collections import many_journeys
from tests.views.timeline.test_under_way import counted
from views.timeline.axes import JOURNEYS_FLOOR, WIDE
from views.timeline.figure import MOST_BARS, not_on_timeline, timeline
from views.timeline.under_way import MONTHS

# Of 400 made journeys: all as areas, many as areas with shadows, few as bars over shadows.
ALL, MANY, FEW = Filters(), Filters(1993, 2020), Filters(2001, 2002)


@cache
def made() -> Collection:
    return many_journeys(400, seed=2)


@pytest.fixture(scope="module")
def many() -> Collection:
    return many_journeys(2_000)


@cache
def drawn(filters: Filters) -> tuple[Selection, go.Figure]:
    selection = select(made(), filters)
    return selection, go.Figure(timeline(made(), selection))


def traces(figure: go.Figure) -> dict:
    return {member.name: member for member in figure.data}


def greatest(figure: go.Figure) -> int:
    """The count that the scale tells in words."""
    (told,) = (text for text in figure.layout.yaxis.ticktext if "journey" in text)
    return int(told.split()[0].replace(",", ""))


def counts(figure: go.Figure, name: str) -> tuple[int, ...]:
    """The counts that the steps of an area stand for, by the scale of the figure."""
    heights = traces(figure)[name].y
    assert heights[-1] == heights[-2]
    share = [(height - JOURNEYS_FLOOR) / WIDE.area_room for height in heights[:-1]]
    return tuple(round(part * greatest(figure)) for part in share)


def shown_and_outside(selection: Selection) -> tuple[tuple, tuple]:
    on_axis = [journey for journey in selection.asked if not not_on_timeline(journey)]
    shown = tuple(journey for journey in on_axis if journey.id in selection.ids)
    return shown, tuple(journey for journey in on_axis if journey.id not in selection.ids)


@pytest.mark.parametrize("filters", [ALL, MANY])
def test_the_areas_are_as_high_as_a_count_journey_by_journey(filters):
    selection, figure = drawn(filters)
    shown, outside = shown_and_outside(selection)
    assert len(shown) > MOST_BARS
    assert counts(figure, "definitely") == counted(shown).definitely
    assert counts(figure, "possibly") == counted(shown).possibly
    everyone = counted(shown + outside).possibly
    assert greatest(figure) == max(everyone)
    if outside:
        assert counts(figure, "kept-out") == everyone


def test_each_month_says_at_least_and_at_most_and_what_the_period_keeps_out():
    selection, figure = drawn(MANY)
    shown, outside = map(counted, shown_and_outside(selection))
    month = next(n for n, first in enumerate(MONTHS) if (first.year, first.month) == (2004, 3))
    least, most, more = shown.definitely[month], shown.possibly[month], outside.possibly[month]
    assert least < most
    assert traces(figure)["months"].hovertext[0][month] == (
        f"March 2004: {least} to {most} journeys under way"
        f"<br>at most {more} more outside the chosen years"
    )


@pytest.mark.parametrize("filters", [ALL, MANY])
def test_no_single_journey_is_in_the_areas(filters):
    selection, figure = drawn(filters)
    written = figure.to_json()
    assert "Made journey" not in written
    assert not [key for key in made().journeys if f'"{key}"' in written]
    assert all(event.id in written for event in selection.events)


def test_a_narrower_period_brings_the_bars_back_over_a_shadow_of_months():
    selection, figure = drawn(FEW)
    shown, outside = shown_and_outside(selection)
    assert 0 < len(shown) <= MOST_BARS < len(outside)
    assert set(traces(figure)["journeys"].customdata) == {journey.id for journey in shown}
    assert counts(figure, "kept-out") == counted(outside).possibly
    assert {"definitely", "possibly"}.isdisjoint(traces(figure))
    assert len(traces(figure)["shadow"].hovertext) == 0
    bars = traces(figure)["journeys"]
    tops = [middle + width / 2 for middle, width in zip(bars.y, bars.width, strict=True)]
    assert max(tops) <= JOURNEYS_FLOOR + WIDE.area_room


def test_some_dozens_of_journeys_are_a_bar_each_and_are_not_counted(records):
    figure = go.Figure(timeline(records, select(records, Filters())))
    assert "months" not in traces(figure)
    assert len(traces(figure)["journeys"].customdata) > 40


@pytest.mark.parametrize("filters", [ALL, MANY, FEW])
def test_a_figure_of_months_is_one_that_plotly_knows_in_every_part(filters):
    _selection, figure = drawn(filters)
    assert len(go.Figure(figure.to_dict()).data) == len(figure.data)


@pytest.mark.parametrize("filters", [ALL, MANY])
def test_the_figure_stays_small_whatever_the_number_of_journeys(filters, many):
    assert len(json.dumps(timeline(many, select(many, filters)))) < 150_000


def test_what_lies_in_the_room_of_the_months_is_no_mark_that_a_dragged_box_picks_up():
    _selection, figure = drawn(MANY)
    room = [traces(figure)[name] for name in ("floor", "definitely", "possibly", "kept-out")]
    assert {member.mode for member in room} == {"lines"}
    assert {member.hoverinfo for member in room} == {"skip"}
    assert traces(figure)["months"].type == "heatmap"
    assert traces(figure)["months"].customdata is None
