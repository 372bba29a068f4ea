"""The pages for pupils, made of the records: to be served, and as files."""

from __future__ import annotations

from views.atlas import STATIC
from views.lessons import Inlined, Linked, pupils, pupils_page
from views.server import say_pupils
from views.widgets.app import made, store
from views.widgets.app.kept import kept


def pupils_file(key: str, lang: str) -> str:
    """The page for pupils of a story as one HTML file."""
    return _page(key, lang, made.INLINED)


def pupils_address(key: str, lang: str) -> str:
    """The address of the page for pupils of a story, seen from the pages of the app."""
    address = made.page_address(_addresses, key, lang)
    say_pupils(key, STATIC / "made" / address.rpartition("/")[2])
    return address


@kept(32)
def _addresses(version: tuple[str, str], key: str, lang: str) -> tuple[str, ...]:
    return made.page_files(version, _page(key, lang, Linked()))


def _page(key: str, lang: str, parts: Inlined | Linked) -> str:
    scene, story = made.current_scene(lang), store.stories()[key]
    told = pupils(store.collection(), story, scene.order)
    return pupils_page(told, scene.packed, parts, made.pictures(story))
