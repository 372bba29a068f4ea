"""Every word of the frame of a page for pupils, in the current language."""

from __future__ import annotations

from views.lessons.lesson_data import LessonStrings
from views.text import _


def pupils_strings(lesson: LessonStrings) -> dict[str, str]:
    """The words of `static/atlas/pupils/`; those that a lesson has too are the same."""
    return {
        "next": lesson["next"],
        "back": lesson["back"],
        "question": _("To think about"),
        "careGoOn": lesson["careGoOn"],
        "careSkip": _("Skip it"),
        "sources": lesson["sources"],
        "licence": lesson["licence"],
        "termClose": lesson["termClose"],
        "timeline": lesson["timeline"],
        "place": _("Step {n} of {count}"),
        "start": _("Start"),
        "begin": _("The beginning"),
        "how": _(
            "Read, look at the map, and answer. Nothing that you write leaves this device: your "
            "answers are kept in this browser alone, until you clear them."
        ),
        "notKept": _(
            "This browser keeps nothing, so your answers are gone when you close the page."
        ),
        "plain": _("Plain language"),
        "speak": _("Read aloud"),
        "hush": _("Stop reading"),
        "tasks": _("Your tasks"),
        "task": _("Task {n}"),
        "check": _("Check"),
        "number": _("Your number"),
        "text": _("Your answer"),
        "point": _("Point at it on the map"),
        "pointing": _("Now press the place on the map, or move the map and mark its middle."),
        "middle": _("Mark the middle of the map"),
        "marked": _("Your mark is on the map."),
        "yours": _("Your mark"),
        "right": _("Right."),
        "wrong": _("Not yet. Try again, or show the answer."),
        "nothing": _("Give an answer first."),
        "noNumber": _("Write a number in digits."),
        "near": _("Your mark is about {km} km from it."),
        "answer": _("The answer: {answer}"),
        "model": _("What a good answer might say: {answer}"),
        "show": _("Show the answer"),
        "showModel": _("Compare with a model answer"),
        "end": _("The end"),
        "done": _("Tasks with an answer: {n} of {count}. Checked and right: {right}."),
        "noTasks": _("This story has no tasks yet."),
        "print": _("Print, or save as PDF"),
        "clear": _("Clear all my answers"),
        "sure": _("Press again to clear them all"),
        "cleared": _("Your answers are cleared."),
        "words": _("Words to know"),
        "notOpened": _("This step was not opened."),
        "empty": _("No answer yet"),
        "given": _("Your answer: {given}"),
    }
