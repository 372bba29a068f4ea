"""Whatever an address or a message of a component holds, a page stands and says no traceback."""

import re
import string
from dataclasses import astuple
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from annotations.annotating.work import as_draft, work_on
from annotations.selection import FIRST_YEAR, LAST_YEAR
from annotations.store.files.beside.drafts import DraftFolder
from annotations.store.files.beside.texts import TextFolder
from annotations.stories import Camera
from geodata import ROOT
from tests.collections import TEXT
from tests.pages.visits import PAGES, visit
from views.leans import streamlit_folium
from views.widgets.annotate import journey as stop_list
from views.widgets.annotate import text as marked_text
from views.widgets.annotate.work import Desk
from views.widgets.app import frame, reader
from views.widgets.atlas import controls, map_and_timeline
from views.widgets.staff import rows

CODE = "\n".join(
    path.read_text(encoding="utf-8")
    for room in ("views", "pages")
    for path in sorted((ROOT / room).rglob("*.py"))
)
READ = re.findall(r"""reader\.(?:parameters?|number_asked)\("(\w+)\"""", CODE)
BOUND = re.findall(r"""key="([\w-]+)",\s+bind="query-params\"""", CODE)
PARAMETERS = sorted({*READ, *BOUND, "kind", "country", "source", "proposal", "view", "table"})
HOSTILE = (
    "9" * 5_000,
    "-1",
    "²",
    "٣",
    "NaN",
    "1e999",
    "\x00",
    "../../etc/passwd",
    "{0.__class__}",
    "<img src=x onerror=alert(1)>",
    "x" * 20_000,
    "",
)
FOR_STAFF = tuple(url for *_others, url in frame.FOR_STAFF)
leaf = (
    some.none()
    | some.booleans()
    | some.integers()
    | some.sampled_from([10**400, -(10**400)])
    | some.floats()
    | some.text(max_size=20)
    | some.sampled_from(["9" * 5_000, "year:" + "9" * 5_000, "year:1999", "a:²", "1996-13-45"])
    | some.integers(FIRST_YEAR, LAST_YEAR)
)
names = some.sampled_from(
    (
        *("act", "at", "order", "to", "id", "kind", "start", "end", "x", "box", "rows"),
        *("last_active_drawing", "selection", "period", "clicked", "told", "lat", "zoom"),
    )
)
anything = some.recursive(
    leaf,
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(names, inner, max_size=4),
    max_leaves=8,
)
acts = some.fixed_dictionaries(
    {"act": some.sampled_from(["open", "mark", "unmark", "stop", "join", "move", "remove"])},
    optional=dict.fromkeys(("id", "at", "order", "to", "kind", "start", "end"), anything),
)


@pytest.fixture
def browser_says(monkeypatch):
    """Lets a browser say something of a component, in a session without a server."""
    state, address = {}, {}
    monkeypatch.setattr("streamlit.session_state", state)
    monkeypatch.setattr("streamlit.query_params", address)
    return SimpleNamespace(state=state, address=address)


def desk_of(text: str = "One. Two.") -> Desk:
    """A desk with nothing on it, that refuses every step."""
    work = SimpleNamespace(mentions={}, stops=(), journey="", source="s", rows={"sources": {}})
    desk = Desk("me", "name", work, text, SimpleNamespace(journeys={}))
    object.__setattr__(desk, "act", lambda change: None)
    return desk


def test_addresses_are_read_by_the_reader_alone():
    assert len(re.findall(r"query_params\.get", CODE)) == 2
    assert re.findall(r"(?<!del st\.)query_params\[[^]]*\](?! =)", CODE) == []
    assert {"step", "journey", "stop", "row", "work", "period"} <= set(PARAMETERS)


