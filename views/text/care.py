"""The content note of what is heavy, and the one gate that it stands on.

Whatever tells what happened on a journey or at an event that has a content note stands behind this
gate, on every page and in every file: accounts, what happened at stops, words of the sources.
Titles, places, dates, sources and outcomes stand before it.
"""

from __future__ import annotations

from collections.abc import Collection as Collected
from collections.abc import Iterable

from annotations.derived import once
from annotations.records import Collection, Mention
from annotations.references import Citation
from geodata.cells import cell_of, parts
from views.text.i18n import _
from views.text.markup import Markup, el


def announced(care: str) -> str:
    """Content notes, split by semicolons, as a sentence."""
    notes = ", ".join(parts(care))
    return _("Content note: {notes}.").format(notes=notes)


def gated(care: str, *children: str) -> Markup:
    """The children behind their content note until somebody asks for them; bare without a note."""
    if not care:
        return Markup("".join(children))
    note = (announced(care), " ", el("span", _("Show the account"), cls="ask"))
    return el("details", el("summary", *note), *children, cls="gate")


def care_of(collection: Collection, mentions: Iterable[Mention]) -> str:
    """The content notes of all that the paragraphs of some words tell, each once."""
    told = {(mention.source, str(mention.paragraph)) for mention in mentions}
    notes = (
        note
        for care, cited in _heavy(collection)
        if any((citation.source, citation.locator) in told for citation in cited)
        for note in parts(care)
    )
    return cell_of(dict.fromkeys(notes))


@once
def _heavy(collection: Collection) -> list[tuple[str, Collected[Citation]]]:
    """The content note of each journey and each event that has one, and what it cites."""
    journeys, events = collection.journeys.values(), collection.events.values()
    found = [*((one.care, one.cited) for one in journeys), *((e.care, e.sources) for e in events)]
    return [(care, cited) for care, cited in found if care]
