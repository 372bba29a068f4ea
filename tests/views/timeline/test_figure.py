"""The timeline draws each record over the days that it may have been, and any text as text."""

import json
import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import plotly.graph_objects as go
import pytest

from annotations.dates.spans import Span
from annotations.selection.filters import FIRST_YEAR, LAST_YEAR, Filters, select
from tests.collections import many_journeys
from tests.views.routes import route
from views.atlas import GREY, MEN, PAGE, colours_of
from views.panels.arrivals_page import arrivals_figure
from views.text.hover import arrivals_hover, journey_hover, plain, wrapped
from views.timeline.axes import AXIS_END, AXIS_START, NARROW, WIDE
from views.timeline.figure import not_on_timeline, timeline, untimed
from views.timeline.journey_bars import CLEAR

DAY_MS = 86_400_000
OWN_MARKUP = {"<b>", "</b>", "<br>", "<i>", "</i>"}


OF_KIM = Filters(1996, 1998, sources=frozenset({"kim-seong-min-escape"}))


def figure_of(collection, filters: Filters | None = None, **options) -> go.Figure:
    return go.Figure(timeline(collection, select(collection, filters or Filters()), **options))


def trace(figure: go.Figure, name: str):
    (found,) = (trace for trace in figure.data if trace.name == name)
    return found


def texts(figure: go.Figure) -> list[str]:
    """Every text of a figure that a browser would read markup in, but for the legend's own."""
    found = []
    for member in figure.data:
        found += [*(member.hovertext or ()), *(member.text or ())]
    return found


def test_a_figure_is_one_that_plotly_knows_in_every_part(records):
    figure = figure_of(records, Filters(1996, 1998), opened="kim-seong-min-1996", cumulative=True)
    assert len(go.Figure(figure.to_dict()).data) == len(figure.data)


def test_a_part_that_plotly_does_not_know_is_found_out(records):
    figure = figure_of(records).to_dict()
    figure["data"][0]["widht"] = 1
    with pytest.raises(ValueError, match="widht"):
        go.Figure(figure)


def test_the_area_of_a_bar_is_its_number_of_people(records):
    """A bar as high as what several years counted together would promise so many in each."""
    alone = [row for row in records.arrivals if row.start_year == row.end_year]
    alone.sort(key=lambda row: row.end_year)
    split = [row for row in alone if row.men is not None]
    whole = [row for row in alone if row.men is None]
    assert [row.end_year for row in whole] == [1995, 1998]
    wanted = {"men": split, "women": split, "total": whole}
    for bar in figure_of(records).data[:3]:
        rows = wanted[bar.name]
        for row, middle, width, height in zip(rows, bar.x, bar.width, bar.y, strict=True):
            half = timedelta(width / DAY_MS / 2)
            start, end = date.fromisoformat(middle) - half, date.fromisoformat(middle) + half
            first = date(row.start_year, 1, 1)
            assert first <= start <= first + timedelta(50)
            assert date(row.end_year, 11, 1) <= end <= date(row.end_year + 1, 1, 1)
            people = {"men": row.men, "women": row.women, "total": row.total}[bar.name]
            assert height * (row.end_year - row.start_year + 1) == pytest.approx(people)


def test_what_the_ministry_counts_together_is_a_bracket_over_its_years_with_its_number(records):
    periods = trace(figure_of(records), "periods")
    assert list(trace(figure_of(records), "period numbers").text) == ["947", "1,043"]
    arrow = periods.marker.symbol[0]
    breaks = [at for at, day in enumerate(periods.x) if day is None]
    war, three = periods.x[: breaks[0]], periods.x[breaks[0] + 1 : breaks[1]]
    assert (war[0][:4], war[-1][:4], three[0][:4], three[-1][:4]) == (
        str(FIRST_YEAR), "1998", "1999", "2001",
    )  # fmt: skip
    assert arrow == "triangle-left"
    assert periods.marker.symbol[breaks[0] + 1] != arrow
    assert "from the war to 1998: 947" in periods.hovertext[0]


def test_a_bracket_lies_above_the_bars_of_its_years(records):
    figure = figure_of(records)
    bars = dict(zip(trace(figure, "total").x, trace(figure, "total").y, strict=True))
    periods = trace(figure, "periods")
    at = {day: height for day, height in zip(periods.x, periods.y, strict=True) if day}
    for day, height in bars.items():
        over = [y for x, y in at.items() if x[:4] == day[:4]]
        assert min(over) > height + 100


