"""A lesson as a handout: a page to print, with a small map, words and a question for each step."""

from __future__ import annotations

import re
from collections.abc import Mapping

from views.atlas import PackedScene, map_script, page_script, scene_script, script_json
from views.lessons.document import Parts, document, with_relief
from views.lessons.handout.kinds import Kind, titled
from views.lessons.handout.one_page import one_page, one_page_view
from views.lessons.handout.timelines import View, has_timeline
from views.lessons.handout.words import beginning, end, step_section
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
    kind: Kind = "handout",
) -> str:
    """A complete page to be printed on `paper` (see `PAPERS`), of a lesson (see `lesson.py`).

    The browser draws the maps, from a packed scene, and the timelines and charts; `handout.ready`
    is a promise that is kept when all are drawn. `pictures` are those that the steps name, by file.
    In the teacher's the notes of each step stand where pupils have lines to write on.
    """
    views = _views(lesson, kind)
    shades = any(view["state"].get("relief") for view in views if "state" in view)
    charts = any("figure" in view or "timeline" in view for view in views)
    drawn: PackedScene = with_relief(scene, parts) if shades else {**scene, "relief": None}
    title = titled(lesson["title"], kind)
    return document(
        scene["lang"],
        title,
        [*(parts.style(name) for name in STYLES), _page_style(paper, title)],
        [
            Markup(f'<body class="handout" data-paper="{paper}">'),
            *_content(lesson, scene, pictures, kind),
            parts.script(map_script(parts.static)),
            parts.script(scene_script(drawn)),
            *([parts.library("vendor/plotly.min.js")] if charts else []),
            parts.script(page_script(parts.static, "lesson/handout.js", "AtlasHandout")),
            parts.script(f"window.HANDOUT = {script_json({'steps': views})};\n{START}"),
            parts.last(),
            Markup("</body>"),
        ],
        scheme="light",
    )


def _content(
    lesson: LessonData, scene: PackedScene, pictures: Mapping[str, bytes], kind: Kind
) -> list[Markup]:
    """What is read on the page, from its title to its sources."""
    if kind == "one-page":
        return [one_page(lesson, scene["strings"])]
    steps, notes = range(len(lesson["steps"])), kind == "teacher"
    return [
        beginning(lesson, scene["strings"], kind),
        before(lesson, notes),
        *(step_section(lesson, number, pictures, notes) for number in steps),
        *([after(lesson)] if notes else []),
        end(lesson, notes),
    ]


def _views(lesson: LessonData, kind: Kind) -> list[View]:
    """What the script draws: of each view the state of its map, its timeline, or its chart."""
    if kind == "one-page":
        return [one_page_view(lesson)]
    figures = lesson["figures"]
    views: list[View] = []
    for number, step in enumerate(lesson["steps"]):
        figure = figures[step["figure"]]
        view: View = {"figure": figure} if step["chart"] else {"state": step["state"]}
        if has_timeline(lesson, number):
            view["timeline"] = figure
        views.append(view)
    return views


def _page_style(paper: str, title: str) -> Markup:
    """The size of the paper, and the title and number at the foot of each page."""
    if paper not in PAPERS:
        raise ValueError(f"no paper {paper!r}. Give one of {', '.join(PAPERS)}.")
    foot = f"@bottom-left {{ content: {_css_string(title)}; }}"
    return Markup(f"<style>@page {{ size: {paper}; {foot} }}</style>")


def _css_string(text: str) -> str:
    """Text as a string of a style sheet: whatever could be a sign there is its number."""
    return '"' + re.sub(r"[^\w ]", lambda sign: f"\\{ord(sign[0]):x} ", text) + '"'
