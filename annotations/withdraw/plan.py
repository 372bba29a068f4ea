"""A withdrawal as a whole: what goes, what becomes of the rest, and what a person is to know."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace

from annotations.audit import shown_again
from annotations.check import check
from annotations.problems import Problem, RowPlace, did_you_mean, shown
from annotations.saving import added as new_ones
from annotations.store import WITHDRAWN, Copy, Removal, Row, Store, Stories
from annotations.tables import Cells, Snapshot
from annotations.withdraw import person
from annotations.withdraw.alone import telling
from annotations.withdraw.copies import Digests, Holder, holding, words_shown
from annotations.withdraw.history import Gone, Past, line_of_withdrawal
from annotations.withdraw.proof import is_told, words_of
from annotations.withdraw.proposed import proposed
from annotations.withdraw.records import take_out
from annotations.withdraw.subject import Subject
from annotations.withdraw.table import Staying
from annotations.withdraw.tables import UNREAD, WITH_ID, NotWithdrawn, WithdrawnTables


def withdraw(store: Store, subject: Subject, who: str = WITHDRAWN) -> Removal:
    """Take a record or a person out of everything that holds them: all of it, or nothing.

    `who` does it, if that is known. Raises what `planned` and `Store.forget` raise.
    """
    return store.forget(lambda: planned(store, subject, who))


def planned(store: Store, subject: Subject, who: str = WITHDRAWN) -> Removal:
    """What a withdrawal would do. Problems that are there already are no obstacle.

    The record may be in the history or in a proposal alone. Raises `NotWithdrawn`, also for one
    that is nowhere.
    """
    before, past, beside = store.snapshot(), Past(store.past()), tuple(store.copies())
    _refuse_unopened(before)
    tables = WithdrawnTables(before, _texts_of(store.stories))
    persons: set[str] = set()
    if subject.names:
        table, named = _take_person(store, subject, tables, beside)
        persons = named
    else:
        table, named = _take_record(store, subject.record, tables, past), {subject.record}
    rows = [*tables.gone, *proposed(store, named, before)]
    gone = past.gone_with(named, rows, tables.left())
    digests = Digests(_digests(gone.rows), tables.left("sha256").get("sources", set()))
    held = holding(beside, gone.words, words_shown(gone.rows), digests)
    left = [row.cells for name in tables.left() for row in tables.rows(name)]
    words = words_of(gone.rows, gone.words, persons, left, tables.stories_left)
    tells = telling(gone.words, lambda text: is_told(text, words))
    staying, added = _staying(before, tables), line_of_withdrawal(table, len(tables.gone), who)
    plan = Removal(
        rows=tables.changed,
        stories=tables.stories,
        lines=past.without(gone, staying, tells),
        added=added,
        copies=frozenset(each.copy.ref for each in held if each.goes),
        withdrawn=_ids(gone.rows, tables.left()),
        words=words,
        moved=tuple(past.moved(added, staying, tells)),
    )
    name = store.history_name
    to_read = (
        *tables.to_read,
        *_follows(store, before, plan),
        *_unread(past, gone, name),
        *(each for each in held if not each.goes),
    )
    report = tuple(_done(tables, gone, held, name))
    return replace(plan, report=report, to_read=tuple(map(str, to_read)))


def _staying(before: Snapshot, tables: WithdrawnTables) -> Mapping[Row, Staying]:
    """The rows that stay by the keys that they had; of several with one key the first."""
    found: dict[Row, Staying] = {}
    for name in tables.left():
        were = before.table(name).by_key
        for row in tables.rows(name):
            found.setdefault((name, row.key), Staying(were[row.key], row.cells))
    return found


def _refuse_unopened(tables: Snapshot) -> None:
    """Raise `NotWithdrawn` for a table that cannot be opened: nobody knows what is in it."""
    for sheet in tables.tables.values():
        for problem in sheet.broken:
            if not problem.line:
                raise NotWithdrawn(str(problem))


def _take_record(store: Store, record: str, tables: WithdrawnTables, past: Past) -> str:
    """Take a record out of the tables; the table that it is, or was, or would be a row of."""
    there = tables.ids()
    found = proposed(store, {record}, store)
    awaited = {cells["id"]: name for name, cells in found if "id" in cells}
    known = {**awaited, **past.ids(tables.left()), **there}
    if record not in known:
        meant = did_you_mean(record, known)
        meant = meant or " Write the id of a journey, event, statement, mention or source."
        raise NotWithdrawn(f"There is no record {shown(record)}.{meant}")
    if record in there:
        take_out(tables, [record])
    return known[record]


def _take_person(
    store: Store, subject: Subject, tables: WithdrawnTables, beside: Iterable[Copy]
) -> tuple[str, set[str]]:
    """Take a person out of the tables; a table that lost rows, and how their name is spelled."""
    names = person.spelled(subject.names)
    texts = (text for copy in beside for text in copy.texts)
    found = person.spellings(names, (*texts, *(held.text for held in store.held())))
    if not found:
        told = f"Nobody named {shown(' or '.join(subject.names))} is in the tables."
        raise NotWithdrawn(f"{told} Give each name by itself.")
    take_out(tables, person.of_person(tables, names))
    person.without_names(tables, names)
    return next((table for table, _ in tables.gone), "names"), found


def _texts_of(stories: Stories) -> Mapping[str, str]:
    """The texts of the stories. Raises `OSError` for one that cannot be opened."""
    found = {}
    for name in stories.names():
        with suppress(FileNotFoundError):  # what is no file holds nothing, as the check says
            found[name] = stories.exact(name)
    return found


def _digests(rows: Iterable[tuple[str, Cells]]) -> set[str]:
    return {cells.get("sha256", "") for table, cells in rows if table == "sources"} - {""}


def _ids(rows: Iterable[tuple[str, Cells]], left: Mapping[str, Collection[str]]) -> frozenset[str]:
    """The ids of rows that go, now and earlier, that no row which stays has."""
    found = {cells.get("id", "") for table, cells in rows if table in WITH_ID}
    return frozenset(found.difference([""], *(left[table] for table in WITH_ID)))


def _done(tables: WithdrawnTables, gone: Gone, held: Iterable[Holder], name: str) -> Iterator[str]:
    """What goes, a line each."""
    lines = (Problem(RowPlace(name, line), "", "line removed") for line in sorted(gone.lines))
    yield from map(str, (*tables.done, *lines, *(each for each in held if each.goes)))


def _follows(store: Store, before: Snapshot, plan: Removal) -> Iterator[Problem]:
    """What a withdrawal lets be seen again, and the problems that it makes."""
    after, stories = store.without(plan)
    changed = {*plan.rows, *(f"stories/{name}" for name in plan.stories)}
    yield from sorted(shown_again(before, store.stories, after, stories))
    yield from sorted(
        new_ones(check(before, stories=store.stories), check(after, stories=stories), changed, {})
    )


def _unread(past: Past, gone: Gone, name: str) -> Iterator[Problem]:
    """The lines of the history that cannot be read, and that stay."""
    for line in past.unread():
        if line not in gone.lines:
            yield Problem(RowPlace(name, line), "", UNREAD)
