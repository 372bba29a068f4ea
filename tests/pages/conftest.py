"""Makes many runs of the app quick; tables for a page to save into, and who visits it."""

import gc
from collections.abc import Iterator

import pytest

from annotations.store.files.store import CsvStore
from annotations.store.memory import MemoryStore
from tests.stores import store_in, store_of
from views.widgets import atlas
from views.widgets.app import sign_in, store


@pytest.fixture(scope="package", autouse=True)
def quick_runs() -> Iterator[None]:
    """After each run Streamlit looks through all objects there are; those of pytest are spared."""
    gc.collect()
    gc.freeze()
    map_stands = atlas.map_stands
    atlas.map_stands = lambda: True  # there is no browser that would draw it
    yield
    atlas.map_stands = map_stands
    gc.unfreeze()


@pytest.fixture
def app_with(monkeypatch):
    """Lets the app show the good tables in memory, some with other contents, and save into them."""

    def tables_of(**texts: str) -> MemoryStore:
        found = store_of(**texts)
        monkeypatch.setattr(store, "tables", lambda: found)
        return found

    return tables_of


@pytest.fixture
def tables(app_with) -> MemoryStore:
    """The good tables in memory, that the app shows and saves into."""
    return app_with()


@pytest.fixture
def tables_in_files(tmp_path, monkeypatch) -> CsvStore:
    """The good tables in a folder of their own, that the app shows and saves into."""
    monkeypatch.setenv("WAYS_OUT_TABLES", str(tmp_path))
    return store_in(tmp_path)


@pytest.fixture
def at_the_door(monkeypatch):
    """Says who visits from now on."""

    def comes(who: str) -> None:
        monkeypatch.setattr(sign_in, "who", lambda: who)

    comes("bo")
    return comes
