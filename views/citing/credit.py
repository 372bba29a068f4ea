"""Who says so, as briefly as a picture has room for: publishers and years."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TypedDict

from annotations.derived import once
from annotations.records import Collection, Journey, Source
from annotations.references import Citation
from annotations.selection import Selection
from views.text import citations_of

PLAIN_YEAR = re.compile(r"(\d{4})(-\d\d){0,2}")
MOST_NAMES = 60


class OwnCredit(TypedDict):
    """Who tells the open journey, and how many sources tell all else.

    The title of the journey, names of its sources as in `Credit`, and how many sources it has.
    """

    title: str
    names: list[tuple[str, int]]
    total: int
    rest: int


class Credit(TypedDict):
    """Names of sources, each with how many sources have it, and how many sources there are.

    `own` are those of the journey that is open, where it is shown.
    """

    names: list[tuple[str, int]]
    total: int
    own: OwnCredit | None


def credits_of(
    collection: Collection, selection: Selection, opened: Journey | None
) -> tuple[Credit, Credit]:
    """Who tells what is on the map, and what is on the timeline.

    A timeline has journeys, events and arrivals, also those outside the years. Whoever tells most
    of what was selected is named first, and whoever tells the open journey as its own.
    """
    chosen = _told(collection, selection.journeys)
    timed = Counter(_told(collection, selection.asked))
    for event in selection.asked_events:
        timed.update(_keys(event.sources))
    timed.update(_arrivals(collection))
    is_on_map = any(one.id == opened.id for one in selection.journeys) if opened else False
    is_asked = any(one.id == opened.id for one in selection.asked) if opened else False
    return (
        _credit(collection, chosen, chosen, opened if is_on_map else None),
        _credit(collection, timed, chosen, opened if is_asked else None),
    )


def _told(collection: Collection, journeys: Sequence[Journey]) -> Counter[str]:
    """How many of these journeys each source tells; of all of them that is known already."""
    if len(journeys) == len(collection.journeys):
        return _told_in_all(collection)
    return _counted(_by_journey(collection)[journey.id] for journey in journeys)


@once
def _told_in_all(collection: Collection) -> Counter[str]:
    return _counted(_by_journey(collection).values())


def _counted(keys: Iterable[tuple[str, ...]]) -> Counter[str]:
    told: Counter[str] = Counter()
    # Many journeys rest on the same few sources.
    for same, n in Counter(keys).items():
        for key in same:
            told[key] += n
    return told


def _credit(
    collection: Collection, told: Counter[str], chosen: Counter[str], opened: Journey | None
) -> Credit:
    keys = sorted(told, key=lambda key: (-chosen[key], -told[key]))
    return {
        "names": _named(collection, keys),
        "total": len(keys),
        "own": _own(collection, told, opened) if opened else None,
    }


def _own(collection: Collection, told: Counter[str], opened: Journey) -> OwnCredit:
    """The sources of one of the journeys that are told, and the count of those of all else."""
    keys = _by_journey(collection)[opened.id]
    return {
        "title": opened.title,
        "names": _named(collection, keys),
        "total": len(keys),
        "rest": sum(times > (key in keys) for key, times in told.items()),
    }


def _named(collection: Collection, keys: Sequence[str]) -> list[tuple[str, int]]:
    names = _names(collection)
    named = Counter(names[key] for key in keys)
    return list(named.items())[:MOST_NAMES]


@once
def _names(collection: Collection) -> Mapping[str, str]:
    return {key: _name(source) for key, source in collection.sources.items()}


@once
def _by_journey(collection: Collection) -> Mapping[str, tuple[str, ...]]:
    return {key: _keys(citations_of(one)) for key, one in collection.journeys.items()}


@once
def _arrivals(collection: Collection) -> tuple[str, ...]:
    return _keys(citation for row in collection.arrivals for citation in row.sources)


def _keys(citations: Iterable[Citation]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(citation.source for citation in citations))


def _name(source: Source) -> str:
    """Who published it, and the year where it is known and plain."""
    name = source.publisher or source.author or source.title
    year = PLAIN_YEAR.fullmatch(source.published)
    return f"{name} {year[1]}" if year else name
