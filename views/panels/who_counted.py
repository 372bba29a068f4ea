"""Who says how many arrived in all: what the sum adds up, and where each part of it was read."""

from __future__ import annotations

from collections.abc import Sequence

from annotations.records import Arrivals, Collection, Source
from views.text import Markup, _, count_sources, el, link, ministry_page, years


def total_answer(collection: Collection, rows: Sequence[Arrivals]) -> Markup:
    """Who says the sum of the ministry's counts and each of its parts, closed until it is asked."""
    own = [row for row in rows if ministry_page(collection, row)]
    copied = [row for row in rows if row not in own]
    words = _("{total:,} is computed: the sum of the ministry’s {n} counts in the tables below.")
    return el(
        "details",
        el("summary", _("Who says so?")),
        el("p", words.format(total=_total(rows), n=str(len(rows)))),
        *_on_its_page(collection, own),
        *_in_copies(collection, copied),
        cls="prose",
    )


def read_in(collection: Collection, row: Arrivals) -> Markup:
    """Where a count was read, each page as a link."""
    return el("span", *_links(count_sources(collection, row)))


def _total(rows: Sequence[Arrivals]) -> int:
    return sum(row.total for row in rows)


def _on_its_page(collection: Collection, rows: Sequence[Arrivals]) -> list[Markup]:
    """How much of the sum was read on the ministry's own page, and which page that was."""
    pages = {page.id: page for row in rows if (page := ministry_page(collection, row))}
    if not pages:
        return []
    words = _("{total:,} of them, to the end of {year}, were read on the ministry’s own page:")
    text = words.format(total=_total(rows), year=str(rows[-1].end_year))
    return [el("p", text, " ", *_links([*pages.values()]))]


def _in_copies(collection: Collection, rows: Sequence[Arrivals]) -> list[Markup]:
    """How much of the sum was read where others copied it, year by year."""
    if not rows:
        return []
    words = _("{total:,} of them were read where others copied the ministry’s figures:")
    lines = [
        el(
            "li",
            f"{years(row)}: {row.total:,}. ",
            *_links(count_sources(collection, row)),
        )
        for row in rows
    ]
    return [el("p", words.format(total=_total(rows))), el("ul", *lines)]


def _links(sources: Sequence[Source]) -> list[str]:
    """Each source by its publisher as a link, split by commas."""
    parts: list[str] = []
    for source in sources:
        parts += [", "] if parts else []
        parts.append(link(source.publisher or source.title, source.url))
    return parts
