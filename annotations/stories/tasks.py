"""What pupils are asked to do in a step, from its keys to records; see `Task`."""

from __future__ import annotations

from collections.abc import Collection as Several
from collections.abc import Iterator

from annotations.problems import did_you_mean, shown
from annotations.records import Collection
from annotations.stories.entries import Entry
from annotations.stories.figure_check import check_figures
from annotations.stories.figures import MARK, UnknownFigure, figure
from annotations.stories.records import Task, TaskKind
from annotations.tables import FORMS

KEYS = {
    **dict.fromkeys(("ask", "answer", "number", "place", "model", "within", "why"), str),
    "choices": list,
}
# The key that says of which kind a task is.
KINDS: dict[str, TaskKind] = {
    "choices": "choice", "number": "number", "place": "place", "model": "text"
}  # fmt: skip
FIGURES = ("ask", "choices", "answer", "number", "model", "why")
FARTHEST_OFF = 20_000


def tasks_of(step: Entry, collection: Collection) -> Iterator[tuple[Task, Entry]]:
    """The tasks of a step that can stand, and what each was read from."""
    for entry in step.entries("tasks", "task", KEYS):
        task = _task(entry, collection)
        check_figures(entry, FIGURES, collection, entry.fail)
        if task and entry.ok:
            yield task, entry


def _task(entry: Entry, collection: Collection) -> Task | None:
    ask = entry.paragraphs("ask", required=True)
    keys = [key for key in KINDS if entry.has(key)]
    if len(keys) != 1:
        told = f"has {' and '.join(keys)}" if keys else "has no answer"
        entry.fail("ask", f"{told}. Give one of {', '.join(KINDS)}.")
        return None
    kind = KINDS[keys[0]]
    why = entry.paragraphs("why")
    if kind == "choice":
        choices = entry.texts("choices")
        return Task(ask, kind, _choice(entry, choices), choices, 0, why)
    if entry.has("answer"):
        entry.warn("answer", "has no effect without choices. Remove one of the two.")
    if kind == "text":
        return Task(ask, kind, entry.paragraphs("model", required=True), why=why)
    answer = _number(entry, collection) if kind == "number" else _place(entry, collection)
    return Task(ask, kind, answer, (), _within(entry, needed=kind == "place"), why)


def _choice(entry: Entry, choices: Several[str]) -> str:
    answer = entry.text("answer", required=True)
    if len(set(choices)) < max(len(choices), 2):
        entry.fail("choices", "needs two answers or more, each another one.")
    elif answer and answer not in choices:
        meant = did_you_mean(answer, choices) or " Write one of them word for word."
        entry.fail("answer", f"{shown(answer)} is not among the choices.{meant}")
    return answer


def _number(entry: Entry, collection: Collection) -> str:
    answer = entry.text("number", required=True)
    if mark := MARK.fullmatch(answer):
        try:
            found = figure(mark[1].strip(), collection)
        except UnknownFigure:
            return answer  # told with the other figures
        if not isinstance(found, int) or isinstance(found, bool):
            entry.fail("number", f"{shown(answer)} is not a number. Take one that counts.")
    elif answer and not FORMS["number"].fullmatch(answer):
        entry.fail("number", f"{shown(answer)} is not a number. Write it in digits, as in 2914.")
    return answer


def _place(entry: Entry, collection: Collection) -> str:
    key = entry.text("place", required=True)
    place = collection.places.get(key)
    if key and not place:
        meant = did_you_mean(key, collection.places) or " Write the id of a place."
        entry.fail("place", f"no place {shown(key)}.{meant}")
    elif place and place.lat is None:
        entry.fail("place", f"{shown(key)} has no point on the map. Choose another.")
    return key


def _within(entry: Entry, needed: bool) -> float:
    text = entry.text("within", required=needed)
    if not text:
        return 0
    if not FORMS["number"].fullmatch(text) or not 0 <= float(text) <= FARTHEST_OFF:
        told = f"{shown(text)} is not a number from 0 to {FARTHEST_OFF:,}"
        entry.fail("within", f"{told}. Write how far off is still right.")
        return 0
    return float(text)
