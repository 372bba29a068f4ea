"""What answers a name: places with a score, a reason and a source, as geopy Locations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypedDict

from geopy.exc import GeocoderQueryError
from geopy.location import Location
from geopy.point import Point

from geodata.gazetteer import Entry
from geodata.names import fold
from geodata.places import Place

# What a match rests on, and the score it gives. Population is no part of the score.
PROJECT_NAME, PROJECT_VARIANT, EXACT_NAME, ALTERNATE_NAME = 1.0, 0.95, 0.9, 0.7
ENDING_LEFT_OFF = 0.9
REASONS = {
    PROJECT_NAME: "project name",
    PROJECT_VARIANT: "project variant",
    EXACT_NAME: "exact name",
    ALTERNATE_NAME: "alternate name",
}
LEFT_OFF = ", ending left off"
_KIND_ORDER = ("country", "province", "area", "river", "town", "building")

UNSEEN = Point(0, 0)  # geopy wants a point for every place; nobody gets to see this one


class Candidate(NamedTuple):
    """A place that a name can mean, the name of it that matched, and what the match rests on."""

    score: float
    entry: Entry
    matched: str
    reason: str


class Answer(TypedDict, total=False):
    """What `raw` of a Location says; `candidates` are the same of all that were found."""

    id: str
    name: str
    name_ko: str
    name_zh: str
    country: tuple[str, ...]
    admin1: str
    kind: str
    lat: float | None
    lon: float | None
    uncertainty_m: float | None
    population: int | None
    geonames: str
    score: float
    matched: str
    match: str
    source: str
    candidates: list[Answer]


class Ambiguous(GeocoderQueryError):  # type: ignore[misc]  # geopy has no types
    """Several places answer a name equally well, and only one was asked for.

    `candidates` are all of them, as geopy Locations, ranked.
    """

    def __init__(self, query: str, candidates: Sequence[Location]) -> None:
        first = "; ".join(str(candidate) for candidate in candidates[:4])
        super().__init__(
            f"'{query}' could be any of {len(candidates)} places: {first}. Say which: give "
            "country_codes or admin1, or ask for all of them with exactly_one=False."
        )
        self.candidates = tuple(candidates)


class AreaLocation(Location):  # type: ignore[misc]  # geopy has no types
    """A Location without a point: a country, a province or a river is not at one spot.

    `latitude`, `longitude`, `altitude` and `point` are None; `raw` says what is known.
    """

    __slots__ = ()
    latitude = longitude = altitude = point = property(lambda self: None)

    def __init__(self, address: str, raw: Answer) -> None:
        super().__init__(address, UNSEEN, raw)

    def __getitem__(self, index: int) -> str | None:
        return (self.address, None)[index]

    def __iter__(self) -> Iterator[str | None]:
        return iter((self.address, None))

    def __repr__(self) -> str:
        return f"AreaLocation({self.address})"


def scored(entry: Entry, key: str, *, own: bool, whole: bool) -> Candidate:
    """The entry as an answer to the folded name `key`.

    `own` is True for the project's own places, `whole` is False where the name was found only
    after its ending had been left off.
    """
    main = next((name for name in entry.place.names if fold(name) == key), None)
    if main is None:
        score = PROJECT_VARIANT if own else ALTERNATE_NAME
        matched = next(name for name in entry.place.variants if fold(name) == key)
    else:
        score, matched = (PROJECT_NAME if own else EXACT_NAME), main
    if whole:
        return Candidate(score, entry, matched, REASONS[score])
    reason = f"{REASONS[score]}{LEFT_OFF}"
    return Candidate(round(score * ENDING_LEFT_OFF, 3), entry, matched, reason)


def identity(place: Place) -> tuple[str, str]:
    """What makes a row of two tables the same place: its GeoNames id, or its kind and name."""
    return ("geonames", place.geonames) if place.geonames else (place.kind, fold(place.name))


def ranked(candidates: Iterable[Candidate]) -> list[Candidate]:
    """By score; within a score countries and provinces first, then by number of people."""
    return sorted(candidates, key=_order)


def _order(candidate: Candidate) -> tuple[float, int, int, str, str]:
    place, population = candidate.entry
    kind = _KIND_ORDER.index(place.kind)
    return -candidate.score, kind, -population, place.name, place.geonames


def locations(candidates: Iterable[Candidate]) -> list[Location]:
    """Geopy's view of the candidates; `raw["candidates"]` of each lists all of them."""
    raws = [_raw(candidate) for candidate in candidates]
    everything = [raw.copy() for raw in raws]
    found = []
    for raw in raws:
        raw["candidates"] = everything
        province = "" if raw["admin1"] == raw["name"] else raw["admin1"]
        address = ", ".join(filter(None, (raw["name"], province, "/".join(raw["country"]))))
        if raw["lat"] is None:
            found.append(AreaLocation(address, raw))
        else:
            found.append(Location(address, (raw["lat"], raw["lon"]), raw))
    return found


def _raw(candidate: Candidate) -> Answer:
    place, population = candidate.entry
    return {
        "id": place.id,
        "name": place.name,
        "name_ko": place.name_ko,
        "name_zh": place.name_zh,
        "country": place.country,
        "admin1": place.admin1,
        "kind": place.kind,
        "lat": place.lat,
        "lon": place.lon,
        "uncertainty_m": place.uncertainty_m,
        "population": population or None,
        "geonames": place.geonames,
        "score": candidate.score,
        "matched": candidate.matched,
        "match": candidate.reason,
        "source": place.geo_source,
    }
