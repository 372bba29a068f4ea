"""The first page is found under its name too, with all that the address says."""

from urllib.parse import urljoin

import pytest

from tests.doors import asked, page
from views.server import addresses
from views.server.addresses import FirstPage, PupilsPages


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


@pytest.fixture
def made(tmp_path, monkeypatch):
    """The page for pupils of a story, as it was made."""
    monkeypatch.setattr(addresses, "_pages", {})
    page = tmp_path / "abc.html"
    page.write_text('<html><head><meta charset="utf-8"></head>A port</html>', encoding="utf-8")
    addresses.say_pupils("a-port", page)
    return page


@pytest.mark.parametrize(("path", "up"), [("/pupils/a-port", "../"), ("/pupils/a-port/", "../../")])
def test_a_page_for_pupils_stands_under_its_short_address(made, path, up):
    answer = asked(PupilsPages(page()), path)
    assert answer.status == 200 and b"A port" in answer.body
    assert f'<base href="{up}app/static/atlas/made/">'.encode() in answer.body
    assert answer.headers["cache-control"] == "no-store"


def test_what_was_removed_is_not_shown_again_but_made_anew(made):
    made.unlink()
    answer = asked(PupilsPages(page()), "/pupils/a-port")
    assert answer.headers["location"] == "../present?story=a-port&pupils=true"
    assert b"A port" not in answer.body


def test_whoever_comes_from_where_it_is_made_is_not_sent_there_for_ever(made):
    made.unlink()
    answer = asked(PupilsPages(page()), "/pupils/a-port", query="made")
    assert answer.headers["location"] == "../present"


@pytest.mark.parametrize(
    "path", ("/pupils", "/pupils/", "/pupils/../x", "/pupils/A", "/pupils/a/b", "/x/pupils/a-port")
)
def test_what_is_no_name_of_a_story_is_passed_on(made, path):
    assert asked(PupilsPages(page(b"other")), path).body == b"other"


def test_nothing_is_sent_to_a_page_for_pupils(made):
    assert asked(PupilsPages(page(b"other")), "/pupils/a-port", method="POST").body == b"other"
