"""What is said of a draft: what is wrong in it, its lesson, and whose words it could rest on."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection as Several
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from annotations.records import Collection
from annotations.references import Citation
from annotations.selection import Selection
from annotations.stories import Draft, Step, Story
from geodata.cells import cell_of
from views.atlas import PackedScene
from views.composing.fault_words import fault_words
from views.composing.pieces import Pieces
from views.lessons import (
    KINDS,
    PAPERS,
    handout_page,
    lesson,
    lesson_page,
    step_selection,
    story_selection,
)
from views.panels import account
from views.text import _, citations_of, cited_sources

FRAME = ("dark", "counts", "strings")  # the same in every lesson
NOT_HERE = ("figures", "closing", "plan")  # told otherwise, or on paper alone
MOST_OFFERED = 24
FEW = 12  # journeys of which the sources can be told apart


def answer(
    collection: Collection, draft: Draft, order: Sequence[str], have: Several[str]
) -> dict[str, object]:
    """What a browser is told of a draft: see `static/atlas/compose/checked.js`.

    `have` are the figures that the browser has already, by their digest, and "frame" where it has
    what every lesson has.
    """
    story = _whole(draft.story)
    faults = [
        {"place": trouble.place, "words": words}
        for trouble in draft.troubles
        if (words := fault_words(trouble))
    ]
    sources = [_sources(collection, step) for step in story.steps]
    return {"faults": faults, "lesson": _sent(collection, story, order, have), "sources": sources}


def page_of(
    collection: Collection, draft: Draft, scene: PackedScene, pieces: Pieces, want: str
) -> str:
    """A page of a draft to take along, from its pieces; "" where `want` names none.

    That is the lesson, "file", or a handout, as in "A4-teacher".
    """
    story = _whole(draft.story)
    told = lesson(collection, story, scene["id"])
    if want == "file":
        words = account(collection, story_selection(collection, story))
        return lesson_page(told, scene, pieces, {}, words)
    paper, _dash, asked = want.partition("-")
    kind = next((each for each in KINDS if each == asked), None)
    if paper not in PAPERS or kind is None:
        return ""
    return handout_page(told, scene, pieces, {}, paper, kind)


def blank_lesson() -> Story:
    """The lesson of a page that waits for a draft."""
    return _whole(Story("compose", "", "", 0, "", "", (Step("", ""),)))


def _whole(story: Story) -> Story:
    """A story with a word wherever a page cannot do without one."""
    steps = (
        replace(step, heading=step.heading or _("Step {n}").format(n=number))
        for number, step in enumerate(story.steps or (Step("", ""),), start=1)
    )
    title, audience = story.title or _("A lesson"), story.audience or _("a class")
    return replace(story, title=title, audience=audience, steps=tuple(steps))


def _sent(
    collection: Collection, story: Story, order: Sequence[str], have: Several[str]
) -> dict[str, object]:
    """A lesson without what the browser has."""
    told = lesson(collection, story, order)
    whole: Mapping[str, object] = told
    rest = {key: value for key, value in whole.items() if key not in (*FRAME, *NOT_HERE)}
    steps = [*told["steps"], *filter(None, [told["closing"]])]
    keys = map(_digest, told["figures"])
    sent = [
        (key, None if key in have else figure)
        for key, figure in zip(keys, told["figures"], strict=True)
    ]
    frame = {} if "frame" in have else {"frame": {key: whole[key] for key in FRAME}}
    return {**rest, "steps": steps, "figures": sent, **frame}


def _digest(figure: object) -> str:
    return hashlib.sha256(json.dumps(figure).encode("utf-8")).hexdigest()[:16]


def _sources(collection: Collection, step: Step) -> dict[str, object]:
    """The sources of what is on the screen of a step, one entry each, and those that it cites."""
    offered: dict[str, list[Citation]] = {}
    for citation in _of_what_is_seen(collection, step, step_selection(collection, step)):
        known = offered.setdefault(citation.source, [])
        if citation not in known:
            known.append(citation)
    first = list(offered.values())[:MOST_OFFERED]
    return {
        "offered": [_cited(collection, citations) for citations in first],
        "cited": [_cited(collection, [citation]) for citation in step.sources],
    }


def _cited(collection: Collection, citations: Sequence[Citation]) -> dict[str, str]:
    ((_source, title),) = cited_sources(collection, citations)
    return {"cite": cell_of(map(str, citations)), "title": title}


def _of_what_is_seen(
    collection: Collection, step: Step, selection: Selection
) -> Iterator[Citation]:
    """What is told in full first, then the journeys where they are a few, events and arrivals."""
    if step.event:
        yield from collection.events[step.event].sources
    if step.opened:
        yield from citations_of(collection.journeys[step.opened[0]])
    if len(selection.journeys) <= FEW:
        yield from _each(citations_of(journey) for journey in selection.journeys)
    if not step.filters.whole_time:
        yield from _each(event.sources for event in selection.events)
    if step.layers & {"chart", "cumulative"}:
        yield from _each(row.sources for row in selection.arrivals)


def _each(groups: Iterable[Iterable[Citation]]) -> Iterator[Citation]:
    for group in groups:
        yield from group
