"""What the first page says, as a page that needs no script: its title, its finding, its journeys.

The server sends it at once with the page, which needs seconds on a slow phone; its own list then
stands in the same place. It is put together by what puts that page together, from the same records.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from annotations.selection import Filters, select
from views.atlas import STATIC, page_script, still
from views.leans.streamlit_folium import APP_FROM_FRAME, frame_script
from views.panels import headline, journey_entries, summary
from views.text import Markup, _, current_language, el
from views.widgets.app import frame, kept, made, store
from views.widgets.atlas import present
from views.widgets.atlas.panel import on_the_screen

KEY = "first-answer"
SHEET = (STATIC / "widgets" / f"{KEY}.css").read_text(encoding="utf-8")

WITHOUT_SCRIPTS = f"<style>#{KEY} .room-of-map p {{ display: none; }}</style>"


@dataclass(frozen=True)
class FirstAnswer:
    """The elements that are shown, and the addresses of the scripts that the map will ask for."""

    shown: str
    scripts: tuple[str, ...]


def first_answer() -> FirstAnswer:
    """That of the first page without a filter, as the tables are now."""
    lang = current_language()
    scripts = made.current_scene(lang).scripts
    here = (each.removeprefix(f"{APP_FROM_FRAME}/") for each in (frame_script(), *scripts))
    return FirstAnswer(_shown(store.version(), lang), tuple(here))


@kept(2)
def _shown(version: tuple[str, str], lang: str) -> str:
    records = store.collection()
    selection = select(records, Filters())
    title = headline(selection, None)
    name, about = _("Ways out"), _("Journeys out of North Korea, and who says so")
    need = _("This page needs scripts for its map and its timeline, and to open a journey.")
    rooms = el(
        "div",
        el(
            "div",
            still(records, selection),
            el("p", _("The map is on its way.")),
            cls="room-of-map",
        ),
        el(
            "section",
            on_the_screen(selection),
            journey_entries(records, selection, _address),
            cls="stHtml",
        ),
        cls="rooms",
    )
    whole = el(
        "main",
        Markup(f"<style>{SHEET}</style>"),
        el("p", el("b", name), el("span", about), cls="brand"),
        frame.heading_of(title, summary(records, selection, None), present.start_here()),
        el("noscript", Markup(WITHOUT_SCRIPTS), el("p", need)),
        rooms,
        id=KEY,
        lang=lang,
    )
    code = page_script(STATIC, f"widgets/{KEY}.js", "FirstAnswer")
    start = f'FirstAnswer.giveWay(document.getElementById("{KEY}"));'
    return f"{whole}<script>{code}{start}</script>"


def _address(kind: str, key: str) -> str:
    return "?" + urlencode({kind: key})
