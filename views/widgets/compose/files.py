"""What a browser puts a lesson together from, made of the records for all who come."""

from __future__ import annotations

import orjson

from views.composing import blank_lesson, offers, shared_pieces
from views.lessons import Linked, lesson, lesson_page
from views.widgets.app import kept, made, store


def composing(lang: str) -> dict[str, str]:
    """Where a browser finds what it puts a lesson together from, seen from the pages of the app."""
    return made.of_now(lambda: _composing(lang))


def _composing(lang: str) -> dict[str, str]:
    found = _composing_files(store.tables_version(), lang)
    if not made.are_there(*found.values()):
        _composing_files.clear()
        found = _composing_files(store.tables_version(), lang)
        made.are_there(*found.values())
    shown = {name: found[name] for name in ("offers", "parts", "page")}
    return {name: f"app/static/atlas/{path}" for name, path in shown.items()}


@kept(4)
def _composing_files(tables: str, lang: str) -> dict[str, str]:
    """What there is to choose from, a page that waits for a lesson, and the parts of a file."""
    scene, version = made.current_scene(lang), store.version()
    told = lesson(store.collection(), blank_lesson(), scene.order)
    page = lesson_page(told, scene.packed, Linked(), {})
    parts = shared_pieces(told, scene.packed)
    scripts = {name: name for name in made.MADE_SCRIPT.findall(page)}
    return {
        "offers": made.keep(version, _json(offers(store.collection())), "json"),
        "parts": made.keep(version, _json(parts), "json"),
        "page": made.keep(version, page, "html"),
        **scripts,
    }


def _json(told: object) -> str:
    return orjson.dumps(told).decode("utf-8")
