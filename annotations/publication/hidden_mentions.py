"""Which marked words of the texts are not published, because they say what a profile hides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Container, Iterator

from annotations.collection import AS_IS, EVERYTHING, WITHHELD
from annotations.dates import parse
from annotations.publication.coarse_dates import widened
from annotations.publication.date_phrases import is_plain
from annotations.publication.hidden_words import NOTHING, HiddenWords
from annotations.publication.plan import Plan
from annotations.records import Journey, Mention, Profile
from annotations.references import Citation


def hidden_mentions(plan: Plan) -> frozenset[str]:
    """The ids of the mentions that are removed from the collection and from every stop.

    These are the words that a hidden place or date rests on, every other mention of it in the
    paragraphs that tell the journey, all words of paragraphs that only journeys without any
    publication or statements about them tell, words that only hidden statements rest on, and
    whatever counts from a hidden day.
    """
    if EVERYTHING in plan.levels.profiles:
        return frozenset(plan.collection.mentions)
    hidden = {*_of_stops(plan), *_of_paragraphs(plan), *_of_left_out(plan), *_of_statements(plan)}
    mentions = plan.collection.mentions.values()
    hidden |= {
        mention.id for mention in mentions if _says(mention, plan.hidden_places, plan.everywhere)
    }
    while counted := _counted_from(plan, hidden):
        hidden |= counted
    return frozenset(hidden)


def ids_that_tell(
    mentions: Collection[Mention],
    described: Container[str],
    listed_of: Callable[[str], HiddenWords],
) -> frozenset[str]:
    """The ids of mentions, which stand in a page beside the words, that give something away.

    Those of `described` sources do. `listed_of` says for a source which words none of the others
    may have.
    """
    listed = {key: listed_of(key) for key in {mention.source for mention in mentions}}
    return frozenset(
        each.id
        for each in mentions
        if each.source in described or listed[each.source].in_id(each.id)
    )


def _of_stops(plan: Plan) -> Iterator[str]:
    for journey in plan.journeys:
        for stop in journey.stops:
            yield from (m.id for m in stop.mentions if plan.rests_on_hidden(stop, m))


def _of_paragraphs(plan: Plan) -> Iterator[str]:
    """Other mentions of what a journey hides, in its texts where nobody else is told of.

    Of such a text a journey need not cite each paragraph. Of a journey of which nothing is
    published everything is hidden, but for words that other journeys rest on.
    """
    kept = _kept(plan)
    cited = Counter(each for journey in plan.journeys for each in journey.cited)
    cited.update(each for event in plan.events for each in event.sources)
    of_source: dict[str, list[Mention]] = {}
    for mention in plan.collection.mentions.values():
        of_source.setdefault(mention.source, []).append(mention)
    for journey in plan.collection.journeys.values():
        values = _hidden_values(plan, journey)
        words = plan.words_of(journey)
        if not values and words == NOTHING:
            continue
        own = plan.levels.profiles.get(journey.id)
        spared = kept if journey.id in plan.left_out else ()
        for mention in (m for key in journey.cited_sources for m in of_source.get(key, ())):
            if mention.id in spared:
                continue
            near = is_in(mention, journey.cited) or not is_in(mention, cited)
            if near and (_says(mention, values, words) or (own and _is_finer(plan, mention, own))):
                yield mention.id


def _is_finer(plan: Plan, mention: Mention, own: Profile) -> bool:
    """True for words of a place or a date that are none that a profile lets be told.

    "A village" and "41 years old" may tell as much as a name or a year.
    """
    if mention.kind == "place":
        place = plan.collection.places.get(mention.value)
        if own.place == AS_IS or not place:
            return own.place != AS_IS
        return plan.levels.is_hidden(place, plan.levels.place_told(place, own.place))
    if own.date == AS_IS:
        return False
    told = parse(mention.value).span if mention.value else None
    coarse_day = told is not None and parse(widened(told, own.date) or "..").span == told
    return own.date == WITHHELD or not coarse_day or not is_plain(mention.quote, own.date)


def _hidden_values(plan: Plan, journey: Journey) -> frozenset[str]:
    levels = plan.levels
    values: set[str] = set()
    for stop in journey.stops:
        if stop.place and levels.hides_place(stop):
            values.update(levels.spots(stop.place))
        if levels.hides_date(stop) and stop.date:
            values.add(stop.date)
    return frozenset(values)


def _says(mention: Mention, values: frozenset[str], words: HiddenWords) -> bool:
    return mention.value in values or bool(words.in_text(f"{mention.quote}\n{mention.note}"))


def _of_left_out(plan: Plan) -> Iterator[str]:
    """What nothing but journeys without any publication rests on, or is told beside."""
    collection, kept = plan.collection, _kept(plan)
    told = {citation for journey in plan.journeys for citation in journey.cited}
    told |= {citation for event in plan.events for citation in event.sources}
    told |= {statement.source for statement in plan.statements}
    for key in plan.left_out:
        journey = collection.journeys[key]
        own = {m.id for stop in journey.stops for m in stop.mentions}
        stated = {each.source for each in collection.statements.values() if key in each.about}
        alone = (journey.cited | stated) - told
        yield from own - kept
        yield from (
            m.id for m in collection.mentions.values() if is_in(m, alone) and m.id not in kept
        )


def _of_statements(plan: Plan) -> Iterator[str]:
    """What nothing but statements rests on that are not published."""
    kept, shown = _kept(plan), {each.id for each in plan.statements}
    kept |= {key for each in plan.statements for key in each.mentions}
    gone = (each for key, each in plan.collection.statements.items() if key not in shown)
    return (key for each in gone for key in each.mentions if key not in kept)


def _kept(plan: Plan) -> set[str]:
    """The mentions that stops of journeys rest on of which something is published."""
    return {m.id for journey in plan.journeys for stop in journey.stops for m in stop.mentions}


def _counted_from(plan: Plan, hidden: set[str]) -> set[str]:
    """The mentions that count from a hidden day or mention and are not hidden yet."""
    from_what = hidden | plan.undated
    mentions = plan.collection.mentions.values()
    return {m.id for m in mentions if m.anchor in from_what and m.id not in hidden}


def is_in(mention: Mention, cited: Container[Citation]) -> bool:
    """True where a mention stands in one of the cited paragraphs, or in a text cited as a whole."""
    at = Citation(mention.source, str(mention.paragraph))
    return at in cited or Citation(mention.source) in cited
