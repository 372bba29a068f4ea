"""What needs review by a second person: whole journeys, and marked words that no stop uses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from annotations.references import citations
from annotations.review.unit import Unit
from annotations.review.writers import Part, not_accepted
from annotations.saving import DRAFT, STATUS, words, wrote
from annotations.store import REJECTED, REVIEWED, Line, Row, Step, Store, Trail, trail
from annotations.tables import Cells, Change, Tables, rows_by_key
from geodata.cells import parts

TABLES = (
    "journeys", "stops", "mentions", "places", "sources", "publication", "events", "arrivals",
    "statements", "glossary", "names",
)  # fmt: skip


@dataclass(frozen=True)
class Desk:
    """The tables and their history as they were at one moment, to be looked at for review."""

    tables: Mapping[str, Mapping[str, Cells]]
    trail: Trail

    @cached_property
    def waiting(self) -> tuple[Unit, ...]:
        """The units for which something is to be done, the ones changed last first."""
        journeys = map(self.journey, self.tables["journeys"])
        found = [unit for unit in (*journeys, *map(self.source, self._unused)) if unit.waits]
        return tuple(sorted(found, key=lambda unit: unit.last.time if unit.last else "")[::-1])

    def journey(self, key: str) -> Unit:
        """A journey as it is reviewed. Raises `KeyError` where there is none."""
        row = "journeys", key
        own = self.tables["journeys"][key]
        steps = self.trail.rows.get(row, ())
        review = self.trail.last(steps, REVIEWED)
        since = review.at if review else -1
        stops = {("stops", stop): self.tables["stops"][stop] for stop in self._stops.get(key, ())}
        used = dict.fromkeys(mention for cells in stops.values() for mention in _used(cells))
        written = self.tables["mentions"]
        mentions = {("mentions", each): written[each] for each in used if each in written}
        rows = {row: own, **stops, **mentions}
        parts = [self._part(each, self.trail.rows.get(each, ()), since) for each in (row, *stops)]
        # Words that one person accepted alone are theirs, whenever the journey was reviewed.
        parts += map(self._alone, mentions)
        left = list(self._left(key, parts, since))
        rows |= self._joined(rows, [*parts, *left])
        joined = [self._part(each, self.trail.rows[each], since) for each in rows if _joins(each)]
        if key in self.tables["publication"]:
            rows["publication", key] = self.tables["publication"][key]
        settles = [row, *(mention for mention in mentions if self._unsettled(mention))]
        return self._unit("journeys", key, rows, settles, [*parts, *left], joined, review)

    def source(self, key: str, only: Collection[str] = ()) -> Unit:
        """The words of a text that wait and that no stop uses, or those of them that are named."""
        found = [("mentions", mention) for mention in self._unused.get(key, ())]
        rows = {row: self.tables["mentions"][row[1]] for row in found if not only or row[1] in only}
        parts = [self._alone(row) for row in rows]
        since = min((part.since for part in parts), default=-1)
        settles = list(rows)
        rows |= self._joined(rows, parts)
        joined = [self._part(each, self.trail.rows[each], since) for each in rows if _joins(each)]
        unit = self._unit("sources", key, rows, settles, parts, joined, None)
        if len(settles) > 1 and not all(self.source(key, [each]).returned for _, each in settles):
            return replace(unit, returned=None)
        return unit

    def _unit(
        self,
        table: str,
        key: str,
        rows: Mapping[Row, Cells],
        settles: Sequence[Row],
        parts: Sequence[Part],
        joined: Sequence[Part],
        review: Step | None,
    ) -> Unit:
        steps = [step for part in parts for step in part.steps]
        steps += [step for part in joined for step in part.later]
        steps.sort(key=lambda step: step.at)
        last = next((step for step in reversed(steps) if wrote(step.line.change)), None)
        own = [step for row in settles[:1] for step in self.trail.rows.get(row, ())]
        returned = self.trail.last(own, REJECTED)
        if returned and any(step and step.at > returned.at for step in (last, review)):
            returned = None
        return Unit(
            table, key, rows, settles,
            changes=tuple(self._changes([*parts, *joined])),
            last=last.line if last else None,
            written=tuple(self._written([*parts, *joined], last if returned else None)),
            reviewed=review.line if review else None,
            returned=returned.line if returned else None,
            has_history=bool(last or own),
        )  # fmt: skip

    def _written(self, parts: Iterable[Part], returned: Step | None) -> Iterator[Line]:
        """The lines of which nobody else has accepted the words, and the one that was returned."""
        if returned:
            yield returned.line
        for part in parts:
            yield from (step.line for step in not_accepted(part.later, self.trail.undone))

    def _changes(self, parts: Iterable[Part]) -> Iterator[Change]:
        """What each row said at the last review and says now, where these differ."""
        for part in parts:
            if not part.later:
                continue
            before = words(part.later[0].line.before)
            after = words(self.tables[part.row[0]].get(part.row[1])) if part.row[1] else None
            if before != after:
                key = part.later[0].line.key if before is not None else part.row[1]
                yield Change(part.row[0], key, before, after)

    def _left(self, journey: str, parts: Sequence[Part], since: int) -> Iterator[Part]:
        """The rows that belonged to a journey at its last review, or since, and do not now."""
        for steps in self._former_stops.get(journey, ()):
            part = self._part(("stops", ""), steps, since)
            before = part.later[0].line.before if part.later else {}
            if before is None or before.get("journey") == journey:
                yield part
        then = [part.later[0].line.before or {} for part in parts if part.later]
        for mention in {mention for cells in then for mention in _used(cells)}:
            if ("mentions", mention) in self.trail.gone:
                steps = self.trail.gone["mentions", mention]
                yield self._part(("mentions", ""), steps, since)

    def _joined(self, rows: Mapping[Row, Cells], parts: Sequence[Part]) -> Mapping[Row, Cells]:
        """The places and sources that these rows name and that were changed together with them."""
        saves = {step.line.save for part in parts for step in part.later}
        if not saves:
            return {}
        named = dict.fromkeys(each for row, cells in rows.items() for each in named_by(row, cells))
        return {
            row: self.tables[row[0]][row[1]]
            for row in named
            if row[1] in self.tables[row[0]]
            and any(step.line.save in saves for step in self.trail.rows.get(row, ()))
        }

    def _alone(self, mention: Row) -> Part:
        """A mention since its own last review."""
        steps = self.trail.rows.get(mention, ())
        review = self.trail.last(steps, REVIEWED)
        return self._part(mention, steps, review.at if review else -1)

    def _part(self, row: Row, steps: Sequence[Step], since: int) -> Part:
        return Part(row, steps, since, self.trail.undone)

    def _unsettled(self, mention: Row) -> bool:
        """True for a draft, and for what says something else than at its own last review."""
        is_draft = self.tables["mentions"][mention[1]].get(STATUS) == DRAFT
        return is_draft or any(self._changes([self._alone(mention)]))

    @cached_property
    def _stops(self) -> Mapping[str, Sequence[str]]:
        """The keys of the stops of each journey."""
        found: dict[str, list[str]] = defaultdict(list)
        for key, cells in self.tables["stops"].items():
            found[cells["journey"].strip()].append(key)
        return found

    @cached_property
    def _former_stops(self) -> Mapping[str, Sequence[Sequence[Step]]]:
        """The steps of stops that once belonged to a journey, and do not now."""
        found: dict[str, list[Sequence[Step]]] = defaultdict(list)
        rows: list[tuple[Sequence[Step], Cells]] = [
            (steps, {})
            for (table, _), steps in (*self.trail.gone.items(), *self.trail.earlier)
            if table == "stops"
        ]
        rows += [
            (steps, self.tables["stops"].get(key, {}))
            for (table, key), steps in self.trail.rows.items()
            if table == "stops"
        ]
        for steps, now in rows:
            states = [state for s in steps for state in (s.line.before, s.line.after) if state]
            for journey in {state.get("journey", "") for state in states} - {now.get("journey")}:
                found[journey].append(steps)
        return found

    @cached_property
    def _unused(self) -> Mapping[str, Sequence[str]]:
        """The mentions that wait and that no stop uses, by their source."""
        used = {mention for cells in self.tables["stops"].values() for mention in _used(cells)}
        found: dict[str, list[str]] = {}
        for key, cells in self.tables["mentions"].items():
            if key not in used and self._unsettled(("mentions", key)):
                found.setdefault(cells["source"], []).append(key)
        return found


def desk(store: Store) -> Desk:
    """The tables and their history as they are now. Raises `BrokenHistory`."""
    return Desk(rows_of(store.snapshot()), trail(store.lines()))


def rows_of(tables: Tables) -> Mapping[str, Mapping[str, Cells]]:
    """The rows of the tables that are reviewed, by table and key."""
    return {table: rows_by_key(tables, table) for table in TABLES}


def _joins(row: Row) -> bool:
    return row[0] in ("places", "sources")


def _used(stop: Cells) -> tuple[str, ...]:
    """The ids of the mentions that a stop rests on."""
    return parts(stop.get("mentions", ""))


def named_by(row: Row, cells: Cells) -> Iterator[Row]:
    """The places and sources that a row of a journey, a stop or a mention names."""
    if row[0] == "mentions":
        yield "sources", cells["source"].strip()
        if cells["kind"].strip() == "place":
            yield "places", cells["value"].strip()
        return
    yield "places", cells.get("place", "").strip()
    for cited in citations(cells["sources"]):
        yield "sources", cited.source
