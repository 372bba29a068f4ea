"""A story as pupils work with it: the steps of its lesson, plain words, and tasks with answers.

Nothing in it is HTML: the script writes every text as text. Notes for the presenter are not in it.
"""

from __future__ import annotations

from collections.abc import Sequence

from annotations.records import Collection
from annotations.stories import MARK, Story, Task, figure
from views.lessons.lesson import lesson, paragraphs, paragraphs_of
from views.lessons.lesson_data import LessonStep
from views.lessons.pupils.data import Point, PupilsData, PupilsStep, PupilsTask
from views.lessons.pupils.words import pupils_strings
from views.lessons.story_words import story_words


def pupils(collection: Collection, story: Story, order: Sequence[str]) -> PupilsData:
    """What the page for pupils is made of; `order` is that of `lesson`."""
    told = lesson(collection, story, order)
    whom = told["strings"]["minutes"].format(audience=story.audience, minutes=story.minutes)
    charts = any(step["chart"] for step in told["steps"])
    return {
        "id": story.id,
        "title": story.title,
        "whom": whom,
        "care": told["care"],
        "summary": paragraphs_of(story_words(collection, story.summary)),
        "steps": [_step(collection, story, at, shown) for at, shown in enumerate(told["steps"])],
        "figures": told["figures"] if charts else [],
        "dark": told["dark"] if charts else {},
        "terms": told["terms"],
        "strings": pupils_strings(told["strings"]),
    }


def _step(collection: Collection, story: Story, at: int, shown: LessonStep) -> PupilsStep:
    step = story.steps[at]
    return {
        "heading": shown["heading"],
        "text": shown["text"],
        "plain": paragraphs(collection, step, step.plain),
        "question": [] if step.tasks else shown["question"],
        "care": shown["care"],
        "when": shown["when"],
        "sources": shown["sources"],
        "picture": shown["picture"],
        "map": shown["map"],
        "state": shown["state"],
        "chart": shown["chart"],
        "figure": shown["figure"],
        "tasks": [_task(collection, task) for task in step.tasks],
    }


def _task(collection: Collection, task: Task) -> PupilsTask:
    place = collection.places.get(task.answer) if task.kind == "place" else None
    point: Point | None = None
    if place and place.lat is not None and place.lon is not None:
        point = {"lat": place.lat, "lng": place.lon}
    return {
        "ask": story_words(collection, task.ask),
        "kind": task.kind,
        "choices": [story_words(collection, one) for one in task.choices],
        "answer": place.name if place else _answer(collection, task),
        "number": _number(collection, task.answer) if task.kind == "number" else 0,
        "place": point,
        "within": task.within,
        "why": story_words(collection, task.why),
    }


def _answer(collection: Collection, task: Task) -> str:
    told = story_words(collection, task.answer)
    return f"{int(told):,}" if task.kind == "number" and told.isdigit() else told


def _number(collection: Collection, answer: str) -> float:
    mark = MARK.fullmatch(answer.strip())
    found = figure(mark[1].strip(), collection) if mark else answer
    return float(found) if isinstance(found, int | str) else 0
