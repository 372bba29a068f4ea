"""The plain data that a browser draws, as types; `static/atlas/types.d.ts` has the same names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NotRequired, TypedDict

from annotations.codes import OutcomeKind

Days = tuple[int | None, int | None]  # the first and the last day from 1970; None is an open side
LegStyle = Literal["stated", "inferred", "external", "schematic", "sold"]
# What became of those who travelled, where the end of a line says it.
ENDINGS = ("arrived", "settled-elsewhere", "returned", "died")
PackedPlace = tuple[float | None, ...] | tuple[tuple[str, ...]]


class Relief(TypedDict):
    """The shading of hills: where it lies, and how strongly it is drawn."""

    url: str
    opacity: float


class DayBounds(TypedDict):
    """The days that decide in which periods a journey lies: see `views.atlas.scene.day_bounds`."""

    span: Days
    core: Days | None
    stops: list[Days]


class Mark(TypedDict):
    """A mark: `ids` of all stops that it stands for, and either a point or `codes` of areas."""

    id: str
    ids: tuple[str, ...]
    n: str
    label: str
    short: str
    told: str
    left: str
    role: str
    when: str
    days: Days
    soft: bool
    lat: NotRequired[float | None]
    lng: NotRequired[float | None]
    metres: NotRequired[float | None]
    codes: NotRequired[tuple[str, ...]]


Leg = TypedDict("Leg", {"id": str, "from": int, "to": int, "style": LegStyle})


class SceneJourney(TypedDict):
    """A journey that is drawn; a leg runs from one of its marks to the next."""

    id: str
    title: str
    colour: str
    days: DayBounds | None
    marks: list[Mark]
    legs: list[Leg]
    corridor: bool
    outcome: OutcomeKind | Literal[""]


class Scene(TypedDict):
    """Everything that a map can show."""

    lang: str
    years: list[int]
    relief: Relief | None
    journeys: list[SceneJourney]
    strings: dict[str, str]


class PackedScene(TypedDict):
    """A scene as tables and columns: see `views.atlas.packed.packed`."""

    lang: str
    years: list[int]
    relief: Relief | None
    strings: dict[str, str]
    id: list[str]
    title: list[str]
    colour: list[int]
    corridor: int
    outcome: list[int]
    span: list[int]
    core: list[int]
    marks: list[int]
    held: list[int]
    markLooks: list[int]
    markTimes: list[int]
    heldSpans: list[int]
    colours: list[str]
    outcomes: list[str]
    words: list[str]
    places: list[PackedPlace]
    spans: list[Days]
    looks: list[tuple[int, ...]]
    times: list[tuple[int, int]]


class Open(TypedDict):
    """The journey that is told in full, and its stop if one is open."""

    journey: str
    stop: int | None


class Camera(TypedDict):
    """Where a map looks."""

    lat: float
    lng: float
    zoom: float


class Shown(TypedDict):
    """What a map shows beside its journeys; a step of a story says more."""

    open: Open | None
    countries: list[str]
    possibly: bool
    relief: NotRequired[bool]
    tiles: NotRequired[bool]
    only: NotRequired[dict[str, list[int]] | None]
    camera: NotRequired[Camera | Literal["fit"] | None]


class MapState(Shown):
    """What a map shows: the ids selected, and those that all filters but the period leave."""

    ids: Sequence[str]
    asked: Sequence[str]


class State(Shown):
    """The same with its ids as bits: see `views.atlas.packed.bits`."""

    ids: str
    asked: str


class PlaceChoice(TypedDict):
    """A place that a name may mean."""

    letter: str
    name: str
    lat: float
    lng: float
    chosen: bool
