"""The collection as the app holds it: read once, read again when a table changes.

The tables are the project's own, or those of the folder that `WAYS_OUT_TABLES` names, with
`annotations/` and `geodata/places.csv` inside: a copy to try a change on.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from annotations.check import problems_of
from annotations.collection import Loaded, load
from annotations.problems import Problem
from annotations.records import Collection
from annotations.tables import CsvTables
from views.assets import STATIC, publish
from views.map import map_script, scene_script
from views.packed import packed
from views.scene import scene

# From inside the map's frame the app's static files lie two levels up.
ASSETS = "../../app/static/atlas"


def _tables() -> CsvTables:
    folder = os.environ.get("WAYS_OUT_TABLES")
    return CsvTables(Path(folder)) if folder else CsvTables()


@st.cache_resource(show_spinner=False, max_entries=2)
def _load(version: tuple) -> Loaded:
    return load(_tables())


def collection() -> Collection:
    """The records, as they are now."""
    return _load(_tables().version()).collection


@st.cache_resource(show_spinner=False, max_entries=2)
def _problems(version: tuple) -> list[Problem]:
    return problems_of(_load(version))


def problems() -> list[Problem]:
    """Every problem of the tables as they are now: what `python -m annotations.check` prints."""
    return _problems(_tables().version())


@dataclass(frozen=True)
class CurrentScene:
    """Everything that the map can show, packed; the ids of its journeys in order; its scripts."""

    packed: dict
    order: tuple[str, ...]
    scripts: tuple[str, str]


@st.cache_resource(show_spinner=False, max_entries=4)
def _scene(version: tuple, lang: str) -> CurrentScene:
    drawn = packed(scene(_load(version).collection, lang, f"{ASSETS}/relief.webp"))
    made = (map_script(STATIC), scene_script(drawn))
    return CurrentScene(
        drawn, tuple(drawn["id"]), tuple(f"{ASSETS}/{publish(script)}" for script in made)
    )


def current_scene(lang: str) -> CurrentScene:
    """The scene of the records as they are now, made once for every version of the tables."""
    return _scene(_tables().version(), lang)
