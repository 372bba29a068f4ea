"""What a withdrawal takes out of a store, as data: rows, lines, stories and copies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from annotations.store.lines import Line
from annotations.store.proposals import Proposal
from annotations.store.stories import Stories
from annotations.tables import Cells


@dataclass(frozen=True)
class Copy:
    """Something beside the tables that may hold words of a record, and that can be removed.

    `ref` tells it from every other; `name` is what a person reads, without its owner.
    `texts` are all words in it, and `about` the records that a draft is of, None for one that
    cannot be read. Of a text there is its `digest` alone. A `reading` are the rows in which a
    second reading tells of a journey.
    """

    kind: Literal["draft", "proposal", "redirect", "text", "page", "reading"]
    ref: str
    name: str
    texts: tuple[str, ...] = ()
    about: tuple[str, ...] | None = None
    digest: str = ""


Kind = Literal["records", "draft", "proposal", "text", "other", "no text"]


class Held(NamedTuple):
    """What lies with the tables: a table, the history, a draft, but also any other file.

    `kind` says whether records are kept in it, or it is a draft, a proposal, a text that is
    annotated, or no text that could be searched. `unread` says why it, or a whole folder, cannot
    be opened.
    """

    name: str
    kind: Kind
    text: str
    unread: str = ""


class Renamed(NamedTuple):
    """A record that gets another id; `leads` is True where visitors who have the old one follow."""

    old: str
    new: str
    leads: bool


@dataclass(frozen=True)
class Removal:
    """What goes and what becomes of the rest.

    `rows` has by table and by `WrittenRow.id` the cells that a row becomes, None where it goes;
    `stories` by name their texts, None where one goes; `lines` by their line in the history what
    they become, nothing where they go. `added` is the line that tells of it, and `moved` are
    those of rows that get another key with it; `copies` are the refs of those that go; `report`
    says what goes, a line each, and `to_read` what a person has to look at. `words` tell of what
    goes, by what they are called: none of them may be left anywhere. `withdrawn` are the ids that
    no row may have again; `proposals` are some as they become, and `renamed` is the record that
    gets another id.
    """

    rows: Mapping[str, Mapping[str, Cells | None]]
    stories: Mapping[str, str | None]
    lines: Mapping[int, Sequence[Line]]
    added: Line
    copies: frozenset[str] = frozenset()
    report: tuple[str, ...] = ()
    to_read: tuple[str, ...] = ()
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    withdrawn: frozenset[str] = frozenset()
    proposals: tuple[Proposal, ...] = ()
    renamed: Renamed | None = None
    moved: tuple[Line, ...] = ()

    @property
    def gone(self) -> Mapping[str, int]:
        """How many rows go, by table."""
        counts = {name: list(rows.values()).count(None) for name, rows in self.rows.items()}
        return {name: count for name, count in counts.items() if count}

    @property
    def written(self) -> int:
        """How many tables and stories change, and the history."""
        return len(self.rows) + sum(text is not None for text in self.stories.values()) + 1

    @property
    def removed(self) -> int:
        """How many stories and copies go."""
        return sum(text is None for text in self.stories.values()) + len(self.copies)


class StoriesLeft:
    """Stories of which some have other texts, or are gone: see `Removal.stories`."""

    def __init__(self, stories: Stories, changed: Mapping[str, str | None]) -> None:
        self._stories, self._changed = stories, changed

    def names(self) -> list[str]:
        """See `Stories.names`."""
        return [n for n in self._stories.names() if self._changed.get(n, "") is not None]

    def strays(self) -> Iterable[str]:
        """See `Stories.strays`."""
        return self._stories.strays()

    def read(self, name: str) -> str:
        """See `Stories.read`."""
        if name not in self._changed:
            return self._stories.read(name)
        data = self.exact(name).encode("utf-8", "surrogateescape")
        return data.decode("utf-8-sig", "replace")

    def exact(self, name: str) -> str:
        """See `Stories.exact`."""
        text = self._changed[name] if name in self._changed else self._stories.exact(name)
        if text is None:
            raise FileNotFoundError(2, "No such file", name)
        return text

    def pictures(self) -> frozenset[str]:
        """See `Stories.pictures`."""
        return self._stories.pictures()

    def picture(self, name: str) -> bytes:
        """See `Stories.picture`."""
        return self._stories.picture(name)

    def version(self) -> str:
        """See `Stories.version`."""
        return f"{self._stories.version()} {sorted(self._changed)}"
