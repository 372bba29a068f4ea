"""The content note of what is heavy, and the one gate that it stands on.

Whatever tells what happened on a journey that has a content note stands behind this gate, on every
page and in every file: accounts, what happened at stops, words of the sources. Titles, places,
dates, sources and outcomes stand before it.
"""

from __future__ import annotations

from collections.abc import Iterable

from annotations.records import Collection, Journey, Mention
from geodata.cells import cell_of, parts
from views.text.i18n import _
from views.text.markup import Markup, el


def content_note(journey: Journey) -> str:
    """What should be announced before an account is shown, as a sentence."""
    return announced(journey.care)


def announced(care: str) -> str:
    """Content notes, split by semicolons, as a sentence."""
    notes = ", ".join(parts(care))
    return _("Content note: {notes}.").format(notes=notes)


def gated(care: str, *children: str) -> Markup:
    """The children behind their content note until somebody asks for them; bare without a note."""
    if not care:
        return Markup("".join(children))
    note = _("{note} Show the account").format(note=announced(care))
    return el("details", el("summary", note), *children, cls="gate")


def care_of(collection: Collection, mentions: Iterable[Mention]) -> str:
    """The content notes of all journeys that the paragraphs of some words tell, each once."""
    told = {(mention.source, str(mention.paragraph)) for mention in mentions}
    notes = (
        note
        for journey in collection.journeys.values()
        if journey.care and any((c.source, c.locator) in told for c in journey.cited)
        for note in parts(journey.care)
    )
    return cell_of(dict.fromkeys(notes))
