"""Makes many runs of the app quick; tables for a page to save into, and who visits it."""

import gc
from collections.abc import Iterator

import pytest

from tests.stores import store_in
from views.widgets import atlas
from views.widgets.app import sign_in


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
def tables(tmp_path, monkeypatch):
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
