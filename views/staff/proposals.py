"""Proposals in words: what they would change, where they stand, and what was said of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from textwrap import shorten
from urllib.parse import urlencode

from annotations.proposals import agreed
from annotations.records import Collection, Journey
from annotations.store import Deed, Event, Proposal
from annotations.tables import Start
from views.panels import table
from views.staff.saves import LONGEST_WHY, moment
from views.text import Markup, _, el, labels, ngettext

MOST_SHOWN = 50
# What proposals are grouped by.
TIMES, JOURNEYS, TEXTS, TABLES = "times", "journeys", "texts", "tables"


def proposal_title(proposal: Proposal) -> str:
    """Why it was made, in a line."""
    return shorten(proposal.why, LONGEST_WHY) or _("A proposal without a reason")


def proposal_rows(proposal: Proposal) -> str:
    """How many rows of which tables it changes."""
    counts = Counter(change.table for change in proposal.changes)
    return ", ".join(f"{labels.table(name)} {count}" for name, count in counts.items())


def proposal_choice(proposal: Proposal) -> str:
    """A proposal in one line, to choose it by."""
    return f"{proposal_title(proposal)} · {proposal.who}, {moment(proposal.time)}"


def proposal_standing(proposal: Proposal, lacking: Mapping[Start, int]) -> str:
    """Where it stands, and how many people have to agree before it is in the tables."""
    said = {
        "returned": _("Returned for changes."),
        "accepted": _("Accepted: it is in the tables."),
        "dropped": _("Dropped: nothing of it is in the tables."),
    }
    if proposal.state in said:
        return said[proposal.state]
    names = ", ".join(agreed(proposal))
    by = _("Agreed to by {names}.").format(names=names) if names else ""
    count = max(lacking.values(), default=0)
    words = ngettext(
        "{n} more person has to agree.",
        "{n} more people have to agree.",
        count,
    ).format(n=count)
    return " ".join(filter(None, (by, words if count else "")))


def proposals_panel(proposals: Iterable[Proposal], title: str, none: str) -> Markup:
    """Proposals with links that open them."""
    every = list(proposals)
    found, more = every[:MOST_SHOWN], len(every) - MOST_SHOWN
    heads = (_("Proposal"), _("Rows"), _("Made by"), _("Last change"))
    rows = ((_link(one), proposal_rows(one), one.who, moment(one.time)) for one in found)
    body = table(heads, rows) if found else el("p", none, cls="muted")
    left = _("And {n} more.").format(n=f"{more:,}") if more > 0 else ""
    heading = el("h2", f"{title}: {len(every):,}")
    section = el("section", heading, body, el("p", left, cls="muted") if left else "")
    return el("div", el("div", section, cls="gaps"), cls="review")


def grouped_proposals(
    proposals: Iterable[Proposal], by: str, records: Collection
) -> dict[str, list[Proposal]]:
    """Proposals by the journeys, texts or tables that they touch; one may be in several groups."""
    found: dict[str, list[Proposal]] = {}
    for proposal in proposals:
        for title in _titles(proposal, by, records) or [_("Others")]:
            found.setdefault(title, []).append(proposal)
    return dict(sorted(found.items(), key=lambda group: group[0].casefold()))


def _titles(proposal: Proposal, by: str, records: Collection) -> list[str]:
    rows = [(change.table, change.after or change.before or {}) for change in proposal.changes]
    if by == TABLES:
        return list(dict.fromkeys(labels.table(name) for name, _cells in rows))
    if by == TEXTS:
        named = [proposal.source, *(cells["source"] for name, cells in rows if name == "mentions")]
        named += [cells["id"] for name, cells in rows if name == "sources"]
        titles = {cells["id"]: cells["title"] for name, cells in rows if name == "sources"}
        titles |= {key: source.title for key, source in records.sources.items()}
    else:
        named = [cells["journey"] for name, cells in rows if name == "stops"]
        named += [cells["id"] for name, cells in rows if name == "journeys"]
        named += journeys_of(proposal, records)
        titles = {cells["id"]: cells["title"] for name, cells in rows if name == "journeys"}
        titles |= {key: journey.title for key, journey in records.journeys.items()}
    return list(dict.fromkeys(titles.get(key) or key for key in filter(None, named)))


def _link(proposal: Proposal) -> Markup:
    query = urlencode({"proposal": proposal.id})
    return el("a", proposal_title(proposal), href=f"review?{query}", target="_self")


def events_panel(events: Sequence[Event]) -> Markup:
    """Everything that happened to a proposal, the oldest first."""
    return el("ul", *map(_event, events), cls="events")


def _event(event: Event) -> Markup:
    did = deed_label(event.deed).format(who=event.who, moment=moment(event.time))
    return el("li", did, el("blockquote", event.words) if event.words else "")


def deed_label(deed: Deed) -> str:
    """What somebody did to a proposal, as a sentence with room for who and when."""
    return {
        "proposed": _("{who} proposed it {moment}."),
        "changed": _("{who} changed it {moment}."),
        "commented": _("{who} commented {moment}."),
        "returned": _("{who} returned it for changes {moment}."),
        "asked": _("{who} asked for a review again {moment}."),
        "agreed": _("{who} agreed {moment}."),
        "accepted": _("It came into the tables {moment}; {who} accepted it."),
        "dropped": _("{who} dropped it {moment}."),
    }[deed]


def changed_counts(before: Collection, after: Collection) -> Markup:
    """The numbers that visitors would read differently, as they are and as they would be."""
    rows = [
        (label, f"{was:,} → {would:,}")
        for (label, was), (_label, would) in zip(_counts(before), _counts(after), strict=True)
        if was != would
    ]
    if not rows:
        return el("p", _("No count on a public page changes."), cls="muted")
    return table((_("Count"), _("Now → then")), rows)


def _counts(records: Collection) -> Iterator[tuple[str, int]]:
    yield _("Journeys"), len(records.journeys)
    yield _("Stops"), sum(len(journey.stops) for journey in records.journeys.values())
    yield _("Marked words"), len(records.mentions)
    yield _("Events"), len(records.events)
    yield _("Sources"), len(records.sources)
    yield _("Places"), len(records.places)
    for series in dict.fromkeys(row.series for row in records.arrivals):
        total = sum(row.total for row in records.arrivals if row.series == series)
        yield _("Arrivals, series {series}").format(series=series), total


def journeys_of(proposal: Proposal, then: Collection) -> list[str]:
    """The journeys that a proposal touches, of those that there are then, each once."""
    mentions = {change.key_after for change in proposal.changes if change.table == "mentions"}
    stops = [
        (cells or {}).get("journey", "")
        for change in proposal.changes
        if change.table == "stops"
        for cells in (change.before, change.after)
    ]
    found = [change.key_after for change in proposal.changes if change.table == "journeys"]
    found += stops
    found += [
        stop.journey
        for journey in then.journeys.values()
        for stop in journey.stops
        if mentions & {mention.id for mention in stop.mentions}
    ]
    return [key for key in dict.fromkeys(found) if key in then.journeys]


def findable(journey: Journey) -> Markup:
    """What somebody who knows the village, the month or the name could still find by."""
    points = [s.place.name for s in journey.stops if s.place and s.place.is_point]
    dates = [str(stop.date) for stop in journey.stops if stop.date and "-" in str(stop.date)]
    rows = [
        (_("Exact places"), ", ".join(dict.fromkeys(points)) or _("none")),
        (_("Months and days"), ", ".join(dict.fromkeys(dates)) or _("none")),
        (_("Title and people"), f"{journey.title}; {journey.people}"),
    ]
    return table((_("What"), _("As visitors would read it")), rows)
