"""When a stop was: as stated, as computed and from what, and what else is claimed."""

from __future__ import annotations

from annotations.collection import followed_sources, other_claims
from annotations.dates import parse_duration, usual_tolerance
from annotations.records import Collection, Journey, Stop
from annotations.references import Citation
from views.text import labels
from views.text.certainty import date_basis, when_sentence
from views.text.citations import cited_sources
from views.text.i18n import _, ngettext
from views.text.markup import Markup, el, link
from views.text.sentences import date_sentence, duration_words
from views.text.words import quotation


def when_lines(collection: Collection, journey: Journey, stop: Stop) -> list[Markup]:
    """The computed days, and what they were computed from in the source's own words."""
    said = [mention for mention in stop.mentions if mention.kind == "date"]
    lines = [el("p", when_sentence(stop))]
    if said:
        words = [child for mention in said for child in (quotation(mention), " ")]
        lines.append(el("p", _("in the source’s words: "), *words, cls="muted"))
    lines += [el("p", line, cls="muted") for line in computed_words(collection, journey, stop)]
    return [*lines, el("p", basis, cls="muted")] if (basis := date_basis(stop)) else lines


def computed_words(collection: Collection, journey: Journey, stop: Stop) -> list[str]:
    """`computed: 40 days after stop 2, in February 1996`, or the records that bound it.

    Empty where the told date alone gives the days.
    """
    if not stop.computed_from:
        return []
    by_id = {other.id: other for other in journey.stops}
    anchor = by_id.get(stop.after)
    if stop.duration and anchor is not None:
        return [_counted(stop, anchor)]
    orders = sorted(by_id[key].order for key in stop.computed_from if key in by_id)
    own = ngettext("stop {orders}", "stops {orders}", len(orders))
    others = [
        labels.counted_from(collection, key) for key in stop.computed_from if key not in by_id
    ]
    named = [own.format(orders=", ".join(map(str, orders)))] if orders else []
    return [_("computed from {records}").format(records="; ".join([*named, *others]))]


def _counted(stop: Stop, anchor: Stop) -> str:
    """How the days were counted, with how far the told length may be off."""
    give_or_take = stop.tolerance or usual_tolerance(stop.duration)
    length = duration_words(stop.duration)
    exact = parse_duration(give_or_take).longest_days == 0
    if not exact:
        length = _("{duration} (give or take {tolerance})").format(
            duration=length, tolerance=duration_words(give_or_take)
        )
    backwards = parse_duration(stop.duration).backwards
    text = (
        _("computed: {duration} stop {order}, {when}")
        if backwards
        else _("computed: {duration} after stop {order}, {when}")
    )
    return text.format(duration=length, order=anchor.order, when=when_sentence(anchor))


def claim_lines(collection: Collection, stop: Stop) -> list[Markup]:
    """What a source says against the day that the map follows, and whose day that is."""
    lines = []
    for mention in other_claims(stop):
        citation = Citation(mention.source, str(mention.paragraph))
        ((source, title),) = cited_sources(collection, [citation])
        lines.append(
            el(
                "p",
                quotation(mention),
                f" {date_sentence(mention.value)}: ",
                link(title, source.url),
            )
        )
    if lines:
        followed = [
            child
            for source, title in cited_sources(collection, followed_sources(stop))
            for child in (" ", link(title, source.url))
        ]
        follows = _("The map puts it {when}, following:").format(when=when_sentence(stop))
        lines.append(el("p", follows, *followed))
    return lines
