"""What stands behind the marks of a downloaded file: every journey with its words."""

from __future__ import annotations

from annotations.records import Collection
from annotations.selection import Selection
from views.atlas import colours_of
from views.panels.about import review_sentence
from views.panels.details import journey_details
from views.panels.exports import CREDIT, LICENCE
from views.panels.reading import stops_table
from views.text import Markup, _, el


def account(collection: Collection, selection: Selection) -> Markup:
    """The selected journeys as text: who, when, each stop, and who says so; then the licence."""
    colours = colours_of(collection)
    sections = [
        el(
            "section",
            journey_details(collection, journey, colours[journey.id]),
            stops_table(collection, journey),
            id=journey.id,
        )
        for journey in selection.journeys
    ]
    licence = _("{credit}. Records: {licence}.").format(credit=CREDIT, licence=LICENCE)
    said = (licence, review_sentence(selection.journeys))
    return el("div", *sections, *(el("p", line, cls="muted") for line in said if line))
