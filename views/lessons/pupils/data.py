"""The plain data of a page for pupils; `static/atlas/pupils/types.d.ts` has its names."""

from __future__ import annotations

from typing import TypedDict

from annotations.stories import TaskKind
from views.atlas import State
from views.lessons.lesson_data import CitedSource, PictureData, Run, TermData
from views.timeline import PlotlyFigure


class Point(TypedDict):
    """Where a place is, in degrees."""

    lat: float
    lng: float


class PupilsTask(TypedDict):
    """A task: `answer` is how it is told, `number` and `place` are what an answer is held to."""

    ask: str
    kind: TaskKind
    choices: list[str]
    answer: str
    number: float
    place: Point | None
    within: float
    why: str


class PupilsStep(TypedDict):
    """A step as in a lesson, without what is the presenter's, and with tasks."""

    heading: str
    text: list[list[Run]]
    plain: list[list[Run]]
    question: list[list[Run]]
    care: str
    when: str
    sources: list[CitedSource]
    picture: PictureData | None
    map: str
    state: State
    chart: bool
    figure: int
    tasks: list[PupilsTask]


class PupilsData(TypedDict):
    """A story for pupils: see `views.lessons.pupils.pupils`."""

    id: str
    title: str
    whom: str
    care: str
    summary: list[str]
    steps: list[PupilsStep]
    figures: list[PlotlyFigure]
    dark: dict[str, str]
    terms: list[TermData]
    strings: dict[str, str]
