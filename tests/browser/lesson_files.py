"""The stories of the project as files on a disk, each whole in itself."""

from __future__ import annotations

from pathlib import Path

from annotations.collection.load import load
from annotations.store.files.beside.stories import StoryFolder
from annotations.store.files.store import CsvStore
from annotations.stories.load import load_stories
from views.atlas.assets import prepare
from views.atlas.packed import packed
from views.atlas.scene import scene
from views.lessons.document import Inlined
from views.lessons.lesson import lesson
from views.lessons.lesson_page import lesson_page

# Stories that are walked through from their first step to their last.
WALKED = (
    "kim-seong-min",
    "the-long-way-round",
    "counting-arrivals",
    "the-river-and-the-border",
    "what-arrives",
)


def story_files(folder: Path) -> dict[str, str]:
    """The address of each story's one file, by the id of the story."""
    prepare()
    records = load(CsvStore()).collection
    drawn = packed(scene(records, "en", "relief.webp"))
    told = {}
    for key, story in load_stories(StoryFolder(), records).stories.items():
        path = folder / f"{key}.html"
        page = lesson_page(lesson(records, story, drawn["id"]), drawn, Inlined(), {})
        path.write_text(page, encoding="utf-8")
        told[key] = path.as_uri()
    return told
