"""The HTML that puts a view into a page elsewhere says exactly what is shown there."""

from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

import pytest

from views.panels.embedding import BOTH, foot, frame_code, parts


class Tags(HTMLParser):
    """The tags of some HTML with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list) -> None:
        self.seen.append((tag, dict(attrs)))


@pytest.mark.parametrize("nonsense", ["", "both", "MAP", "../map", "<script>"])
def test_a_view_that_is_none_shows_map_and_timeline(nonsense):
    assert parts(nonsense) == BOTH


def test_a_view_of_one_part_shows_that_part_alone():
    assert [parts(view) for view in BOTH] == [("map",), ("timeline",)]


@pytest.mark.parametrize("view", [*BOTH, "both"])
def test_the_frame_asks_for_the_same_filters_embedded(view):
    params = {"period": ["1996", "1999"], "country": ["Laos", "South Korea"]}
    ((tag, attributes),) = Tags(frame_code("https://example.org/app", view, params, "t")).seen
    assert tag == "iframe"
    address = urlsplit(attributes["src"])
    assert (address.hostname, address.path) == ("example.org", "/app/")
    asked = {"embed": ["true"]} | params | ({"view": [view]} if view in BOTH else {})
    assert parse_qs(address.query) == asked


def test_a_hostile_title_or_link_ends_no_attribute():
    bad = '"><script>alert(1)</script>'
    code = frame_code("https://example.org", "map", {"journey": [bad]}, bad)
    ((tag, attributes),) = Tags(code).seen
    assert (tag, attributes["title"]) == ("iframe", bad)
    assert [tag for tag, _ in Tags(foot(bad, {"journey": [bad]})).seen] == [
        *("footer", "b", "h1", "a", "a"),
    ]
