"""The plan of a lesson on the card of its story, folded away."""

from __future__ import annotations

from collections.abc import Iterable

from annotations.records import Collection
from annotations.stories import Story
from views.lessons.plan.plan import lesson_plan
from views.text import Markup, _, el, link, ngettext


def plan_card(collection: Collection, story: Story) -> Markup | str:
    """What a story has for a teacher to plan with, one part below the other, if anything."""
    plan = lesson_plan(collection, story)
    words = [
        el("a", w["term"], href=f"glossary#word-{w['id']}", target="_self") for w in plan["words"]
    ]
    parts = [
        *_listed(_("Goals"), plan["goals"]),
        *_listed(_("To prepare"), plan["prepare"]),
        *([el("h3", _("Words to know")), _joined(words)] if words else []),
        *_steps(story),
        *_listed(
            _("Read on"), (link(source["title"], source["url"]) for source in plan["further"])
        ),
    ]
    if not parts:
        return ""
    return el("details", el("summary", _("Lesson plan")), el("div", *parts), cls="plan")


def _listed(title: str, entries: Iterable[str]) -> list[Markup]:
    items = [el("li", entry) for entry in entries]
    return [el("h3", title), el("ul", *items)] if items else []


def _joined(links: list[Markup]) -> Markup:
    """Links in one line."""
    parted = [part for each in links for part in (" · ", each)]
    return el("p", *parted[1:])


def _steps(story: Story) -> list[Markup]:
    """The steps with their minutes, where these are known, and how many tasks there are."""
    tasks = sum(len(step.tasks) for step in story.steps)
    told = ngettext("{n} task for pupils", "{n} tasks for pupils", tasks).format(n=tasks)
    count = [el("p", told)] if tasks else []
    if not any(step.minutes for step in story.steps):
        return [el("h3", _("Tasks")), *count] if tasks else []
    rows = (
        el("li", el("span", step.heading), " ", el("span", _minutes(step.minutes)))
        for step in story.steps
    )
    return [el("h3", _("Steps")), el("ol", *rows, cls="plan-steps"), *count]


def _minutes(minutes: int) -> str:
    return _("{n} min").format(n=minutes) if minutes else ""
