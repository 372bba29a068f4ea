"""A withdrawal as a whole: what goes, what becomes of the rest, and what a person is to know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from annotations.check import check
from annotations.problems import Problem, RowPlace, did_you_mean, shown
from annotations.saving import added
from annotations.store import Copy, Removal, Store, Stories
from annotations.tables import Snapshot
from annotations.withdraw.alone import whole
from annotations.withdraw.copies import holding, words_shown
from annotations.withdraw.history import Gone, Past, line_of_withdrawal
from annotations.withdraw.tables import UNREAD, NotWithdrawn, Withdrawal


def withdraw(store: Store, record: str) -> Removal:
    """Take a record out of everything that holds it: all of it, or nothing.

    Raises what `planned` and `Store.forget` raise.
    """
    return store.forget(lambda: planned(store, record))


def planned(store: Store, record: str) -> Removal:
    """What a withdrawal would do. Problems that are there already are no obstacle.

    The record may be in the history alone. Raises `NotWithdrawn`, also for one
    that is nowhere.
    """
    tables, past = store.snapshot(), Past(store.past())
    withdrawal = Withdrawal(tables, _texts_of(store.stories))
    there = withdrawal.ids()
    known = {**past.ids(withdrawal.left()), **there}
    if record not in known:
        meant = did_you_mean(record, known) or " Write the id of a journey, event or mention."
        raise NotWithdrawn(f"no record {shown(record)}.{meant}")
    if record in there:
        withdrawal.take_out(record)
    gone = past.gone_with(record, withdrawal.gone, withdrawal.left())
    beside = list(store.copies())
    held = holding(beside, gone.words, words_shown(gone.rows), _digests(gone, withdrawal))
    plan = Removal(
        rows=withdrawal.rows,
        stories=withdrawal.stories,
        lines=past.without(gone),
        added=line_of_withdrawal(known[record], len(withdrawal.gone)),
        copies=frozenset(each.copy.ref for each in held if each.goes),
    )
    report = (
        *sorted(withdrawal.places),
        *sorted(withdrawal.to_read),
        *_of_what_is_left(store, tables, plan, record, beside),
        *_of_history(past, gone, store.history_name),
        *held,
    )
    return replace(plan, report=tuple(map(str, report)))


def _texts_of(stories: Stories) -> Mapping[str, str]:
    """The texts of the stories that can be opened."""
    found = {}
    for name in stories.names():
        try:
            found[name] = stories.exact(name)
        except OSError:
            continue  # the check says so
    return found


def _digests(gone: Gone, withdrawal: Withdrawal) -> set[str]:
    """The digests of texts that no source is left for."""
    found = {cells.get("sha256", "") for table, cells in gone.rows if table == "sources"}
    return found - withdrawal.left("sha256").get("sources", set()) - {""}


def _of_what_is_left(
    store: Store, before: Snapshot, plan: Removal, record: str, beside: Iterable[Copy]
) -> Iterator[Problem]:
    """What still names the record, and the problems that its withdrawal makes."""
    after, stories = store.without(plan)
    texts = [*_texts_of_tables(after)]
    texts += [(RowPlace(f"stories/{n}", 1), text) for n, text in _texts_of(stories).items()]
    texts += [(RowPlace(c.name, 1), "\n".join(c.texts)) for c in beside if c.kind == "guide"]
    for place in _naming(record, texts):
        yield Problem(place, "", f"still names '{record}'. Rewrite it.")
    changed = {*plan.rows, *(f"stories/{name}" for name in plan.stories)}
    yield from sorted(
        added(check(before, stories=store.stories), check(after, stories=stories), changed, {})
    )


def _texts_of_tables(tables: Snapshot) -> Iterator[tuple[RowPlace, str]]:
    for sheet in tables.tables.values():
        rows = [(row.place, row.written) for row in sheet.rows]
        yield from sorted([*rows, *((each.problem.place, each.written) for each in sheet.unread)])


def _naming(record: str, texts: Sequence[tuple[RowPlace, str]]) -> Iterator[RowPlace]:
    """The lines that name a record."""
    word = whole([record])
    for place, text in texts:
        for number, line in enumerate(text.splitlines()):
            if word.search(line):
                yield RowPlace(place.file, place.line + number)


def _of_history(past: Past, gone: Gone, name: str) -> Iterator[Problem]:
    for line in sorted(gone.lines):
        yield Problem(RowPlace(name, line), "", "line removed")
    for line in past.unread():
        if line not in gone.lines:
            yield Problem(RowPlace(name, line), "", UNREAD)
