"""Sources that the note of a journey or of a stop names, and that it does not cite."""

from __future__ import annotations

import re
from collections.abc import Collection as Ids
from collections.abc import Iterator

from annotations.collection import Loaded
from annotations.problems import Problem, shown
from annotations.records import Collection, Journey

ID_OF_WORDS = re.compile(r"(?<![a-z0-9])[a-z0-9]++(?:-[a-z0-9]++)++")  # each letter once


def check_notes(loaded: Loaded, other: Collection | None = None) -> list[Problem]:
    """A problem for each source that a note names by its id and its row does not cite.

    A journey cites what its stops do. With an `other` collection, journeys that it has just so may
    be left out; of these only sources that it does not have are looked for.
    """
    now = loaded.collection
    new = now.sources.keys() - other.sources.keys() if other else set()
    found = []
    for journey in now.journeys.values():
        is_same = other is not None and other.journeys.get(journey.id) is journey
        if not is_same or (new and _may_name(journey, new)):
            for table, key, source in _uncited(journey, new if is_same else now.sources):
                message = f"names the source {shown(source)}, which {_who(table)}. {REMEDY}"
                found.append(loaded.problem(table, key, "note", message))
    return found


REMEDY = "Cite it there, or take its id out of the note."


def _who(table: str) -> str:
    return "the stop does not cite" if table == "stops" else "neither it nor a stop of it cites"


def _uncited(journey: Journey, sources: Ids[str]) -> Iterator[tuple[str, str, str]]:
    """The table and the key of each row of a journey with such a note, and the source."""
    for source in _named(journey.note, sources) - journey.cited_sources:
        yield "journeys", journey.id, source
    for stop in journey.stops:
        if stop.note:
            for source in _named(stop.note, sources) - {cited.source for cited in stop.sources}:
                yield "stops", stop.id, source


def _may_name(journey: Journey, sources: Ids[str]) -> bool:
    """Whether an id stands in a note at all: quicker than to take the notes apart."""
    notes = journey.note, *(stop.note for stop in journey.stops)
    return any(source in note for source in sources for note in notes)


def _named(note: str, sources: Ids[str]) -> set[str]:
    return {word for word in ID_OF_WORDS.findall(note) if word in sources}
