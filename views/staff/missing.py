"""What is still missing in a work before it can be saved, in the words of the form."""

from __future__ import annotations

from annotations.annotating import Sketch, WorkProblem
from annotations.references import journey_and_order
from views.text import Markup, _, el


def missing_list(sketch: Sketch) -> Markup:
    """Everything that is wrong with the rows: whose row, which field, the rule, the remedy."""
    lines = (
        el("li", el("b", f"{_row(sketch, problem)} · "), _told(problem))
        for problem in sketch.problems
    )
    return el("ul", *lines, cls="problems")


def missing_of_row(sketch: Sketch, table: str, key: str) -> Markup:
    """What is wrong with one row, by field."""
    own = [problem for problem in sketch.problems if (problem.table, problem.key) == (table, key)]
    return el("ul", *(el("li", _told(problem)) for problem in own), cls="problems")


def _told(problem: WorkProblem) -> str:
    return f"{field(problem.table, problem.column)}: {problem.message}"


def _row(sketch: Sketch, problem: WorkProblem) -> str:
    if problem.table == "stops":
        return _("Stop {order}").format(order=journey_and_order(problem.key)[1])
    if problem.table == "mentions":
        return f"“{sketch.collection.mentions[problem.key].quote}”"
    if problem.table == "places":
        return sketch.collection.places[problem.key].name
    return _("The journey") if problem.table == "journeys" else _("The text")


def field(table: str, column: str) -> str:
    """What the form calls a column; a column without a field goes by its own name."""
    names = {
        "title": _("Title"),
        "author": _("Author or speaker"),
        "publisher": _("Publisher"),
        "published": _("Date of publication"),
        "url": _("Web address"),
        "accessed": _("Date read"),
        "read_as": _("What was read"),
        "language": _("Language"),
        "rights": _("Rights"),
        "people": _("Who"),
        "summary": _("Summary, in your own words"),
        "outcome": _("How it ended"),
        "outcome_kind": _("Outcome"),
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
        "date_basis": _("Basis of the date"),
        "date_certainty": _("Certainty of the date"),
        "mentions": _("Based on these words"),
        "note": _("Note"),
        "value": _("Refers to"),
    }
    of_table = {
        ("sources", "kind"): _("Kind"),
        ("journeys", "kind"): _("Kind of journey"),
        ("stops", "basis"): _("Basis of the place"),
        ("stops", "certainty"): _("Certainty of the place"),
    }
    if (table, column) in of_table or column == "kind":
        return of_table.get((table, column), column)
    return names.get(column, column)
