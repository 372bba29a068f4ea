"""Makes many runs of the app quick."""

import gc
from collections.abc import Iterator

import pytest

from views.widgets import pace


@pytest.fixture(scope="package", autouse=True)
def quick_runs() -> Iterator[None]:
    """After each run Streamlit looks through all objects there are; those of pytest are spared."""
    gc.collect()
    gc.freeze()
    paces = pace.FIRST_S, pace.AGAIN_S
    pace.FIRST_S = pace.AGAIN_S = 0  # there is no browser that would have to draw
    yield
    pace.FIRST_S, pace.AGAIN_S = paces
    gc.unfreeze()
