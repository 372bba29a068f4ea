"""The collection as the app holds it: read once, read again when a table changes.

The tables are the project's own, or those of the folder that `WAYS_OUT_TABLES` names, with
`annotations/` and `geodata/places.csv` inside: a copy to try a change on.
"""

from __future__ import annotations

import os
from pathlib import Path

import streamlit as st

from annotations.check import problems_of
from annotations.collection import Loaded, load
from annotations.problems import Problem
from annotations.records import Collection
from annotations.tables import CsvTables
from views.scene import scene


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


@st.cache_resource(show_spinner=False, max_entries=4)
def _scene(version: tuple, lang: str, relief_url: str) -> dict:
    return scene(_load(version).collection, lang, relief_url)


def current_scene(lang: str, relief_url: str) -> dict:
    """Everything that the map can show, made once for every version of the tables."""
    return _scene(_tables().version(), lang, relief_url)
