"""What is made of the records for a browser: the scene of the map, lessons and handouts."""

from __future__ import annotations

import hashlib
import logging
import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Lock, Thread
from time import sleep
from typing import TypeVar

from annotations.store import Store
from annotations.stories import Story
from annotations.tables import Cells, rows_by_key
from views.atlas import (
    BETWEEN_SWEEPS_S,
    STATIC,
    MadeFiles,
    PackedScene,
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
    Kind,
    Linked,
    Parts,
    handout_page,
    lesson,
    lesson_page,
    story_selection,
)
from views.panels import account
from views.text import Markup
from views.widgets.app import store, versions
from views.widgets.app.files import forget_files
from views.widgets.app.kept import Kept, kept

LOG = logging.getLogger(__name__)

ASSETS = f"{APP_FROM_FRAME}/app/static/atlas"
INLINED = Inlined()
Made = TypeVar("Made")
MOST_TRIES = 3
MADE_SCRIPT = re.compile(r"made/[0-9a-f]+\.js")


@dataclass(frozen=True)
class CurrentScene:
    """Everything that the map can show, packed; the ids of its journeys in order; its scripts."""

    packed: PackedScene
    order: tuple[str, ...]
    scripts: tuple[str, str]


def _files(folder: str, static: Path) -> MadeFiles:
    """What is made of the tables of a folder, swept from now on, whether or not anybody comes.

    One thread does that, however often Streamlit forgets what it has cached.
    """
    with _STARTS:
        return _swept(folder, static)


_STARTS = Lock()
MOST_AWAY = 40  # looks in vain for the folder of the tables, with a checkout under way, say


@cache
def _swept(folder: str, static: Path) -> MadeFiles:
    tables, files = store.reviewed(), MadeFiles(Path(folder), static)
    room = Path(folder, "annotations")  # while it is there
    Thread(target=_sweep, args=(files, tables, room), daemon=True).start()
    return files


def _sweep(files: MadeFiles, tables: Store, folder: Path) -> None:
    away = 0
    while away < MOST_AWAY:
        away = 0 if folder.is_dir() else away + 1
        try:
            if not away:
                files.sweep(repr((tables.version(), tables.stories.version())))
        except Exception as error:  # the next sweep may do better
            LOG.warning("What was made could not be swept: %s", type(error).__name__)
        sleep(BETWEEN_SWEEPS_S)


def files() -> MadeFiles:
    """What is made of the tables of this run."""
    return _files(store.folder(), STATIC)


def are_there(*addresses: str) -> bool:
    """True where all that lies at these addresses is there; it stays while the tables do."""
    return files().need(repr(store.version()), [each.rpartition("/")[2] for each in addresses])


class Older(Exception):
    """The tables are other ones than those of which something was made: it is not kept."""


def _now() -> tuple[str, str]:
    """The versions of tables and stories at this very moment, whatever those of the run are."""
    return store.reviewed().version(), store.reviewed().stories.version()


def keep(version: tuple[str, str], made: str, ending: str = "js") -> str:
    """Let what was made of the records of a version be served: where it lies in the static folder.

    Raises `Older` where there is another version by then, and leaves nothing that was made before.
    It is asked once the file is there: whoever hides something later removes it.
    """
    path = publish(made, ending=ending)
    if version != (now := _now()):
        files().sweep(repr(now), at_once=True)
        raise Older
    return path


def of_now(make: Callable[[], Made]) -> Made:
    """What is made of the records of the run, or of those of now where there are others by then."""
    for _try in range(MOST_TRIES):
        with suppress(Older):
            return make()
        versions.begin_again()
    return make()


@kept(1)
def _forget(version: str) -> None:
    if version != store.reviewed().version():
        raise Older
    told = repr((sorted(store.collection().journeys), sorted(map(repr, _profiles()))))
    shown = hashlib.sha256(told.encode("utf-8", "backslashreplace")).hexdigest()
    if files().is_other(shown):
        files().sweep(repr(store.version()), at_once=True)
    forget_downloads()
    forget_files()


def _profiles() -> Iterable[Cells]:
    return rows_by_key(store.reviewed(), "publication").values()


def forget_what_is_hidden() -> None:
    """Remove what was made before something was hidden, if any was, and all earlier downloads.

    A run of an older version forgets nothing: a later one has.
    """
    with suppress(Older):
        _forget(store.tables_version())


@kept(4)
def _scene(tables: str, lang: str) -> CurrentScene:
    forget_what_is_hidden()
    version = store.version()
    drawn = packed(scene(store.collection(), lang, f"{ASSETS}/relief.webp"))
    made = keep(version, map_script(STATIC)), keep(version, scene_script(drawn))
    # As they lie seen from the map's frame.
    scripts = f"{ASSETS}/{made[0]}", f"{ASSETS}/{made[1]}"
    return CurrentScene(drawn, tuple(drawn["id"]), scripts)


def current_scene(lang: str) -> CurrentScene:
    """The scene of the records as they are now, made once for every version of the tables.

    It is made again where somebody has removed its scripts.
    """
    return of_now(lambda: _current_scene(lang))


def _current_scene(lang: str) -> CurrentScene:
    found = _scene(store.tables_version(), lang)
    if not are_there(*found.scripts):
        _scene.clear()
        found = _scene(store.tables_version(), lang)
        are_there(*found.scripts)
    return found


def lesson_file(key: str, lang: str) -> str:
    """A story as one HTML file."""
    story, records = store.stories()[key], store.collection()
    return story_page(story, lang, account=account(records, story_selection(records, story)))


def lesson_address(key: str, lang: str) -> str:
    """The address of a story's page, seen from the pages of the app."""
    return page_address(_lesson_addresses, key, lang)


def page_address(addresses: Kept[tuple[str, ...]], key: str, lang: str) -> str:
    """The address of a page, which is made again if need be; `addresses` gives its `page_files`."""
    return of_now(lambda: _address(addresses, key, lang))


def _address(addresses: Kept[tuple[str, ...]], key: str, lang: str) -> str:
    made = addresses(store.version(), key, lang)
    if not are_there(*made):
        addresses.clear()
        made = addresses(store.version(), key, lang)
        are_there(*made)
    return f"app/static/atlas/{made[0]}"


def handout(key: str, lang: str, paper: str, kind: Kind) -> str:
    """The handout of a story as one HTML file to print."""
    scene, story = current_scene(lang), store.stories()[key]
    told = lesson(store.collection(), story, scene.order)
    return handout_page(told, scene.packed, INLINED, pictures(story), paper, kind)


def pictures(story: Story) -> dict[str, bytes]:
    """The pictures of a story by their files."""
    files = store.reviewed().stories
    pictures = (step.picture for step in story.steps)
    named = {picture.file for picture in pictures if picture and not picture.data}
    return {name: files.picture(name) for name in named}


@kept(32)
def _lesson_addresses(version: tuple[str, str], key: str, lang: str) -> tuple[str, ...]:
    """Where a story's page lies in the static folder, and the scripts that were made for it."""
    return page_files(version, story_page(store.stories()[key], lang, Linked()))


def page_files(version: tuple[str, str], page: str) -> tuple[str, ...]:
    """Where a page lies in the static folder from now on, and the scripts that were made for it."""
    return keep(version, page, "html"), *MADE_SCRIPT.findall(page)


def story_page(story: Story, lang: str, parts: Parts = INLINED, account: Markup = NOTHING) -> str:
    """The page of a story, with everything inside unless said otherwise."""
    scene = current_scene(lang)
    told = lesson(store.collection(), story, scene.order)
    return lesson_page(told, scene.packed, parts, pictures(story), account)
