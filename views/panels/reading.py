"""Records as tables and lists to read: one journey, all journeys, arrivals, sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from annotations.records import Arrivals, Collection, Journey, Source, Stop
from views.panels.counts.statements import of_source, statements_section
from views.panels.counts.who_counted import read_in
from views.text import (
    Markup,
    _,
    cited_sources,
    computed_words,
    date_basis,
    date_sentence,
    el,
    gated,
    generalizations,
    journey_years,
    labels,
    link,
    mention_details,
    named_sources,
    ngettext,
    protections,
    when_sentence,
    years,
)


def table(
    heads: Sequence[str],
    rows: Iterable[Sequence[str]],
    numbers: Sequence[int] = (),
    name: str = "",
    stacks: bool = False,
) -> Markup:
    """A table that scrolls by itself on a narrow screen; `numbers` are columns of figures.

    `name` says what is in it, for whoever hears the page; without one its heads do. Where it
    `stacks`, the cells of a row stand on a phone below each other, each with its head.
    """

    def cell(tag: str, position: int, content: str) -> Markup:
        head = heads[position] if stacks and tag == "td" else ""
        return el(tag, content, cls="number" if position in numbers else "", data_head=head)

    head = el("tr", *(cell("th", n, text) for n, text in enumerate(heads)))
    body = [el("tr", *(cell("td", n, content) for n, content in enumerate(row))) for row in rows]
    words = _("Table: {columns}").format(columns=name or ", ".join(heads))
    whole = el("table", el("thead", head), el("tbody", *body), cls="records")
    # Gone to by key, it scrolls by the arrows.
    room = el("div", whole, cls="scroll", role="region", aria_label=words, tabindex="0")
    return el("div", room, cls="stacks") if stacks else room


def stops_table(collection: Collection, journey: Journey) -> Markup:
    """The stops of a journey in order: where, what, when, how sure, in whose words.

    Where the journey has a content note, what happened and the words stand behind it; places and
    dates stand before it.
    """
    heads = (_("Stop"), _("Where"), _("What happened"), _("When"), _("Certainty"))
    rows = [_stop_row(collection, journey, stop) for stop in journey.stops]
    whole = el("div", table((*heads, _("In the source’s words")), rows), cls="stops")
    return _places_and_dates(collection, heads, journey) + gated(journey.care, whole)


def _places_and_dates(collection: Collection, heads: Sequence[str], journey: Journey) -> Markup:
    """Where and when the stops were and how sure that is, as long as the rest is not opened."""
    if not journey.care:
        return Markup("")
    number, where, _happened, when, sure = heads
    rows = (
        (str(stop.order), labels.place(stop), _when(collection, journey, stop), _sure(stop))
        for stop in journey.stops
    )
    shown = el("div", table((number, where, when, sure), rows), cls="stops")
    return el("div", shown, cls="before-note")


def _stop_row(collection: Collection, journey: Journey, stop: Stop) -> tuple[str, ...]:
    words = Markup("".join(mention_details(collection, mention) for mention in stop.mentions))
    sources = [
        el("small", link(title, source.url))
        for source, title in cited_sources(collection, stop.sources)
    ]
    what = labels.happened(stop) + (f" ({stop.mode})" if stop.mode else "")
    return (
        el("span", str(stop.order), id=stop.id),
        labels.place(stop),
        what,
        _when(collection, journey, stop),
        _sure(stop),
        el("div", words, *sources),
    )


def _when(collection: Collection, journey: Journey, stop: Stop) -> Markup:
    return el(
        "span",
        when_sentence(stop),
        *(el("small", line) for line in computed_words(collection, journey, stop)),
        el("small", date_basis(stop)) if stop.date or stop.duration else "",
    )


def _sure(stop: Stop) -> Markup:
    sure = ", ".join(labels.sureness(stop))
    return el("span", sure, *(el("small", line) for line in protections(stop)))


def journeys_table(journeys: Iterable[Journey], address: Callable[[str, str], str]) -> Markup:
    """All journeys with their kind, outcome, years and countries, each a link to its own page.

    `address` gives the address of a journey by its id.
    """
    rows = table(
        (_("Journey"), _("Kind"), _("Outcome"), _("Years"), _("Via"), _("Stops")),
        (
            (
                el("a", journey.title, href=address("journey", journey.id), target="_self"),
                labels.kind(journey.kind),
                labels.outcome_of(journey),
                journey_years(journey) or _("not given"),
                ", ".join(_route(journey)),
                str(len(journey.stops)),
            )
            for journey in journeys
        ),
        numbers=(5,),
        stacks=True,
    )
    return el("div", rows, cls="journeys")


def _route(journey: Journey) -> list[str]:
    """The countries in the order in which the stops reach them, as far as the sources say.

    A border or a sea goes by its own name: it lies in several countries, or in none.
    """
    names = [
        labels.country(stop.place.whole_country) or stop.place.name
        for stop in journey.stops
        if stop.place
    ]
    return list(dict.fromkeys(names))


def arrivals_table(collection: Collection, rows: Sequence[Arrivals], name: str = "") -> Markup:
    """Counts with the years that they count, other figures seen, and who says so."""
    return table(
        (
            _("Years"),
            _("Men"),
            _("Women"),
            _("Total"),
            _("Other figures seen"),
            _("Note"),
            _("Read in"),
        ),
        (
            (
                years(row),
                f"{row.men:,}" if row.men is not None else _("not found"),
                f"{row.women:,}" if row.women is not None else _("not found"),
                f"{row.total:,}",
                named_sources(collection, row.variants),
                row.note,
                read_in(collection, row),
            )
            for row in rows
        ),
        numbers=(1, 2, 3),
        name=name,
    )


def source_entry(collection: Collection, source: Source) -> Markup:
    """A source with its licence, what rests on it, and what it leaves open."""
    journeys = [j for j in collection.journeys.values() if source.id in j.cited_sources]
    events = [e for e in collection.events.values() if source.id in {c.source for c in e.sources}]
    mentions = [m for m in collection.mentions.values() if m.source == source.id]
    stated = of_source(collection, source)
    rests = [
        words.format(n=n)
        for n, words in (
            (len(journeys), ngettext("{n} journey", "{n} journeys", len(journeys))),
            (
                len(mentions),
                ngettext("{n} marked place or date", "{n} marked places and dates", len(mentions)),
            ),
            (len(events), ngettext("{n} event", "{n} events", len(events))),
            (len(stated), ngettext("{n} statement", "{n} statements", len(stated))),
        )
        if n
    ]
    by = ", ".join(part for part in (source.author, source.publisher) if part)
    published = date_sentence(source.published) if source.published else _("date not given")
    return el(
        "article",
        el("h2", link(source.title, source.url)),
        el("p", " · ".join(filter(None, (by, published))), cls="muted"),
        *(el("p", line) for line in generalizations(source)),
        el("p", el("b", _("Used for: ")), ", ".join(rests) or _("nothing yet")),
        el("p", el("b", _("Rights: ")), source.rights) if source.rights else "",
        el("p", el("b", _("Leaves open: ")), source.note) if source.note else "",
        *statements_section(collection, stated, _("What it also counts")),
        cls="details source",
    )


def source_row(collection: Collection, source: Source) -> tuple[str, ...]:
    """A page of the public record as a row: what, when, whose, what for."""
    events = sum(
        source.id in {c.source for c in event.sources} for event in collection.events.values()
    )
    journeys = sum(source.id in journey.cited_sources for journey in collection.journeys.values())
    stated = len(of_source(collection, source))
    counts = sum(source.id in {c.source for c in row.sources} for row in collection.arrivals)
    rests = [
        words.format(n=n)
        for n, words in (
            (journeys, ngettext("{n} journey", "{n} journeys", journeys)),
            (events, ngettext("{n} event", "{n} events", events)),
            (counts, ngettext("{n} count", "{n} counts", counts)),
            (stated, ngettext("{n} statement", "{n} statements", stated)),
        )
        if n
    ]
    published = date_sentence(source.published) if source.published else ""
    return (
        link(source.title, source.url),
        source.publisher,
        published,
        ", ".join(rests) or _("places"),
        source.rights,
        " ".join((source.note, *generalizations(source))).strip(),
    )
