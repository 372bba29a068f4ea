"""What is still missing in a work before it can be saved, in the words of the form."""

from __future__ import annotations

from annotations.annotating import Lack, Sketch
from annotations.references import journey_and_order
from views.text import Markup, _, el


def missing_list(sketch: Sketch) -> Markup:
    """Everything that is wrong with the rows: whose row, which field, the rule, the remedy."""
    lines = (el("li", el("b", f"{_row(sketch, lack)} · "), _told(lack)) for lack in sketch.lacks)
    return el("ul", *lines, cls="lacks")


def missing_of_row(sketch: Sketch, table: str, key: str) -> Markup:
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
        "author": _("Author or speaker"),
        "publisher": _("Publisher"),
        "published": _("Date of publication"),
        "url": _("Web address"),
        "accessed": _("Date read"),
        "language": _("Language"),
        "rights": _("Rights"),
        "people": _("Who"),
        "summary": _("Summary, in your own words"),
        "outcome": _("How it ended"),
        "care": _("Content notes, shown beforehand"),
        "role": _("What happened there, in your own words"),
        "place": _("Place"),
        "date": _("Date (EDTF)"),
        "mode": _("How they got here"),
        "after": _("Counted from"),
        "anchor": _("Counted from"),
        "duration": _("Length (P8D, P3Y)"),
        "tolerance": _("Give or take"),
        "certainty": _("Certainty"),
        "basis": _("Basis"),
        "mentions": _("Based on these words"),
        "note": _("Note"),
        "value": _("Refers to"),
    }
    kinds = {"sources": _("Kind"), "journeys": _("Kind of journey")}
    if column == "kind":
        return kinds.get(table, column)
    return names.get(column, column)
