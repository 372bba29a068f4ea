"""Every word of the frame of a lesson, in the current language."""

from __future__ import annotations

from views.panels import CREDIT, LICENCE
from views.text import _
from views.timeline import player_strings


def lesson_strings() -> dict[str, str | dict[str, str]]:
    """The words of `static/atlas/lesson/`; keys of the keyboard stand in `keys`."""
    return player_strings() | {
        "place": _("{title} · {n} of {count}"),
        "back": _("Back"),
        "next": _("Next"),
        "steps": _("Steps"),
        "help": _("All keys"),
        "hint": _("← → steps · B blank · N notes · F full screen · ? all keys"),
        "question": _("A question for the class"),
        "notes": _("For the presenter"),
        "noNotes": _("No notes for this step."),
        "notesWindow": _("Open the notes in a window of their own"),
        "following": _("Next: {heading}"),
        "end": _("This is the last step."),
        "careGoOn": _("Show this step"),
        "careSkip": _("Skip it"),
        "minutes": _("{audience} · about {minutes} minutes"),
        "sources": _("Sources"),
        "blank": _("The screen is blank. Press B to go on."),
        "kiosk": _("Plays by itself. Touch it to stop."),
        "close": _("Close"),
        "leave": _("Leave"),
        "timeline": _("Timeline of the journeys, events and arrivals"),
        "licence": _("{credit}. Records: {licence}.").format(credit=CREDIT, licence=LICENCE),
        "keys": {
            "→ Space PageDown": _("the next step"),
            "← PageUp": _("the step before"),
            "Home · End": _("the first step, the last step"),
            "B": _("blank the screen, and back"),
            "N": _("notes for the presenter"),
            "W": _("notes in a window of their own"),
            "S": _("skip a step that is announced as heavy"),
            "F": _("full screen"),
            "K": _("play by itself, as in an exhibition"),
            "?": _("show these keys"),
            "Esc": _("close what is open, or leave the lesson"),
        },
    }
