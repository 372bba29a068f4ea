"""A story as the lesson that a browser gives: every step with its words and what it shows.

A lesson is plain data for `static/atlas/lesson/`. Nothing in it is HTML: the script writes every
text as text. A step is a saved view of the records, so that it shows what the tables say now.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import replace

from annotations.records import Collection
from annotations.selection import Filters, Selection, select
from annotations.stories import Step, Story, shown_ids
from geodata.cells import parts
from views.atlas import State, dark_pairs, map_state, packed_state
from views.lessons.lesson_data import LessonData, LessonStep, PictureData, Run
from views.lessons.lesson_words import lesson_strings
from views.lessons.plan import closing_step, lesson_plan, story_terms, times
from views.lessons.story_sources import cited, story_sources
from views.lessons.story_words import story_words
from views.panels import review_sentence
from views.text import _, announced, date_sentence, labels, when_sentence
from views.timeline import (
    CUMULATIVE_SCALE,
    JOURNEYS_FLOOR,
    PlotlyFigure,
    player_counts,
    timeline,
)

QUOTED = re.compile("“([^“”]+)”")


def lesson(collection: Collection, story: Story, order: Sequence[str]) -> LessonData:
    """The lesson of a story; `order` are the ids of the packed scene that its steps choose from.

    A figure of the timeline that several steps share stands once in `figures`. `sources` are
    those of all steps in full, by the ids that the steps have for theirs.
    """
    figures: dict[str, int] = {}
    steps = [_step(collection, story, step, order, figures) for step in story.steps]
    for step, time in zip(steps, times(story), strict=True):
        step["time"] = time
    closing = closing_step(collection, story)
    return {
        "id": story.id,
        "title": story.title,
        "audience": story.audience,
        "minutes": story.minutes,
        "care": announced(story.care) if story.care else "",
        "steps": steps,
        "closing": _closing(_step(collection, story, closing, order, figures)) if closing else None,
        "plan": lesson_plan(collection, story),
        "figures": [json.loads(text) for text in figures],
        "dark": dark_pairs(),
        "counts": player_counts(collection),
        "sources": story_sources(collection, story),
        "terms": story_terms(collection, story),
        "strings": lesson_strings(review_sentence(story_selection(collection, story).journeys)),
    }


def story_selection(collection: Collection, story: Story) -> Selection:
    """Every journey that a step of the story shows, in the order of the table."""
    ids = {key for step in story.steps for key in shown_ids(step, collection)}
    journeys = tuple(one for one in collection.journeys.values() if one.id in ids)
    return replace(select(collection, Filters()), journeys=journeys)


def step_selection(collection: Collection, step: Step) -> Selection:
    """The records that a step shows: those that it names, or that its filters choose."""
    chosen = select(collection, step.filters)
    if step.show is None:
        return chosen
    journeys = tuple(collection.journeys[key] for key in shown_ids(step, collection))
    return replace(chosen, journeys=journeys, possible=(), undated=())


def _step(
    collection: Collection,
    story: Story,
    step: Step,
    order: Sequence[str],
    figures: dict[str, int],
) -> LessonStep:
    selection = step_selection(collection, step)
    opened = step.opened[0] if step.opened else step.event
    chart = "chart" in step.layers
    figure = timeline(collection, selection, opened, "cumulative" in step.layers)
    if chart:
        _only_counts(figure)
    filters = step.filters
    return {
        "heading": step.heading,
        "text": paragraphs(collection, step, step.text),
        "question": paragraphs(collection, step, step.question),
        "notes": paragraphs_of(story_words(collection, step.notes)),
        "care": announced(care) if (care := _care(collection, story, step)) else "",
        "when": _when(collection, step),
        "sources": cited(collection, step.sources),
        "picture": _picture(step),
        "map": _map_words(selection, step),
        "state": _state(selection, step, order),
        "period": None if filters.whole_time else [filters.first, filters.last],
        "chart": chart,
        "figure": figures.setdefault(json.dumps(figure), len(figures)),
        "time": "",
    }


def _closing(step: LessonStep) -> LessonStep:
    """The page after the last step: its sources are where to read on."""
    return {**step, "sources": [], "further": step["sources"]}


def _care(collection: Collection, story: Story, step: Step) -> str:
    """The content notes of a step: its own, else those of the journey that it opens.

    The story's own notes stand for those of a journey where they name all of them, so that they
    are announced in the same words.
    """
    if step.care or step.opened is None:
        return step.care
    care = collection.journeys[step.opened[0]].care
    named = care and set(parts(care)) <= set(parts(story.care))
    return story.care if named else care


def _only_counts(figure: PlotlyFigure) -> None:
    """Cuts a timeline down to its foot, where the arrivals are counted."""
    axes = figure["layout"]
    axes["yaxis"]["range"] = [0, JOURNEYS_FLOOR]
    axes["yaxis2"]["range"] = [0, JOURNEYS_FLOOR * CUMULATIVE_SCALE]


def _state(selection: Selection, step: Step, order: Sequence[str]) -> State:
    """What the map shows in a step: see `show` in `static/atlas/map/atlas.js`."""
    camera = step.camera
    return {
        **packed_state(map_state(selection, step.opened), order),
        "relief": "relief" in step.layers,
        "only": {shown.journey: list(shown.stops) for shown in step.show or ()} or None,
        "camera": {"lat": camera.lat, "lng": camera.lon, "zoom": camera.zoom} if camera else "fit",
    }


def _when(collection: Collection, step: Step) -> str:
    """When the open stop or event was, else the years that the timeline marks."""
    if step.event:
        return date_sentence(collection.events[step.event].date)
    if step.opened and step.opened[1] is not None:
        journey, order = step.opened
        stops = collection.journeys[journey].stops
        return when_sentence(next(stop for stop in stops if stop.order == order))
    filters = step.filters
    if filters.whole_time:
        return ""
    if filters.first == filters.last:
        return str(filters.first)
    return f"{filters.first}–{filters.last}"


def paragraphs_of(text: str) -> list[str]:
    """The paragraphs of a text, which blank lines part."""
    return [part for part in text.split("\n\n") if part.strip()]


def paragraphs(collection: Collection, step: Step, text: str) -> list[list[Run]]:
    """Paragraphs as runs of words, those of a source marked as its own."""
    cited = {citation.source for citation in step.sources}
    own = {m.quote for m in collection.mentions.values() if m.source in cited}
    parts_of_text = paragraphs_of(story_words(collection, text))
    return [_runs(" ".join(part.split()), own) for part in parts_of_text]


def _runs(text: str, own: set[str]) -> list[Run]:
    runs: list[Run] = []
    end = 0
    for match in QUOTED.finditer(text):
        if match[1] in own:
            runs += [(text[end : match.start()], False), (match[0], True)]
            end = match.end()
    return [run for run in [*runs, (text[end:], False)] if run[0]]


def _picture(step: Step) -> PictureData | None:
    picture = step.picture
    if picture is None:
        return None
    told: PictureData = {"file": picture.file, "alt": picture.alt, "credit": picture.credit}
    return {**told, "src": picture.data} if picture.data else told


def _map_words(selection: Selection, step: Step) -> str:
    """What the map shows, for a reader who does not see it."""
    if not selection.journeys:
        return _("The map, with no journey on it.")
    only = {shown.journey: shown.stops for shown in step.show or ()}
    told = []
    for journey in selection.journeys:
        orders = only.get(journey.id, tuple(stop.order for stop in journey.stops))
        stops = [stop for stop in journey.stops if stop.order in orders and stop.place]
        places = ", ".join(f"{stop.order} {labels.place(stop)}" for stop in stops)
        told.append(f"{journey.title}: {places}" if len(only) and places else journey.title)
    return _("On the map: {journeys}.").format(journeys="; ".join(told))
