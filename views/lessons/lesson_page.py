"""The page of a lesson, for the app and as a download: the same parts, linked or inside."""

from __future__ import annotations

from collections.abc import Mapping

from views.atlas import PackedScene, map_script, page_script, scene_script, script_json
from views.lessons.document import Parts, document, map_parts, picture_uri, with_relief
from views.lessons.lesson_data import LessonData, LessonStep
from views.text import Markup, el

STYLES = (
    "colours/colours.css",
    "vendor/leaflet.css",
    "map/atlas.css",
    "time/time.css",
    "lesson/lesson.css",
    "glossary/glossary.css",
)
START = "window.lesson = new AtlasLesson.Lesson(window.LESSON, atlas);"
NOTHING = Markup("")
NOT_HERE = ("closing", "plan")  # the first is a step by then, the other stays on paper


def lesson_page(
    lesson: LessonData,
    scene: PackedScene,
    parts: Parts,
    pictures: Mapping[str, bytes],
    account: Markup = NOTHING,
) -> str:
    """A complete page that gives a lesson (see `views.lessons.lesson`) on a packed scene.

    `pictures` are those that its steps name, by file. `account` is what can be read behind the
    steps: every journey in full, or nothing. Raises `FileNotFoundError` where the third-party
    files have not been put in place (see `views.atlas.assets.prepare`).
    """
    body, script = map_parts()
    steps = [_with_picture(step, pictures) for step in lesson["steps"]]
    steps += [lesson["closing"]] if lesson["closing"] else []
    kept = {key: each for key, each in lesson.items() if key not in NOT_HERE}
    told = script_json({**kept, "steps": steps})
    return document(
        scene["lang"],
        lesson["title"],
        [parts.style(name) for name in STYLES],
        [
            Markup('<body class="lesson">'),
            el("main", el("div", body, cls="lesson-map"), cls="lesson-room"),
            el("div", account, cls="lesson-account", hidden="hidden") if account else NOTHING,
            parts.script(map_script(parts.static)),
            parts.script(scene_script(with_relief(scene, parts))),
            parts.script(page_script(parts.static, "lesson/index.js", "AtlasLesson")),
            parts.script(f"window.LESSON = {told};\n{script}\n{START}"),
            # It takes a browser longest, and the first map does not need it.
            parts.library("vendor/plotly.min.js"),
            parts.script("lesson.timed();"),
            parts.last(),
            Markup("</body>"),
        ],
    )


def _with_picture(step: LessonStep, pictures: Mapping[str, bytes]) -> LessonStep:
    picture = step["picture"]
    if picture is None or "src" in picture:
        return step
    src = picture_uri(picture["file"], pictures)
    return {**step, "picture": {**picture, "src": src}}
