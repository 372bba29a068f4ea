"""The words that would give away what is hidden of a journey, of a stop, or of a person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property, reduce
from operator import or_

from annotations.collection import AS_IS, ROLE, WITHHELD
from annotations.publication import hidden_words as telling
from annotations.publication.hidden_words import NOTHING, HiddenWords
from annotations.publication.proper_names import NATIONAL, Names, event_text, words_of
from annotations.publication.stop_levels import Levels
from annotations.records import Journey, Profile, Stop
from geodata.places import Place

SHORTEST_GIVEN = 5  # letters of a name that is not shared by many
SHORTEST_IN_AN_ID = 3  # letters of a part of a name


class RecordWords:
    """What gives away the records of a collection, by its profiles."""

    def __init__(self, levels: Levels) -> None:
        self._levels = levels
        self._collection = levels.collection
        self._names = Names(levels.collection)
        self._found: dict[str, HiddenWords] = {}

    def of_journey(self, journey: Journey) -> HiddenWords:
        """What no text of a journey may have."""
        if journey.id not in self._found:
            self._found[journey.id] = reduce(or_, self._of_journey(journey), NOTHING)
        return self._found[journey.id]

    def of_stop(self, stop: Stop) -> HiddenWords:
        """What no text of a stop may have, beside what none of its journey may."""
        own = self._levels.profiles.get(stop.id)
        return self._rules(own, (stop,), frozenset()) if own else NOTHING

    def of_people(self, journey: Journey) -> HiddenWords:
        """The names of those who went, as the texts of a journey and its testimony have them.

        Who tells it is among them, but for somebody whom an open journey is named after.
        """
        names = self._names_in(journey.title, journey.people)
        told = "\n".join(f"{each.title}\n{each.people}" for each in self._open)
        others = self._names_in(*self._tellers(journey))
        names |= {name for name in others if name not in told}
        return HiddenWords(names | self._given(names))

    def _given(self, names: frozenset[str]) -> set[str]:
        """Parts of names that are long enough to mean one person, and are in no other name."""
        places = self._all_places
        known = (row.name for row in self._collection.names if row.name not in names)
        others = words_of("\n".join((*known, *places))) | self._names.ordinary
        parts = {part for name in names for part in words_of(name)}
        return {
            part
            for part in parts - others
            if (len(part) >= SHORTEST_GIVEN or "-" in part) and part.lower() not in others
        }

    def in_ids(self, journey: Journey) -> HiddenWords:
        """What no id of a journey may have: parts of names too, but an ordinary title may stay."""
        words, texts = self.of_journey(journey), [*self._texts(journey), *self._tellers(journey)]
        found = _words_in(texts, words)
        if self._hides_people(journey):
            found |= words_of(" ".join(self.of_people(journey).words))
        ordinary = self._names.ordinary
        long = {word for word in found if len(word) >= SHORTEST_IN_AN_ID}
        proper = {word for word in long if word.lower() not in ordinary}
        return words._replace(words=words.words - {journey.title, journey.people} | proper)

    def of_nobody_else(self, hidden: Iterable[Journey]) -> HiddenWords:
        """The proper names that only journeys of which something is hidden have."""
        found: set[str] = set()
        for journey in hidden:
            found |= _words_in(self._texts(journey), self.of_journey(journey))
            if self.of_journey(journey).names:
                found.update(word for place in _places(journey) for word in spellings(place))
            for stop in journey.stops:
                found |= _words_in(_texts_of(stop), self.of_stop(stop))
        return HiddenWords(frozenset(w for w in found if w and not words_of(w) & self._open_words))

    def _hides_people(self, journey: Journey) -> bool:
        own = self._levels.profiles.get(journey.id)
        return own is not None and own.names == ROLE

    def _of_journey(self, journey: Journey) -> Iterator[HiddenWords]:
        own = self._levels.profiles.get(journey.id)
        people = NOTHING
        if own and self._hides_people(journey):
            people = self.of_people(journey)
            people |= telling.names_in(self._collection, journey.people, journey.summary)
            yield people | telling.of_people(journey, own.role)
        for stop in journey.stops:
            yield from self._of_spot(stop)
        if own:
            yield self._rules(own, journey.stops, people.words)

    def _of_spot(self, stop: Stop) -> Iterator[HiddenWords]:
        levels = self._levels
        if stop.place and levels.hides_place(stop):
            shown = levels.shown_place(stop)
            yield telling.of_place(stop.place, levels.towns(stop.place), shown)
            yield telling.of_words(m for m in stop.mentions if m.kind == "place")
        if levels.hides_date(stop):
            yield telling.of_date(stop.date, levels.date_level(stop))
            yield telling.of_words(m for m in stop.mentions if m.kind == "date")

    def _rules(self, own: Profile, stops: tuple[Stop, ...], people: frozenset[str]) -> HiddenWords:
        """No proper name but those that a profile allows, and no date that is too fine."""
        names = None
        if own.names == ROLE or own.place != AS_IS:
            places = self._all_places if own.place == AS_IS else self._shown(own, stops)
            names = self._names.besides(people, places)
        return HiddenWords(names=names, dates=own.date)

    def _shown(self, own: Profile, stops: tuple[Stop, ...]) -> set[str]:
        """The names of the places that a profile lets be named: those that are coarse enough."""
        if own.place == WITHHELD:
            return set()
        levels = self._levels
        areas = (place for place in self._collection.places.values() if not place.is_point)
        told = ((place, levels.place_told(place, own.place)) for place in areas)
        coarse = [place for place, as_told in told if not levels.is_hidden(place, as_told)]
        shown = [place for stop in stops if (place := levels.shown_place(stop))]
        names = {word for place in (*coarse, *shown) for word in spellings(place)}
        return NATIONAL | names | {part for place in shown for part in place.name.split("–")}

    @cached_property
    def _all_places(self) -> set[str]:
        places = self._collection.places.values()
        return NATIONAL | {word for place in places for word in (*spellings(place), place.admin1)}

    def _names_in(self, *texts: str) -> frozenset[str]:
        """The names of people in some texts: those that are listed, and whatever looks like one."""
        public = telling.names_in(self._collection, *texts).words
        others = self._names.besides(public, self._all_places)
        return public | {run for text in texts for run in others.runs_in(text)}

    def _tellers(self, journey: Journey) -> Iterator[str]:
        """Titles and authors of the testimony that a journey rests on."""
        for key in journey.cited_sources:
            source = self._collection.sources[key]
            if source.kind == "testimony":
                yield from (source.title, source.author)

    @cached_property
    def _open(self) -> list[Journey]:
        """The journeys that no profile of their own hides anything of."""
        journeys = self._collection.journeys.values()
        return [each for each in journeys if not self._levels.hides_any(each)]

    @cached_property
    def _open_words(self) -> set[str]:
        """Every word that records have of which nothing is hidden."""
        collection = self._collection
        shown = {journey.id for journey in self._open}
        hidden = [each for key, each in collection.journeys.items() if key not in shown]
        theirs = {place.id for journey in hidden for place in _places(journey)}
        seen = {place.id for journey in self._open for place in _places(journey)}
        seen |= {key for event in collection.events.values() for key in event.places}
        cited = {key for journey in hidden for key in journey.cited_sources}
        texts = [text for journey in self._open for text in self._texts(journey)]
        texts += [event_text(event) for event in collection.events.values()]
        texts += [source.title for key, source in collection.sources.items() if key not in cited]
        texts += [name.name for name in collection.names]
        for place in collection.places.values():
            if place.id in seen or place.id not in theirs:
                texts += spellings(place)
        return words_of("\n".join(set(texts)))

    def _texts(self, journey: Journey) -> Iterator[str]:
        """Every text of a journey and its stops, with the words of sources that they rest on."""
        yield from (journey.title, journey.people, journey.summary)
        yield from (journey.outcome, journey.note)
        for stop in journey.stops:
            yield from _texts_of(stop)


def spellings(place: Place) -> tuple[str, ...]:
    """Every way in which the tables write the name of a place."""
    return (*place.names, *place.variants)


def _places(journey: Journey) -> list[Place]:
    return [stop.place for stop in journey.stops if stop.place]


def _texts_of(stop: Stop) -> Iterator[str]:
    yield from (stop.role, stop.mode, stop.note)
    yield from (mention.quote for mention in stop.mentions)


def _words_in(texts: Iterable[str], words: HiddenWords) -> set[str]:
    """The proper names in some texts that a rule does not allow, if there is one."""
    rule = words.names
    return {word for text in texts for word in rule.words_in(text, True)} if rule else set()
