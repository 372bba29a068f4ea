"""Statements and words of the glossary as they may be published beside the other records."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from annotations.glossary import Term
from annotations.publication.described_sources import SourceNames
from annotations.publication.plan import Plan
from annotations.publication.replaced import replaced
from annotations.records import Collection


def with_statements(shown: Collection, plan: Plan, hidden: frozenset[str]) -> Collection:
    """The records with the statements of which source, words and place are shown as they are."""
    found = {
        each.id: each
        for each in plan.statements
        if each.source.source in shown.sources
        and all(key in shown.mentions and key not in hidden for key in each.mentions)
        and each.place in {"", *shown.places}
    }
    names = SourceNames(plan)
    told = {
        key: replaced(
            each, note=names.text(each.note), differs=tuple(k for k in each.differs if k in found)
        )
        for key, each in found.items()
    }
    return replace(shown, statements=MappingProxyType(told))


def with_glossary(shown: Collection, plan: Plan) -> Collection:
    """The records with the words that give nothing away, each with those of its sources shown."""
    names = SourceNames(plan)
    told = {}
    for key, term in plan.collection.glossary.items():
        kept = tuple(each for each in term.sources if each.source in shown.sources)
        if kept and not _tells(plan, term):
            told[key] = replaced(term, sources=kept, note=names.text(term.note))
    return replace(shown, glossary=MappingProxyType(told))


def _tells(plan: Plan, term: Term) -> str:
    """The first hidden word that is in the words of a term, in its other names or its id."""
    words = plan.everywhere
    elsewhere = words.listed.in_text("\n".join((*term.korean, *term.chinese)))
    return words.in_text(term.text) or elsewhere or words.listed.in_id(term.id)
