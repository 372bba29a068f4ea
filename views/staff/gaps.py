"""What is missing or in doubt, in words: a table for each group, with links to the journeys."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import urlencode

from annotations.check import Doubt
from annotations.problems import Problem
from annotations.records import Collection, Journey, Mention, Stop
from geodata.places import Place
from views.panels import table
from views.text import Markup, _, el, labels, ngettext, short_source, when_sentence

MOST_SHOWN = 200
TO_REVIEW = ("draft-journeys", "draft-mentions")


def title_of(group: str) -> str:
    """What the rows of a group have in common."""
    return {
        "problems": _("Contradictions and other problems found by the check"),
        "undated": _("Stops without a date"),
        "unplaced": _("Stops without a place"),
        "wide": _("Stops whose possible dates span more than a year"),
        "doubted-places": _("Stops whose place is not certain"),
        "doubted-dates": _("Stops whose date is not certain"),
        "draft-journeys": _("Journeys that nobody has reviewed"),
        "draft-mentions": _("Marked words that nobody has reviewed"),
        "one-source": _("Journeys with only one source"),
        "far": _("Places that may be more than 50 km off"),
    }[group]


def gaps_sentence(groups: Mapping[str, Sequence[Doubt]]) -> str:
    """How much there is, over all groups."""
    count = sum(map(len, groups.values()))
    return ngettext(
        "{n} entry, with its row. Nothing can be changed here.",
        "{n} entries, each with its row. Nothing can be changed here.",
        count,
    ).format(n=f"{count:,}")


def gaps_panel(collection: Collection, groups: Mapping[str, Sequence[Doubt]]) -> Markup:
    """Every group with its count, the longest cut off with the number of what follows."""
    sections = (_group(collection, key, doubts) for key, doubts in groups.items())
    return el("div", *sections, cls="gaps")


def _group(collection: Collection, key: str, doubts: Sequence[Doubt]) -> Markup:
    more = len(doubts) - MOST_SHOWN
    none = el("p", _("None."), cls="muted")
    return el(
        "section",
        el("h2", f"{title_of(key)}: {len(doubts):,}"),
        _way_to_review() if key in TO_REVIEW and doubts else "",
        _rows(collection, title_of(key), doubts[:MOST_SHOWN]) if doubts else none,
        el("p", _("And {n} more.").format(n=f"{more:,}"), cls="muted") if more > 0 else "",
        id=f"gaps-{key}",
    )


def _way_to_review() -> Markup:
    return el("p", el("a", _("See what needs review"), href="review", target="_self"))


def _rows(collection: Collection, name: str, doubts: Iterable[Doubt]) -> Markup:
    heads = (_("Journey"), _("What"), _("Row"))
    return table(
        heads,
        (
            (_journey(collection, doubt.journey), _what(collection, doubt), _row(doubt))
            for doubt in doubts
        ),
        name=name,
    )


def _row(doubt: Doubt) -> Markup:
    """The row by its file and line, as a link to it among the records."""
    if not doubt.key:
        return el("code", doubt.row)
    address = "records?" + urlencode({"table": labels.table(doubt.table), "row": doubt.key})
    return el("a", el("code", doubt.row), href=address, target="_self")


def _journey(collection: Collection, key: str) -> str:
    """The journey as a link to its own page."""
    if key not in collection.journeys:
        return ""
    address = "journeys?" + urlencode({"journey": key})
    return el("a", collection.journeys[key].title, href=address, target="_self")


def _what(collection: Collection, doubt: Doubt) -> str:
    """The record in a few words."""
    match doubt.record:
        case Problem(column=column, message=message):
            return f"{column}: {message}" if column else message
        case Stop() as stop:
            return f"{stop.order} · {labels.place(stop)} · {stop.role} · {when_sentence(stop)}"
        case Journey() as journey:
            named = (short_source(collection, key) for key in sorted(journey.cited_sources))
            return ", ".join(named)
        case Mention() as mention:
            return f"“{mention.quote}”"
        case Place() as place:
            return f"{place.name} (± {(place.uncertainty_m or 0) / 1000:,.0f} km)"
