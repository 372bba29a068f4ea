"""A table ready to be asked: which of its rows a query leaves, and in which order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from annotations.records import Collection
from annotations.search.row_facts import FACETS, Facts, facts
from annotations.search.spelling_search import Rows, Words, words_of
from annotations.selection import Filters, Mask, Spans, index, masks_of, spans_of
from annotations.tables import FORMS, Sheet

WHOLE_TIME = Filters()
_LAST = np.iinfo(np.int64).max


@dataclass(frozen=True)
class Query:
    """What is asked of a table; an empty set or text asks for nothing.

    `period` gives years and whether rows come along that only may lie in them; the whole time
    leaves undated rows in. `sort` is a column; empty, or one that is not there, keeps the order
    of the table.
    """

    words: str = ""
    period: Filters = WHOLE_TIME
    countries: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    certainties: frozenset[str] = frozenset()
    statuses: frozenset[str] = frozenset()
    bases: frozenset[str] = frozenset()
    date_certainties: frozenset[str] = frozenset()
    date_bases: frozenset[str] = frozenset()
    sort: str = ""
    descending: bool = False


@dataclass(frozen=True)
class IndexedSheet:
    """A table with everything that its rows can be asked for, as masks of one truth a row.

    `ranks` keeps the order of each column once it was needed.
    """

    sheet: Sheet
    collection: Collection
    facts: Facts
    words: Words
    spans: Spans
    masks: Mapping[str, Mapping[str, Mask]]
    ranks: dict[str, NDArray[np.int64]] = field(default_factory=dict, repr=False, compare=False)

    @property
    def dated(self) -> bool:
        """True where any row has a date."""
        return bool(self.spans.known.any())

    def can_be_asked(self, query: Query) -> bool:
        """True where the rows can say all that a query asks for, but for words."""
        silent = (facet for facet in FACETS if not self.masks[facet])
        knows = not any(getattr(query, facet) for facet in silent)
        return knows and (self.dated or query.period.whole_time)

    def numbers(self, query: Query) -> Rows:
        """The numbers of the rows that a query leaves, in the order of the table.

        What no row of this table can say is not asked of it.
        """
        mask = np.ones(len(self.sheet.rows), dtype=bool)
        for facet in FACETS:
            masks, chosen = self.masks[facet], getattr(query, facet)
            if masks and chosen:
                found = [masks[value] for value in chosen if value in masks]
                mask &= np.logical_or.reduce(found) if found else False
        if self.dated and not query.period.whole_time:
            mask &= self._lying(query.period)
        return self.words.having(query.words, np.flatnonzero(mask))

    def ordered(self, numbers: Rows, column: str, descending: bool) -> Rows:
        """Rows by a column: one of numbers by size, others by letter, empty cells last."""
        if column not in self.sheet.columns:
            return numbers
        if column not in self.ranks:
            self.ranks[column] = _ranks(self.sheet.column(column))
        ranks = self.ranks[column][numbers]
        if descending:
            ranks = np.where(ranks == _LAST, _LAST, -ranks)
        return numbers[np.argsort(ranks, kind="stable")]

    def _lying(self, asked: Filters) -> Mask:
        """The rows that lie in the years as `annotations.selection` says it."""
        if self.sheet.table == "journeys":
            return self._journeys_lying(asked)
        period = asked.period
        return self.spans.touch(period) if asked.possibly else self.spans.inside(period)

    def _journeys_lying(self, asked: Filters) -> Mask:
        """A journey lies in the years by its stops too, so its own index says how."""
        lying = index(self.collection).lying(asked.period)
        wanted = lying.definitely | lying.possibly if asked.possibly else lying.definitely
        kept = dict(zip(self.collection.journeys, wanted.tolist(), strict=True))
        return np.array([kept.get(row.id, False) for row in self.sheet.rows], dtype=bool)


def indexed(collection: Collection, sheet: Sheet) -> IndexedSheet:
    """The table ready to be asked; `collection` was read from it."""
    told = facts(collection, sheet)
    return IndexedSheet(
        sheet=sheet,
        collection=collection,
        facts=told,
        words=words_of(collection, sheet, told.places),
        spans=spans_of(told.spans),
        masks={facet: masks_of(told.values[facet]) for facet in FACETS},
    )


def _ranks(cells: list[str]) -> NDArray[np.int64]:
    """The place of each cell in the order of its column."""
    different = {cell for cell in cells if cell.strip()}
    by_size = all(FORMS["number"].fullmatch(cell.strip()) for cell in different)
    ordered = sorted(different, key=float) if by_size else sorted(different, key=_by_letter)
    rank = {cell: number for number, cell in enumerate(ordered)}
    return np.array([rank.get(cell, _LAST) for cell in cells], dtype=np.int64)


def _by_letter(cell: str) -> tuple[str, str]:
    return cell.strip().casefold(), cell
