"""The exact short words of a source, and everything that was said of them when they were marked."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from annotations.records import Collection, Journey, Mention
from annotations.references import Citation
from views.text import labels
from views.text.care import care_of, gated
from views.text.i18n import _
from views.text.markup import Markup, el
from views.text.sentences import date_sentence, duration_words


def quotation(mention: Mention) -> Markup:
    """The exact words of a source, marked and in quotation marks."""
    return el("q", mention.quote, cls="words")


def mention_details(collection: Collection, mention: Mention) -> Markup:
    """The words as a disclosure: what they stand for, how sure that is, and where they stand."""
    facts = (
        (_("Refers to"), stands_for(collection, mention)),
        (_("Certainty"), f"{labels.basis(mention.basis)}, {labels.mention_certainty(mention)}"),
        (_("Counted from"), _anchor(collection, mention)),
        (_("Note"), mention.note),
        (
            _("In the text"),
            _("paragraph {number}, characters {start} to {end}").format(
                number=mention.paragraph, start=mention.start, end=mention.end
            ),
        ),
    )
    lines = [el("p", el("b", f"{name}: "), text) for name, text in facts if text]
    return el("details", el("summary", quotation(mention)), *lines, cls="mention", id=mention.id)


def stands_for(collection: Collection, mention: Mention) -> str:
    """The place or the days that the words were read as, in words."""
    length = duration_words(mention.duration) if mention.duration else ""
    if mention.kind == "place":
        place = collection.places.get(mention.value)
        return place.name if place else _("no place that can be found")
    if mention.value:
        return ", ".join(filter(None, (date_sentence(mention.value), length)))
    return length or _("no day that can be computed")


def _anchor(collection: Collection, mention: Mention) -> str:
    """What a relative date counts from: the words, the event or the stop that it names."""
    key = mention.anchor
    if key in collection.mentions:
        other = collection.mentions[key]
        return f"“{other.quote}”" + (f", {date_sentence(other.value)}" if other.value else "")
    return labels.counted_from(collection, key)


def marked_paragraphs(collection: Collection, mentions: Iterable[Mention]) -> Markup:
    """Mentions of one text by paragraph, in the order of the text, each to be opened.

    A paragraph of a journey with a content note stands behind it.
    """
    ordered = sorted(mentions, key=lambda mention: (mention.paragraph, mention.start, -mention.end))
    paragraphs = [
        _paragraph(collection, number, list(members))
        for number, members in groupby(ordered, key=lambda mention: mention.paragraph)
    ]
    return el("div", *paragraphs, cls="marked")


def _paragraph(collection: Collection, number: int, mentions: list[Mention]) -> Markup:
    words = (mention_details(collection, mention) for mention in mentions)
    heading = el("h4", _("Paragraph {number}").format(number=number))
    return el("section", heading, gated(care_of(collection, mentions), *words))


def citations_of(journey: Journey) -> list[Citation]:
    """All that a journey and its stops cite, each once, in the order of the journey."""
    told = (journey.sources, *(stop.sources for stop in journey.stops))
    return list(dict.fromkeys(citation for citations in told for citation in citations))


def mentions_of(collection: Collection, journey: Journey) -> dict[str, list[Mention]]:
    """Every mention in the paragraphs that tell a journey, by the id of the text."""
    cited = {(citation.source, citation.locator) for citation in citations_of(journey)}
    found: dict[str, list[Mention]] = {}
    for mention in collection.mentions.values():
        if (mention.source, str(mention.paragraph)) in cited:
            found.setdefault(mention.source, []).append(mention)
    return found


def mentions_in(collection: Collection, source: str) -> list[Mention]:
    """Every mention of one text."""
    return [mention for mention in collection.mentions.values() if mention.source == source]