def test_a_year_outside_the_period_is_hollow_and_keeps_its_colour_as_an_outline(records):
    men = trace(figure_of(records, Filters(2003, 2004)), "men")
    look = zip(men.customdata, men.marker.color, men.marker.line.width, strict=True)
    assert {key for key, fill, width in look if (fill, width) != (PAGE, 1)} == {
        "year:2003", "year:2004",
    }  # fmt: skip
    assert men.marker.line.color == MEN


def test_each_year_can_be_chosen_by_a_click_on_its_bar(records):
    men = trace(figure_of(records), "men")
    years = [r.end_year for r in records.arrivals if r.men and r.start_year == r.end_year]
    assert list(men.customdata) == [f"year:{year}" for year in sorted(years)]
    assert list(trace(figure_of(records), "total").customdata) == ["year:1995", "year:1998"]


def test_the_cumulative_total_ends_at_the_official_number(records):
    figure = figure_of(records, cumulative=True)
    assert trace(figure, "cumulative").y[-1] == 34_537
    assert figure.layout.yaxis2.range[1] > 34_537
    assert figure.layout.yaxis2.overlaying == "y"


def test_there_is_no_cumulative_total_unless_it_is_asked_for(records):
    assert "cumulative" not in {member.name for member in figure_of(records).data}


@pytest.mark.parametrize("opened", ["", "by-sea", "famine"])
def test_hostile_texts_are_plain_text_in_a_figure(hostile, opened):
    figure = figure_of(hostile, opened=opened, cumulative=True)
    written = texts(figure)
    assert any("alert(1)" in text for text in written)
    for text in written:
        assert set(re.findall("<[^>]*>", text)) <= OWN_MARKUP
        assert "<b>bold" not in text
        assert "<" not in re.sub("|".join(map(re.escape, OWN_MARKUP)), "", text)


def test_markup_is_written_so_that_plotly_shows_it():
    assert plain("<b>&amp;</b>") == "&lt;b&gt;&amp;amp;&lt;/b&gt;"
    assert wrapped("one <i> two", width=5).split("<br>") == ["one", "&lt;i&gt;", "two"]


def test_a_text_without_end_takes_a_hover_box_of_eight_lines():
    for endless in ("x" * 10_000, "word " * 10_000):
        lines = wrapped(endless).split("<br>")
        assert len(lines) <= 8
        assert max(map(len, lines)) <= 200


def test_a_title_of_ten_thousand_characters_leaves_the_figure_standing():
    records, journey = route({"place": "dalian"})
    long = replace(journey, title="x" * 10_000)
    event = replace(records.events["famine"], title="y" * 10_000)
    records = replace(records, journeys={"by-sea": long}, events={"famine": event})
    figure = figure_of(records)
    assert list(trace(figure, "journeys").customdata) == ["by-sea"]
    assert trace(figure, "journey names").text == trace(figure, "event names").text == ()
    assert len(figure.to_json()) < 60_000


def test_what_the_period_keeps_out_is_a_shadow_without_an_id(records):
    chosen = Filters(1996, 1998)
    figure = figure_of(records, chosen)
    for name in ("shadow", "shadow events"):
        assert len(trace(figure, name).hovertext) > 0
        assert trace(figure, name).customdata is None
    assert set(trace(figure, "journeys").customdata) == select(records, chosen).ids


def test_only_what_is_shown_has_the_colours_of_its_journeys(records):
    figure = figure_of(records, Filters(1996, 1998))
    faded = trace(figure, "shadow bands").marker
    assert set(faded.color) <= {GREY, CLEAR}
    assert set(faded.line.color) == {GREY}
    shown = trace(figure, "bands").marker
    assert not {GREY, CLEAR} & {*shown.color, *shown.line.color}


def test_what_another_filter_keeps_out_leaves_no_shadow(records):
    only_laos = Filters(countries=frozenset({"LA"}))
    figure = figure_of(records, only_laos)
    assert len(trace(figure, "shadow").hovertext) == 0
    assert len(trace(figure, "shadow events").hovertext) == 0


