"""The first page is found under its name too, with all that the address says."""

from urllib.parse import urljoin

import pytest

from tests.doors import asked, page
from views.server.addresses import FirstPage


def leads_to(path: str, query: str = "") -> str:
    """Where a browser is after it asked for this of the host a.org."""
    answer = asked(FirstPage(page()), path, query=query)
    return urljoin(f"https://a.org{path}", answer.headers.get("location", ""))


@pytest.mark.parametrize("path", ("/map", "/map/"))
def test_the_name_of_the_first_page_leads_to_it_with_its_filters(path):
    assert leads_to(path, "period=1996&period=1999") == "https://a.org/?period=1996&period=1999"
    assert leads_to(path) == "https://a.org/"


def test_below_a_path_of_its_own_the_app_leads_to_its_own_first_page(monkeypatch):
    monkeypatch.setattr("streamlit.get_option", {"server.baseUrlPath": "/ways/"}.get)
    assert leads_to("/ways/map", "embed=true") == "https://a.org/ways/?embed=true"


@pytest.mark.parametrize("query", ("//b.org", "x=\r\nSet-Cookie:a=b", "@b.org/"))
def test_no_address_leads_to_another_host_or_writes_a_header(query):
    answer = asked(FirstPage(page()), "/map", query=query)
    assert urljoin("https://a.org/map", answer.headers["location"]).startswith("https://a.org/?")
    assert "set-cookie" not in answer.headers and "\n" not in answer.headers["location"]


@pytest.mark.parametrize("path", ("/", "/journeys", "/maps", "/app/static/map", "//b.org/map"))
def test_every_other_address_is_passed_on(path):
    assert asked(FirstPage(page()), path).status == 200
