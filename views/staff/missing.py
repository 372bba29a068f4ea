"""What a work still lacks before it can be saved, in the words of the form."""

from __future__ import annotations

from annotations.annotating import Lack, Sketch
from annotations.references import journey_and_order
from views.text import Markup, _, el


def lacks_told(sketch: Sketch) -> Markup:
    """Everything that is wrong with the rows: whose row, which field, the rule, the remedy."""
    lines = (el("li", el("b", f"{_row(sketch, lack)} · "), _told(lack)) for lack in sketch.lacks)
    return el("ul", *lines, cls="lacks")


def lacks_of_row(sketch: Sketch, table: str, key: str) -> Markup:
    """What is wrong with one row, by field."""
    own = [lack for lack in sketch.lacks if (lack.table, lack.key) == (table, key)]
    return el("ul", *(el("li", _told(lack)) for lack in own), cls="lacks")


def _told(lack: Lack) -> str:
    return f"{field(lack.table, lack.column)}: {lack.message}"


def _row(sketch: Sketch, lack: Lack) -> str:
    if lack.table == "stops":
        return _("Stop {order}").format(order=journey_and_order(lack.key)[1])
    if lack.table == "mentions":
        return f"“{sketch.collection.mentions[lack.key].quote}”"
    if lack.table == "places":
        return sketch.collection.places[lack.key].name
    return _("The journey") if lack.table == "journeys" else _("The text")


def field(table: str, column: str) -> str:
    """What the form calls a column; a column without a field goes by its own name."""
    names = {
        "title": _("Title"),
        "author": _("Who tells it"),
        "publisher": _("Published by"),
        "published": _("Published when"),
        "url": _("Web address"),
        "accessed": _("Read on"),
        "language": _("Language"),
        "rights": _("Rights"),
        "people": _("Who"),
        "summary": _("Summary, in your own words"),
        "outcome": _("How it ended"),
        "care": _("To be announced before it is shown"),
        "role": _("What happened there, in your own words"),
        "place": _("Place"),
        "date": _("Date (EDTF)"),
        "mode": _("How they came here"),
        "after": _("Counts from"),
        "anchor": _("Counts from"),
        "duration": _("Length (P8D, P3Y)"),
        "tolerance": _("Give or take"),
        "certainty": _("How sure"),
        "basis": _("Known how"),
        "mentions": _("Rests on these words"),
        "note": _("Note"),
        "value": _("Stands for"),
    }
    told_as = {"sources": _("Kind"), "journeys": _("Told as")}
    if column == "kind":
        return told_as.get(table, column)
    return names.get(column, column)
