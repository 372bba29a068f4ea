"""People who asked to be hidden: which changes would show them, or tell their words again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from annotations.collection import TABLE
from annotations.references import Citation, citations
from annotations.tables import Cells, Change, Tables, rows_by_key
from geodata.cells import parts

YES = "yes"
HIDEABLE = ("journeys", "stops", "places", "statements")
# What a row says in words of its own.
WORDS = {"stops": ("role", "note"), "journeys": ("title", "summary"), "statements": ("subject",)}

Fact = str | Citation | tuple[str]  # words, a paragraph of a source, or the id of a marked word


def is_asked(profile: Cells) -> bool:
    """True for a row of publication.csv of somebody who asked for it."""
    return profile.get("asked", "").strip() == YES


class Asked:
    """The records of people who asked to be hidden, and what rows that they hide tell."""

    def __init__(self, tables: Tables, changes: Iterable[Change]) -> None:
        profiles = rows_by_key(tables, TABLE)
        self.records = {key for key, row in profiles.items() if is_asked(row)}
        self._mentions: dict[str, Cells] = {}
        self._hidden: dict[Fact, set[frozenset[str]]] = defaultdict(set)
        if self.records:
            self._mentions = {**rows_by_key(tables, "mentions"), **_mentions_of(changes)}
            self._read(tables)

    def is_shown_by(self, change: Change) -> bool:
        """True where a row leaves one of the records, or tells anew what rows of theirs tell."""
        if not self.records or change.after is None or change.table not in HIDEABLE:
            return False
        before, after = change.before or {}, change.after
        over = self._over(change.key_after, after)
        if change.before is not None and self._over(change.key, before) - over:
            return True
        new = self._facts(change.table, after) - self._facts(change.table, before)
        return any(
            not any(hiders <= over for hiders in found) for found in map(self._hiders, new) if found
        )

    def _read(self, tables: Tables) -> None:
        """Note what is hidden; words that stand in the open as well are nobody's own."""
        in_the_open: set[Fact] = set()
        for table in WORDS:
            for key, cells in rows_by_key(tables, table).items():
                about = parts(cells.get("about", ""))
                own = {key, cells.get("journey", "").strip(), *about} & self.records
                if not own:
                    in_the_open.update(_words(table, cells))
                    continue
                for fact in self._facts(table, cells):
                    self._hidden[fact].add(frozenset(own))
        for fact in in_the_open & self._hidden.keys():
            del self._hidden[fact]

    def _over(self, key: str, cells: Cells) -> set[str]:
        """Those of the records that hide a row; a statement also where it stands with them."""
        own = {key, cells.get("journey", "").strip(), cells.get("place", "").strip()}
        own |= {*parts(cells.get("about", ""))}
        with_it = (self._hiders(each) for each in citations(cells.get("source", "")))
        return (own & self.records).union(*(hiders for found in with_it for hiders in found))

    def _facts(self, table: str, cells: Cells) -> set[Fact]:
        """What a row tells: its words, and of a stop its marked words and paragraphs."""
        found: set[Fact] = set(_words(table, cells))
        if table == "stops":
            found.update(citations(cells.get("sources", "")))
            for key in parts(cells.get("mentions", "")):
                found.add((key,))
                if mention := self._mentions.get(key):
                    found.add(Citation(mention.get("source", ""), mention.get("paragraph", "")))
        return found

    def _hiders(self, fact: Fact) -> set[frozenset[str]]:
        """What hides a fact; a citation without its paragraph may mean any of the source."""
        found = set(self._hidden.get(fact, ()))
        if isinstance(fact, Citation):
            for other, hiders in self._hidden.items():
                if isinstance(other, Citation) and other.source == fact.source:
                    found |= hiders if "" in (other.locator, fact.locator) else set()
        return found


def _mentions_of(changes: Iterable[Change]) -> Mapping[str, Cells]:
    rows = (change for change in changes if change.table == "mentions")
    return {change.key_after: change.after for change in rows if change.after is not None}


def _words(table: str, cells: Cells) -> Iterator[str]:
    """The words of a row, whatever their blanks and capitals."""
    found = (" ".join(cells.get(name, "").split()).casefold() for name in WORDS.get(table, ()))
    return filter(None, found)
