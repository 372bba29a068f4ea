"""No page of the app tells a visitor more of a testimony than its row of publication.csv allows."""

import pytest

from annotations.store.files.store import CsvStore
from tests.made_tables import write_tables
from tests.pages.visits import PAGES, html, visit
from tests.views.test_a_coarse_testimony_tells_no_more import DAY, NAME, OPEN, VILLAGE, found, whole
from views.widgets.app import store

LEVELS = {"place": "province", "date": "year", "names": "role", "role": "a woman"}
HIDDEN = (*NAME, *VILLAGE, *DAY)


@pytest.fixture
def shown(tmp_path, monkeypatch):
    """Lets the app show the testimony with a row of publication.csv."""

    def with_row(row: dict[str, str]) -> None:
        write_tables(whole(row), tmp_path)
        tables = CsvStore(tmp_path)
        monkeypatch.setattr(store, "reviewed", lambda: tables)

    return with_row


# The page of the method says the same whatever the records are, and explains what a winter is.
@pytest.mark.parametrize("page", [page for page in PAGES if page != "method"])
def test_a_page_tells_no_more_than_the_levels_of_a_testimony(page, shown):
    shown(OPEN | LEVELS)
    at = visit(page, journey="testimony")
    assert not at.exception
    assert found(HIDDEN, html(at)) == set()


def test_the_page_of_sources_says_that_a_source_is_described(shown):
    shown(OPEN | LEVELS)
    page = html(visit("sources"))
    assert "A testimony" in page and "To protect people, the source is not named." in page


def test_what_is_hidden_would_be_found_on_the_page_of_sources(shown):
    shown(OPEN)
    assert {"Minsuh", "Jongori", "Chuseok", "winter"} <= found(HIDDEN, html(visit("sources")))
