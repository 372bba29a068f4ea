"""Sources as they may be named: those that would tell stand under a description and another id."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType

from annotations.codes import DATE_LEVELS, DateLevel, SourceKind
from annotations.dates import parse
from annotations.publication.coarse_dates import widened
from annotations.publication.hidden_mentions import ids_that_tell
from annotations.publication.hidden_words import HiddenWords
from annotations.publication.plan import Plan
from annotations.publication.replaced import replaced
from annotations.records import Arrivals, Collection, Event, Journey, Mention, Source, Stop
from annotations.references import Citation, citations
from geodata.cells import cell_of
from geodata.places import Place

TITLES: Mapping[SourceKind, str] = {
    "testimony": "A testimony",
    "article": "An article",
    "statistics": "A page of statistics",
    "news": "A news report",
    "report": "A report",
    "reference": "A page of reference",
    "law": "A law",
}
DESCRIBED = "source:kind"


@dataclass(frozen=True)
class SourceNames:
    """How the sources of a collection are named where profiles hide something."""

    plan: Plan

    @cached_property
    def ids(self) -> Mapping[str, str]:
        """The id under which each source that would tell is published."""
        sources = self.plan.collection.sources
        telling = [source for source in sources.values() if self._tells(source)]
        free = (f"source-{n}" for n in range(1, len(sources) + len(telling) + 1))
        given = (key for key in free if key not in sources)
        return {source.id: key for source, key in zip(telling, given, strict=False)}

    def id(self, key: str) -> str:
        """The id under which a source is published."""
        return self.ids.get(key, key)

    def source(self, source: Source) -> Source:
        """A source as it may be named: as it is, or by its kind and, roughly, its date.

        A note or a word on rights that tells more than the source itself goes alone.
        """
        rights, note = (self._kept(source, text) for text in (source.rights, source.note))
        if source.id not in self.ids:
            published = self._published(source, "as-is")
            return replace(source, note=note, rights=rights, published=published)
        return replace(
            source,
            id=self.ids[source.id],
            title=TITLES[source.kind],
            author="",
            publisher="" if self._listed(source).in_text(source.publisher) else source.publisher,
            published=self._published(source, "year"),
            url="",
            rights=rights,
            note="",
            generalized=(DESCRIBED,),
        )

    def _kept(self, source: Source, text: str) -> str:
        tells = self._listed(source).in_text(text) or self._breaks_rules(source, text)
        return "" if tells else text

    def citation(self, cited: Citation) -> Citation:
        """A citation by the id under which its source is published; words in it may go."""
        locator = cited.locator
        if locator and not locator.isdigit() and self.listed_of(cited.source).in_text(locator):
            locator = ""
        return Citation(self.id(cited.source), locator)

    def text(self, text: str) -> str:
        """A text that may name sources by their ids."""
        if not self.ids or not text:
            return text
        return self._pattern.sub(lambda found: self.ids[found[0]], text)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest_first = sorted(self.ids, key=len, reverse=True)
        return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])")

    @cached_property
    def _protected(self) -> Mapping[str, list[Journey]]:
        """The journeys of which something is hidden, by each source that they cite."""
        found: dict[str, list[Journey]] = {}
        for journey in self.plan.collection.journeys.values():
            if self.plan.levels.hides_any(journey):
                for key in journey.cited_sources:
                    found.setdefault(key, []).append(journey)
        return found

    def listed_of(self, key: str) -> HiddenWords:
        """The words that nothing may have that stands in a source."""
        source = self.plan.collection.sources.get(key)
        return self._listed(source) if source else self.plan.everywhere

    def _listed(self, source: Source) -> HiddenWords:
        words = self.plan.everywhere
        for journey in self._protected.get(source.id, ()):
            words |= self.plan.words_of(journey).listed
        return words

    def _tells(self, source: Source) -> bool:
        words, told = self._listed(source), f"{source.title}\n{source.author}\n{source.publisher}"
        if words.in_text(told) or words.in_address(source.url) or words.in_id(source.id):
            return True
        hidden = any(map(self.plan.hides_people, self._protected.get(source.id, ())))
        by_address = any(words.in_address(source.url) for words in self._rules(source))
        told_by_them = hidden and source.kind == "testimony"
        return told_by_them or by_address or self._breaks_rules(source, source.title)

    def _breaks_rules(self, source: Source, text: str) -> bool:
        """True where a text breaks a rule for names or dates of a journey that cites a source."""
        return any(words.in_text(text, is_title=True) for words in self._rules(source))

    def _rules(self, source: Source) -> Iterable[HiddenWords]:
        return map(self.plan.words_of, self._shown_in_part(source))

    def _shown_in_part(self, source: Source) -> list[Journey]:
        journeys = self._protected.get(source.id, ())
        return [journey for journey in journeys if journey.id not in self.plan.left_out]

    def _published(self, source: Source, level: DateLevel) -> str:
        """When a source was published, no finer than a level and than its journeys allow."""
        levels = (level, *(words.dates for words in self._rules(source)))
        level = max(levels, key=DATE_LEVELS.index)
        if level == "as-is" or not source.published:
            return source.published
        return "" if level == "withheld" else widened(parse(source.published).span, level)


def with_described_sources(shown: Collection, plan: Plan) -> Collection:
    """What is published, with every source named as it may be, and without those of others.

    A source that only journeys cite of which nothing is published is not there at all.
    """
    names, kept = SourceNames(plan), kept_sources(plan)
    mentions = _renamed_mentions(shown, names)
    stop = _stop_of(names, mentions, kept)
    return replace(
        shown,
        sources=_by_id(names.source(shown.sources[key]) for key in shown.sources if key in kept),
        places=MappingProxyType({k: _place(names, p, kept) for k, p in shown.places.items()}),
        mentions=MappingProxyType({each.id: each for each in mentions.values()}),
        journeys=MappingProxyType({
            key: _journey(names, journey, stop) for key, journey in shown.journeys.items()
        }),
        events=MappingProxyType({k: _event(names, event) for k, event in shown.events.items()}),
        arrivals=tuple(_arrivals(names, row) for row in shown.arrivals),
    )  # fmt: skip


def kept_sources(plan: Plan) -> set[str]:
    """The ids of the sources that something that is published cites, or nothing that is hidden."""
    cited = {key for journey in plan.journeys for key in journey.cited_sources}
    cited |= {each.source for event in plan.events for each in event.sources}
    cited |= {each.source for row in plan.collection.arrivals for each in row.sources}
    left_out = plan.sources_left_out
    return {key for key in plan.collection.sources if key in cited or key not in left_out}


def _renamed_mentions(shown: Collection, names: SourceNames) -> dict[str, Mention]:
    """The mentions by the ids that they had; those that would tell have others now."""
    found = {key: m for key, m in shown.mentions.items() if m.source in shown.sources}
    telling = ids_that_tell(found.values(), names.ids, names.listed_of)
    ids = {key: f"{names.id(m.source)}-words-{n}" if key in telling else key
           for n, (key, m) in enumerate(found.items(), start=1)}  # fmt: skip
    return {
        key: replaced(
            mention,
            id=ids[key],
            source=names.id(mention.source),
            note=names.text(mention.note),
            anchor=ids.get(mention.anchor, mention.anchor),
        )
        for key, mention in found.items()
    }


def _stop_of(
    names: SourceNames, mentions: Mapping[str, Mention], kept: set[str]
) -> Callable[[Stop], Stop]:
    places: dict[Place, Place] = {}

    def placed(place: Place) -> Place:
        if place not in places:
            places[place] = _place(names, place, kept)
        return places[place]

    def renamed(stop: Stop) -> Stop:
        return replaced(
            stop,
            place=stop.place and placed(stop.place),
            sources=_citations(names, stop.sources),
            mentions=tuple(mentions[m.id] for m in stop.mentions if m.id in mentions),
            note=names.text(stop.note),
        )

    return renamed


def _journey(names: SourceNames, journey: Journey, stop: Callable[[Stop], Stop]) -> Journey:
    return replaced(
        journey,
        sources=_citations(names, journey.sources),
        note=names.text(journey.note),
        stops=tuple(map(stop, journey.stops)),
    )


def _event(names: SourceNames, event: Event) -> Event:
    return replaced(event, sources=_citations(names, event.sources))


def _arrivals(names: SourceNames, row: Arrivals) -> Arrivals:
    return replaced(
        row,
        sources=_citations(names, row.sources),
        note=names.text(row.note),
        variants=names.text(row.variants),
    )


def _place(names: SourceNames, place: Place, kept: set[str]) -> Place:
    cited = (names.citation(each) for each in citations(place.sources) if each.source in kept)
    return replaced(place, sources=cell_of(map(str, cited)), note=names.text(place.note))


def _citations(names: SourceNames, cited: Iterable[Citation]) -> tuple[Citation, ...]:
    return tuple(map(names.citation, cited))


def _by_id(sources: Iterable[Source]) -> Mapping[str, Source]:
    return MappingProxyType({source.id: source for source in sources})
