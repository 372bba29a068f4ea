"""Makes many runs of the app quick."""

import gc
from collections.abc import Iterator

import pytest


@pytest.fixture(scope="package", autouse=True)
def quick_runs() -> Iterator[None]:
    """After each run Streamlit looks through all objects there are; those of pytest are spared."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()
