"""The journey of a `Work` as it would be: drawn while it is made, and what is still missing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from annotations.annotating.work import Work
from annotations.codes import BASES, CERTAINTIES, DATE_CERTAINTIES
from annotations.collection import not_all_true, readers, resolve_journey, testimony
from annotations.dates import Contradiction, parse, parse_duration
from annotations.problems import Problem, Problems, RowPlace
from annotations.records import Collection, Journey, Stop
from annotations.tables import TABLES, Cells, Row, key_of

Record = TypeVar("Record")


@dataclass(frozen=True)
class WorkProblem:
    """What is wrong in a row of the work: its table and key, the column, the rule and remedy."""

    table: str
    key: str
    column: str
    message: str


@dataclass(frozen=True)
class Sketch:
    """The records of a work, with its journey alone, and what is wrong with its rows.

    A row that could not stand in the tables is drawn as far as it can be read.
    """

    collection: Collection
    problems: tuple[WorkProblem, ...]

    @property
    def journey(self) -> Journey | None:
        """The journey of the work."""
        return next(iter(self.collection.journeys.values()), None)


def sketch_of(work: Work, collection: Collection) -> Sketch:
    """The work among the records that stand; its own rows in place of theirs."""
    rows = _Reading()
    sources = {**collection.sources}
    sources |= {
        key: rows.read("sources", key, cells, readers.source)
        for key, cells in work.rows["sources"].items()
    }
    places = {**collection.places}
    for key, cells in work.rows["places"].items():
        places[key] = rows.read("places", key, cells, lambda row: readers.place(row, sources))
    mentions = {key: m for key, m in collection.mentions.items() if m.source != work.source}
    for key, cells in work.mentions.items():
        mentions[key] = rows.read(
            "mentions", key, cells, lambda row: testimony.mention(row, sources, places)
        )
    journeys: dict[str, Journey] = {}
    if work.tells_a_journey:
        cells = work.rows["journeys"][work.journey]
        journey = rows.read(
            "journeys", work.journey, cells, lambda row: testimony.journey(row, sources)
        )
        journeys = {work.journey: journey}
        told = [
            rows.read(
                "stops", key_of("stops", stop.cells), stop.cells,
                lambda row: testimony.stop(row, sources, places, mentions, journeys),
            )
            for stop in work.stops
        ]  # fmt: skip
        stops = _resolved(told, collection, rows)
        journeys = {work.journey: replace(journey, stops=stops)}
    drawn = replace(
        collection, sources=sources, places=places, mentions=mentions, journeys=journeys
    )
    return Sketch(drawn, tuple(rows.problems()))


class _Reading:
    """Reads rows that stand in no file; their place is their number among those that are read."""

    def __init__(self) -> None:
        self._problems = Problems()
        self._keys: list[str] = []

    def read(self, table: str, key: str, cells: Cells, reader: Callable[[Row], Record]) -> Record:
        self._keys.append(key)
        whole = {**dict.fromkeys(TABLES[table].names, ""), **cells}
        return reader(Row(table, self._place(table), whole, self._problems))

    def warn(self, key: str, column: str, message: str) -> None:
        self._keys.append(key)
        self._problems.append(Problem(self._place("stops"), column, message, "stops", key))

    def _place(self, table: str) -> RowPlace:
        return RowPlace(table, len(self._keys))

    def problems(self) -> Iterator[WorkProblem]:
        for problem in self._problems:
            yield self._of_work(problem)

    def _of_work(self, problem: Problem) -> WorkProblem:
        key = self._keys[problem.line - 1]
        return WorkProblem(problem.table, key, problem.column, problem.message)


def _resolved(told: list[Stop], collection: Collection, rows: _Reading) -> tuple[Stop, ...]:
    """The stops with the days that all their statements allow; as stated if they contradict."""
    moments = {event.id: event.span for event in collection.events.values()}
    for journey in collection.journeys.values():
        moments |= {stop.id: stop.span for stop in journey.stops}
    stops = [_readable(stop) for stop in told]
    try:
        dated: Mapping[str, Stop] = {s.id: s for s in resolve_journey(stops, moments)}
    except Contradiction as contradiction:
        first = next(stop.id for stop in stops if stop.id in contradiction.rows)
        rows.warn(first, "date", not_all_true(contradiction.rows, contradiction.fewest))
        return tuple(stops)
    return tuple(dated[stop.id] for stop in stops)


def _readable(stop: Stop) -> Stop:
    """The stop without what cannot be read, and without a length that counts from nothing yet."""
    return replace(
        stop,
        date=_if_read(parse, stop.date),
        duration=_if_read(parse_duration, stop.duration) if stop.after else "",
        tolerance=_if_read(parse_duration, stop.tolerance),
        basis=stop.basis if stop.basis in BASES else "inferred",
        certainty=stop.certainty if stop.certainty in CERTAINTIES else "possible",
        date_basis=stop.date_basis if stop.date_basis in BASES else "",
        date_certainty=stop.date_certainty if stop.date_certainty in DATE_CERTAINTIES else "",
    )


def _if_read(read: Callable[[str], object], text: str) -> str:
    """The text, or "" where it cannot be read; the problems of the row say so."""
    try:
        read(text)
    except ValueError:
        return ""
    return text
