"""The parts of a long page: an index of them, and each folded behind its title."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from annotations.records import Arrivals, Collection, Source
from views.panels.counts.statements import of_source, statements_section
from views.panels.reading import source_row
from views.text import Markup, _, el, ministry_page


def page_index(parts: Mapping[str, str]) -> Markup:
    """Links to the parts of a page: the id of each with its title."""
    links = (el("a", title, href=f"#{key}", target="_self") for key, title in parts.items())
    return el(
        "nav",
        el("ul", *(el("li", one) for one in links)),
        cls="page-index",
        aria_label=_("On this page"),
    )


def fold(key: str, title: str, *content: str, level: str = "h2") -> Markup:
    """A part behind its title. A link to its id opens it."""
    # A browser opens what a link leads into, so the id is inside.
    return el("details", el("summary", el(level, title)), el("div", *content, id=key), cls="fold")


def _kinds() -> dict[str, str]:
    """The kinds of sources in the order of the page, each with its name for several of them."""
    return {
        "statistics": _("Statistics"),
        "news": _("News"),
        "report": _("Reports"),
        "article": _("Articles"),
        "reference": _("Reference works"),
        "law": _("Laws"),
        "testimony": _("Testimony"),
    }


def source_groups(sources: Iterable[Source]) -> dict[str, tuple[str, list[Source]]]:
    """Sources by their kind: the id of each part with its title and what is in it."""
    by_kind: dict[str, list[Source]] = {}
    for source in sources:
        by_kind.setdefault(source.kind, []).append(source)
    words = _("{kind} ({n})")
    return {
        f"sources-{kind}": (words.format(kind=name, n=len(by_kind[kind])), by_kind[kind])
        for kind, name in _kinds().items()
        if kind in by_kind
    }


def arrivals_groups(collection: Collection) -> dict[str, tuple[str, list[Arrivals]]]:
    """Rows of arrivals by who is read for them: the id of each part with its title and its rows."""
    official = [row for row in collection.arrivals if row.series == "ministry"]
    return {
        "ministry": (
            _("Read on the ministry’s own page"),
            [row for row in official if ministry_page(collection, row)],
        ),
        "copies": (
            _("The ministry’s figures, read in copies by the press and others"),
            [row for row in official if not ministry_page(collection, row)],
        ),
        "single": (
            _("Single years within the two early periods"),
            [row for row in collection.arrivals if row.series != "ministry"],
        ),
    }


def source_folds(collection: Collection, sources: Sequence[Source]) -> Markup:
    """A fold for each page of the public record: what, whose and when; then all there is of it."""
    return Markup("".join(_source_fold(collection, source) for source in sources))


def _source_fold(collection: Collection, source: Source) -> Markup:
    page, publisher, published, rests, rights, note = source_row(collection, source)
    by = " · ".join(part for part in (publisher, published) if part)
    return el(
        "details",
        el("summary", el("b", source.title), el("small", by)),
        el("p", page, cls="address"),
        el("p", el("b", _("Used for: ")), rests),
        el("p", el("b", _("Rights: ")), rights) if rights else "",
        el("p", note) if note else "",
        *statements_section(collection, of_source(collection, source), _("What it also counts")),
        cls="source-fold",
    )
