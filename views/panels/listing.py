"""The readable list beside the map: what is selected, and by name what a view cannot show.

One piece of HTML, however long: each entry is a link that opens its record at an address that
works by itself, and carries the id in `data-open` for a page that can open it without loading.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from annotations.derived import once_each
from annotations.records import Collection, Event, Journey
from annotations.selection import Selection
from views.atlas import as_css, colours_of
from views.panels.unseen import Unseen, in_no_period, unseen_on_map, unseen_on_timeline
from views.text import Markup, _, current_language, el, labels, years_beside

Record = TypeVar("Record", Journey, Event)

MOST_LISTED = 40
ALL_LISTED = 150  # up to as many nobody has to narrow the filters
# Gives the address that opens a record: the kind of the record, and its id.
Address = Callable[[str, str], str]
Words = tuple[str, ...]


def journey_entries(collection: Collection, selection: Selection, address: Address) -> Markup:
    """The selected journeys with their colours; of thousands the first, and how many follow."""
    colours = colours_of(collection)

    def entry(journey: Journey) -> Markup:
        colour = as_css(colours[journey.id])
        words = _journey_words(collection, journey)
        return _entry(words, journey.id, address("journey", journey.id), f"--journey:{colour}")

    none = _("No journey matches these filters.")
    if not collection.journeys:
        none = _("No journey can be shown at the moment.")
    return _listed(selection.journeys, entry, none)


def event_entries(selection: Selection, address: Address) -> Markup:
    """The selected events."""

    def entry(event: Event) -> Markup:
        words = _words(event.title, labels.year_range(event.span))
        return _entry(words, event.id, address("event", event.id), "")

    return _listed(selection.events, entry, _("No event matches these filters."))


def possible_entry(selection: Selection, address: Address) -> Markup:
    """How many more may lie in the period, as a link that lets them in; nothing where none do."""
    if not selection.possible:
        return Markup("")
    words = _("Possibly also in this period: {n}").format(n=len(selection.possible))
    shown = address("within", labels.within("possibly"))
    return el("p", el("a", words, href=shown, target="_self", data_open="possibly"), cls="possible")


def first_listed(records: Sequence[Record]) -> Sequence[Record]:
    """All of some dozens; of more the first."""
    return records if len(records) <= ALL_LISTED else records[:MOST_LISTED]


def unseen_entries(collection: Collection, selection: Selection) -> Markup:
    """What map and timeline cannot show and what lies in no period, closed until it is opened."""
    untimed = unseen_on_timeline(collection, selection, MOST_LISTED)
    missing = (
        ("unmapped", _("Not on the map"), unseen_on_map(collection, selection, MOST_LISTED)),
        ("untimed", _("Not on the timeline"), untimed),
        ("undated", _("Without a date, so in no period"), in_no_period(selection, MOST_LISTED)),
    )
    return Markup("".join(_unseen(*told) for told in missing if told[-1].count))


def _listed(records: Sequence[Record], entry: Callable[[Record], Markup], none: str) -> Markup:
    if not records:
        return el("p", none, cls="muted")
    named = first_listed(records)
    entries = el("ul", *map(entry, named), cls="listing")
    return entries + _more(len(records) - len(named))


@partial(once_each, of=current_language)
def _journey_words(_collection: Collection, journey: Journey) -> Words:
    """What an entry says of a journey, whatever else is in the list."""
    return _words(journey.title, years_beside(journey), labels.outcome_of(journey))


def _words(title: str, years: str, outcome: str = "") -> Words:
    last = el("small", outcome, cls="outcome") if outcome else ""
    return el("b", title), f" · {years}" if years else "", last


def _entry(words: Words, key: str, address: str, style: str) -> Markup:
    return el("li", el("a", *words, href=address, target="_self", data_open=key, style=style))


def _more(left: int) -> Markup:
    """How many a list leaves out, if any."""
    if left <= 0:
        return Markup("")
    words = _("And {n} more: narrow the filters to list them.").format(n=left)
    return el("p", words, cls="muted")


def _unseen(name: str, title: str, missing: Unseen) -> Markup:
    lines = [
        el("p", el("b", record.title), f" — {reason}", cls="unseen")
        for record, reason in missing.named
    ]
    summary = el("summary", f"{title}: {missing.count}")
    return el("details", summary, *lines, _more(missing.more), cls=f"unseen-list {name}")
