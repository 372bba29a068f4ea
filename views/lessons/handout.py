"""A lesson as a handout: a page to print, with a small map, words and a question for each step."""

from __future__ import annotations

import re
from collections.abc import Mapping

from views.atlas import PackedScene, map_script, page_script, scene_script, script_json
from views.lessons.document import Parts, document, with_relief
from views.lessons.handout_words import beginning, end, step_section
from views.lessons.lesson_data import LessonData
from views.lessons.plan import after, before
from views.text import Markup

PAPERS = ("A4", "Letter")
STYLES = ("colours/colours.css", "vendor/leaflet.css", "map/atlas.css", "lesson/handout.css")
DRAW = "(map) => AtlasMap.atlas(map, window.ATLAS_SCENE)"
START = f"window.handout = new AtlasHandout.Handout(window.HANDOUT, {DRAW});"


def handout_page(
    lesson: LessonData,
    scene: PackedScene,
    parts: Parts,
    pictures: Mapping[str, bytes],
    paper: str = "A4",
    notes: bool = False,
) -> str:
    """A complete page to be printed on `paper` (see `PAPERS`), of a lesson (see `lesson.py`).

    The browser draws the maps, from a packed scene, and the charts; `handout.ready` is a promise
    that is kept when all are drawn. `pictures` are those that the steps name, by file. With
    `notes` it is the teacher's: the notes of each step stand where pupils have lines to write on.
    """
    steps = lesson["steps"]
    shades = any(step["state"].get("relief") for step in steps)
    drawn: PackedScene = with_relief(scene, parts) if shades else {**scene, "relief": None}
    return document(
        scene["lang"],
        lesson["title"],
        [*(parts.style(name) for name in STYLES), _page_style(paper, lesson["title"])],
        [
            Markup('<body class="handout">'),
            beginning(lesson, scene["strings"], notes),
            before(lesson, notes),
            *(step_section(lesson, number, pictures, notes) for number in range(len(steps))),
            after(lesson) if notes else Markup(""),
            end(lesson, notes),
            parts.script(map_script(parts.static)),
            parts.script(scene_script(drawn)),
            *([parts.library("vendor/plotly.min.js")] if _has_charts(lesson) else []),
            parts.script(page_script(parts.static, "lesson/handout.js", "AtlasHandout")),
            parts.script(f"window.HANDOUT = {script_json(_to_draw(lesson))};\n{START}"),
            parts.last(),
            Markup("</body>"),
        ],
        scheme="light",
    )


def _to_draw(lesson: LessonData) -> dict[str, object]:
    """What the script draws: of each step the state of its map or the figure of its chart."""
    return {
        "steps": [
            {"figure": lesson["figures"][step["figure"]]}
            if step["chart"]
            else {"state": step["state"]}
            for step in lesson["steps"]
        ]
    }


def _has_charts(lesson: LessonData) -> bool:
    return any(step["chart"] for step in lesson["steps"])


def _page_style(paper: str, title: str) -> Markup:
    """The size of the paper, and the title and number at the foot of each page."""
    if paper not in PAPERS:
        raise ValueError(f"no paper {paper!r}. Give one of {', '.join(PAPERS)}.")
    foot = f"@bottom-left {{ content: {_css_string(title)}; }}"
    return Markup(f"<style>@page {{ size: {paper}; {foot} }}</style>")


def _css_string(text: str) -> str:
    """Text as a string of a style sheet: whatever could be a sign there is its number."""
    return '"' + re.sub(r"[^\w ]", lambda sign: f"\\{ord(sign[0]):x} ", text) + '"'
