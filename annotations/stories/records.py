"""A story: what a class is told and shown, one step after the other."""

from __future__ import annotations

from dataclasses import dataclass

from annotations.references import Citation
from annotations.selection import Filters

LAYERS = ("relief", "cumulative", "chart")
# The edges of the basemap in degrees, and what the map can zoom to.
SOUTH, NORTH, WEST, EAST = -12, 64, 58, 166
FARTHEST_ZOOM, NEAREST_ZOOM = 3, 12
EVERYTHING = Filters()


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
    """A picture beside a step: its file among the pictures, what is on it, and whose it is."""

    file: str
    alt: str
    credit: str


@dataclass(frozen=True)
class Step:
    """One step of a story. A blank line parts the paragraphs of `text`, `question` and `notes`.

    `show` is None where the filters choose the journeys, and empty where none is shown.
    `filters` has the period that the timeline marks, also where `show` names the journeys.
    `opened` is a journey, and one of its stops or None, that is shown in full. `camera` is None
    where the map fits what is shown. `care` announces what is heavy before the step; `notes`
    are the presenter's.
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


@dataclass(frozen=True)
class Story:
    """A story by the name of its file: whom it is for, how long it takes, and its steps.

    `care` are content notes for the whole, split by semicolons as in a journey.
    """

    id: str
    title: str
    audience: str
    minutes: int
    care: str
    summary: str
    steps: tuple[Step, ...]
