"""A short guided look at the first page, for whoever asks for it: see `look.js`."""

from __future__ import annotations

from typing import TypedDict

from views.text import Markup, _, el


class LookStep(TypedDict):
    """What a step is about, and what it says of it.

    `text` may name a journey by `{title}`; `without` is said where there is none to show.
    """

    about: str
    title: str
    text: str
    without: str


def look_button() -> Markup:
    """What begins the guided look."""
    return el("button", _("Look around"), type="button", cls="look-start")


def guided_look() -> dict[str, object]:
    """The guided look of the first page, which begins when its button is pressed: see `look.js`."""
    return {"steps": look_steps(), "strings": _strings()}


def look_steps() -> list[LookStep]:
    """The steps in their order; one whose part of the page is not there is passed over."""
    return [
        {
            "about": "journey",
            "title": _("A journey on the map"),
            "text": _(
                "“{title}” is one of the journeys. Its line joins the places that its sources "
                "name; it is not the path that was walked. Point at a line, or tap it, to see "
                "whose it is."
            ),
            "without": _(
                "A line joins the places that the sources of a journey name. With what is chosen "
                "now, no line is on the map."
            ),
        },
        {
            "about": "timeline",
            "title": _("The same in time"),
            "text": _(
                "This bar is “{title}”. Above it are events, below it the people who arrived in "
                "South Korea. Drag across the years, and the map follows; Play goes through them."
            ),
            "without": _(
                "The timeline has the journeys whose dates are known, events, and the people who "
                "arrived in South Korea. Drag across the years, and the map follows."
            ),
        },
        {
            "about": "who",
            "title": _("Who says so"),
            "text": _(
                "Choose an entry of the list, a line or a bar. Its details name the source and "
                "the place in it, with its exact words where the records have them."
            ),
            "without": "",
        },
        {
            "about": "filters",
            "title": _("Less at a time"),
            "text": _(
                "Here are the filters: years, countries, outcome, sources. Map, timeline and list "
                "always show the same records."
            ),
            "without": "",
        },
        {
            "about": "story",
            "title": _("A story to begin with"),
            "text": _(
                "A story goes through the records step by step, for a class or for you alone."
            ),
            "without": "",
        },
    ]


def _strings() -> dict[str, str]:
    return {
        "name": _("A short look around"),
        "count": _("{n} of {count}"),
        "back": _("Back"),
        "next": _("Next"),
        "done": _("Done"),
        "end": _("End the look around"),
    }
