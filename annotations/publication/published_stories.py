"""Stories as they may be published: without journeys, words and views that give anything away."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, reduce
from operator import or_
from typing import NamedTuple

from annotations.collection import AS_IS, hides
from annotations.publication.described_sources import SourceNames, kept_sources
from annotations.publication.hidden_words import HiddenWords
from annotations.publication.plan import Plan
from annotations.publication.publish import published
from annotations.records import Collection
from annotations.references import journey_and_order
from annotations.selection import PUBLIC_RECORD, Filters, select
from annotations.stories import (
    STEP_FIGURES,
    STEP_WORDS,
    STORY_FIGURES,
    STORY_WORDS,
    Step,
    Story,
    figures_in,
    named,
    shown_ids,
)


class Telling(NamedTuple):
    """What tells of something hidden: a step from 1, or 0 for the story itself, a key, a word."""

    step: int
    key: str
    word: str


def published_stories(stories: Mapping[str, Story], collection: Collection) -> dict[str, Story]:
    """The stories of a collection without what its profiles hide.

    A story that tells of a journey that is left out goes whole: what other steps and its summary
    say of that journey in their own words, no rule can find. Of other stories a step goes whose
    words would tell what is hidden of the journeys that it shows; so does a story without steps.
    """
    if not any(map(hides, collection.publication.values())):
        return dict(stories)
    hiding = StoryHiding(Plan(collection))
    left = (story for story in stories.values() if not hiding.of_story(story))
    told = map(hiding.shown, left)
    return {story.id: story for story in told if story.steps}


@dataclass(frozen=True)
class StoryHiding:
    """What a plan hides of stories, and why."""

    plan: Plan

    def of_story(self, story: Story) -> Telling | None:
        """Why nothing of a story is published, if so."""
        return next(self._whole(story), None)

    def of_steps(self, story: Story) -> Iterator[Telling]:
        """Each step that goes by itself."""
        for number, step in enumerate(story.steps, start=1):
            words = self._words_of(step)
            told = self._figure(step, STEP_FIGURES, words) or self._telling_text(step, words)
            told = told or self._event(step) or self._place(step, words)
            if hidden := told or self._telling_filters(step):
                yield Telling(number, *hidden)

    def shown(self, story: Story) -> Story:
        """A story without the steps that go, and the words of which nothing is told."""
        gone = {telling.step for telling in self.of_steps(story)}
        steps = (step for number, step in enumerate(story.steps, start=1) if number not in gone)
        further = tuple(map(self._names.citation, story.further))
        words = tuple(key for key in story.words if key in self._public.glossary)
        return replace(story, steps=tuple(map(self._step, steps)), further=further, words=words)

    def _whole(self, story: Story) -> Iterator[Telling]:
        for number, step in enumerate(story.steps, start=1):
            yield from (Telling(number, key, word) for key, word in self._left_out(step))
        words = reduce(or_, map(self._words_of, story.steps), self._words).listed
        if word := words.in_id(story.id):
            yield Telling(0, "title", word)  # a file has no line for its own name
        for key in STORY_WORDS:
            if word := words.in_text(story.told(key)):
                yield Telling(0, key, word)
        if hidden := self._figure(story, STORY_FIGURES, words):
            yield Telling(0, *hidden)
        unkept = (str(c) for c in story.further if c.source not in self._kept)
        yield from (Telling(0, "further", cited) for cited in unkept)

    def _left_out(self, step: Step) -> Iterator[tuple[str, str]]:
        """What a step has of journeys of which nothing is published: the key, and what it says."""
        gone, chosen = self.plan.left_out, shown_ids(step, self.plan.collection)
        if step.show is None and chosen and gone.issuperset(chosen):
            yield "heading", chosen[0]
        yield from (("show", one.journey) for one in step.show or () if one.journey in gone)
        if step.opened and step.opened[0] in gone:
            yield "open", step.opened[0]
        asked = sorted(step.filters.sources - self._kept - {PUBLIC_RECORD})
        yield from (("told_by", key) for key in asked)
        yield from (("sources", str(c)) for c in step.sources if c.source not in self._kept)
        for key in STEP_FIGURES:
            for reference in figures_in(step.told(key)):
                stops = (record for table, record in named(reference) if table == "stops")
                if gone & {journey_and_order(record)[0] for record in stops}:
                    yield key, reference

    @cached_property
    def _kept(self) -> set[str]:
        return kept_sources(self.plan)

    @cached_property
    def _names(self) -> SourceNames:
        return SourceNames(self.plan)

    @cached_property
    def _words(self) -> HiddenWords:
        return self.plan.everywhere | self.plan.called

    def _step(self, step: Step) -> Step:
        """A step that names its sources as they are published, and looks at no hidden place."""
        return replace(
            step,
            sources=tuple(map(self._names.citation, step.sources)),
            filters=replace(
                step.filters, sources=frozenset(map(self._names.id, step.filters.sources))
            ),
            camera=None if self._hides_places(step) else step.camera,
        )

    def _figure(
        self, told: Step | Story, keys: tuple[str, ...], words: HiddenWords
    ) -> tuple[str, str] | None:
        """The first text that takes a figure from what is hidden, and the reference."""
        for key in keys:
            for reference in figures_in(told.told(key)):
                if any(self._is_hidden(*name, words.listed) for name in named(reference)):
                    return key, reference
        return None

    def _event(self, step: Step) -> tuple[str, str] | None:
        """The event that a step opens, where it is hidden."""
        is_hidden = step.event and step.event not in self._events
        return ("open", step.event) if is_hidden else None

    def _place(self, step: Step, words: HiddenWords) -> tuple[str, str] | None:
        """The first place that pupils are to point at and that is hidden, or whose name is."""
        places = (task.answer for task in step.tasks if task.kind == "place")
        hidden = next((key for key in places if self._is_hidden("places", key, words)), "")
        return ("tasks", hidden) if hidden else None

    def _is_hidden(self, table: str, key: str, words: HiddenWords) -> bool:
        """True where the days of a stop or an event, or the point of a place, are not all told.

        A place is also hidden where no page shows it, or where the words must not name it.
        """
        plan = self.plan
        if table == "events":
            return key not in self._events
        if table == "places":
            place = plan.collection.places.get(key)
            if place is None:
                return False  # the check names a figure of no record
            named = "\n".join((*place.names, *place.variants))
            less = plan.levels.is_hidden(place, plan.levels.place_told(place, AS_IS))
            return less or key not in self._public.places or bool(words.in_text(named))
        journey, order = journey_and_order(key)
        if journey in plan.left_out or journey not in plan.collection.journeys:
            return True
        stops = plan.collection.journeys[journey].stops
        return any(str(stop.order) == order and plan.levels.hides_date(stop) for stop in stops)

    @cached_property
    def _events(self) -> set[str]:
        return {event.id for event in self.plan.events}

    def _telling_text(self, step: Step, words: HiddenWords) -> tuple[str, str] | None:
        """The first text of a step that tells what is hidden of a journey it shows, by a word."""
        for key in STEP_WORDS:
            if word := words.in_text(step.told(key)):
                return key, word
        if not step.picture:
            return None
        word = words.in_text(f"{step.picture.alt}\n{step.picture.credit}")
        word = word or words.listed.in_id(step.picture.file)
        return ("picture", word) if word else None

    def _words_of(self, step: Step) -> HiddenWords:
        """What the words of a step may not say: of those it names, or of the only one it shows."""
        alone = set[str]()
        if step.show is None:
            chosen = (shown_ids(step, self.plan.collection), self._seen(step))
            alone.update(*(keys for keys in chosen if len(keys) == 1))
        journeys = (self.plan.collection.journeys[key] for key in sorted({*_named(step), *alone}))
        return reduce(or_, map(self.plan.words_of, journeys), self._words)

    @cached_property
    def _public(self) -> Collection:
        return published(self.plan.collection)

    def _seen(self, step: Step) -> tuple[str, ...]:
        """The journeys that a step shows to visitors."""
        return shown_ids(self._step(step), self._public)

    def _telling_filters(self, step: Step) -> tuple[str, str] | None:
        """The first journey that a step is about and finds only by what is hidden of it.

        Beside its name the years, or a country, would say when it was, or where.
        """
        whole, shown = self.plan.collection, self._step(step).filters
        if step.filters == Filters():
            return None
        named = dict.fromkeys((one.journey for one in step.show or ()), "show")
        named |= {step.opened[0]: "open"} if step.opened else {}
        told = "\n".join(map(step.told, STEP_WORDS))
        for possibly in (False, True):
            found = select(whole, replace(step.filters, possibly=possibly)).ids
            found -= select(self._public, replace(shown, possibly=possibly)).ids
            for key in sorted(found & self._less_told):
                if key in named or self._public.journeys[key].title in told:
                    return named.get(key, "heading"), key
        return None

    @cached_property
    def _less_told(self) -> set[str]:
        """The journeys of which something is hidden, and something is not."""
        journeys = self._public.journeys
        whole = self.plan.collection.journeys
        return {key for key in journeys if self.plan.levels.hides_any(whole[key])}

    def _hides_places(self, step: Step) -> bool:
        """True where a place is hidden of a journey that a step shows, or of its event."""
        keys = shown_ids(step, self.plan.collection)
        journeys = (self.plan.collection.journeys[key] for key in keys)
        of_event = step.event in self.plan.less_of_events
        return of_event or any(
            self.plan.levels.hides_place(stop) for each in journeys for stop in each.stops
        )


def _named(step: Step) -> list[str]:
    """The journeys that a step names, by which it is about them."""
    return [*(one.journey for one in step.show or ()), *([step.opened[0]] if step.opened else [])]
