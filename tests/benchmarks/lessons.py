"""How large the lessons are as files, and how long the largest takes to open from a disk."""

from __future__ import annotations

import tempfile
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from annotations.collection.load import load
from annotations.store.files.beside.stories import StoryFolder
from annotations.store.files.store import CsvStore
from annotations.stories.load import load_stories
from tests.benchmarks import watched
from views.atlas.assets import prepare
from views.atlas.packed import packed
from views.atlas.scene import scene
from views.lessons.document import Inlined
from views.lessons.lesson import lesson
from views.lessons.lesson_page import lesson_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser

STANDS = "() => Boolean(window.lesson && document.querySelector('.leaflet-map-pane'))"
WHOLE = "() => window.lesson && lesson._timeline"


def lessons(browser: Browser, times: int) -> dict[str, float]:
    """Kilobytes of the largest file; milliseconds to its first map, and to map and timeline.

    Each opening is one in a browser context of its own.
    """
    with tempfile.TemporaryDirectory() as folder:
        largest = max(_written(Path(folder)), key=lambda path: path.stat().st_size)
        opened = [_opened_ms(browser, largest) for _ in range(times)]
        first, whole = zip(*opened, strict=True)
        size_kb = largest.stat().st_size / 1000
    return {"lesson_kb": size_kb, "lesson_ms": median(first), "lesson_whole_ms": median(whole)}


def _written(folder: Path) -> list[Path]:
    """Every story as one file."""
    prepare()
    records = load(CsvStore()).collection
    drawn = packed(scene(records, "en", "relief.webp"))
    paths = []
    for story in load_stories(StoryFolder(), records).stories.values():
        page = lesson_page(lesson(records, story, drawn["id"]), drawn, Inlined(), {})
        paths.append(folder / f"{story.id}.html")
        paths[-1].write_text(page, encoding="utf-8")
    return paths


def _opened_ms(browser: Browser, path: Path) -> tuple[float, float]:
    with watched.visit(browser, STANDS) as page:
        first = watched.open_map(page, path.as_uri())
        page.wait_for_function(WHOLE, polling="raf")
        whole = page.evaluate("performance.now()")
    return first, whole
