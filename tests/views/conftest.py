"""Records that several tests of the views look at."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from annotations.collection.load import load
from annotations.records import Collection
from annotations.store.files.store import CsvStore
from tests.collections import collection_of
from tests.views.routes import HOSTILE, PLACES, stop_rows
from views.atlas.assets import STATIC, prepare


@pytest.fixture(scope="session")
def records() -> Collection:
    """The project's own records."""
    return load(CsvStore()).collection


@pytest.fixture(scope="session")
def static(tmp_path_factory) -> Path:
    """A copy of our own static files, with the third-party ones put beside them."""
    folder = tmp_path_factory.mktemp("app") / "atlas"
    shutil.copytree(STATIC, folder, ignore=shutil.ignore_patterns("vendor", "made"))
    prepare(folder)
    return folder


@pytest.fixture(scope="session")
def empty() -> Collection:
    """A collection of no records at all."""
    return Collection({}, {}, {}, {}, {}, ())


@pytest.fixture(scope="session")
def hostile() -> Collection:
    """A journey and an event whose every text tries to be a script, markup or a template."""
    made = collection_of(
        places=list(PLACES), stops=stop_rows("by-sea", {"place": "dalian"}, {"place": "seoul"})
    )
    journey, event = made.journeys["by-sea"], made.events["famine"]
    stops = tuple(
        replace(stop, role=HOSTILE, mode=HOSTILE, note=HOSTILE, place=_hostile(stop.place))
        for stop in journey.stops
    )
    texts = {"title": HOSTILE, "summary": HOSTILE}
    journey = replace(journey, people=HOSTILE, outcome=HOSTILE, note=HOSTILE, stops=stops, **texts)
    return replace(
        made,
        journeys={journey.id: journey},
        events={event.id: replace(event, care=HOSTILE, **texts)},
        sources={key: replace(source, title=HOSTILE) for key, source in made.sources.items()},
    )


def _hostile(place):
    return replace(place, name=HOSTILE, admin1=HOSTILE, note=HOSTILE)
