"""A story: what a class is told and shown, one step after the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from annotations.references import Citation
from annotations.selection import Filters

LAYERS = ("relief", "cumulative", "chart")
# The edges of the basemap in degrees, and what the map can zoom to.
SOUTH, NORTH, WEST, EAST = -12, 64, 58, 166
FARTHEST_ZOOM, NEAREST_ZOOM = 3, 12
EVERYTHING = Filters()
TaskKind = Literal["choice", "number", "place", "text"]
TASK_KINDS: tuple[TaskKind, ...] = get_args(TaskKind)
# The keys of a step and of a story in whose words figures of the records are read.
STEP_FIGURES = ("text", "plain", "question", "notes", "tasks")
STORY_FIGURES = ("summary", "debrief")
# Every key of them with words for a reader.
STEP_WORDS = ("heading", *STEP_FIGURES, "care")
STORY_LISTS = ("goals", "prepare", "words")
STORY_WORDS = ("title", "for", "subject", "level", "care", *STORY_FIGURES, *STORY_LISTS)


@dataclass(frozen=True)
class Shown:
    """A journey that a step shows, and the orders of those of its stops that it shows."""

    journey: str
    stops: tuple[int, ...]


@dataclass(frozen=True)
class Camera:
    """Where the map looks: its middle in degrees, and a zoom of the web map, 3 to 12."""

    lat: float
    lon: float
    zoom: float


@dataclass(frozen=True)
class Picture:
    """A picture beside a step: its file among the pictures, what is on it, and whose it is.

    `data` is the picture itself, as an address, where the story holds it and no file does.
    """

    file: str
    alt: str
    credit: str
    data: str = ""


@dataclass(frozen=True)
class Task:
    """What pupils are asked to do, and its answer.

    The `answer` of a choice is one of `choices`; of a number the digits of it, or a figure of the
    records in braces; of a place its id; of a text what a good one might say. `within` is how far
    off a number may be, in its own unit, or a place in kilometres. `why` is said after it.
    """

    ask: str
    kind: TaskKind
    answer: str
    choices: tuple[str, ...] = ()
    within: float = 0
    why: str = ""

    @property
    def texts(self) -> Iterator[str]:
        """Every text of it that is read by somebody; the id of a place is none."""
        yield from (self.ask, *self.choices, self.why)
        if self.kind != "place":
            yield self.answer


@dataclass(frozen=True)
class Step:
    """One step of a story. A blank line parts the paragraphs of a text.

    `show` is None where the filters choose the journeys, and empty where none is shown.
    `filters` has the period that the timeline marks, also where `show` names the journeys.
    `opened` is a journey, and one of its stops or None, that is shown in full. `camera` is None
    where the map fits what is shown. `care` announces what is heavy before the step; `notes`
    are the presenter's. `event` is the id of one that is open in place of a journey, `minutes` is
    0 where nobody says how long the step takes, and `plain` is the text in plain language.
    """

    heading: str
    text: str
    question: str = ""
    notes: str = ""
    care: str = ""
    show: tuple[Shown, ...] | None = None
    opened: tuple[str, int | None] | None = None
    filters: Filters = EVERYTHING
    layers: frozenset[str] = frozenset()
    camera: Camera | None = None
    sources: tuple[Citation, ...] = ()
    picture: Picture | None = None
    event: str = ""
    minutes: int = 0
    plain: str = ""
    tasks: tuple[Task, ...] = ()

    def told(self, key: str) -> str:
        """The words of a key, those of several tasks below each other."""
        if key == "tasks":
            return "\n".join(text for task in self.tasks for text in task.texts)
        return str(getattr(self, key))


@dataclass(frozen=True)
class Story:
    """A story by the name of its file: whom it is for, how long it takes, and its steps.

    `care` are content notes for the whole, split by semicolons as in a journey. What a plan of a
    lesson has besides may be empty: `goals` and what to `prepare`, each a sentence or two;
    `words` are ids of terms to know, `debrief` is what to speak of afterwards, and `further`
    where to read on.
    """

    id: str
    title: str
    audience: str
    minutes: int
    care: str
    summary: str
    steps: tuple[Step, ...]
    subject: str = ""
    level: str = ""
    goals: tuple[str, ...] = ()
    prepare: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    debrief: str = ""
    further: tuple[Citation, ...] = ()

    def told(self, key: str) -> str:
        """The words of a key, those of a list below each other."""
        text = self.audience if key == "for" else getattr(self, key)
        return text if isinstance(text, str) else "\n".join(text)
