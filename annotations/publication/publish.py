"""The collection as it may be published: nothing else reaches a browser or a download.

`publication.csv` says in how much detail a journey, a stop or a place is shown: see `Profile` in
`annotations.records`. What was done is kept with each record as codes, which follow the
Darwin Core terms `dataGeneralizations` and `informationWithheld`:

* `generalized`: `place:LEVEL` (`place:role` for a name alone), `date:LEVEL`, `names:role`
  of a journey, `what:role` of a stop, `place:area` of an event, `source:kind` of a source.
* `withheld`: `place`, `date`, `length` (what a day was counted from), `words:N` (marked words
  of the source), `text:N` (texts of ours that would have given it away).

Days are computed anew from what is published, so that no span rests on a hidden day.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Literal

from annotations.certainty import certainty_of_date
from annotations.codes import DateCertainty
from annotations.collection import AS_IS, ROLE, hides, resolve_journey, told_span, told_together
from annotations.dates import OPEN, Contradiction, Span, parse
from annotations.publication.described_sources import kept_sources, with_described_sources
from annotations.publication.hidden_mentions import hidden_mentions
from annotations.publication.hidden_words import HiddenWords
from annotations.publication.plan import Plan
from annotations.publication.replaced import replaced
from annotations.publication.told_beside import with_glossary, with_statements
from annotations.records import Arrivals, Collection, Event, Journey, Stop
from annotations.references import citations
from geodata.places import Place


def published(collection: Collection) -> Collection:
    """The records as they may be shown; the same collection where nothing is hidden of it.

    It has no profiles left, and what is withheld as a whole is not in it.
    """
    if not any(map(hides, collection.publication.values())):
        return replace(collection, publication={}) if collection.publication else collection
    plan = Plan(collection)
    hidden = hidden_mentions(plan)
    stops = _dated(plan, {s.id: _stop(plan, j, s, hidden) for j in plan.journeys for s in j.stops})
    journeys = {j.id: _journey(plan, j, stops) for j in plan.journeys}
    events = {event.id: _event(plan, event) for event in plan.events}
    mentions = collection.mentions.items()
    shown = Collection(
        sources=collection.sources,
        places=MappingProxyType(_places(plan, journeys, events, hidden)),
        mentions=MappingProxyType({key: m for key, m in mentions if key not in hidden}),
        journeys=MappingProxyType(journeys),
        events=MappingProxyType(events),
        arrivals=tuple(_arrivals(plan, row) for row in collection.arrivals),
        names=tuple(row for row in collection.names if not plan.everywhere.in_text(row.name)),
    )
    described = with_described_sources(shown, plan)
    return with_glossary(with_statements(described, plan, hidden), plan)


def _journey(plan: Plan, journey: Journey, stops: Mapping[str, Stop]) -> Journey:
    shown = plan.in_role(journey)
    cut, count = _without(plan.words_of(journey), outcome=journey.outcome, note=journey.note)
    return replaced(
        shown,
        stops=tuple(stops[stop.id] for stop in journey.stops),
        generalized=("names:role",) if plan.hides_people(journey) else (),
        withheld=_counted("text", count),
        outcome=cut["outcome"],
        outcome_kind=journey.outcome_kind if _says_outcome(journey, cut, stops) else "",
        note=cut["note"],
    )


def _says_outcome(journey: Journey, cut: Mapping[str, str], stops: Mapping[str, Stop]) -> bool:
    """True where neither the words about it nor the last stop are withheld."""
    last = [stops[stop.id] for stop in journey.stops[-1:]]
    hidden = any("place" in stop.withheld or "what:role" in stop.generalized for stop in last)
    return cut["outcome"] == journey.outcome and not hidden


def _stop(plan: Plan, journey: Journey, stop: Stop, hidden: frozenset[str]) -> Stop:
    """A stop as it is shown, its days still to be computed."""
    levels, own = plan.levels, plan.levels.profiles.get(stop.id)
    words_left = hidden.isdisjoint(mention.id for mention in stop.mentions)
    if plan.says_nothing_of(journey, stop) and words_left:
        return stop
    new_role = own.role if own is not None and own.names == ROLE else None
    role = stop.role if new_role is None else new_role
    told = plan.words_of_stop(journey, stop)
    cut, texts = _without(told, role=role, mode=stop.mode, note=stop.note)
    words = tuple(mention for mention in stop.mentions if mention.id not in hidden)
    uncounted = stop.id in plan.uncounted
    place, date = levels.shown_place(stop), levels.shown_date(stop)
    coarse, gone = _done(plan, stop)
    return replace(
        stop,
        place=place and _place(plan, place),
        date=date,
        date_basis="computed" if date and not stop.date else stop.date_basis,
        date_certainty=stop.date_certainty if stop.date else _certainty_of_length(stop),
        mentions=words,
        generalized=(*coarse, *(["what:role"] if new_role is not None else [])),
        withheld=(
            *gone,
            *(["length"] if uncounted else []),
            *_counted("words", len(stop.mentions) - len(words)),
            *_counted("text", texts),
        ),
        role=cut["role"],
        mode=cut["mode"],
        note=cut["note"],
        after="" if uncounted else stop.after,
        duration="" if uncounted else stop.duration,
        tolerance="" if uncounted else stop.tolerance,
    )


def _certainty_of_length(stop: Stop) -> DateCertainty | Literal[""]:
    """How certain the length of time is that the days of a stop are computed from, if any."""
    sure = certainty_of_date(stop)
    return "" if sure == "unresolved" or not stop.duration else sure


def _done(plan: Plan, stop: Stop) -> tuple[list[str], list[str]]:
    """The codes of place and date: what is shown in less detail, and what not at all."""
    levels = plan.levels
    coarse: list[str] = []
    gone: list[str] = []
    for name, hidden, level, shown in (
        ("place", levels.hides_place(stop), levels.place_level(stop), levels.shown_place(stop)),
        ("date", levels.hides_date(stop), levels.date_level(stop), levels.shown_date(stop)),
    ):
        if hidden and not shown:
            gone.append(name)
        elif hidden:
            coarse.append(f"{name}:{ROLE if level == AS_IS else level}")
    return coarse, gone


def _dated(plan: Plan, stops: Mapping[str, Stop]) -> dict[str, Stop]:
    """The stops with the days that the published rows allow; a hidden day is not narrowed."""
    told = {key: journey.stops for key, journey in plan.collection.journeys.items()}
    anchors = {event.id: event.span for event in plan.events}
    dated = dict(stops)
    for group in told_together(told):
        members = [stop for key in group for stop in told[key]]
        if any({stop.id, stop.after} & plan.undated for stop in members):
            shown = [stops[stop.id] for stop in members if stop.id in stops]
            dated |= {stop.id: stop for stop in _resolved(shown, anchors)}
    return {key: _unnarrowed(plan, stop) for key, stop in dated.items()}


def _resolved(stops: list[Stop], anchors: Mapping[str, Span]) -> tuple[Stop, ...]:
    try:
        return resolve_journey(stops, anchors)
    except Contradiction:  # as in the tables: then each stop keeps its own date
        return tuple(replace(stop, span=told_span(stop), computed_from=()) for stop in stops)


def _unnarrowed(plan: Plan, stop: Stop) -> Stop:
    if stop.id not in plan.undated:
        return stop
    return replace(stop, span=parse(stop.date).span if stop.date else OPEN, computed_from=())


def _event(plan: Plan, event: Event) -> Event:
    """An event at its places as they are shown; of these only a profile of their own says how."""
    own = [plan.collection.places[key] for key in event.places]
    told = [plan.levels.place_told(place, AS_IS) for place in own]
    return replaced(
        event,
        places=tuple(dict.fromkeys(place.id for place in told if place)),
        generalized=("place:area",) if any(p and p.id not in event.places for p in told) else (),
        withheld=("place",) if None in told else (),
    )


def _places(
    plan: Plan, journeys: Mapping[str, Journey], events: Mapping[str, Event], hidden: frozenset[str]
) -> dict[str, Place]:
    """The places that are shown, those that stand for hidden ones among them."""
    levels, places = plan.levels, plan.collection.places.values()
    stops = (stop for journey in journeys.values() for stop in journey.stops)
    spots = [stop.place for stop in stops if stop.place]
    shown = {place.id: place for place in spots}
    used = {key for event in events.values() for key in event.places}
    used |= {m.value for m in plan.collection.mentions.values() if m.id not in hidden}
    used |= {key for place in spots for key in levels.spots(place)}
    brought = plan.spots | _brought(plan, hidden)
    told = [levels.place_told(place, AS_IS) for place in places]
    kept = [place for place in told if place and (place.id in used or place.id not in brought)]
    return {place.id: _place(plan, place) for place in kept} | shown


def _brought(plan: Plan, hidden: frozenset[str]) -> set[str]:
    """The places of journeys, words and sources that are not published; others may have them."""
    collection, kept = plan.collection, kept_sources(plan)
    journeys = (collection.journeys[key] for key in plan.left_out)
    stops = (stop for journey in journeys for stop in journey.stops)
    cited = {place.id: [c.source for c in citations(place.sources)]
             for place in collection.places.values()}  # fmt: skip
    return {
        *(stop.place.id for stop in stops if stop.place),
        *(collection.mentions[key].value for key in hidden),
        *(key for key, sources in cited.items() if sources and not kept & set(sources)),
    }


def _arrivals(plan: Plan, row: Arrivals) -> Arrivals:
    cut, _count = _without(plan.everywhere, note=row.note, variants=row.variants)
    return replaced(row, note=cut["note"], variants=cut["variants"])


def _place(plan: Plan, place: Place) -> Place:
    return replaced(place, note="") if plan.everywhere.in_text(place.note) else place


def _without(words: HiddenWords, **texts: str) -> tuple[dict[str, str], int]:
    """The texts, an empty one for each that has a telling word, and how many of these."""
    cut = {name: "" if words.in_text(text) else text for name, text in texts.items()}
    return cut, sum(cut[name] != text for name, text in texts.items())


def _counted(code: str, count: int) -> tuple[str, ...]:
    return (f"{code}:{count}",) if count else ()
