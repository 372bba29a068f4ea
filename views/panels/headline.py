"""The title of a view, the selection as a sentence, and how its journeys ended."""

from __future__ import annotations

from collections import Counter
from itertools import islice

from annotations.codes import OUTCOME_KINDS, PATTERNS
from annotations.records import Collection, Journey
from annotations.selection import Filters, Selection
from views.atlas import not_on_map
from views.text import _, journey_when, journey_years, labels, ngettext, short_source


def headline(selection: Selection, opened: Journey | None) -> str:
    """The journey that is shown in full with its time, else what the map is about."""
    told = opened or _only_one(selection)
    if told is None:
        return _about(selection.filters)
    if not journey_years(told):
        return told.title
    return _("{title}, {when}").format(title=told.title, when=journey_when(told))


def _about(filters: Filters) -> str:
    """What a map of one outcome or one kind is about; of several, the routes out as a whole."""
    outcomes, kinds = filters.outcomes, filters.kinds
    if outcomes and outcomes <= {"returned", "died"}:
        return {
            frozenset({"returned"}): _("People who were forced back to North Korea"),
            frozenset({"died"}): _("People who died"),
        }.get(outcomes, _("People who were forced back to North Korea or died"))
    if outcomes == {"settled-elsewhere"}:
        return _("People who settled in another country")
    if outcomes and not outcomes & {"arrived", "settled-elsewhere"}:
        return _("Journeys of which no source tells the arrival")
    titles = {
        "attempt": _("Attempts stopped on the way"),
        "return": _("People who were forced to return"),
        "helper": _("Trips by people who helped"),
    }
    only = next(iter(kinds)) if len(kinds) == 1 else ""
    return titles.get(only, _("How people got out of North Korea"))


def _only_one(selection: Selection) -> Journey | None:
    """The journey that is drawn alone; looking ends at the second that is drawn."""
    ways = (j for j in selection.journeys if j.kind not in PATTERNS and not not_on_map(j))
    drawn = list(islice(ways, 2))
    return drawn[0] if len(drawn) == 1 else None


def selection_sentence(collection: Collection, selection: Selection) -> str:
    """What was chosen, as a sentence: period, countries, kinds, sources."""
    filters = selection.filters
    kinds = ", ".join(labels.kind(code).lower() for code in sorted(filters.kinds))
    what = (
        _("Journeys ({kinds})").format(kinds=kinds)
        if kinds
        else _("Journeys from testimony and the public record")
    )
    if not filters.whole_time:
        certainty = _("possibly") if filters.possibly else _("definitely")
        when = _("{certainty} under way between {first} and {last}")
        if filters.first == filters.last:
            when = _("{certainty} under way in {first}")
        what = (
            (what if kinds else _("Journeys"))
            + " "
            + when.format(certainty=certainty, first=filters.first, last=filters.last)
        )
    if filters.countries:
        names = ", ".join(sorted(labels.country(code) for code in filters.countries))
        what += _(", via {countries}").format(countries=names)
    if filters.outcomes:
        names = ", ".join(labels.outcome(code) for code in sorted(filters.outcomes))
        what += _(", with this outcome: {outcomes}").format(outcomes=names)
    if filters.sources:
        names = ", ".join(short_source(collection, key) for key in sorted(filters.sources))
        what += _(", according to {sources}").format(sources=names)
    return what


def summary(collection: Collection, selection: Selection, opened: Journey | None) -> str:
    """What stands below the title: how the journeys ended, and what was chosen where it is said."""
    chosen = f"{selection_sentence(collection, selection)}."
    ends = "" if opened else finding(selection)
    if ends and selection.filters == Filters():
        return ends
    return f"{chosen} {ends}".strip()


def finding(selection: Selection) -> str:
    """How the selected journeys ended, as one sentence; "" where fewer than two say it by a code.

    Trips of helpers and general routes have no such end and are not counted.
    """
    ends = Counter(journey.outcome_kind for journey in selection.journeys if journey.outcome_kind)
    total = sum(ends.values())
    if total < 2:
        return ""
    told = (_end(kind, ends[kind]) for kind in OUTCOME_KINDS if ends[kind])
    return _("Of {n} journeys by people who left, {ends}.").format(n=total, ends=", ".join(told))


def _end(kind: str, n: int) -> str:
    words = {
        "arrived": ngettext("{n} reached South Korea", "{n} reached South Korea", n),
        "settled-elsewhere": ngettext(
            "{n} led to another country", "{n} led to another country", n
        ),
        "in-transit": ngettext("{n} was still on the way", "{n} were still on the way", n),
        "returned": ngettext("{n} ended in a forced return", "{n} ended in a forced return", n),
        "died": ngettext("{n} ended in death", "{n} ended in death", n),
        "not-told": ngettext("{n} has no stated end", "{n} have no stated end", n),
    }[kind]
    return words.format(n=n)


def counters(selection: Selection) -> str:
    """How many journeys, stops and events are on the screen."""
    stops = selection.stop_count
    parts = (
        ngettext("{n} journey", "{n} journeys", len(selection.journeys)).format(
            n=len(selection.journeys)
        ),
        ngettext("{n} stop", "{n} stops", stops).format(n=stops),
        ngettext("{n} event", "{n} events", len(selection.events)).format(n=len(selection.events)),
    )
    return " · ".join(parts)
