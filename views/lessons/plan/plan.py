"""The plan of a lesson as plain data: what a teacher sees of a story before and after it."""

from __future__ import annotations

from itertools import chain

from annotations.records import Collection
from annotations.stories import Story, Task
from views.lessons.lesson_data import PlanData, TaskData, WordData
from views.lessons.story_sources import cited, in_full
from views.lessons.story_words import story_words
from views.text import _


def lesson_plan(collection: Collection, story: Story) -> PlanData:
    """The plan of a story, with the figures of the records in its words."""
    terms = [collection.glossary[key] for key in story.words if key in collection.glossary]
    besides = chain(chain.from_iterable(term.sources for term in terms), story.further)
    told = {citation.source for step in story.steps for citation in step.sources}
    words: list[WordData] = [
        {
            "id": term.id,
            "term": term.term,
            "definition": term.definition,
            "sources": [source["id"] for source in cited(collection, term.sources)],
        }
        for term in terms
    ]
    return {
        "subject": " · ".join(filter(None, (story.subject, story.level))),
        "goals": list(story.goals),
        "prepare": list(story.prepare),
        "words": words,
        "minutes": [step.minutes for step in story.steps],
        "tasks": [[_task(collection, task) for task in step.tasks] for step in story.steps],
        "debrief": _paragraphs(collection, story.debrief),
        "further": cited(collection, story.further),
        "sources": in_full(collection, (c for c in besides if c.source not in told)),
    }


def _task(collection: Collection, task: Task) -> TaskData:
    answer = story_words(collection, task.answer)
    if task.kind == "place":
        answer = collection.places[task.answer].name
    elif task.kind == "number" and answer.isdigit():
        answer = f"{int(answer):,}"
    return {
        "ask": _paragraphs(collection, task.ask),
        "kind": task.kind,
        "choices": [story_words(collection, choice) for choice in task.choices],
        "answer": answer.split("\n\n"),
        "off": _off(task),
        "why": _paragraphs(collection, task.why),
    }


def _off(task: Task) -> str:
    """How far off an answer may be and is still right."""
    if not task.within:
        return ""
    if task.kind == "place":
        return _("Up to {n} km away is right.").format(n=f"{task.within:,g}")
    return _("Up to {n} more or less is right.").format(n=f"{task.within:,g}")


def _paragraphs(collection: Collection, text: str) -> list[str]:
    return [part for part in story_words(collection, text).split("\n\n") if part.strip()]
