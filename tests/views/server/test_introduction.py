"""A page is called by its name before its scripts have run, also where a link to it is shown."""

import re

import pytest

from tests.doors import asked, page
from views.server.page import first
from views.server.page.introduction import Introduction
from views.text import labels

STREAMLITS = b"<html><head><title>Streamlit</title></head><body></body></html>"


@pytest.fixture(autouse=True)
def before_a_page_has_run(monkeypatch):
    """Nothing is said with the first page yet."""
    monkeypatch.setattr(first, "_says", [])


def head(path: str) -> str:
    return asked(Introduction(page(STREAMLITS)), path).body.decode()


@pytest.mark.parametrize("url", sorted(labels.page_titles()))
def test_every_page_for_visitors_names_the_project_and_itself_in_a_preview(url):
    found = head(f"/{url}")
    title = f"{labels.page_titles()[url]} · Ways out" if url else "Ways out"
    assert re.findall("<title>(.*?)</title>", found) == [title]
    assert f'property="og:title" content="{title}"' in found
    assert 'property="og:site_name" content="Ways out"' in found
    assert "Streamlit" not in found


def test_two_pages_have_two_titles():
    assert len({head(f"/{url}") for url in labels.page_titles()}) == len(labels.page_titles())


@pytest.mark.parametrize("path", ["/static/page.html", "/_stcore/health", "/records"])
def test_what_is_no_page_for_visitors_stays_as_it_is(path):
    assert head(path) == STREAMLITS.decode()


def test_a_page_without_a_title_stays_as_it_is():
    assert asked(Introduction(page(b"<p>")), "/arrivals").body == b"<p>"
