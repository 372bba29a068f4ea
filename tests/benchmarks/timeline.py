"""A real mouse over the timeline of an app: the axis runs from 1990 to the end of 2026."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from itertools import cycle, islice
from typing import TYPE_CHECKING

from annotations.selection.filters import FIRST_YEAR, LAST_YEAR

if TYPE_CHECKING:
    from playwright.sync_api import Page

START = 1995
ENDS = range(1997, 2021)
# Between two moves passes up to three frames' time, so that they fall anywhere in a frame.
PAUSE_S = (0.02, 0.05)
# A press inside a first year's first half takes it in, off the handle at its beginning.
INTO_FIRST, BEFORE_END = 0.45, 0.03


def sweep(moves: int) -> Iterator[int]:
    """So many last years of a period, each another than the one before, to and fro."""
    return islice(cycle([*ENDS, *reversed(ENDS[1:-1])]), moves)


def spread(drags: int) -> list[int]:
    """So many last years of a period, all over the same range as those of a sweep."""
    return [ENDS[len(ENDS) * (2 * drag + 1) // (2 * drags)] for drag in range(drags)]


class Mouse:
    """The mouse over the timeline of a page."""

    def __init__(self, page: Page) -> None:
        self._mouse = page.mouse
        self._plot = page.locator(".st-key-time-room .nsewdrag").first.bounding_box()

    def press(self) -> None:
        """Press the button where the first year of every period begins."""
        self._go(START + INTO_FIRST)
        self._mouse.down()

    def drag_to(self, years: Iterator[int]) -> None:
        """Move to the end of each of the years in turn, as unevenly as a hand."""
        chance = random.Random(1)
        for year in years:
            time.sleep(chance.uniform(*PAUSE_S))
            self._go(year + 1 - BEFORE_END)

    def release(self) -> None:
        """Let the button go."""
        self._mouse.up()

    def drag(self, last: int) -> None:
        """Press, and move to the end of a year by a few steps; the release is left."""
        self.press()
        self.drag_to(iter((last - 1, last)))

    def clear(self) -> None:
        """Click twice beside the period, which takes back a box that was drawn."""
        self._mouse.dblclick(*self._at(START - 2))

    def _go(self, year: float) -> None:
        self._mouse.move(*self._at(year))

    def _at(self, year: float) -> tuple[float, float]:
        plot, share = self._plot, (year - FIRST_YEAR) / (LAST_YEAR + 1 - FIRST_YEAR)
        return plot["x"] + plot["width"] * share, plot["y"] + plot["height"] / 2
