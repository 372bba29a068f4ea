"""Every answer has its headers, and a page may be framed only where it is an embedded view."""

import sys

import pytest

from tests.doors import asked, page
from views.server.headers import EMBEDDABLE, SafeHeaders
from views.server.messages import GUARD, OwnMessages
from views.widgets.app import frame

VIEWS = tuple(sorted(EMBEDDABLE))


def headers(path: str, query: str = "", **options) -> dict[str, str]:
    """The headers of a page."""
    return asked(SafeHeaders(page()), path, query=query, **options).headers


def may_be_framed(path: str, query: str = "") -> bool:
    """True where neither of the two headers that forbid a frame does."""
    found = headers(path, query)
    forbidden = "frame-ancestors 'self'" in found["content-security-policy"]
    assert forbidden == ("x-frame-options" in found)
    return not forbidden


@pytest.mark.parametrize("view", VIEWS)
def test_an_embedded_view_may_be_framed_and_the_same_page_whole_may_not(view):
    assert may_be_framed(f"/{view}", "embed=true&view=map")
    assert not may_be_framed(f"/{view}")
    assert not may_be_framed(f"/{view}", "embed=true&embed=false")


@pytest.mark.parametrize("view", [*(url for *_others, url in frame.FOR_STAFF), "staff", "x/map"])
def test_no_other_page_may_be_framed_whatever_its_address_says(view):
    assert not may_be_framed(f"/{view}", "embed=true")
    assert not may_be_framed(f"//{view}/", "embed=true")


def test_a_server_under_a_path_of_its_own_has_the_same_views(monkeypatch):
    monkeypatch.setattr("streamlit.get_option", {"server.baseUrlPath": "/ways/"}.get)
    assert may_be_framed("/ways/arrivals", "embed=true")
    assert not may_be_framed("/ways/records", "embed=true")


def test_where_the_app_is_one_persons_nothing_may_be_framed(monkeypatch):
    monkeypatch.setattr(sys, "argv", ["dashboard.py", "--staff"])
    assert not may_be_framed("/", "embed=true")
    assert not may_be_framed("/component/streamlit_folium.st_folium/index.html")


def test_a_script_or_picture_of_the_answer_is_what_the_server_says_it_is():
    found = asked(SafeHeaders(page(kind="image/png")), "/x.png").headers
    assert found["x-content-type-options"] == "nosniff"
    assert "content-security-policy" not in found


@pytest.mark.parametrize("host", ("a.org; img-src *", "a.org, *", "a.org\nX: y", "*", ""))
def test_a_strange_name_of_the_host_adds_nothing_to_the_rules(host):
    found = headers("/", headers=(("Host", host),))
    assert "connect-src 'self';" in found["content-security-policy"]


def test_the_page_of_a_component_has_the_guard_before_every_script_of_its_own():
    answers = OwnMessages(page(b"<html><head><script src=a.js></script></head>"))
    found = asked(answers, "/base/component/map/index.html", [("Accept-Encoding", "gzip")])
    assert found.body.startswith(b"<html><head>" + GUARD)
    assert found.headers["content-length"] == str(len(found.body))


def test_the_page_of_a_component_that_has_no_head_has_the_guard_first():
    found = asked(OwnMessages(page(b"<p>")), "/component/map/")
    assert found.body == GUARD + b"<p>"


def test_what_is_no_page_of_a_component_passes_as_it_is():
    assert asked(OwnMessages(page(b"<head>")), "/map").body == b"<head>"
    script = page(b"<head>", kind="text/javascript")
    assert asked(OwnMessages(script), "/component/map/a.js").body == b"<head>"


def test_a_page_says_of_everything_where_it_may_come_from_and_go_to():
    rules = headers("/")["content-security-policy"].split("; ")
    # What `default-src` says nothing about has a rule of its own.
    assert {"default-src 'self'", "base-uri 'self'", "form-action 'self'"} <= set(rules)
