"""The collection as the app holds it: read once, read again when a table changes.

The tables are the project's own, or those of the folder that `WAYS_OUT_TABLES` names, with
`annotations/` and `geodata/places.csv` inside: a copy to try a change on.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import streamlit as st

from annotations.check import problems_of, problems_of_stories
from annotations.collection import Loaded, hides, load
from annotations.problems import Problem
from annotations.publication import published, published_stories
from annotations.records import Collection
from annotations.review import Desk, desk
from annotations.search import Finder, finder
from annotations.store import (
    DRAFTS_FOLDER,
    TEXTS_FOLDER,
    Busy,
    CsvStore,
    Drafts,
    Interrupted,
    Texts,
)
from annotations.stories import Story, load_stories
from annotations.tables import sheets
from geodata import ROOT
from geodata.geocoder import Gazetteer
from views.atlas import STATIC, PackedScene, map_script, packed, publish, scene, scene_script
from views.leans.streamlit_folium import APP_FROM_FRAME
from views.lessons import (
    NOTHING,
    Inlined,
    Linked,
    Parts,
    handout_page,
    lesson,
    lesson_page,
    story_selection,
)
from views.panels import account
from views.text import Markup, _

ASSETS = f"{APP_FROM_FRAME}/app/static/atlas"
INLINED = Inlined()
LOG = logging.getLogger(__name__)


def tables() -> CsvStore:
    """The tables, with what it takes to save into them: for staff alone."""
    return _opened(os.environ.get("WAYS_OUT_TABLES") or str(ROOT))


@st.cache_resource(show_spinner=False)
def _opened(folder: str) -> CsvStore:
    """The tables of a folder; a save that was cut short there is completed first.

    Where that cannot be done the app shows the tables as they are, and saving says why it can't.
    """
    opened = CsvStore(Path(folder), texts=Path(folder) / TEXTS_FOLDER)
    try:
        opened.recover()
    except (Busy, Interrupted, OSError):
        LOG.exception("The tables may hold a save that was cut short.")
    return opened


def texts() -> Texts:
    """The texts to annotate, beside the tables: for staff alone."""
    return Texts(tables().root / TEXTS_FOLDER)


@st.cache_resource(show_spinner=False, max_entries=1)
def _gazetteer(version: str) -> Gazetteer:
    return Gazetteer(_load(version).collection.places.values())


def gazetteer() -> Gazetteer:
    """What answers a name, with the places as they are now: for staff alone."""
    return _gazetteer(_now())


def drafts() -> Drafts:
    """What staff are still writing, beside the tables: for staff alone."""
    return Drafts(tables().root / DRAFTS_FOLDER)


def _now() -> str:
    """The version of the tables as one string, which the caches look up twenty times as fast."""
    return repr(tables().version())


@st.cache_resource(show_spinner=False, max_entries=2)
def _load(version: str) -> Loaded:
    return load(tables())


def loaded() -> Loaded:
    """The whole records as they are now, with the line of each row: for staff alone."""
    return _load(_now())


@st.cache_resource(show_spinner=False, max_entries=2)
def _published(version: str) -> Collection:
    return published(_load(version).collection)


def collection() -> Collection:
    """The records as they may be shown, as they are now; the whole tables reach no page."""
    return _published(_now())


@st.cache_resource(show_spinner=False, max_entries=2)
def _finder(version: str) -> Finder:
    return finder(_load(version).collection, sheets(tables()))


def rows_to_find() -> Finder:
    """Every row of the tables, as they are now, ready to be looked for: for staff alone."""
    return _finder(_now())


@st.cache_resource(show_spinner=False, max_entries=2)
def _desk(version: str, history: str) -> Desk:
    return desk(tables())


def review_desk() -> Desk:
    """What needs review, as tables and history are now: for staff alone.

    Raises `BrokenHistory`.
    """
    return _desk(_now(), tables().history())


def version() -> tuple[str, str]:
    """A value that differs whenever a table or a story does."""
    return _now(), repr(tables().stories.version())


@st.cache_resource(show_spinner=False, max_entries=2)
def _stories(version: tuple[str, str]) -> Mapping[str, Story]:
    whole = _load(version[0]).collection
    return published_stories(load_stories(tables().stories, whole).stories, whole)


def stories() -> Mapping[str, Story]:
    """The stories by id as they may be shown, as they are now."""
    return _stories(version())


@st.cache_resource(show_spinner=False, max_entries=2)
def _problems(version: tuple[str, str], today: date) -> list[Problem]:
    loaded = _load(version[0])
    found = [*problems_of(loaded, today=today), *problems_of_stories(tables().stories, loaded)]
    if any(map(hides, loaded.collection.publication.values())):
        remedy = _("python -m annotations.check says what is there.")
        return [replace(problem, message=remedy) for problem in found]
    return found


def problems() -> list[Problem]:
    """Every problem of tables and stories now: what `python -m annotations.check` prints.

    Where a profile hides anything only the places are told: a message quotes what stands there.
    """
    return _problems(version(), date.today())


@dataclass(frozen=True)
class CurrentScene:
    """Everything that the map can show, packed; the ids of its journeys in order; its scripts."""

    packed: PackedScene
    order: tuple[str, ...]
    scripts: tuple[str, ...]


@st.cache_resource(show_spinner=False, max_entries=4)
def _scene(version: str, lang: str) -> CurrentScene:
    drawn = packed(scene(_published(version), lang, f"{ASSETS}/relief.webp"))
    made = (map_script(STATIC), scene_script(drawn))
    return CurrentScene(
        drawn, tuple(drawn["id"]), tuple(f"{ASSETS}/{publish(script)}" for script in made)
    )


def current_scene(lang: str) -> CurrentScene:
    """The scene of the records as they are now, made once for every version of the tables."""
    return _scene(_now(), lang)


def lesson_file(key: str, lang: str) -> str:
    """A story as one HTML file."""
    story, records = stories()[key], collection()
    return story_page(story, lang, account=account(records, story_selection(records, story)))


def lesson_address(key: str, lang: str) -> str:
    """The address of a story's page, seen from the pages of the app."""
    return _lesson_address(version(), key, lang)


def handout(key: str, lang: str, paper: str, notes: bool) -> str:
    """The handout of a story as one HTML file to print."""
    scene, story = current_scene(lang), stories()[key]
    told = lesson(collection(), story, scene.order)
    return handout_page(told, scene.packed, INLINED, _pictures(story), paper, notes)


def _pictures(story: Story) -> dict[str, bytes]:
    files = tables().stories
    named = {step.picture.file for step in story.steps if step.picture}
    return {name: files.picture(name) for name in named}


@st.cache_resource(show_spinner=False, max_entries=32)
def _lesson_address(version: tuple[str, str], key: str, lang: str) -> str:
    page = story_page(stories()[key], lang, Linked())
    return f"app/static/atlas/{publish(page, ending='html')}"


def story_page(story: Story, lang: str, parts: Parts = INLINED, account: Markup = NOTHING) -> str:
    """The page of a story, with everything inside unless said otherwise."""
    scene = current_scene(lang)
    told = lesson(collection(), story, scene.order)
    return lesson_page(told, scene.packed, parts, _pictures(story), account)
