"""A page in pieces: its own words, and marks where the parts stand that all pages share.

A browser puts the parts in their places, and the pictures, which it alone has: see `files.js`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from views.atlas import STATIC, PackedScene
from views.lessons import PAPERS, Inlined, LessonData, handout_page, lesson_page
from views.text import Markup

OF_ONE_PAGE = ("window.LESSON = ", "window.HANDOUT = ", "lesson.timed();")


@dataclass
class Pieces:
    """Marks in place of parts; `parts` has what belongs there, where it is asked for."""

    whole: Inlined | None = None
    static: Path = STATIC
    parts: dict[str, str] = field(default_factory=dict)

    def style(self, name: str) -> Markup:
        """A mark for a style sheet."""
        return self._mark(f"style {name}", lambda whole: whole.style(name))

    def script(self, code: str) -> Markup:
        """A mark for a script of many pages; that of this page is for the browser to pack."""
        if code.startswith(OF_ONE_PAGE):
            return Markup(f'<script type="text/unpacked">{code}</script>')
        return self._mark(code, lambda whole: whole.script(code))

    def library(self, name: str) -> Markup:
        """A mark for a script of the static folder."""
        return self._mark(f"library {name}", lambda whole: whole.library(name))

    def file(self, name: str, kind: str) -> str:
        """The address of a file of the static folder: its own bytes."""
        return Inlined(self.static).file(name, kind)

    def last(self) -> Markup:
        """What runs the scripts, one after the other."""
        return Inlined(self.static).last()

    def _mark(self, told: str, make: Callable[[Inlined], Markup]) -> Markup:
        key = hashlib.sha256(told.encode("utf-8")).hexdigest()[:16]
        if self.whole and key not in self.parts:
            self.parts[key] = make(self.whole)
        return Markup(f"<!--part:{key}-->")


def shared_pieces(lesson: LessonData, scene: PackedScene) -> dict[str, str]:
    """The parts of every page that can be made of a lesson, by the keys of their marks.

    The page of a lesson always has hills and charts; a handout has no hills where no step has any.
    """
    pieces = Pieces(Inlined())
    lesson_page(lesson, scene, pieces, {})
    handout_page(lesson, scene, pieces, {}, PAPERS[0])
    return pieces.parts
