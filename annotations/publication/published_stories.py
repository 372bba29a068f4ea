"""Stories as they may be published: without journeys, words and views that give anything away."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import reduce
from operator import or_

from annotations.collection import hides
from annotations.publication.described_sources import SourceNames, kept_sources
from annotations.publication.hidden_words import HiddenWords
from annotations.publication.plan import Plan
from annotations.records import Collection
from annotations.references import journey_and_order
from annotations.stories import Step, Story, figures_in, named, shown_ids


def published_stories(stories: Mapping[str, Story], collection: Collection) -> dict[str, Story]:
    """The stories of a collection without what its profiles hide.

    A journey that is left out is left out of every step. A step that has nothing left to show,
    or whose words would tell what is hidden of the journeys that it shows, goes; so does a
    story without steps.
    """
    if not any(map(hides, collection.publication.values())):
        return dict(stories)
    plan = Plan(collection)
    names, kept = SourceNames(plan), kept_sources(plan)
    told = (_story(plan, story, names, kept) for story in stories.values())
    return {story.id: story for story in told if story.steps}


def steps_left_out(story: Story, plan: Plan) -> Iterator[tuple[int, str, str]]:
    """Each step that goes, from 1: its number, the key that is to blame, and what it says."""
    for number, step in enumerate(story.steps, start=1):
        show = step.show or ()
        gone = [one.journey for one in show if one.journey in plan.left_out]
        if gone and len(gone) == len(show):
            yield number, "show", gone[0]
        elif hidden := _hidden_figure(plan, step):
            yield number, *hidden
        elif blame := _telling_text(plan, step):
            yield number, *blame


def _story(plan: Plan, story: Story, names: SourceNames, kept: set[str]) -> Story:
    if plan.everywhere.in_text(f"{story.title}\n{story.summary}\n{story.care}"):
        return replace(story, steps=())
    if any(_is_hidden(plan, *name) for each in figures_in(story.summary) for name in named(each)):
        return replace(story, steps=())
    gone = {number for number, _key, _word in steps_left_out(story, plan)}
    steps = (step for number, step in enumerate(story.steps, start=1) if number not in gone)
    shown = (_step(plan, step) for step in steps)
    return replace(story, steps=tuple(_with_sources(step, names, kept) for step in shown))


def _with_sources(step: Step, names: SourceNames, kept: set[str]) -> Step:
    """A step that names its sources as they are published."""
    cited = tuple(names.citation(each) for each in step.sources if each.source in kept)
    asked = frozenset(names.id(key) for key in step.filters.sources)
    return replace(step, sources=cited, filters=replace(step.filters, sources=asked))


def _step(plan: Plan, step: Step) -> Step:
    """A step without the journeys that are left out; it looks at no place that is hidden."""
    show = step.show and tuple(one for one in step.show if one.journey not in plan.left_out)
    opened = None if step.opened and step.opened[0] in plan.left_out else step.opened
    looks = step.camera if not _hides_places(plan, step) else None
    return replace(step, show=show, opened=opened, camera=looks)


def _hidden_figure(plan: Plan, step: Step) -> tuple[str, str] | None:
    """The first text of a step that takes a figure from what is hidden, and the reference."""
    for key in ("text", "question", "notes"):
        for reference in figures_in(getattr(step, key)):
            if any(_is_hidden(plan, *name) for name in named(reference)):
                return key, reference
    return None


def _is_hidden(plan: Plan, table: str, key: str) -> bool:
    """True where the days of a stop or an event, or the point of a place, are not all told."""
    if table == "events":
        return key not in {event.id for event in plan.events}
    if table == "places":
        own = plan.levels.profiles.get(key)
        return own is not None and hides(own)
    journey, order = journey_and_order(key)
    if journey in plan.left_out or journey not in plan.collection.journeys:
        return True
    stops = plan.collection.journeys[journey].stops
    return any(str(stop.order) == order and plan.levels.hides_date(stop) for stop in stops)


def _telling_text(plan: Plan, step: Step) -> tuple[str, str] | None:
    """The first text of a step that tells what is hidden of a journey it shows, and the word."""
    words = _words_of(plan, step)
    for key in ("heading", "text", "care", "question", "notes"):
        if word := words.in_text(getattr(step, key)):
            return key, word
    picture = step.picture
    word = words.in_text(f"{picture.alt}\n{picture.credit}") if picture else ""
    return ("picture", word) if word else None


def _words_of(plan: Plan, step: Step) -> HiddenWords:
    named = [one.journey for one in step.show or ()]
    journeys = plan.collection.journeys
    return reduce(or_, (plan.words_of(journeys[key]) for key in named), plan.everywhere)


def _hides_places(plan: Plan, step: Step) -> bool:
    journeys = (plan.collection.journeys[key] for key in shown_ids(step, plan.collection))
    return any(plan.levels.hides_place(stop) for journey in journeys for stop in journey.stops)