@pytest.mark.parametrize("value", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("page", (*PAGES, "staff"))
def test_a_page_for_everybody_stands_whatever_its_address_holds(page, value):
    at = visit(page, **dict.fromkeys(PARAMETERS, value))
    assert not at.exception


@pytest.mark.parametrize("url", ("http://[", "//", "javascript:1", "x" * 20_000, None))
@pytest.mark.parametrize("page", PAGES)
def test_a_page_stands_whatever_a_browser_says_its_address_is(page, url):
    at = visit(page)
    at.context["url"] = url
    assert not at.run().exception


@pytest.mark.parametrize("value", HOSTILE, ids=range(len(HOSTILE)))
def test_an_embedded_view_stands_whatever_its_address_holds(value):
    assert not visit("map", embedded=True, **dict.fromkeys(PARAMETERS, value)).exception


@pytest.mark.parametrize("value", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("page", FOR_STAFF)
def test_a_page_for_staff_stands_whatever_its_address_holds(
    page, value, tables_in_files, at_the_door
):
    assert not visit(page, **dict.fromkeys(PARAMETERS, value)).exception


@pytest.mark.parametrize("value", HOSTILE, ids=range(len(HOSTILE)))
def test_a_lesson_begins_whatever_its_address_says_of_the_step(value):
    at = visit("present", story="kim-seong-min", step=value)
    assert not at.exception


@pytest.mark.parametrize("value", HOSTILE, ids=range(len(HOSTILE)))
def test_a_draft_opens_whatever_its_address_says_of_stop_and_mention(
    value, tables_in_files, at_the_door
):
    TextFolder(tables_in_files.root / ".texts").keep(TEXT.encode())
    work = as_draft(work_on(tables_in_files, "interview"))
    DraftFolder(tables_in_files.root / ".drafts").keep("bo", "a draft", work)
    at = visit("annotate", work="a draft", stop=value, mention=value, marks=value)
    assert not at.exception
    assert not at.info


@given(anything)
def test_what_is_read_lies_within_its_bounds(given):
    assert len(reader.word(given)) <= reader.LONGEST
    assert reader.whole(given, 1, 9) in (None, *range(1, 10))
    assert reader.held(given, 1, 9) in (None, 1, 9) or 1 < reader.held(given, 1, 9) < 9
    camera = reader.camera({"lat": given, "lng": given, "zoom": given})
    names = ("lat", "lng", "zoom")
    again = camera and reader.camera(dict(zip(names, astuple(camera), strict=True)))
    assert again == camera
    years = reader.years(given, FIRST_YEAR, LAST_YEAR)
    assert years is None or FIRST_YEAR <= years[0] <= years[1] <= LAST_YEAR
    assert reader.fields(given) == (given if isinstance(given, dict) else {})


@pytest.mark.parametrize(
    ("given", "read"),
    (
        ("7", 7),
        (7, 7),
        (7.0, 7),
        (True, None),
        (7.5, None),
        ("²", None),
        ("9" * 5000, None),
        (10**400, None),
    ),
)
def test_a_number_is_read_where_it_is_one(given, read):
    assert reader.whole(given, 1, 9) == read


def test_messages_of_the_map_and_the_timeline_cause_no_error(browser_says):
    @given(anything, anything)
    def say(one, two):
        browser_says.state.clear()
        browser_says.state["bridge"] = {"clicked": one, "period": two}
        map_and_timeline._timeline_clicked()
        map_and_timeline._period_chosen()
        browser_says.state["bridge"] = one
        map_and_timeline._timeline_clicked()
        low, high = controls.filters().first, controls.filters().last
        assert FIRST_YEAR <= low <= high <= LAST_YEAR

    say()


def test_a_pick_on_the_map_opens_what_is_there_and_nothing_else(browser_says, monkeypatch):
    made = {}
    ready = {"key": "map", "feature_group": ""}
    monkeypatch.setattr(streamlit_folium.LiveMap, "_put_together", lambda *_: ready)
    monkeypatch.setattr(streamlit_folium, "_component", lambda **given: made.update(given))
    streamlit_folium.LiveMap(None).show("", "map", 100, map_and_timeline._map_picked)

    @given(anything)
    def say(given):
        for picked in (given, {"id": given}):
            browser_says.state["map"] = {"last_active_drawing": picked}
            made["on_change"]()
            browser_says.state["map"] = picked
            made["on_change"]()

    say()
    assert browser_says.address == {}


def test_messages_of_the_text_and_its_stops_cause_no_error(browser_says):
    desk = desk_of()

    @given(acts)
    def say(act):
        stop_list._told(desk, act)
        marked_text._told(desk, act)

    say()


def test_words_that_are_marked_nowhere_are_refused(browser_says):
    desk = desk_of("Some words")

    @given(anything, anything)
    def say(start, end):
        with pytest.raises((ValueError, KeyError)):
            marked_text._marked(desk, desk.work, {"start": start, "end": end, "kind": "place"})

    say()


def test_a_pick_in_the_table_of_rows_opens_a_row_of_it_or_none(browser_says):
    @given(anything)
    def say(given):
        browser_says.state["rows"] = {"selection": {"rows": given}}
        rows._open("rows", list(string.ascii_letters))
        assert browser_says.address.get("row", "a") in string.ascii_letters

    say()


@pytest.mark.parametrize(
    "given", ("9" * (reader.LONGEST + 1), 7, None, ["a"], {"a": "b"}), ids=lambda one: str(one)[:9]
)
def test_what_is_no_word_that_may_be_meant_is_none(given):
    assert reader.word(given) == ""
    assert reader.word("9" * reader.LONGEST)


@pytest.mark.parametrize(
    "given",
    ([float("inf"), 2000], [2000, float("nan")], [2000], [1, 2, 3], ["1996", "1999"], "ab", None),
    ids=str,
)
def test_what_is_no_pair_of_years_is_none(given):
    assert reader.years(given, 1990, 2026) is None


def test_a_pair_of_years_is_held_between_the_first_and_the_last():
    assert reader.years([1e300, -3.2], 1990, 2026) == (1990, 2026)
    assert reader.years([10**400, -(10**400)], 1990, 2026) == (1990, 2026)


@pytest.mark.parametrize(
    ("told", "camera"),
    [
        ({"lat": 40.12345, "lng": 120.999, "zoom": 5.678}, Camera(40.12, 121, 5.68)),
        ({"lat": -80, "lng": 300, "zoom": 2.2}, Camera(-12, 166, 3)),
        ({"lat": -(10**400), "lng": 10**400, "zoom": 4}, Camera(-12, 166, 4)),
        ({"lat": 40, "lng": 120}, None),
        ({"lat": "40", "lng": 120, "zoom": 5}, None),
        ({"lat": float("nan"), "lng": 120, "zoom": 5}, None),
        ({"lat": True, "lng": 120, "zoom": 5}, None),
        ([40, 120, 5], None),
        (None, None),
    ],
)
def test_a_camera_is_three_numbers_that_a_story_may_say(told, camera):
    assert reader.camera(told) == camera


@pytest.mark.parametrize(
    ("words", "camera"),
    [
        ("37.57_126.98_6.25", Camera(37.57, 126.98, 6.25)),
        ("90_500_40", Camera(64, 166, 12)),
        *((words, None) for words in ("", "north", "1_2", "nan_2_3", "1_2_3_4")),
        ("0" * 100 + "1_2_3", None),
    ],
)
def test_the_camera_of_an_address_is_held_inside_the_map_and_nonsense_is_none(
    browser_says, words, camera
):
    browser_says.address["camera"] = words
    assert reader.camera_asked("camera") == camera
