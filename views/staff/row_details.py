"""Rows in words: how many were found, and one opened with the words and sources behind it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from annotations.records import Collection, Mention, Stop
from annotations.references import journey_and_order
from annotations.search import Found, cited
from annotations.tables import Sheet, WrittenRow
from views.text import Markup, _, el, labels, link, mention_details, ngettext

MOST_WORDS = 60


def found_sentence(found: Found, listed: int) -> str:
    """How many rows of how many fit, and that not all of them are listed where that is so."""
    count, total = len(found.rows), len(found.sheet.rows)
    file = f"{found.sheet.table}.csv"
    told = ngettext("{n} of {total} row in {file}", "{n} of {total} rows in {file}", total).format(
        n=f"{count:,}", total=f"{total:,}", file=file
    )
    journeys = len(found.journeys)
    of = ngettext("from {n} journey", "from {n} journeys", journeys).format(n=f"{journeys:,}")
    whole = f"{told}, {of}." if journeys and found.sheet.table != "journeys" else f"{told}."
    if count <= listed:
        return whole
    rest = _("The first {n} are listed; the files contain all of them.").format(n=f"{listed:,}")
    return f"{whole} {rest}"


def counts_line(counts: Mapping[str, int], table: str) -> Markup:
    """How many rows of the other tables fit, of those that can be asked the same."""
    others = [f"{labels.table(name)} {count:,}" for name, count in counts.items() if name != table]
    if not others:
        return Markup("")
    return el("p", _("In the other tables: "), " · ".join(others), cls="muted")


def row_details(collection: Collection, sheet: Sheet, row: WrittenRow) -> Markup:
    """The row with its file and line; all of it is text of the records and stays text."""
    place = _("{file}, line {line}").format(file=f"{sheet.table}.csv", line=row.line)
    cells = [
        el("tr", el("th", column, scope="row"), el("td", cell))
        for column, cell in zip(sheet.columns, row.cells, strict=True)
    ]
    words = [
        mention_details(collection, mention) for mention in mentions_of_row(collection, sheet, row)
    ]
    sources = _sources(collection, sheet, row)
    return el(
        "article",
        el("p", place, cls="eyebrow"),
        el("h2", row.id),
        el("div", el("table", el("tbody", *cells), cls="records"), cls="scroll"),
        _section(_("In the source’s words"), words[:MOST_WORDS], len(words)),
        _section(_("Who says so"), sources, len(sources)),
        cls="details",
    )


def stops_of(collection: Collection, key: str) -> list[Stop]:
    """The stops of a journey, or the one that `journey:order` names; none of what is not there."""
    journey, order = journey_and_order(key)
    stops = collection.journeys[journey].stops if journey in collection.journeys else ()
    return [stop for stop in stops if order in ("", str(stop.order))]


def mentions_of_row(collection: Collection, sheet: Sheet, row: WrittenRow) -> list[Mention]:
    """The marked words that a row rests on, or that name it; none of a row that cannot stand."""
    if sheet.table == "mentions":
        return [collection.mentions[row.id]] if row.id in collection.mentions else []
    if sheet.table == "places":
        return [m for m in collection.mentions.values() if (m.kind, m.value) == ("place", row.id)]
    if sheet.table not in ("journeys", "stops"):
        return []
    told = [mention for stop in stops_of(collection, row.id) for mention in stop.mentions]
    return list({mention.id: mention for mention in told}.values())


def _sources(collection: Collection, sheet: Sheet, row: WrittenRow) -> list[Markup]:
    (keys,) = cited(replace(sheet, rows=(row,)))
    known = [collection.sources[key] for key in keys if key in collection.sources]
    return [
        el("p", link(source.title, source.url), f" · {source.id}", el("small", source.rights))
        for source in known
    ]


def _section(title: str, children: Sequence[Markup], count: int) -> Markup:
    """A titled part, which says how many it leaves out; nothing where there is nothing."""
    if not children:
        return Markup("")
    left = count - len(children)
    more = el("p", _("And {n} more.").format(n=left), cls="muted") if left else ""
    return el("section", el("h3", title), *children, more)
