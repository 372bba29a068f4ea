"""What a view cannot show: how many records, and the first of them by name and with the reason."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from annotations.derived import once
from annotations.records import Collection, Event, Journey
from annotations.selection import Selection
from views.atlas import not_on_map
from views.text import _, journey_when
from views.timeline import not_on_timeline, untimed


@dataclass(frozen=True)
class Unseen:
    """How many records a view cannot show, and as many of them as a list can hold."""

    count: int
    named: tuple[tuple[Journey | Event, str], ...]

    @property
    def more(self) -> int:
        """How many are counted but not named."""
        return self.count - len(self.named)


@once
def unmapped(collection: Collection) -> frozenset[str]:
    """The ids of the journeys that are not on the map."""
    return frozenset(j.id for j in collection.journeys.values() if not_on_map(j))


def unseen_on_map(collection: Collection, selection: Selection, most: int) -> Unseen:
    """The selected journeys that are not on the map; at most `most` of them are named."""
    count, first = _among(selection, unmapped(collection), most)
    return Unseen(count, tuple((journey, not_on_map(journey)) for journey in first))


def unseen_on_timeline(collection: Collection, selection: Selection, most: int) -> Unseen:
    """The selected journeys and events that are not on the timeline, journeys first."""
    count, first = _among(selection, untimed(collection), most)
    events = [event for event in selection.events if not_on_timeline(event)]
    found: list[Journey | Event] = [*first, *events]
    named = tuple((record, not_on_timeline(record)) for record in found[:most])
    return Unseen(count + len(events), named)


def in_no_period(selection: Selection, most: int) -> Unseen:
    """The journeys that a period keeps out because they have no date."""
    reason = _("no date is given")
    return Unseen(len(selection.undated), tuple((j, reason) for j in selection.undated[:most]))


def why_left_out(selection: Selection, journey: Journey) -> str:
    """Which filter keeps an open journey off map and timeline; nothing where none does."""
    if journey.id in selection.ids:
        return ""
    if journey not in selection.asked:
        return _("The chosen filters leave this journey out, so map and timeline do not show it.")
    if journey in selection.undated:
        words = _("No date is given for this journey, so it lies in no period.")
    elif journey in selection.possible:
        words = _("This journey ({when}) lies only possibly in the chosen years, {years}.")
    else:
        words = _("This journey ({when}) lies outside the chosen years, {years}.")
    filters = selection.filters
    years = f"{filters.first}–{filters.last}" if filters.first < filters.last else filters.first
    return words.format(when=journey_when(journey), years=years)


def _among(selection: Selection, ids: frozenset[str], most: int) -> tuple[int, list[Journey]]:
    """How many of the selected journeys have one of the ids, and the first `most` of them."""
    count = len(selection.ids & ids)
    found = (journey for journey in selection.journeys if journey.id in ids)
    return count, list(islice(found, min(count, most)))
