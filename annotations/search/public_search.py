"""What a reader finds with a few words: journeys, places, events, statements, sources and words.

Everything here is made of the records as they may be shown, never of the tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from annotations.records import Collection, Event, Journey, Mention, Source
from annotations.search.spelling_search import Words, folded, visible, words_in
from annotations.statements import Statement
from geodata.places import Place

JOURNEYS, PLACES, EVENTS, SOURCES, WORDS = "journeys", "places", "events", "sources", "words"
STATEMENTS = "statements"
ADDRESS = {"mr", "mrs", "ms", "miss", "dr"}  # before a name, and in no record
LONGEST = 200  # signs of a question


@dataclass(frozen=True)
class Group:
    """Records of one kind by their keys: the words of their titles, and all words of each."""

    keys: tuple[str, ...]
    titles: Words
    words: Words

    def found(self, asked: str) -> tuple[str, ...]:
        """The keys of the records that have every word, first those that have them in the title."""
        every = np.arange(len(self.keys))
        numbers = self.words.having(asked, every)
        first = np.isin(numbers, self.titles.having(asked, numbers))
        return tuple(self.keys[number] for number in (*numbers[first], *numbers[~first]))


@dataclass(frozen=True)
class PublicSearch:
    """All that a reader may find, by kind."""

    groups: Mapping[str, Group]

    def answers(self, asked: str) -> Mapping[str, tuple[str, ...]]:
        """The keys of what is found of each kind that has any; empty where nothing is asked."""
        asked = " ".join(filter(None, map(_plain, visible(asked)[:LONGEST].split())))
        if not re.search(r"\w", asked) or not folded(asked):
            return {}
        found = {kind: group.found(asked) for kind, group in self.groups.items()}
        return {kind: keys for kind, keys in found.items() if keys}


def _plain(word: str) -> str:
    """A word without what English hangs on a name, and nothing for a form of address."""
    plain = word.removesuffix("'s").removesuffix("’s")
    return "" if plain.rstrip(".").lower() in ADDRESS else plain


def public_search(collection: Collection) -> PublicSearch:
    """The records ready to be asked; keep it with the collection, which was published."""
    journeys, events = collection.journeys.values(), collection.events.values()
    places = {place.id: place for place in _places(collection)}
    mentions = {
        mention.id: mention
        for journey in journeys
        for stop in journey.stops
        for mention in stop.mentions
    }
    return PublicSearch(
        {
            JOURNEYS: _group(collection, map(_of_journey, journeys)),
            PLACES: _group(collection, map(_of_place, places.values())),
            EVENTS: _group(collection, map(_of_event, events)),
            STATEMENTS: _group(collection, map(_of_statement, collection.statements.values())),
            SOURCES: _group(collection, map(_of_source, collection.sources.values())),
            WORDS: _group(collection, map(_of_mention, mentions.values())),
        }
    )


Entry = tuple[str, str, str, Iterable[str]]  # key, title, all words, ids of places


def _group(collection: Collection, entries: Iterable[Entry]) -> Group:
    found = list(entries)
    keys, titles, texts, places = zip(*found, strict=True) if found else ((), (), (), ())
    nowhere: list[tuple[str, ...]] = [()] * len(found)
    return Group(keys, words_in(collection, titles, nowhere), words_in(collection, texts, places))


def _places(collection: Collection) -> Iterator[Place]:
    """Every place that a journey or an event names."""
    for journey in collection.journeys.values():
        yield from (stop.place for stop in journey.stops if stop.place)
    for event in collection.events.values():
        yield from (collection.places[key] for key in event.places)


def _of_journey(journey: Journey) -> Entry:
    places = [stop.place for stop in journey.stops if stop.place]
    said = (stop.role for stop in journey.stops)
    words = (journey.title, journey.people, journey.summary, journey.outcome, *said)
    names = (place.name for place in places)
    return journey.id, journey.title, "\t".join((*words, *names)), {place.id for place in places}


def _of_place(place: Place) -> Entry:
    names = "\t".join((place.name, place.name_ko, place.name_zh, *place.variants, place.admin1))
    return place.id, place.name, names, [place.id]


def _of_event(event: Event) -> Entry:
    return event.id, event.title, f"{event.title}\t{event.summary}", event.places


def _of_statement(statement: Statement) -> Entry:
    places = [statement.place] if statement.place else []
    return statement.id, statement.subject, statement.text, places


def _of_source(source: Source) -> Entry:
    words = "\t".join((source.title, source.author, source.publisher))
    return source.id, source.title, words, ()


def _of_mention(mention: Mention) -> Entry:
    places = [mention.value] if mention.kind == "place" and mention.value else []
    return mention.id, mention.quote, mention.quote, places
