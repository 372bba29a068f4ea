"""The words of the page that puts a lesson together, but for those of its fields."""

from __future__ import annotations

from views.lessons import KINDS, kind_of_handout
from views.text import _


def adding_words() -> dict[str, str]:
    """The words beside the map that add its view to a lesson: see `compose/add-view.js`."""
    return {
        "addView": _("Add this view to a lesson"),
        "added": _("Step {n} of your lesson: {title}"),
        "oneStep": _("1 step · Compose"),
        "steps": _("{n} steps · Compose"),
        "noStep": _("Compose a lesson"),
        "full": _("This browser has no room for another step."),
        "fullOfSteps": _("A lesson has at most {n} steps."),
    }


def page_words() -> dict[str, str]:
    """The words of `compose/`: of its cards, its tools, and how a lesson begins."""
    return {
        **_of_the_beginning(),
        **_of_tools(),
        **_of_steps(),
        **_of_the_view(),
    }


def _of_the_beginning() -> dict[str, str]:
    return {
        "start": _("Begin another lesson, or open one"),
        "startEmpty": _("Begin with an empty lesson"),
        "startStory": _("From a story that is here"),
        "startTake": _("Take this story"),
        "startFile": _("From a file that you saved"),
        "startViews": _(
            "Views that you add on the page of the map become steps of the lesson on this page."
        ),
        "throwAway": _("You have a lesson here, with {n} steps. Put the other one in its place?"),
        "throwYes": _("Put the other one in its place"),
        "throwNo": _("Keep mine"),
        "otherWindow": _(
            "This lesson was changed in another window of this browser. Which of the two stays?"
        ),
        "otherMine": _("The one in this window"),
        "otherTheirs": _("The one in the other window"),
        "fileUnread": _("This file cannot be read as a lesson."),
        "fileWithout": _("This page has no lesson inside that can be changed."),
        "fileLarge": _("This file is too large for a lesson."),
        "tooLong": _("This lesson is too long to be checked. Shorten it, or split it in two."),
    }


def _of_tools() -> dict[str, str]:
    return {
        "tools": _("The lesson as a whole"),
        "undo": _("Undo"),
        "redo": _("Redo"),
        "present": _("Show as on the wall"),
        "save": _("Save to go on later"),
        "savePage": _("Save as one file to present"),
        "handout": _("Handout"),
        "paper": _("Paper"),
        "forWhom": _("For whom"),
        **{f"handout-{kind}": kind_of_handout(kind) for kind in KINDS},
        "saveHandout": _("Save the handout"),
        "kept": _("Kept in this browser. Nothing of it is kept anywhere else."),
        "full": _("This browser has no room for more. Save the lesson to a file now."),
        "lost": _("The site does not answer now. All that you write is kept in this browser."),
        "making": _("The file is being made."),
        "saved": _("Saved to the folder for downloads."),
        "picturesFull": _("There is no room for another picture. Take one out first."),
    }


def _of_steps() -> dict[str, str]:
    return {
        "steps": _("Steps of the lesson"),
        "about": _("About the lesson"),
        "add": _("Add a step"),
        "up": _("Move up"),
        "down": _("Move down"),
        "duplicate": _("Make a copy"),
        "remove": _("Take out"),
        "upStep": _("Move up: {title}"),
        "downStep": _("Move down: {title}"),
        "duplicateStep": _("Make a copy: {title}"),
        "removeStep": _("Take out: {title}"),
        "moveHint": _("Alt + ↑ or ↓ moves it"),
        "stepTitle": _("Step {n}"),
        "oneFault": _("1 thing to do"),
        "faults": _("{n} things to do"),
        "toDo": _("to do"),
        "fullOfSteps": _("A lesson has at most {n} steps."),
    }


def _of_the_view() -> dict[str, str]:
    return {
        "view": _("The step as your class will see it"),
        "useCamera": _("Use this part of the map"),
        "freeCamera": _("Fit the map to what is shown"),
        "pickHint": _(
            "Press a stop on the map or a bar of the timeline to choose it for this step. Drag "
            "over the timeline to choose years."
        ),
        "done": _("Done. “Undo” takes it back."),
        "openThis": _("Open it in full"),
        "onlyThis": _("Show this journey alone"),
        "addThis": _("Show this journey too"),
        "removeThis": _("Do not show this journey"),
        "removeStop": _("Leave this stop out"),
        "onlyYear": _("Choose this year"),
    }
