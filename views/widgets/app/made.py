"""What is made of the records for a browser: the scene of the map, lessons and handouts."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from annotations.references import journey_and_order
from annotations.stories import Story
from annotations.tables import Cells, rows_by_key
from views.atlas import (
    STATIC,
    PackedScene,
    forget_hidden,
    is_published,
    map_script,
    packed,
    publish,
    scene,
    scene_script,
)
from views.leans.streamlit import forget_downloads
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
from views.text import Markup
from views.widgets.app import store
from views.widgets.app.files import forget_files

ASSETS = f"{APP_FROM_FRAME}/app/static/atlas"
INLINED = Inlined()


@dataclass(frozen=True)
class CurrentScene:
    """Everything that the map can show, packed; the ids of its journeys in order; its scripts."""

    packed: PackedScene
    order: tuple[str, ...]
    scripts: tuple[str, str]


@st.cache_resource(show_spinner=False, max_entries=1)
def _forget(version: str) -> None:
    rows = _rows("publication")
    told = repr((sorted(store.collection().journeys), sorted(map(repr, rows.values()))))
    shown = hashlib.sha256(told.encode("utf-8", "backslashreplace")).hexdigest()
    hidden = {journey_and_order(record)[0] for record in rows}
    titles = (row["title"] for key, row in _rows("journeys").items() if key in hidden)
    forget_hidden(shown, store.folder(), [word for word in (*hidden, *titles) if word])
    forget_downloads()
    forget_files()


def _rows(table: str) -> Mapping[str, Cells]:
    return rows_by_key(store.reviewed(), table)


def forget_what_is_hidden() -> None:
    """Remove what was made before something was hidden, if any was, and all earlier downloads."""
    _forget(store.tables_version())


@st.cache_resource(show_spinner=False, max_entries=4)
def _scene(version: str, lang: str) -> CurrentScene:
    forget_what_is_hidden()
    drawn = packed(scene(store.collection(), lang, f"{ASSETS}/relief.webp"))
    scripts = _address(map_script(STATIC)), _address(scene_script(drawn))
    return CurrentScene(drawn, tuple(drawn["id"]), scripts)


def _address(script: str) -> str:
    """Where a script lies, seen from the map's frame."""
    return f"{ASSETS}/{publish(script)}"


def current_scene(lang: str) -> CurrentScene:
    """The scene of the records as they are now, made once for every version of the tables.

    It is made again where somebody has removed its scripts.
    """
    found = _scene(store.tables_version(), lang)
    if not all(map(is_published, found.scripts)):
        _scene.clear()
        found = _scene(store.tables_version(), lang)
    return found


def lesson_file(key: str, lang: str) -> str:
    """A story as one HTML file."""
    story, records = store.stories()[key], store.collection()
    return story_page(story, lang, account=account(records, story_selection(records, story)))


def lesson_address(key: str, lang: str) -> str:
    """The address of a story's page, seen from the pages of the app."""
    address = _lesson_address(store.version(), key, lang)
    if not is_published(address):
        _lesson_address.clear()
        address = _lesson_address(store.version(), key, lang)
    return address


def handout(key: str, lang: str, paper: str, notes: bool) -> str:
    """The handout of a story as one HTML file to print."""
    scene, story = current_scene(lang), store.stories()[key]
    told = lesson(store.collection(), story, scene.order)
    return handout_page(told, scene.packed, INLINED, _pictures(story), paper, notes)


def _pictures(story: Story) -> dict[str, bytes]:
    files = store.reviewed().stories
    named = {step.picture.file for step in story.steps if step.picture}
    return {name: files.picture(name) for name in named}


@st.cache_resource(show_spinner=False, max_entries=32)
def _lesson_address(version: tuple[str, str], key: str, lang: str) -> str:
    page = story_page(store.stories()[key], lang, Linked())
    return f"app/static/atlas/{publish(page, ending='html')}"


def story_page(story: Story, lang: str, parts: Parts = INLINED, account: Markup = NOTHING) -> str:
    """The page of a story, with everything inside unless said otherwise."""
    scene = current_scene(lang)
    told = lesson(store.collection(), story, scene.order)
    return lesson_page(told, scene.packed, parts, _pictures(story), account)
