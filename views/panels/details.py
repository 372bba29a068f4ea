"""What stands behind a mark, as HTML: what happened, when, where, how sure, and who says so."""

from __future__ import annotations

from annotations.records import Collection, Event, Journey, Mention, Stop
from annotations.references import Citation
from geodata.distance import path_km
from views.atlas import as_css, leg_km, not_on_map
from views.panels.counts.statements import bearing_on, statements_section
from views.text import (
    Markup,
    _,
    cited_sources,
    claim_lines,
    date_sentence,
    el,
    gated,
    generalizations,
    is_generalized,
    journey_when,
    labels,
    link,
    named_sources,
    protections,
    quotation,
    span_sentence,
    terms,
    when_lines,
)
from views.timeline import not_on_timeline


def stop_details(collection: Collection, journey: Journey, stop: Stop, colour: str) -> Markup:
    """One stop of a journey in full, with the words of the source that say so."""
    before = next((other for other in journey.stops if other.order == stop.order - 1), None)
    claims = claim_lines(collection, stop)
    position = _("{title} · stop {order} of {count}").format(
        title=journey.title, order=stop.order, count=len(journey.stops)
    )
    return el(
        "article",
        el("p", position, cls="eyebrow", style=f"color:{as_css(colour)}"),
        el("h2", _capital(labels.place(stop))),
        el("p", *(el("span", chip, cls="chip") for chip in labels.sureness(stop)), cls="chips"),
        gated(journey.care, *_heavy(collection, journey, stop)),
        _section(_("When"), *when_lines(collection, journey, stop)),
        _section(_("A different date is also given"), *claims) if claims else "",
        _section(_("Where"), *_where(stop)),
        _section(_("How they got here"), *_way(before, stop)) if before else "",
        _section(
            _("Who says so"), *_who(collection, stop.sources, () if journey.care else stop.mentions)
        ),
        *([] if journey.care else _left_open(collection, stop.note)),
        *_protected(stop),
        cls="details",
    )


def _heavy(collection: Collection, journey: Journey, stop: Stop) -> list[Markup]:
    """What happened at a stop; of a journey with a content note also the words and what is open."""
    happened = el("p", _sentence(labels.happened(stop)))
    if not journey.care:
        return [happened]
    words = [el("p", quotation(mention)) for mention in stop.mentions]
    told = [_section(_("In the source’s words"), *words)] if words else []
    return [happened, *told, *_left_open(collection, stop.note)]


def journey_details(
    collection: Collection, journey: Journey, colour: str, titled: bool = True
) -> Markup:
    """A journey as a whole: who, what happened, how it ended, and what is left open.

    Without its title where the page has it for a heading already.
    """
    story = (el("p", journey.summary), el("p", journey.outcome, cls="outcome"))
    left_open = _left_open(collection, journey.note)
    missing = [
        text.format(reason=reason)
        for text, reason in (
            (_("Not on the map: {reason}."), not_on_map(journey)),
            (_("Not on the timeline: {reason}."), not_on_timeline(journey)),
        )
        if reason
    ]
    kind = labels.kind(journey.kind)
    return el(
        "article",
        # The sections below are headings of the third rank: one of the second stands above them.
        el("p" if titled else "h2", kind, cls="eyebrow", style=f"color:{as_css(colour)}"),
        el("h2", journey.title) if titled else "",
        el("p", _sentence(journey.people), cls="muted"),
        *_outcome(journey),
        *_unreviewed(journey),
        gated(journey.care, *story, *(left_open if journey.care else ())),
        _section(_("When"), el("p", journey_when(journey)), *_possible_days(journey)),
        *(el("p", text, cls="muted") for text in missing),
        *_length(journey),
        _section(_("Who says so"), *_who(collection, journey.sources, ())),
        *(() if journey.care else left_open),
        *statements_section(
            collection, bearing_on(collection, journey), _("What the source also counts")
        ),
        *_protected(journey),
        cls="details",
    )


def _outcome(journey: Journey) -> list[Markup]:
    """What became of those who travelled, in a few words."""
    outcome = labels.outcome_of(journey)
    return [el("p", outcome, cls="outcome-kind")] if outcome else []


def _unreviewed(journey: Journey) -> list[Markup]:
    """That nobody besides whoever wrote it has reviewed the journey, where that is so."""
    words = _("A draft: no second person has reviewed it yet.")
    return [el("p", words, cls="muted")] if journey.status == "draft" else []


