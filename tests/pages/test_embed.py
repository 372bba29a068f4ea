"""An embedded view shows its part and a line below it, and holds the filters of its address."""

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.pages.visits import charts, listed, map_state, mapped, on_timeline, text, visit

KIM = "kim-seong-min-1996"
PERIOD = {"period": ["1996", "1998"]}


def outward(at) -> list[str]:
    """The addresses of the links that open beside the page."""
    bodies = (block.proto.body for block in at.get("html"))
    found = (re.findall(r'<a href="([^"]*)" target="_blank"', body) for body in bodies)
    return [unescape(address) for addresses in found for address in addresses]


def has_map(at) -> bool:
    return any("feature_group" in one.proto.json_args for one in at.get("component_instance"))


@pytest.mark.parametrize(
    ("view", "parts"),
    [
        ({"view": "map"}, (True, False)),
        ({"view": "timeline"}, (False, True)),
        ({}, (True, True)),
        ({"view": "<script>"}, (True, True)),
    ],
)
def test_a_view_shows_its_parts_and_nothing_around_them(view, parts):
    at = visit(embedded=True, **view, **PERIOD)
    assert not at.exception
    assert (has_map(at), bool(charts(at))) == parts
    assert not at.sidebar.children
    assert (listed(at), at.get("download_button"), list(at.expander), list(at.code)) == ([],) * 4
    assert text(at).endswith(
        "Ways out Journeys definitely under way between 1996 and 1998. Open the full view Sources"
    )


def test_the_filters_of_the_address_reach_map_and_timeline():
    at = visit(embedded=True, **PERIOD, relief="true")
    assert KIM in map_state(at)["ids"] == on_timeline(at, "journeys")
    assert len(map_state(at)["ids"]) < len(mapped()) / 2
    assert map_state(at)["relief"] is True


def test_the_links_lead_to_the_same_records_in_the_full_view_and_to_the_sources():
    full, sources = outward(visit(embedded=True, view="map", journey=KIM, stop="2", **PERIOD))
    assert sources == "sources"
    assert parse_qs(urlsplit(full).query) == {"journey": [KIM], "stop": ["2"], **PERIOD}


def test_an_open_journey_is_named_and_can_be_closed():
    at = visit(embedded=True, view="map", journey=KIM)
    assert "Kim Seong Min, February 1996 to February 1999." in text(at)
    at.button(key="back").click().run()
    assert map_state(at)["open"] is None
    assert "Kim Seong Min" not in text(at)


def test_a_bad_link_gets_its_sentence_inside_a_frame_too():
    at = visit(embedded=True, view="map", country="Atlantis")
    assert ["country" in info.value for info in at.info] == [True]


@pytest.mark.parametrize("page", ["journeys", "arrivals", "sources", "glossary", "method"])
def test_every_other_page_stands_in_a_frame_without_a_sidebar(page):
    at = visit(page, embedded=True)
    assert not at.exception
    assert not at.sidebar.children


def test_the_page_of_a_journey_stands_in_a_frame():
    assert not visit("journeys", embedded=True, journey=KIM).exception


def test_the_code_to_embed_asks_for_what_is_on_the_screen():
    at = visit(journey=KIM, **PERIOD)
    at.session_state["embed-code"] = True
    at.run().button_group(key="embed-view").set_value("map").run()
    (code,) = (block.value for block in at.code)
    (src,) = re.findall(r'src="([^"]*)"', code)
    address = urlsplit(unescape(src))
    assert address.netloc == "localhost:8501"
    asked = parse_qs(address.query)
    assert asked == {"embed": ["true"], "view": ["map"], "journey": [KIM], **PERIOD}
    del asked["embed"]
    assert map_state(visit(embedded=True, **asked)) == map_state(at)


def test_where_the_address_of_the_app_is_not_known_the_code_says_what_to_put_there():
    at = visit()
    at.context["url"] = None
    at.session_state["embed-code"] = True
    at.run()
    assert 'src="/?embed=true"' in at.code[0].value
    assert any("Put the address of this app" in caption.value for caption in at.caption)
