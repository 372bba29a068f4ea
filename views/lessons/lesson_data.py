"""The plain data that a browser gives a lesson from; `static/atlas/types.d.ts` has its names."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from annotations.stories import TaskKind
from views.atlas import State
from views.timeline import Counts, PlotlyFigure, TimeStrings

Run = tuple[str, bool]  # words, and whether they are a source's own and so are marked


class LessonStrings(TimeStrings):
    """Every word of the frame of a lesson; `keys` has those of the keyboard."""

    place: str
    placeInPages: str
    span: str
    next: str
    steps: str
    help: str
    hint: str
    question: str
    notes: str
    noNotes: str
    notesAsk: str
    notesWindow: str
    notesHere: str
    notesRefused: str
    timer: str
    timerAlone: str
    timerAgain: str
    touch: str
    following: str
    end: str
    careGoOn: str
    careShow: str
    careSkip: str
    room: str
    minutes: str
    sources: str
    blank: str
    kiosk: str
    close: str
    leave: str
    termClose: str
    pupils: str
    pupilsHow: str
    pupilsHere: str
    pupilsFile: str
    playYears: str
    timeline: str
    licence: str
    further: str
    keys: dict[str, str]


class CitedSource(TypedDict):
    """A source as a step cites it; `url` is empty where it has no address."""

    id: str
    title: str
    url: str


class FullSource(CitedSource):
    """A source in full: `about` is everything else about it, in one line."""

    about: str


class TermData(TypedDict):
    """A word of the glossary: what it is called in other languages, what it means, who says so.

    `spellings` are all ways to write it, each with whether its capitals count.
    """

    id: str
    term: str
    named: list[tuple[str, str]]
    definition: str
    note: str
    sources: list[CitedSource]
    spellings: list[tuple[str, bool]]


class PictureData(TypedDict):
    """A picture beside a step; `src` is its address in a page."""

    file: str
    alt: str
    credit: str
    src: NotRequired[str]


class LessonStep(TypedDict):
    """One step: its words, and what map and timeline show in it.

    `period` is None for the whole time, and `figure` a position in the figures of the lesson.
    `time` says how long the step takes and what is left after it, if that is known. `further`,
    where to read on, has only the page that closes a lesson.
    """

    heading: str
    text: list[list[Run]]
    question: list[list[Run]]
    notes: list[str]
    care: str
    when: str
    sources: list[CitedSource]
    picture: PictureData | None
    map: str
    state: State
    period: list[int] | None
    chart: bool
    figure: int
    time: str
    further: NotRequired[list[CitedSource]]


class WordData(TypedDict):
    """A word to know, what it means, and the ids of those who say so."""

    id: str
    term: str
    definition: str
    sources: list[str]


class TaskData(TypedDict):
    """What pupils are to do, with its answer in words; `off` says how far off is still right."""

    ask: list[str]
    kind: TaskKind
    choices: list[str]
    answer: list[str]
    off: str
    why: list[str]


class PlanData(TypedDict):
    """What a teacher plans with: see `Story`. `minutes` and `tasks` are those of each step.

    `sources` are those in full that no step cites.
    """

    subject: str
    goals: list[str]
    prepare: list[str]
    words: list[WordData]
    minutes: list[int]
    tasks: list[list[TaskData]]
    debrief: list[str]
    further: list[CitedSource]
    sources: list[FullSource]


class LessonData(TypedDict):
    """A story as it is given: see `views.lessons.lesson.lesson`.

    `closing` is the page after its last step, or None; `plan` is not for the screen. Its figures
    have the colours of a light room; `dark` is what each of these is in a dark one.
    """

    id: str
    title: str
    audience: str
    minutes: int
    care: str
    steps: list[LessonStep]
    closing: LessonStep | None
    plan: PlanData
    figures: list[PlotlyFigure]
    dark: dict[str, str]
    counts: Counts
    sources: list[FullSource]
    terms: list[TermData]
    strings: LessonStrings
