"""Which steps of a handout have a timeline of their own, and which share that of another."""

from __future__ import annotations

from typing import TypedDict

from views.atlas import State
from views.lessons.lesson_data import LessonData
from views.timeline import PlotlyFigure


class View(TypedDict, total=False):
    """What the script draws of a step: the state of its map, or the figure of its chart.

    A step about a period may have its `timeline` below the map.
    """

    state: State
    figure: PlotlyFigure
    timeline: PlotlyFigure


def has_timeline(lesson: LessonData, number: int) -> bool:
    """True for a step about a period, or with a chart, that is the first with its figure."""
    step = lesson["steps"][number]
    return not step["chart"] and bool(step["period"]) and first_with_it(lesson, number) == number


def first_with_it(lesson: LessonData, number: int) -> int:
    """The first step that prints the timeline of this one: many steps stay in the same period."""
    figure = lesson["steps"][number]["figure"]
    return next(
        at
        for at, step in enumerate(lesson["steps"])
        if step["figure"] == figure and bool(step["period"]) and not step["chart"]
    )