def test_only_what_is_selected_has_its_name_written(records):
    figure = figure_of(records, OF_KIM)
    assert [name.strip() for name in trace(figure, "journey names").text] == ["Kim Seong Min"]


def test_a_journey_of_one_day_can_be_seen_and_touched():
    records, _ = route({"place": "dalian", "date": "2002-05-08"})
    figure = figure_of(records)
    for name in ("journeys", "bands"):
        (width,) = trace(figure, name).x
        (base,) = trace(figure, name).base
        assert width >= 40 * DAY_MS
        assert date.fromisoformat(base) <= date(2002, 5, 8)
        assert date.fromisoformat(base) + timedelta(width / DAY_MS) >= date(2002, 5, 8)


def test_an_open_side_runs_to_the_end_of_the_axis():
    records, _ = route({"place": "dalian", "date": "2003/.."})
    journeys = trace(figure_of(records), "journeys")
    end = date.fromisoformat(journeys.base[0]) + timedelta(journeys.x[0] / DAY_MS)
    assert end == AXIS_END


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ("", "no date is given"),
        ("1953-07-27", f"before {FIRST_YEAR}, when the timeline begins"),
        ("../1989", f"before {FIRST_YEAR}, when the timeline begins"),
        (f"{LAST_YEAR + 1}/..", f"after {LAST_YEAR}, when the timeline ends"),
        ("../1990", ""),
        (str(LAST_YEAR), ""),
        ("1980/..", ""),
    ],
)
def test_a_journey_that_cannot_be_drawn_says_why(told, reason):
    records, journey = route({"place": "dalian", "date": told})
    assert not_on_timeline(journey) == reason
    drawn = trace(figure_of(records), "journeys").customdata
    assert list(drawn or ()) == ([] if reason else ["by-sea"])


@pytest.mark.parametrize(
    ("span", "drawn"),
    [
        (Span(None, None), False),
        (Span(date(1953, 7, 27), date(1953, 7, 27)), False),
        (Span(None, date(1991, 12, 31)), True),
        (Span(date(2020, 1, 1), None), True),
    ],
)
def test_an_event_is_drawn_where_it_may_have_been_or_is_named_as_missing(span, drawn):
    records, _ = route({"place": "dalian"})
    event = replace(records.events["famine"], span=span)
    figure = figure_of(replace(records, events={"famine": event}))
    assert bool(not_on_timeline(event)) is not drawn
    assert list(trace(figure, "events").customdata or ()) == (["famine"] if drawn else [])


def test_an_event_of_several_years_stands_in_their_middle(records):
    figure = figure_of(records)
    events = trace(figure, "events")
    days = dict(zip(events.customdata, events.x, strict=True))
    assert days["famine"] == "1996-07-01"  # 1994 to 1998
    assert days["hwang-jang-yop-1997"] == "1997-02-12"


def test_each_lane_of_events_holds_one_category(records):
    events = trace(figure_of(records), "events")
    height_of = {}
    for key, height in zip(events.customdata, events.y, strict=True):
        height_of.setdefault(records.events[key].category, set()).add(height)
    assert all(len(heights) == 1 for heights in height_of.values())
    assert len({height for heights in height_of.values() for height in heights}) == len(height_of)


def test_the_chosen_period_is_framed_with_its_whole_years(records):
    def frames(filters: Filters):
        shapes = figure_of(records, filters).layout.shapes
        return [(shape.x0, shape.x1) for shape in shapes if shape.type == "rect"]

    assert frames(Filters(1996, 1998)) == [("1996-01-01", "1999-01-01")]
    assert frames(Filters()) == []


def test_the_open_journey_has_a_thicker_bar(records):
    def thickness(opened: str) -> dict:
        bar = trace(figure_of(records, opened=opened), "journeys")
        return dict(zip(bar.customdata, bar.width, strict=True))

    before = thickness("")
    journey = next(iter(before))
    after = thickness(journey)
    assert {key for key in before if after[key] > before[key]} == {journey}


