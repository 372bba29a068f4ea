"""Makes many runs of the app quick; tables for a page to save into, and who visits it."""

import gc
from collections.abc import Iterator
from functools import cache

import pytest
from streamlit.components.v2 import manifest_scanner

from annotations.store.files.store import CsvStore
from annotations.store.memory.store import MemoryStore
from geodata import ROOT
from tests.stores import store_in, store_of
from views.atlas import MadeFiles
from views.widgets import atlas
from views.widgets.app import made, sign_in, store
from views.widgets.atlas import embed


class Unswept(MadeFiles):
    """What is made for the pages of all tests, which remove nothing of each other's."""

    def is_other(self, shown: str) -> bool:
        """Nothing is hidden."""
        return False


@pytest.fixture(scope="package", autouse=True)
def quick_runs() -> Iterator[None]:
    """What every visit would do again is done once.

    After each run Streamlit looks through all objects there are: those of pytest are spared. For
    each visit AppTest looks for components in every package that is installed.
    """
    gc.collect()
    gc.freeze()
    scan = manifest_scanner.scan_component_manifests
    manifest_scanner.scan_component_manifests = cache(scan)
    map_stands = atlas.map_stands
    # There is no browser that would draw it.
    atlas.map_stands = embed.map_stands = lambda: True
    files, unswept = made.files, Unswept(ROOT)
    made.files = lambda: unswept
    yield
    made.files = files
    atlas.map_stands = embed.map_stands = map_stands
    manifest_scanner.scan_component_manifests = scan
    gc.unfreeze()


@pytest.fixture
def app_with(monkeypatch):
    """Lets the app show the good tables in memory, some with other contents, and save into them."""

    def tables_of(**texts: str) -> MemoryStore:
        found = store_of(**texts)
        monkeypatch.setattr(store, "reviewed", lambda: found)
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
        monkeypatch.setattr(sign_in, "staff_member", lambda *_: who)

    comes("bo")
    return comes
