"""The words that lessons need: each with its definition, its names elsewhere, and who says so."""

from __future__ import annotations

from annotations.glossary import Term
from annotations.records import Collection
from views.panels.folds import page_index
from views.text import Markup, _, cited_sources, el, link, ngettext


def glossary_sentence(collection: Collection) -> str:
    """How many words the glossary has, and what it says of each."""
    n = len(collection.glossary)
    return ngettext(
        "{n} word that lessons need, explained in our own words, with who says so.",
        "{n} words that lessons need, each explained in our own words, with who says so.",
        n,
    ).format(n=n)


def glossary(collection: Collection) -> Markup:
    """A link to each word, and all of them in the order of the alphabet."""
    terms = sorted(collection.glossary.values(), key=lambda one: one.term.casefold())
    index = page_index({_id(term): term.term for term in terms})
    return Markup(index + el("dl", *(_entry(collection, one) for one in terms), cls="glossary"))


def _id(term: Term) -> str:
    return f"word-{term.id}"


def _entry(collection: Collection, term: Term) -> Markup:
    others = [*_named(term.korean, "ko"), *_named(term.chinese, "zh")]
    told = [el("p", term.definition), *([el("p", term.note, cls="muted")] if term.note else [])]
    who = [link(title, source.url) for source, title in cited_sources(collection, term.sources)]
    return el(
        "div",
        el("dt", el("b", term.term), *others),
        el("dd", *told, el("ul", *(el("li", one) for one in who), aria_label=_("Who says so"))),
        id=_id(term),
        cls="word",
    )


def _named(names: tuple[str, ...], lang: str) -> list[Markup]:
    return [el("span", name, lang=lang) for name in names]
