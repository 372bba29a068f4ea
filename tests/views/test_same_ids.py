"""Map, timeline, list, counter and files hold the same records under every filter."""

import json
import re
from collections.abc import Callable
from functools import cache, partial

import plotly.graph_objects as go
from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.codes import JOURNEY_KINDS
from annotations.collection.load import load
from annotations.records import Collection
from annotations.selection.filters import FIRST_YEAR, LAST_YEAR, PUBLIC_RECORD, Filters, select
from annotations.store.files.store import CsvStore
from tests.bits import ids_of
from tests.collections import MADE_TEXTS, many_journeys
from views.atlas.packed import packed, packed_state
from views.atlas.scene import map_state, not_on_map, scene
from views.panels.exports import geojson, stops_csv
from views.panels.headline import counters
from views.panels.reading import journeys_table
from views.timeline.figure import not_on_timeline, timeline

TEXTS = (*MADE_TEXTS, "birrell-2023", "rfa-mike-kim-2009", "kim-seong-min-escape", PUBLIC_RECORD)
YEARS = st.integers(FIRST_YEAR, LAST_YEAR)
PERIODS = st.one_of(
    st.just((FIRST_YEAR, LAST_YEAR)),
    st.tuples(YEARS, YEARS).map(sorted),
    YEARS.map(lambda y: (y, y)),
)
FILTERS = st.builds(
    lambda period, **others: Filters(*period, **others),
    PERIODS,
    possibly=st.booleans(),
    countries=st.frozensets(
        st.sampled_from(("KP", "CN", "LA", "TH", "KR", "MN", "US")), max_size=2
    ),
    kinds=st.frozensets(st.sampled_from(JOURNEY_KINDS), max_size=2),
    sources=st.frozensets(st.sampled_from(TEXTS), max_size=2),
)
checked_with = partial(settings, deadline=None)


@cache
def ours() -> Collection:
    """The project's own records: read once, for a test that runs hundreds of times."""
    return load(CsvStore()).collection


@cache
def made() -> Collection:
    """Made records, with every kind of date and way."""
    return many_journeys(20, seed=7)


@cache
def in_scene_of(records: Callable[[], Collection]) -> tuple[str, ...]:
    """The ids of the journeys of a packed scene, in order."""
    return tuple(packed(scene(records(), "en", None))["id"])


def on_map(selection, in_scene: tuple[str, ...]) -> set[str]:
    """What the script draws of the scene for this selection: see `show` in atlas.js."""
    return set(ids_of(packed_state(map_state(selection, None), in_scene)["ids"], in_scene))


def on_timeline(figure, name: str) -> list[str]:
    """The ids that the marks of a trace carry; none where it has no marks."""
    (trace,) = (trace for trace in figure.data if trace.name == name)
    assert len(trace.customdata or ()) == len(trace.hovertext)
    return list(trace.customdata or ())


def same(part: list[str] | set[str], named: set[str], whole: set[str]) -> bool:
    """True where each of `whole` is either in `part`, once, or named as missing there."""
    return len(part) == len(set(part)) and not set(part) & named and set(part) | named == whole


@checked_with(max_examples=200)
@given(filters=FILTERS)
def test_every_view_shows_or_names_the_same_records_under_any_filter(filters):
    hold_the_same(ours, filters)


@checked_with(max_examples=60)
@given(filters=FILTERS)
def test_every_view_of_made_records_shows_or_names_the_same_ones(filters):
    hold_the_same(made, filters)


def hold_the_same(records: Callable[[], Collection], filters: Filters) -> None:
    """Fails where a view neither shows nor names a record that the filters leave."""
    collection, in_scene = records(), in_scene_of(records)
    selection = select(collection, filters)
    ids = {journey.id for journey in selection.journeys}
    events = {event.id for event in selection.events}
    figure = go.Figure(timeline(collection, selection))

    unmapped = {journey.id for journey in selection.journeys if not_on_map(journey)}
    untimed = {journey.id for journey in selection.journeys if not_on_timeline(journey)}
    untimed_events = {event.id for event in selection.events if not_on_timeline(event)}
    assert same(on_map(selection, in_scene), unmapped, ids)
    assert same(on_timeline(figure, "journeys"), untimed, ids)
    assert same(on_timeline(figure, "events"), untimed_events, events)
    listed = re.findall(
        r'href="\?journey=([\w-]+)"', journeys_table(selection.journeys, "?{}={}".format)
    )
    assert same(listed, set(), ids)
    stops = sum(len(journey.stops) for journey in selection.journeys)
    counted = [int(number) for number in re.findall(r"\d+", counters(selection))]
    assert counted == [len(ids), stops, len(events)]


def test_the_downloads_hold_the_journeys_of_the_selection(records):
    selection = select(records, Filters(2001, 2004, possibly=True))
    rows = stops_csv(records, selection).splitlines()[1:]
    features = json.loads(geojson(records, selection))["features"]
    assert {row.partition(",")[0] for row in rows} == selection.ids
    assert {feature["properties"]["journey"] for feature in features} == selection.ids


def test_a_journey_that_a_view_forgets_is_found_out():
    assert not same({"a"}, set(), {"a", "b"})
    assert not same({"a", "b"}, {"b"}, {"a", "b"})
    assert not same(["a", "a"], {"b"}, {"a", "b"})
    assert same({"a"}, {"b"}, {"a", "b"})
