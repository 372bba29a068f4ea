"""Who says how many arrived in all: what the sum adds up, and where each part of it was read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from annotations.derived import once
from annotations.records import Arrivals, Collection, Source
from annotations.references import Citation
from views.text import (
    Markup,
    _,
    cited_sources,
    count_sources,
    current_language,
    el,
    link,
    ministry_page,
    terms,
    years,
)


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
    return el("span", *_links(collection, count_sources(collection, row)), cls="counted")


def pages_on_paper(collection: Collection) -> Markup:
    """Every page that a count was read in, once and by its number: a list for paper alone.

    Paper has the rights and the day here, said once for all pages that share them.
    """
    lists = [
        child
        for words, pages in _by_terms(collection).items()
        for child in (el("p", words), el("ul", *_named(collection, pages)))
    ]
    return el("section", el("h2", _("Where these counts were read")), *lists, cls="on-paper")


def _by_terms(collection: Collection) -> Mapping[str, Sequence[Source]]:
    """The pages on which counts were read by their rights and the day on which they were read."""
    read = [page for row in collection.arrivals for page in count_sources(collection, row)]
    groups: dict[str, dict[str, Source]] = {}
    for page in read:
        groups.setdefault(terms(page), {})[page.id] = page
    return {words: [*pages.values()] for words, pages in groups.items()}


@partial(once, of=current_language)
def _numbers(collection: Collection) -> dict[str, int]:
    """The number of each page in the list for paper, by its id."""
    pages = [page for group in _by_terms(collection).values() for page in group]
    return {page.id: number for number, page in enumerate(pages, 1)}


def _named(collection: Collection, pages: Iterable[Source]) -> list[Markup]:
    """Each page with its number, its publisher and its title."""
    numbers = _numbers(collection)
    named = cited_sources(collection, (Citation(page.id) for page in pages))
    return [el("li", el("b", str(numbers[page.id])), " ", title) for page, title in named]


def _total(rows: Sequence[Arrivals]) -> int:
    return sum(row.total for row in rows)


def _on_its_page(collection: Collection, rows: Sequence[Arrivals]) -> list[Markup]:
    """How much of the sum was read on the ministry's own page, and which page that was."""
    pages = {page.id: page for row in rows if (page := ministry_page(collection, row))}
    if not pages:
        return []
    words = _("{total:,} of them, to the end of {year}, were read on the ministry’s own page:")
    text = words.format(total=_total(rows), year=str(rows[-1].end_year))
    return [el("p", text, " ", *_links(collection, [*pages.values()]), cls="counted")]


def _in_copies(collection: Collection, rows: Sequence[Arrivals]) -> list[Markup]:
    """How much of the sum was read where others copied it, year by year."""
    if not rows:
        return []
    words = _("{total:,} of them were read where others copied the ministry’s figures:")
    lines = [
        el(
            "li",
            f"{years(row)}: {row.total:,}. ",
            *_links(collection, count_sources(collection, row)),
            cls="counted",
        )
        for row in rows
    ]
    return [el("p", words.format(total=_total(rows))), el("ul", *lines)]


def _links(collection: Collection, sources: Sequence[Source]) -> list[str]:
    """Each source by its publisher as a link, with its rights and the day on which it was read.

    Its number is for paper, and no text that a search of the page would find.
    """
    numbers = _numbers(collection)
    parts: list[str] = []
    for source in sources:
        parts.append(link(source.publisher or source.title, source.url))
        parts.append(el("sup", data_number=str(numbers[source.id])))
        parts += [" ", el("small", terms(source)), " "]
    return parts
