"""Every page says who made it and how reviewed it is; a wrong name of a page says so."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.visits import DASHBOARD, LONGEST_RUN_S, PAGES, said, text, visit
from tests.strange_files import in_time, put
from views.widgets.app import site


@pytest.fixture
def settings(tmp_path, monkeypatch):
    """A site.toml of its own; give its text."""
    monkeypatch.setattr(site, "FILE", tmp_path / "site.toml")
    return (tmp_path / "site.toml").write_text


@pytest.mark.parametrize("page", PAGES)
def test_each_page_says_who_made_it_that_its_journeys_are_drafts_and_of_which_day_it_is(page):
    told = text(visit(page))
    assert "Made by the contributors to Ways out" in told
    assert "journeys are drafts: no second person has reviewed them yet" in told
    assert "Sources were last read on 30 November 2026" in told


def test_who_runs_the_site_stands_on_every_page_and_is_read_again_when_it_changes(settings):
    settings('[site]\nname = "The Archive"\ncontact = "desk@example.org"\n')
    at = visit("arrivals")
    assert "This site is run by The Archive." in text(at)
    settings('[site]\nname = "Another <b>archive</b>"\n')
    again = text(at.run())
    assert "This site is run by Another <b>archive</b>." in again
    assert "There is no address yet to write to." in again


@pytest.mark.parametrize(
    "words", ["", "[site", "site = 3", "[site]\nname = 5", "[site]\n", "a=" + "[" * 9_000]
)
def test_a_site_that_says_nothing_of_itself_says_what_is_missing(settings, words):
    settings(words)
    at = visit("method")
    assert not at.exception
    assert "Missing here: who runs this site, an address to write to." in text(at)


def test_an_embedded_view_has_no_second_foot():
    assert "Made by the contributors" not in text(visit(embedded=True))


def at_address(url: str):
    at = AppTest.from_file(str(DASHBOARD), default_timeout=LONGEST_RUN_S)
    at.context.update(url=url, is_embedded=False)
    return at.run()


@pytest.mark.parametrize("name", ["maps", "journey", "x/y", "%3Cb%3E", "a" * 500])
def test_an_address_that_names_no_page_says_so(name):
    at = at_address(f"http://localhost:8501/{name}")
    assert "There is no page “" in said(at)
    at.context.update(url="http://localhost:8501/")  # as Streamlit changes it
    assert "There is no page “" in said(at.run())


@pytest.mark.parametrize("name", ["", "/", "/?journey=kim-seong-min-1996"])
def test_the_first_page_itself_says_nothing_of_the_kind(name):
    assert "There is no page" not in said(at_address(f"http://localhost:8501{name}"))


def test_a_pipe_in_place_of_the_settings_lets_nobody_wait(tmp_path, monkeypatch):
    monkeypatch.setattr(site, "FILE", tmp_path / "site.toml")
    put("pipe", tmp_path / "site.toml")
    with in_time():
        assert site.site().name == ""
