"""Every word of the frame of a lesson, in the current language."""

from __future__ import annotations

from views.lessons.lesson_data import LessonStrings
from views.panels import CREDIT, LICENCE
from views.text import _
from views.timeline import player_strings


def lesson_strings(reviewed: str) -> LessonStrings:
    """The words of `static/atlas/lesson/`; keys of the keyboard stand in `keys`.

    `reviewed` says how many of the journeys nobody has reviewed; it stands beside their licence.
    """
    licence = _("{credit}. Records: {licence}.").format(credit=CREDIT, licence=LICENCE)
    return {
        **player_strings(),
        "place": _("{title} · {n} of {count}"),
        "placeInPages": _("{title} · {n} of {count} · page {page} of {pages}"),
        "span": _("Timeline from {first} to {last}"),
        "back": _("Back"),
        "next": _("Next"),
        "steps": _("Steps"),
        "help": _("All keys"),
        "hint": _("← → steps · B blank · N notes · F full screen · ? all keys"),
        "question": _("A question for the class"),
        "notes": _("For the presenter"),
        "noNotes": _("No notes for this step."),
        "notesAsk": _("The notes hold answers. Where do you want to read them?"),
        "notesWindow": _("In a window of their own"),
        "notesHere": _("Here, where everyone can see them"),
        "notesRefused": _(
            "The browser did not open a window. Allow pop-up windows for this page, and try again."
        ),
        "timer": _("{elapsed} of {minutes} minutes"),
        "timerAlone": _("{elapsed} minutes"),
        "timerAgain": _("Start the clock again"),
        "touch": _("Touch the screen to begin"),
        "following": _("Next: {heading}"),
        "end": _("This is the last step."),
        "careGoOn": _("Show this step"),
        "careShow": _("Show it"),
        "careSkip": _("Skip it"),
        "room": _("Dark room"),
        "minutes": _("{audience} · about {minutes} minutes"),
        "sources": _("Sources"),
        "blank": _("The screen is blank. Press B to continue."),
        "kiosk": _("Playing automatically. Touch the screen to stop."),
        "close": _("Close"),
        "leave": _("Leave"),
        "termClose": _("Close"),
        "pupils": _("For pupils, on their own screen"),
        "pupilsHow": _("Point a phone at the code, or type the address."),
        "pupilsHere": _("This address works on this machine only."),
        "pupilsFile": _("In a lesson from a file there is no address to give."),
        "playYears": _("Play the years on map and timeline"),
        "timeline": _("Timeline of the journeys, events and arrivals"),
        "further": _("Read on"),
        "licence": f"{licence} {reviewed}".strip(),
        "keys": {
            "→ Space PageDown": _("the next page or step"),
            "← PageUp": _("the previous page or step"),
            "Home · End": _("the first step, the last step"),
            "B": _("blank the screen, or bring it back"),
            "N": _("notes for the presenter: asks where to show them"),
            "W": _("notes in a separate window"),
            "S": _("skip a step that has a content note"),
            "L": _("a light that follows the pointer"),
            "Z": _("the next stop from near; after the last one the whole map"),
            "D": _("a dark room, or a light one"),
            "F · F5": _("full screen"),
            "P": _("play the years on map and timeline, or stop them"),
            "Q": _("the code that leads pupils to their page"),
            "K": _("play automatically, as in an exhibition"),
            "?": _("show these keys"),
            "Esc": _("close what is open, or leave the lesson"),
        },
    }
