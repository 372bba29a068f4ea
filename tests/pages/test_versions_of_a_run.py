"""A run asks the tables for their version once, and a later run knows what changed since."""

from contextvars import copy_context

from annotations.proposals.hide import hide
from annotations.store.memory.store import MemoryStore
from tests.pages.visits import listed, visit
from tests.stores import store_of
from views.widgets.app import versions as room
from views.widgets.app.versions import begin, versions


def test_a_run_of_the_map_asks_for_the_version_of_the_tables_once(tables, monkeypatch):
    at, asked = visit("map"), []
    version = MemoryStore.version
    monkeypatch.setattr(MemoryStore, "version", lambda of: asked.append(of) or version(of))
    # Without a browser Streamlit runs the page by itself first, which begins no versions.
    monkeypatch.setattr(room, "begin", lambda of: asked.clear() or begin(of))
    at.run()
    assert len(asked) == 1


def test_a_page_shows_nothing_in_its_next_run_that_was_hidden_since(tables):
    at = visit("map")
    assert "by-sea" in listed(at)
    hide(tables, "by-sea", "ada", "She asked.")
    assert "by-sea" not in listed(at.run())


def test_a_run_keeps_its_versions_and_whoever_is_in_none_gets_those_of_now():
    tables = store_of()

    def run() -> None:
        begin(tables)
        before = versions(tables).tables
        hide(tables, "by-sea", "ada", "She asked.")
        assert versions(tables).tables == before

    copy_context().run(run)
    assert versions(tables).tables == tables.version()