def _possible_days(journey: Journey) -> list[Markup]:
    """The days that filters count as possible, where the journey was not surely under way in all.

    They can reach much further than what is known: to the day on which a text was written.
    """
    core, span = journey.core, journey.span
    if not span.known or (core and core.span == span):
        return []
    words = _("The filters count it as possibly under way: {when}.")
    return [el("p", words.format(when=span_sentence(span)), cls="muted")]


def _length(journey: Journey) -> list[Markup]:
    """How far the places lie apart in order, where each of them is a point."""
    places = [stop.place for stop in journey.stops if stop.place]
    if len(places) < 2 or not all(place.is_point for place in places):
        return []
    words = _("{km:,.0f} km from place to place, as the crow flies (computed)")
    return [el("p", words.format(km=path_km(places)), cls="muted")]


def event_details(collection: Collection, event: Event, is_alone: bool = False) -> Markup:
    """A public event with its date, its places and its sources.

    `is_alone` is True where only one person stands behind it as it is.
    """
    places = ", ".join(collection.places[key].name for key in event.places)
    return el(
        "article",
        el("p", labels.category(event.category), cls="eyebrow"),
        el("h2", event.title),
        gated(event.care, el("p", event.summary)),
        *([el("p", _("No second person has reviewed it yet."), cls="muted")] if is_alone else []),
        _section(_("When"), el("p", date_sentence(event.date))),
        _section(_("Where"), el("p", places)) if places else "",
        _section(
            _("Who says so"),
            *_who(collection, event.sources, ()),
            el(
                "p",
                _("Confidence: {level}").format(level=labels.confidence(event.confidence)),
                cls="muted",
            ),
        ),
        *statements_section(
            collection, bearing_on(collection, event), _("What the source also counts")
        ),
        *_protected(event),
        cls="details",
    )


def _left_open(collection: Collection, note: str) -> list[Markup]:
    words = named_sources(collection, note)
    return [_section(_("What is left open"), el("p", words))] if note else []


def _protected(record: Journey | Stop | Event) -> list[Markup]:
    """What was shown in less detail or withheld before the record was published."""
    lines = [el("p", line) for line in protections(record)]
    return [_section(_("To protect people"), *lines)] if lines else []


def _sentence(text: str) -> str:
    return _capital(text) + ("" if text.endswith((".", "?", "!", "”")) else ".")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _section(title: str, *children: str) -> Markup:
    return el("section", el("h3", title), *children)


def _where(stop: Stop) -> list[Markup]:
    if stop.place is None:
        withheld = "place" in stop.withheld
        return [el("p", _("The place is withheld.") if withheld else _("No place is given."))]
    place = stop.place
    country = labels.country(place.whole_country)
    parts = [part for part in (place.name, place.admin1, country) if part]
    lines = [el("p", ", ".join(dict.fromkeys(parts)))]
    if not country and place.country:
        touched = ", ".join(labels.country(code) for code in place.country)
        lines.append(el("p", _("It touches {countries}.").format(countries=touched), cls="muted"))
    if place.uncertainty_m and place.is_point:
        lines.append(
            el(
                "p",
                _("within about {km:,.0f} km").format(km=max(1, place.uncertainty_m / 1000)),
                cls="muted",
            )
        )
    elif not (place.is_point or place.kind == "building" or is_generalized(stop)):
        lines.append(el("p", _("Only the area is known, so no point is drawn."), cls="muted"))
    if place.note:
        lines.append(el("p", place.note, cls="muted"))
    return lines


def _way(before: Stop, stop: Stop) -> list[Markup]:
    km = leg_km(before.place, stop.place)
    mode = _sentence(stop.mode) if stop.mode else _("How they travelled is not stated.")
    lines = [el("p", _("From {place}. {mode}").format(place=labels.place(before), mode=mode))]
    if km:
        lines.append(
            el("p", _("{km:,.0f} km as the crow flies (computed)").format(km=km), cls="muted")
        )
    return lines


def _who(
    collection: Collection, citations: tuple[Citation, ...], words: tuple[Mention, ...]
) -> list[Markup]:
    """Each source with its paragraphs, the exact words marked in it, its rights and its day."""
    lines = []
    for source, title in cited_sources(collection, citations):
        own = [mention for mention in words if mention.source == source.id]
        quotes = [child for mention in own for child in (" ", quotation(mention))]
        lines.append(el("p", link(title, source.url), *([":"] if quotes else []), *quotes))
        lines.append(el("p", terms(source), cls="terms"))
        lines += [el("p", line, cls="muted") for line in generalizations(source)]
    return lines
