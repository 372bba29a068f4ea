"""What the check says of a draft, in the words of somebody who fills in fields."""

from __future__ import annotations

import re

from annotations.stories import Trouble
from views.text import _

QUOTED = re.compile(r"'([^']*)'")
# What the messages of the check say, see `annotations.stories` and `annotations.tables`.
OF_NO_KEY = re.compile("(?:is not a key of)")
MISSING = re.compile("(?:is missing|what no source says is not drawn)")
TOO_LONG = re.compile("(?:characters; at most)")
MARKUP = re.compile("(?:holds markup)")
BRACE = re.compile("(?:brace without its other half)")
NOT_HERE = re.compile("(?:figures are read in)")
TOO_MANY = re.compile("(?:entries. Keep)")
SUM = re.compile("(?:add up)")
NOT_SHOWN = re.compile("(?:is not among what is shown)")
HEAVY = re.compile("(?:in full, which has)")


def fault_words(trouble: Trouble) -> str:
    """What is wrong at a place of a draft, and what to do; "" for what a reader need not know.

    The rules are those of a story's file, whose messages speak of keys and ids: here each is told
    by its field.
    """
    keys = [key for key in trouble.place if isinstance(key, str)]
    key, message = (keys[-1] if keys else ""), trouble.message
    if OF_NO_KEY.search(message):
        return ""
    if MISSING.search(message):
        return _missing(keys, key)
    return _common(message) or _wrong(keys, key, message)


def _missing(keys: list[str], key: str) -> str:
    if "tasks" in keys:
        return {
            "ask": _("Say what pupils are asked."),
            "answer": _("Say which of the answers is right."),
            "number": _("Write the number that is right."),
            "place": _("Choose the place that is right."),
            "within": _("Say how many kilometres off is still right."),
            "model": _("Say what a good answer says."),
        }.get(key, _("Something is still missing here."))
    return {
        "title": _("Give the lesson a title."),
        "for": _("Say for whom the lesson is."),
        "minutes": _("Say how many minutes the lesson takes."),
        "summary": _("Say in a sentence or two what the lesson is about."),
        "heading": _("Give this step a heading."),
        "text": _("Say in two to five short sentences what this step shows."),
        "sources": _("Choose at least one source: who says so?"),
        "alt": _("Say what is on the picture, for those who do not see it."),
        "credit": _("Say whose picture it is."),
        "steps": _("Add a step."),
    }.get(key, _("Something is still missing here."))


def _common(message: str) -> str:
    """What may be wrong with any text; "" where it is something else."""
    if TOO_LONG.search(message):
        return _("This is too long. Shorten it, or make two steps of it.")
    if MARKUP.search(message):
        return _("Leave out signs such as <b>: words are shown as they are written.")
    if BRACE.search(message):
        return _("Here is a { or a } without the other. Leave it out.")
    if NOT_HERE.search(message):
        return _("What stands between { and } is not filled in here. Write it in words.")
    return ""


def _wrong(keys: list[str], key: str, message: str) -> str:
    if "tasks" in keys:
        return _wrong_task(key, message)
    if key == "heading":
        return _("Another step has this heading. Give one of the two a different one.")
    if TOO_MANY.search(message):
        return _("These are more than a class can keep in mind. Keep those that matter most.")
    if SUM.search(message):
        return _("The steps take more minutes than the lesson.")
    if key == "minutes":
        return _("Write a whole number of minutes, from 1 to 240.")
    if key == "show":
        return _("One of these is no longer in the records. Take it away, or choose another.")
    if key == "open":
        return _wrong_open(message)
    if key in ("sources", "further"):
        return _("One of these sources is no longer in the records. Take it away.")
    if key == "picture" or "picture" in keys:
        return _("This picture cannot be shown. Take it out, and choose it once more.")
    if key in ("countries", "kinds", "outcomes", "told_by"):
        return _("One of these fits no journey any more. Take it away.")
    if key == "words":
        return _("One of these words is not explained here any more. Take it away.")
    if key == "camera":
        return _("This part of the map cannot be shown. Choose one again.")
    if key == "period":
        return _("Choose years that the timeline has.")
    if key in ("text", "plain", "question", "notes", "summary", "debrief"):
        return _figure(message)
    return _("Something here cannot be read. Write it again.")


def _wrong_open(message: str) -> str:
    if NOT_SHOWN.search(message):
        return _("What is open is not shown in this step. Show it too, or choose another.")
    if HEAVY.search(message):
        heavy = QUOTED.findall(message)[-1:] or [""]
        told = _("This is heavy ({notes}). Say so in the content note of the step or the lesson.")
        return told.format(notes=heavy[0])
    return _("This is no longer in the records. Take it away, or choose another.")


def _figure(message: str) -> str:
    named = QUOTED.findall(message)[:1]
    if not named:
        return _("Something between { and } names nothing in the records. Write it in words.")
    told = _("“{name}” between braces names nothing in the records. Write it in words.")
    return told.format(name=named[0])


def _wrong_task(key: str, message: str) -> str:
    return {
        "choices": _("Give two answers or more, each another one."),
        "answer": _("The right answer has to stand among those above, word for word."),
        "number": _("Write the number in digits."),
        "place": _("Choose a place that has a point on the map."),
        "within": _("Write a number, 0 or more."),
        "ask": _("Give the task an answer."),
    }.get(key, _figure(message))
