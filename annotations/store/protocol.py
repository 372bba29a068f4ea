"""What a store can do. It passes rows, lines and texts; no path and no bytes of a file leave it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from annotations.store.acts import Act, Check, Saved
from annotations.store.drafts import Drafts
from annotations.store.lines import Line, PastLine
from annotations.store.proposals import Proposals
from annotations.store.redirects import Redirects
from annotations.store.removal import Copy, Held, Removal
from annotations.store.stories import Stories
from annotations.store.texts import Texts
from annotations.tables import Change, Sheet, Snapshot, Tables, Version


class Busy(Exception):
    """Somebody else is writing, and not done in time; nothing was written."""


class EditedByHand(Busy):
    """Somebody edited a file during the save; that edit stays, and nothing else was written."""

    def __init__(self, file: str) -> None:
        self.file = file
        super().__init__(f"{file} was edited by hand at this very moment. Try again.")


class OpenElsewhere(EditedByHand):
    """Another program has a file open and may still write to it; nothing was written."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.args = (f"{file} is open in another program. Close it there, then try again.",)


class Interrupted(Exception):
    """A save was cut short, and cannot be completed without a person."""


class Unfinished(Interrupted):
    """This very save counts, but the disk refused a part; whoever comes next completes it."""


class Store(Tables, Protocol):
    """Tables with their history, and the proposals, drafts, texts and stories beside them.

    `texts` is None where quotes are not compared with their texts.
    """

    @property
    def texts(self) -> Texts | None:
        """The texts that are annotated."""

    @property
    def stories(self) -> Stories:
        """The stories that show records."""

    @property
    def drafts(self) -> Drafts:
        """What somebody is still writing."""

    @property
    def proposals(self) -> Proposals:
        """What was written and is not accepted yet."""

    @property
    def redirects(self) -> Redirects:
        """Where records are found that once had other ids."""

    @property
    def history_name(self) -> str:
        """What a person calls the history."""

    def version(self) -> str:
        """A text that differs whenever a row of any table differs. It costs next to nothing."""

    def history_version(self) -> str:
        """A text that differs whenever the history does."""

    def table(self, name: str) -> Sheet:
        """A table as it is now: see `Tables.table`."""

    def snapshot(self) -> Snapshot:
        """All tables at one moment, with their version and no half of a save."""

    def trial(self, changes: Sequence[Change]) -> tuple[Snapshot, Snapshot]:
        """The tables before and after these changes; nothing is written.

        Raises `Conflict` and `Refused` as `save` does.
        """

    def save(self, changes: Sequence[Change], act: Act, based_on: Version, check: Check) -> Saved:
        """Write changes to their tables and to the history: all of it, or nothing.

        `based_on` is what `annotations.tables.versions` gave when the writer started; rows that
        others changed since, but this save does not touch, are no obstacle. `check` is called
        with the tables before and after when nobody else can write any more, and raises to
        refuse. An act that undoes a save has its rows written as they were before it; one that
        closes a proposal writes that in the same step.

        Raises `Moved` where the proposal is not as it was seen, `Conflict` for rows that are not
        what the writer started from, `Refused` for a table that cannot be changed, `Busy`,
        `Interrupted`, `OSError` where nothing could be written, and `ValueError` where there is
        no change, nobody who makes it, or one row is changed twice.
        """

    def lines(
        self,
        *,
        save: str | None = None,
        table: str | None = None,
        key: str | None = None,
        who: str | None = None,
        limit: int | None = None,
    ) -> Sequence[Line]:
        """The lines of the history, the oldest first; of more than `limit` the newest.

        `table` and `key` together ask for one row: the one that has this key now, or had it
        last, followed back over the keys that it had before. Raises `BrokenHistory`.
        """

    def past(self) -> Sequence[PastLine]:
        """All lines of the history, the oldest first, also those that cannot be read.

        Raises `BrokenHistory` where the whole cannot be opened.
        """

    def copies(self) -> Iterable[Copy]:
        """What may hold words of a record beside tables, history and stories."""

    def without(self, plan: Removal) -> tuple[Snapshot, Stories]:
        """Tables and stories as they would be without what a plan forgets; nothing is written."""

    def held(self, plan: Removal | None = None) -> Iterable[Held]:
        """Every file that lies with the tables, whoever put it there; without what a plan forgets.

        What only tools make is left out: see `docs/operate.md`.
        """

    def forget(self, plan: Callable[[], Removal]) -> Removal:
        """Take out of everything what a plan says: all of it, or nothing. Returns the plan.

        It is made when nobody else can write any more, and may raise. Rows and lines that stay
        keep every byte. Raises `Busy`, `Interrupted`, and `OSError` where nothing could be
        written.
        """
