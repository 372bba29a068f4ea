"""The plan of a lesson on paper: before the steps, beside each, and after the last."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate

from views.lessons.lesson_data import FullSource, LessonData, PlanData, TaskData, WordData
from views.text import Markup, _, el

MOST_SIGNS = 400  # of the goals together that pupils are shown
NOTHING = Markup("")
LINES = {"number": 1, "text": 3}  # to write an answer on


def numbered(lesson: LessonData) -> dict[str, int]:
    """The number of each source in the list at the end, by its id."""
    sources = printed_sources(lesson, notes=True)
    return {source["id"]: at for at, source in enumerate(sources, start=1)}


def printed_sources(lesson: LessonData, notes: bool) -> list[FullSource]:
    """The sources in the list at the end; where to read on is for the teacher."""
    cited = {key for word in lesson["plan"]["words"] for key in word["sources"]}
    besides = (each for each in lesson["plan"]["sources"] if notes or each["id"] in cited)
    return [*lesson["sources"], *besides]


def before(lesson: LessonData, notes: bool) -> Markup:
    """What the teacher plans with, or what pupils are to learn and the words that they need."""
    plan, numbers = lesson["plan"], numbered(lesson)
    words = _titled(_("Words to know"), _words(plan["words"], numbers))
    goals, short = plan["goals"], sum(map(len, plan["goals"])) <= MOST_SIGNS
    if not notes:
        told = _titled(_("What you can do afterwards"), _list(goals if short else []))
        return el("div", *told, *words, cls="handout-plan") if told or words else NOTHING
    parts = [
        *([el("p", plan["subject"])] if plan["subject"] else []),
        *_titled(_("Goals"), _list(goals)),
        *_titled(_("To prepare"), _list(plan["prepare"])),
        *words,
        *_titled(_("Steps"), _table(lesson)),
    ]
    return el("div", *parts, cls="handout-plan") if parts else NOTHING


def tasks(lesson: LessonData, number: int, notes: bool) -> list[Markup]:
    """The tasks of the step at a position, as 3.1 and 3.2: things to do, or the answers as well."""
    on_map = not lesson["steps"][number]["chart"]
    return [
        el(
            "div",
            el("p", el("b", f"{number + 1}.{at}"), " ", task["ask"][0]),
            *(el("p", part) for part in task["ask"][1:]),
            *(_answered(task) if notes else _to_do(task, on_map)),
            cls="handout-task",
        )
        for at, task in enumerate(lesson["plan"]["tasks"][number], start=1)
    ]


def after(lesson: LessonData) -> Markup:
    """What to talk about after the last step, and where to read on."""
    plan, numbers = lesson["plan"], numbered(lesson)
    further = (f"{source['title']} [{numbers[source['id']]}]" for source in plan["further"])
    parts = [
        *_titled(_("Talk about it"), [el("p", part) for part in plan["debrief"]]),
        *_titled(_("Read on"), _list(further)),
    ]
    return el("div", *parts, cls="handout-plan") if parts else NOTHING


def _titled(title: str, parts: list[Markup]) -> list[Markup]:
    return [el("div", el("h3", title), *parts)] if parts else []


def _list(entries: Iterable[str]) -> list[Markup]:
    items = [el("li", entry) for entry in entries]
    return [el("ul", *items)] if items else []


def _words(words: list[WordData], numbers: dict[str, int]) -> list[Markup]:
    """Each word with what it means and the numbers of those who say so."""
    entries = (
        el(
            "div",
            el("dt", word["term"]),
            el("dd", word["definition"], *(f" [{numbers[key]}]" for key in word["sources"])),
        )
        for word in words
    )
    return [el("dl", *entries)] if words else []


def _table(lesson: LessonData) -> list[Markup]:
    """The steps with their minutes, and when each ends where all say how long they take."""
    plan: PlanData = lesson["plan"]
    minutes = plan["minutes"]
    if not any(minutes):
        return []
    ends = list(accumulate(minutes)) if all(minutes) else []
    titles = (_("Step"), _("Minutes"), *([_("Until minute")] if ends else []))
    rows = (
        el(
            "tr",
            el("td", el("b", f"{at + 1}"), " ", step["heading"]),
            el("td", f"{minutes[at]}" if minutes[at] else ""),
            *([el("td", f"{ends[at]}")] if ends else []),
        )
        for at, step in enumerate(lesson["steps"])
    )
    head = el("thead", el("tr", *(el("th", title, scope="col") for title in titles)))
    return [el("table", head, el("tbody", *rows))]


def _to_do(task: TaskData, on_map: bool) -> list[Markup]:
    """Boxes to tick, or lines to write on; a place is marked where there is a map."""
    if task["kind"] == "choice":
        return [el("ul", *(el("li", choice) for choice in task["choices"]), cls="handout-boxes")]
    if task["kind"] == "place" and on_map:
        return [el("p", _("Mark it with a cross on the map of this step."), cls="handout-hint")]
    return [el("i") for _line in range(LINES.get(task["kind"], 1))]


def _answered(task: TaskData) -> list[Markup]:
    """The choices with the right one ticked, or the answer, and why."""
    answer, off = task["answer"], [" ", task["off"]]
    if task["kind"] == "choice":
        choices = (
            el("li", choice, cls="right" if [choice] == answer else "")
            for choice in task["choices"]
        )
        told = [el("ul", *choices, cls="handout-boxes")]
    else:
        told = [el("p", _("A good answer: {answer}").format(answer=answer[0]))]
        if task["kind"] != "text":
            told = [el("p", el("b", _("Answer: {answer}.").format(answer=answer[0])), *off)]
        told += [el("p", part) for part in answer[1:]]
    return [el("div", *told, *(el("p", part) for part in task["why"]), cls="handout-answer")]
