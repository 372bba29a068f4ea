"""What is missing or in doubt in the whole collection: each row by its file and line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from annotations.certainty import is_date_in_doubt, is_place_in_doubt
from annotations.collection import Loaded
from annotations.dates import Span
from annotations.problems import Problem
from annotations.records import Journey, Mention, Stop
from annotations.references import journey_and_order
from geodata.places import Place

LONGEST_DAYS = 366  # a year, leap years too
FARTHEST_M = 50_000

Record = Problem | Stop | Journey | Mention | Place


@dataclass(frozen=True)
class Doubt:
    """A record that leaves something open, the row it stands in, and the id of its journey.

    `line` counts from 1, the header; it is 0 for what concerns a whole file. `key` names the row
    in its table, and is empty where no row of it could be read. `journey` is empty for what
    belongs to none.
    """

    file: str
    line: int
    key: str
    journey: str
    record: Record

    @property
    def table(self) -> str:
        """The name of the table that the row stands in."""
        return self.file.removesuffix(".csv")

    @property
    def row(self) -> str:
        """File and line as the check writes them: `stops.csv:41`."""
        return f"{self.file}:{self.line}"


def gaps(loaded: Loaded, problems: Iterable[Problem] = ()) -> dict[str, tuple[Doubt, ...]]:
    """The doubts by their group, in the order in which they should be worked on.

    `problems` are those of the check. Every group is there, though it may be empty.
    """
    collection = loaded.collection
    journeys = tuple(collection.journeys.values())
    stops = [stop for journey in journeys for stop in journey.stops]
    told_in = _journey_of_mentions(stops)
    drafts = (record for record in collection.mentions.values() if record.status == "draft")
    far = (place for place in collection.places.values() if is_far(place))

    def of_stops(holds: Callable[[Stop], bool]) -> tuple[Doubt, ...]:
        return tuple(_doubt(loaded, "stops", s.id, s.journey, s) for s in stops if holds(s))

    def of_journeys(holds: Callable[[Journey], bool]) -> tuple[Doubt, ...]:
        return tuple(_doubt(loaded, "journeys", j.id, j.id, j) for j in journeys if holds(j))

    return {
        "problems": tuple(_of_problems(loaded, problems)),
        "undated": of_stops(lambda stop: not stop.span.known),
        "unplaced": of_stops(lambda stop: stop.place is None),
        "wide": of_stops(lambda stop: is_wide(stop.span)),
        "doubted-places": of_stops(is_place_in_doubt),
        "doubted-dates": of_stops(is_date_in_doubt),
        "draft-journeys": of_journeys(lambda journey: journey.status == "draft"),
        "draft-mentions": tuple(
            _doubt(loaded, "mentions", m.id, told_in.get(m.id, ""), m) for m in drafts
        ),
        "one-source": of_journeys(lambda journey: len(journey.cited_sources) == 1),
        "far": tuple(_doubt(loaded, "places", place.id, "", place) for place in far),
    }


def is_wide(span: Span) -> bool:
    """True for a known span of more than a year, or open on one side."""
    if not span.known:
        return False
    if span.earliest is None or span.latest is None:
        return True
    return (span.latest - span.earliest).days >= LONGEST_DAYS


def is_far(place: Place) -> bool:
    """True for a point that may lie more than 50 km from where it is drawn."""
    return (place.uncertainty_m or 0) > FARTHEST_M


def _doubt(loaded: Loaded, table: str, key: str, journey: str, record: Record) -> Doubt:
    return Doubt(*loaded.places[table, key], key, journey, record)


def _of_problems(loaded: Loaded, problems: Iterable[Problem]) -> Iterator[Doubt]:
    """The problems, each with the journey whose row it stands in, if that could be read."""
    keys = {place: key for (_, key), place in loaded.places.items()}
    for problem in problems:
        key = keys.get(problem.place, "")
        journey = journey_and_order(key)[0] if problem.table in ("journeys", "stops") else ""
        yield Doubt(*problem.place, key, journey, problem)


def _journey_of_mentions(stops: Iterable[Stop]) -> Mapping[str, str]:
    """The first journey that rests on each mention."""
    found: dict[str, str] = {}
    for stop in stops:
        for mention in stop.mentions:
            found.setdefault(mention.id, stop.journey)
    return found
