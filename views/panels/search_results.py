"""What a search found, as HTML: grouped by what it is, each with the way to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from urllib.parse import urlencode

from annotations.derived import once
from annotations.records import Collection, Stop
from annotations.references import Citation
from annotations.search import EVENTS, JOURNEYS, PLACES, SOURCES, STATEMENTS, WORDS
from views.text import (
    Markup,
    _,
    care_of,
    cited_sources,
    date_sentence,
    el,
    gated,
    journey_when,
    labels,
    link,
    ngettext,
    quotation,
    said,
)

MOST_OF_A_KIND = 8
MOST_STOPS = 6
# Leads to the first page from every other one, also where the app has a path of its own.
FIRST_PAGE = "./?"


def search_results(collection: Collection, answers: Mapping[str, Sequence[str]]) -> Markup:
    """What was found, the first of each kind, and how many there are."""
    if not answers:
        words = _(
            "Nothing was found. Try another spelling, a single word, or the name of a place in "
            "Korean or Chinese."
        )
        return el("p", words, cls="muted")
    groups = (
        _group(kind, keys, [ENTRIES[kind](collection, key) for key in keys[:MOST_OF_A_KIND]])
        for kind, keys in answers.items()
    )
    return el("div", *groups, cls="found")


def search_examples(collection: Collection) -> str:
    """What can be asked for: the towns that most stops name, one in Korean, and no person."""
    stops = (stop for journey in collection.journeys.values() for stop in journey.stops)
    towns = Counter(
        (stop.place.name_ko, stop.place.name)
        for stop in stops
        if stop.place and stop.place.is_point and stop.place.name_ko
    )
    names = [names[at] for at, (names, _n) in enumerate(towns.most_common(2))]
    return f"{', '.join(names)} …" if names else ""


def found_in_all(answers: Mapping[str, Sequence[str]]) -> str:
    """How much was found, as a sentence that a screen reader can say."""
    count = sum(map(len, answers.values()))
    return ngettext("{n} thing found", "{n} things found", count).format(n=count)


def _group(kind: str, keys: Sequence[str], entries: Iterable[Markup]) -> Markup:
    title = _("{kind} ({n})").format(kind=labels.found(kind), n=len(keys))
    more = len(keys) - MOST_OF_A_KIND
    rest = _("and {n} more: add a word to find fewer").format(n=more)
    left = [el("p", rest, cls="muted")] if more > 0 else []
    return el("section", el("h3", title), el("ul", *entries), *left)


def _journey(collection: Collection, key: str) -> Markup:
    journey = collection.journeys[key]
    told = (labels.kind(journey.kind), journey_when(journey), labels.outcome_of(journey))
    said = ", ".join(filter(None, told))
    return el("li", _way(journey.title, journey=key), " ", el("small", said))


def _place(collection: Collection, key: str) -> Markup:
    stops = _stops_at(collection).get(key, [])
    events = [event for event in collection.events.values() if key in event.places]
    ways = [_to_stop(collection, stop) for stop in stops[:MOST_STOPS]]
    ways += [_way(event.title, event=event.id) for event in events[: MOST_STOPS - len(ways)]]
    more = len(stops) + len(events) - len(ways)
    place = next((stop.place for stop in stops if stop.place), None) or collection.places[key]
    names = ", ".join(filter(None, (place.name, place.name_ko, place.name_zh)))
    rest = el("li", _("and {n} more").format(n=more)) if more else Markup("")
    return el("li", names, el("ul", *(el("li", way) for way in ways), rest))


def _event(collection: Collection, key: str) -> Markup:
    event = collection.events[key]
    said = f"{labels.category(event.category)}, {date_sentence(event.date)}"
    return el("li", _way(event.title, event=key), " ", el("small", said))


def _statement(collection: Collection, key: str) -> Markup:
    statement = collection.statements[key]
    ((source, title),) = cited_sources(collection, [statement.source])
    ways = [
        child
        for journey in (collection.journeys.get(each) for each in statement.about)
        if journey
        for child in (" ", _way(_("About {title}").format(title=journey.title), journey=journey.id))
    ]
    words = gated(statement.care, said(statement))
    return el("li", words, " ", el("small", link(title, source.url)), *ways)


def _source(collection: Collection, key: str) -> Markup:
    source = collection.sources[key]
    ((_same, title),) = cited_sources(collection, [Citation(key)])
    when = date_sentence(source.published) if source.published else ""
    return el("li", link(title, source.url), " ", el("small", when))


def _words(collection: Collection, key: str) -> Markup:
    mention = collection.mentions[key]
    said = _("paragraph {number}").format(number=mention.paragraph)
    stop = _stops_that_rest_on(collection).get(key)
    way = _to_stop(collection, stop) if stop else Markup("")
    ((_text, title),) = cited_sources(collection, [Citation(mention.source)])
    words = gated(care_of(collection, [mention]), quotation(mention))
    return el("li", words, " ", way, " ", el("small", f"{title}, {said}"))


@once
def _stops_at(collection: Collection) -> Mapping[str, list[Stop]]:
    """The stops at each place."""
    found: dict[str, list[Stop]] = {}
    for journey in collection.journeys.values():
        for stop in journey.stops:
            if stop.place:
                found.setdefault(stop.place.id, []).append(stop)
    return found


@once
def _stops_that_rest_on(collection: Collection) -> Mapping[str, Stop]:
    """For each mention the first stop that it is marked for."""
    found: dict[str, Stop] = {}
    for journey in collection.journeys.values():
        for stop in journey.stops:
            for mention in stop.mentions:
                found.setdefault(mention.id, stop)
    return found


def _to_stop(collection: Collection, stop: Stop) -> Markup:
    title = collection.journeys[stop.journey].title
    words = _("{journey}, stop {order}").format(journey=title, order=stop.order)
    return _way(words, journey=stop.journey, stop=str(stop.order))


def _way(words: str, **address: str) -> Markup:
    return el("a", words, href=FIRST_PAGE + urlencode(address), target="_self")


ENTRIES: Mapping[str, Callable[[Collection, str], Markup]] = {
    JOURNEYS: _journey,
    PLACES: _place,
    EVENTS: _event,
    STATEMENTS: _statement,
    SOURCES: _source,
    WORDS: _words,
}
