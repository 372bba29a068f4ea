"""What the sources count and claim: how much, as of when, who says so, and who says otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from annotations.derived import once
from annotations.records import Collection, Event, Journey, Source
from annotations.references import Citation
from annotations.statements import Statement, together
from views.text import (
    Markup,
    _,
    amount,
    as_of,
    cited_sources,
    el,
    gated,
    labels,
    link,
    named_sources,
)


def of_source(collection: Collection, source: Source) -> list[Statement]:
    """The statements of a source."""
    return _by_source(collection).get(source.id, [])


def bearing_on(collection: Collection, record: Journey | Event) -> list[Statement]:
    """The statements that bear on a journey or an event."""
    return _by_record(collection).get(record.id, [])


@once
def _by_source(collection: Collection) -> Mapping[str, list[Statement]]:
    found: dict[str, list[Statement]] = {}
    for statement in collection.statements.values():
        found.setdefault(statement.source.source, []).append(statement)
    return found


@once
def _by_record(collection: Collection) -> Mapping[str, list[Statement]]:
    found: dict[str, list[Statement]] = {}
    for statement in collection.statements.values():
        for key in statement.about:
            found.setdefault(key, []).append(statement)
    return found


def of_arrivals(collection: Collection) -> list[Statement]:
    """The statements that bear on the arrivals of a year."""
    return [each for each in collection.statements.values() if each.years]


def statements_section(
    collection: Collection, statements: Sequence[Statement], title: str
) -> list[Markup]:
    """Statements under a title, those that differ beside each other; nothing for none."""
    if not statements:
        return []
    return [el("section", el("h3", title), statements_list(collection, statements))]


def statements_list(collection: Collection, statements: Iterable[Statement]) -> Markup:
    """The same without a title."""
    groups = dict.fromkeys(together(collection.statements, each) for each in statements)
    return Markup("".join(_group(collection, group) for group in groups))


def _group(collection: Collection, group: Sequence[Statement]) -> Markup:
    """Statements that differ from each other, or one alone."""
    entries = el("ul", *(_entry(collection, each) for each in group))
    differ = el("p", _("These differ:"), cls="muted") if len(group) > 1 else ""
    return el("div", differ, entries, cls="statements")


def _entry(collection: Collection, statement: Statement) -> Markup:
    """A statement; what is heavy in it stands behind its content note, who says so before it."""
    told = [el("p", el("b", statement.subject), ": ", amount(statement))]
    if statement.note:
        told.append(el("p", named_sources(collection, statement.note), cls="muted"))
    who = [
        link(title, source.url) for source, title in cited_sources(collection, [statement.source])
    ]
    return el(
        "li",
        gated(statement.care, *told),
        el("p", ", ".join(_when_and_where(collection, statement)), cls="muted"),
        el("p", *who),
        el("p", ", ".join(_sure(statement)), cls="muted"),
        id=f"statement-{statement.id}",
    )


def _when_and_where(collection: Collection, statement: Statement) -> list[str]:
    place = collection.places.get(statement.place)
    return [as_of(statement.date), *([place.name] if place else [])]


def _sure(statement: Statement) -> list[str]:
    """How it is known, how certain the reading is, and whether anybody has reviewed it."""
    is_draft = statement.status == "draft"
    known = [labels.basis(statement.basis), labels.certainty(statement.certainty)]
    return [*known, *([_("not reviewed by a second person yet")] if is_draft else [])]


def cited_beside(statements: Iterable[Statement]) -> list[Citation]:
    """Who says what some statements say."""
    return [statement.source for statement in statements]
