"""The collection as the app holds it: read once, read again when a table changes."""

from __future__ import annotations

import streamlit as st

from annotations.collection import Loaded, load
from annotations.records import Collection
from annotations.tables import CsvTables
from views.scene import scene


@st.cache_resource(show_spinner=False, max_entries=2)
def _load(version: tuple) -> Loaded:
    return load(CsvTables())


def loaded() -> Loaded:
    """The tables with their problems, as they are now."""
    return _load(CsvTables().version())


def collection() -> Collection:
    """The records, as they are now."""
    return loaded().collection


@st.cache_resource(show_spinner=False, max_entries=4)
def _scene(version: tuple, lang: str, relief_url: str) -> dict:
    return scene(_load(version).collection, lang, relief_url)


def current_scene(lang: str, relief_url: str) -> dict:
    """Everything that the map can show, made once for every version of the tables."""
    return _scene(CsvTables().version(), lang, relief_url)