def test_an_open_journey_keeps_its_strength_and_all_others_step_back(records):
    def strengths(opened: str) -> dict[str, set[float]]:
        figure = figure_of(records, opened=opened)
        journeys, bands = trace(figure, "journeys"), trace(figure, "bands")
        found: dict[str, set[float]] = {}
        for key, height, start in zip(journeys.customdata, journeys.y, journeys.base, strict=True):
            found[key] = {
                float(colour.rstrip(")").split(",")[-1])
                for y, base, colour in zip(
                    bands.y, bands.base, bands.marker.line.color, strict=True
                )
                if (y, base) == (height, start)
            }
        return found

    key = trace(figure_of(records), "journeys").customdata[0]
    before, after = strengths(""), strengths(key)
    assert set(after) == set(before)
    assert after[key] == before[key] == {1.0}
    assert max(max(after[other]) for other in after if other != key) <= 1 / 3


def own_names(figure: go.Figure) -> list:
    return [note for note in figure.layout.annotations if note.name == "own-name"]


@pytest.mark.parametrize("form", [WIDE, NARROW])
def test_every_open_journey_that_has_a_bar_is_named_in_its_own_colour_by_its_bar(records, form):
    for key in set(records.journeys) - untimed(records):
        figure = figure_of(records, opened=key, form=form)
        (name,) = own_names(figure)
        title = records.journeys[key].title
        assert name.text == plain(form.name(title))
        assert name.font.color == colours_of(records)[key]
        assert name.text not in [other.strip() for other in trace(figure, "journey names").text]
        journeys = trace(figure, "journeys")
        height = journeys.y[journeys.customdata.index(key)]
        lane = 10_400 / 12 if form is NARROW else 3600 / 8
        assert abs(name.y - height) <= lane * 0.6


def test_an_open_journey_that_the_years_leave_out_has_its_name_at_its_shadow(records):
    figure = figure_of(records, Filters(1996, 1998), opened="lee-so-yeon")
    assert [name.text for name in own_names(figure)] == ["Lee So-Yeon"]


@pytest.mark.parametrize("opened", ["", "famine"])
def test_while_no_journey_is_open_no_name_comes_before_the_others(records, opened):
    assert own_names(figure_of(records, opened=opened)) == []


def test_all_step_back_behind_an_open_journey_that_has_no_bar(records):
    assert "activist-son" in untimed(records)
    colours = trace(figure_of(records, opened="activist-son"), "bands").marker.line.color
    assert {colour.rstrip(")").split(",")[-1].strip() for colour in colours} == {"0.25"}


def test_where_the_chart_is_narrow_the_key_of_the_counts_lies_beside_it(records):
    figure = figure_of(records, form=NARROW)
    assert len(figure.layout.annotations) == 0
    ticks = dict(zip(figure.layout.yaxis.ticktext, figure.layout.yaxis.tickvals, strict=True))
    key = [height for words, height in ticks.items() if "■" in words or "├─┤" in words]
    assert len(key) >= 4
    apart = sorted(ticks.values())
    px = NARROW.height / figure.layout.yaxis.range[1]
    assert min(b - a for a, b in pairwise(apart)) * px > 12
    assert {figure.layout.font.size, trace(figure, "journey names").textfont.size} == {14}


@pytest.mark.parametrize("cumulative", [False, True])
def test_no_records_make_an_empty_figure(empty, cumulative):
    figure = figure_of(empty, cumulative=cumulative)
    assert all(len(member.x) == 0 for member in figure.data)
    assert figure.layout.xaxis.range[0] == AXIS_START.isoformat()
    assert all(len(bar.x) == 0 for bar in arrivals_figure(empty).data)


def test_the_figure_stays_small(records):
    assert len(figure_of(records).to_json()) < 200_000
    many = many_journeys(200, seed=3)
    narrow = select(many, Filters(1996, 1998))
    assert len(json.dumps(timeline(many, narrow))) < 600_000


def test_a_count_says_who_counted(records):
    for row in records.arrivals:
        publisher = records.sources[row.sources[0].source].publisher
        assert publisher in " ".join(arrivals_hover(records, row).replace("<br>", " ").split())


def test_heavy_content_is_announced_and_not_told_in_a_hover_box(records):
    journey = records.journeys["kim-seong-min-1996"]
    hover = journey_hover(records, journey)
    assert "Content note: beatings in custody" in hover
    assert journey.summary.split(".")[0][:40] not in hover


def test_the_figure_takes_nothing_from_another_host(records):
    written = json.dumps(json.loads(figure_of(records, cumulative=True).to_json()))
    assert not re.findall(r"(?:src|href|url\()|https?://", written)
