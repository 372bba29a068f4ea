"""What the profiles of a collection hide, worked out before anything is taken away.

A plan knows which words would give it away, which journeys, events and mentions are therefore
not published, and which lengths of time would let a hidden day be computed back.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property, reduce
from operator import or_

from annotations.collection import AS_IS, EVERYTHING, ROLE, is_closed
from annotations.publication import hidden_words as telling
from annotations.publication.hidden_words import NOTHING, HiddenWords
from annotations.publication.proper_names import event_text
from annotations.publication.record_words import RecordWords
from annotations.publication.stop_levels import Levels
from annotations.records import Collection, Event, Journey, Mention, Stop
from annotations.references import Citation
from annotations.statements import Statement

FEWEST_OWN = 3  # words that a journey is called by, where they are no everyday ones
NEEDED = ("title", "people", "summary", "care")  # texts that a journey is not shown without


@dataclass(frozen=True)
class Plan:
    """What is hidden of each record of a collection; every answer is the same each time."""

    collection: Collection

    @cached_property
    def levels(self) -> Levels:
        """In how much detail places and dates are shown."""
        return Levels(self.collection)

    @cached_property
    def journeys(self) -> tuple[Journey, ...]:
        """The journeys of which something is published, as they stand in the tables."""
        journeys = self.collection.journeys.values()
        return tuple(
            journey
            for journey in journeys
            if not self.withholds(journey)
            and not self.still_tells(journey)
            and not self.id_tells(journey)
        )

    @cached_property
    def left_out(self) -> frozenset[str]:
        """The ids of the journeys of which nothing is published."""
        return frozenset(self.collection.journeys) - {journey.id for journey in self.journeys}

    @cached_property
    def sources_left_out(self) -> frozenset[str]:
        """The sources that journeys cite of which nothing is published, or statements about them.

        Where a statement that is published rests on it, a source is not here for a statement alone.
        """
        stated = self.collection.statements.values()
        about = {each.source.source for each in stated if not self.left_out.isdisjoint(each.about)}
        cited = (self.collection.journeys[key].cited_sources for key in self.left_out)
        return frozenset(about - {each.source.source for each in self.statements}).union(*cited)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """The events that may be published.

        No word of them gives anything away, and no journey that is left out is all they rest on.
        """
        words, events = self.everywhere | self.called, self.collection.events.values()
        return tuple(
            event
            for event in events
            if not words.in_text(event_text(event))
            and not words.in_id(event.id)
            and not self._rests_on_left_out(event)
        )

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """The statements that may be published as far as words and what they bear on decide it.

        None of them tells of a journey of which anything is hidden, or stands where one is told.
        """
        if EVERYTHING in self.levels.profiles:
            return ()
        journeys = self.collection.journeys.values()
        hidden = [each for each in journeys if self.levels.hides_any(each)]
        gone = {each.id for each in hidden} | self.undated | self.left_out | self.less_of_events
        told = frozenset(cited for each in hidden for cited in each.cited)
        return tuple(
            statement
            for statement in self.collection.statements.values()
            if gone.isdisjoint(statement.about)
            and not any(map(statement.source.overlaps, told))
            and not self.everywhere.in_text(statement.text)
            and not self.everywhere.in_id(statement.id)
        )

    @cached_property
    def less_of_events(self) -> set[str]:
        """The events of which a place is hidden."""
        places = self.collection.places
        hidden = {
            key
            for key, place in places.items()
            if self.levels.is_hidden(place, self.levels.place_told(place, AS_IS))
        }
        events = self.collection.events.values()
        return {event.id for event in events if not hidden.isdisjoint(event.places)}

    def _rests_on_left_out(self, event: Event) -> bool:
        gone = {each for key in self.left_out for each in self.collection.journeys[key].cited}
        told = {each for journey in self.journeys for each in journey.cited}

        def only_theirs(cited: Citation) -> bool:
            ways = {cited, Citation(cited.source)}
            return bool(ways & gone) and not ways & told

        return bool(gone) and bool(event.sources) and all(map(only_theirs, event.sources))

    @cached_property
    def called(self) -> HiddenWords:
        """What the journeys are called that are left out: words that no event or story may have."""
        gone = (self.collection.journeys[key] for key in self.left_out)
        texts = {text for journey in gone for text in (journey.title, journey.people)}
        return HiddenWords(frozenset(text for text in texts if len(text.split()) >= FEWEST_OWN))

    def withholds(self, journey: Journey) -> bool:
        """True where a profile asks that nothing of a journey is published."""
        own = self.levels.profiles.get(journey.id)
        return EVERYTHING in self.levels.profiles or (own is not None and is_closed(own))

    def hides_people(self, journey: Journey) -> bool:
        """True where a role stands for who it is."""
        own = self.levels.profiles.get(journey.id)
        return own is not None and own.names == ROLE

    def in_role(self, journey: Journey) -> Journey:
        """The journey under its role, where its names are hidden."""
        if not self.hides_people(journey):
            return journey
        role = self.levels.profiles[journey.id].role
        return replace(journey, title=role, people=role, summary=role)

    def still_tells(self, journey: Journey) -> list[tuple[str, str]]:
        """The needed texts of a journey that give away what is hidden, and by which word.

        They cannot be left out, so nothing of such a journey is published.
        """
        shown, words = self.in_role(journey), self.words_of(journey)
        found = [
            (column, words.in_text(getattr(shown, column), is_title=column == "title"))
            for column in NEEDED
        ]
        return [(column, word) for column, word in found if word]

    def words_of(self, journey: Journey) -> HiddenWords:
        """What no text of a journey may have."""
        return self._words[journey.id] | self.everywhere

    def words_of_stop(self, journey: Journey, stop: Stop) -> HiddenWords:
        """What no text of a stop may have."""
        return self.words_of(journey) | self._telling.of_stop(stop)

    def id_tells(self, journey: Journey) -> str:
        """The word by which the id of a journey, which stands in every link, gives it away."""
        return (self._telling.in_ids(journey) | self.everywhere).in_id(journey.id)

    @cached_property
    def _telling(self) -> RecordWords:
        return RecordWords(self.levels)

    @cached_property
    def _words(self) -> dict[str, HiddenWords]:
        return {key: self._telling.of_journey(j) for key, j in self.collection.journeys.items()}

    @cached_property
    def everywhere(self) -> HiddenWords:
        """The words that no text of any record may have.

        These are the names of places that a profile of their own hides, of the people of a
        journey that is told by a role or not at all, and those that no open record has.
        """
        return reduce(or_, self._everywhere(), NOTHING)

    def _everywhere(self) -> Iterator[HiddenWords]:
        journeys = self.collection.journeys.values()
        for journey in journeys:
            if self.withholds(journey) or self.hides_people(journey):
                yield self._telling.of_people(journey)
        yield self._telling.of_nobody_else(filter(self.levels.hides_any, journeys))
        for key in self.hidden_places:
            place, own = self.collection.places[key], self.levels.profiles[key]
            shown = self.levels.place_told(place, own.place)
            yield telling.of_place(place, self.levels.towns(place), shown)
            mentions = self.collection.mentions.values()
            yield telling.of_words(mention for mention in mentions if mention.value == key)

    @cached_property
    def hidden_places(self) -> frozenset[str]:
        """The ids of the places that a profile of their own hides, wherever they come."""
        places, profiles = self.collection.places, self.levels.profiles
        named = ((places[key], profiles[key]) for key in profiles if key in places)
        told = ((place, self.levels.place_told(place, own.place)) for place, own in named)
        return frozenset(p.id for p, shown in told if self.levels.is_hidden(p, shown))

    @cached_property
    def spots(self) -> frozenset[str]:
        """The ids of the places that are hidden in any stop."""
        hidden = (stop.place for stop in self._stops() if self.levels.hides_place(stop))
        return frozenset(key for place in hidden if place for key in self.levels.spots(place))

    @cached_property
    def undated(self) -> frozenset[str]:
        """The stops whose days are not told as they were, and the events that are left out."""
        stops = {stop.id for stop in self._stops() if self._is_undated(stop)}
        return frozenset(
            stops | (set(self.collection.events) - {event.id for event in self.events})
        )

    def _is_undated(self, stop: Stop) -> bool:
        return stop.journey in self.left_out or self.levels.hides_date(stop)

    @cached_property
    def uncounted(self) -> frozenset[str]:
        """The stops whose length of time would let a hidden day be computed back."""
        return frozenset(
            stop.id
            for stop in self._stops()
            if (stop.after or stop.duration) and {stop.id, stop.after} & self.undated
        )

    def _stops(self) -> Iterator[Stop]:
        return (stop for journey in self.collection.journeys.values() for stop in journey.stops)

    def says_nothing_of(self, journey: Journey, stop: Stop) -> bool:
        """True where nothing of a stop is hidden, and no word of it can tell of anything else."""
        told = self.words_of(journey) == NOTHING and stop.id not in self.uncounted
        return told and not self.levels.speaks_of(stop)

    def rests_on_hidden(self, stop: Stop, mention: Mention) -> bool:
        """True where the words of a stop say what is hidden of it."""
        if mention.kind == "place":
            return self.levels.hides_place(stop)
        counted = bool(mention.duration or mention.anchor)
        return self.levels.hides_date(stop) or (counted and stop.id in self.uncounted)
