"""A store of files: tables as CSV, with their history, stories, drafts and texts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from annotations.store.acts import (
    Act,
    Check,
    Saved,
    id_and_time,
    in_order,
    refuse_broken,
    refuse_clashes,
    refuse_nonsense,
    refuse_twice,
)
from annotations.store.files.beside.copies import copies
from annotations.store.files.beside.drafts import DRAFTS_FOLDER, DraftFolder
from annotations.store.files.beside.held import held
from annotations.store.files.beside.made_pages import MADE
from annotations.store.files.beside.proposals import PROPOSALS_FOLDER, ProposalFolder
from annotations.store.files.beside.readings import READINGS
from annotations.store.files.beside.redirects import REDIRECTS_FOLDER, RedirectFolder
from annotations.store.files.beside.stories import StoryFolder
from annotations.store.files.history_file import HistoryFile
from annotations.store.files.history_json import past_lines, to_json
from annotations.store.files.moment import Moments
from annotations.store.files.removal import HISTORY, STORIES, RemovalFiles
from annotations.store.files.save_journal import Journal
from annotations.store.files.table_edit import Edit, edits, misread
from annotations.store.files.table_text import TableText
from annotations.store.files.tables import (
    TableFolder,
    edited_texts,
    line_as_written,
    with_texts,
)
from annotations.store.lines import Line, PastLine, read_lines
from annotations.store.proposals import to_data
from annotations.store.protocol import Busy
from annotations.store.removal import Copy, Held, Removal, StoriesLeft
from annotations.store.stories import Stories
from annotations.store.texts import Texts
from annotations.store.trail import chosen
from annotations.tables import (
    TABLES,
    Change,
    Refused,
    Sheet,
    Snapshot,
    Version,
    started_from,
)
from geodata import ROOT

LONGEST_WAIT_S = 30.0
BUSY = f"Somebody else has been saving for {LONGEST_WAIT_S:g} seconds. Try again."
BETWEEN_TRIES_S = 0.005


class CsvStore:
    """See `Store`: `annotations/*.csv`, `geodata/places.csv` and `annotations/history.jsonl`.

    A save goes through `Journal`: a process that ends in the midst of one leaves all of it or
    nothing to whoever opens the store next. `served` is the folder of an app that shows these
    tables, if it lies elsewhere: pages are made there.
    """

    def __init__(
        self, root: Path = ROOT, texts: Texts | None = None, served: Path | None = None
    ) -> None:
        self.root = root
        rooms = {each.resolve(): each / MADE for each in (served or root, root)}
        self._made = tuple(rooms.values())
        self.texts = texts
        self.stories = StoryFolder(root / STORIES)
        self.drafts = DraftFolder(root / DRAFTS_FOLDER, self._alone)
        self.proposals = ProposalFolder(root / PROPOSALS_FOLDER, self.locked)
        self.redirects = RedirectFolder(root / REDIRECTS_FOLDER)
        self.history_name = Path(HISTORY).name
        self._room = root / "annotations"
        self._tables = TableFolder(root)
        self._removal = RemovalFiles(root, self.proposals, self.redirects)
        self._history = HistoryFile(root / HISTORY)
        self._journal = Journal(root, self._room / ".saving.journal", self._history)
        self._moments = Moments(self._tables, self._journal, self.recover)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Keep every other writer out, among all threads and processes of this machine.

        Raises `Busy`.
        """
        lock = FileLock(
            self._room / ".saving.lock",
            timeout=LONGEST_WAIT_S,
            poll_interval=BETWEEN_TRIES_S,
            preserve_lock_file=True,
        )
        try:
            lock.acquire()
        except Timeout:
            raise Busy(BUSY) from None
        try:
            yield
        finally:
            lock.release()

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep every other writer out; what was cut short is completed first.

        Raises `Busy` and `Interrupted`.
        """
        with self._alone():
            files = (*map(self._tables.path, TABLES), self.root / HISTORY)
            rooms = {path.parent for path in files}
            rooms |= {self.root / each for each in (PROPOSALS_FOLDER, REDIRECTS_FOLDER, READINGS)}
            self._journal.complete({self._room, self._room / "stories", *rooms}, files)
            yield

    def recover(self) -> None:
        """Complete a save that was cut short, and sweep up one that never counted.

        Whoever opens the tables does this once; every save does it too.
        """
        with self.locked():
            pass

    def version(self) -> str:
        """See `Store.version`."""
        return self._moments.version()

    def history_version(self) -> str:
        """See `Store.history_version`."""
        return self._history.version()

    def table(self, name: str) -> Sheet:
        """See `Tables.table`."""
        return self._tables.read(name)[0]

    def snapshot(self) -> Snapshot:
        """See `Store.snapshot`."""
        return self._moments.read()[0]

    def trial(self, changes: Sequence[Change]) -> tuple[Snapshot, Snapshot]:
        """See `Store.trial`."""
        before, texts = self._begun(changes, started_from(changes))
        edits = [Edit(change) for change in in_order(before, changes)]
        return before, with_texts(before, edited_texts(texts, edits))

    def save(self, changes: Sequence[Change], act: Act, based_on: Version, check: Check) -> Saved:
        """See `Store.save`."""
        refuse_nonsense(changes, act)
        with self.locked():
            if act.closes:
                self.proposals.refuse_moved(act.closes.seen.id, act.closes.seen)
            before, texts = self._begun(changes, based_on)
            ordered = in_order(before, changes)
            undone = self.lines(save=act.undoes) if act.undoes else ()
            after = edited_texts(texts, edits(ordered, undone))
            check(before, with_texts(before, after))
            refuse_twice(before, ordered)
            if found := [p for name in texts for p in misread(texts[name], after[name], ordered)]:
                raise Refused(found)
            saved = Saved(*id_and_time(), tuple(ordered))
            told = "".join(to_json(line_as_written(texts, c, act, saved)) for c in ordered)
            new = {name: text.data for name, text in after.items()}
            changed = [name for name in new if new[name] != texts[name].data]
            files = {self._tables.path(name): new[name] for name in changed}
            added = self._history.addition(told)
            if act.closes:
                files[self.proposals.path(act.closes.seen.id)] = to_data(act.closes.after(saved))
            held = {self._tables.path(name): text.data for name, text in texts.items()}
            self._journal.write(files, added=added, held=held)
            self._tables.expect(after)
        return saved

    def past(self) -> Sequence[PastLine]:
        """See `Store.past`."""
        return past_lines(self._history.text(), self.history_name)

    def lines(
        self,
        *,
        save: str | None = None,
        table: str | None = None,
        key: str | None = None,
        who: str | None = None,
        limit: int | None = None,
    ) -> Sequence[Line]:
        """See `Store.lines`."""
        return chosen(read_lines(self.past()), save, table, key, who, limit)

    def copies(self) -> Iterator[Copy]:
        """See `Store.copies`."""
        return copies(self.root, self._made)

    def without(self, plan: Removal) -> tuple[Snapshot, Stories]:
        """See `Store.without`."""
        left = with_texts(self.snapshot(), self._removal.tables_left(plan))
        return left, StoriesLeft(self.stories, plan.stories)

    def held(self, plan: Removal | None = None) -> Iterator[Held]:
        """See `Store.held`."""
        if plan is None:
            return held(self.root, self._made, {}, ())
        return held(self.root, self._made, *self._removal.becoming(plan))

    def forget(self, plan: Callable[[], Removal]) -> Removal:
        """See `Store.forget`."""
        with self.locked():
            before = self._removal.all_bytes()
            made = plan()
            if self._removal.all_bytes() != before:
                raise Busy("A file was changed from outside at this very moment. Try again.")
            self._journal.write(*self._removal.written(made), held=before)
        return made

    def _begun(
        self, changes: Sequence[Change], based_on: Version
    ) -> tuple[Snapshot, Mapping[str, TableText]]:
        """All tables, and the texts of those to be changed. Raises `Refused` and `Conflict`."""
        before, texts = self._moments.read({change.table for change in changes})
        refuse_broken(before, changes)
        refuse_clashes(before, changes, based_on)
        return before, texts


def open_store(
    root: Path = ROOT, texts: Texts | None = None, served: Path | None = None
) -> CsvStore:
    """The store of a folder; a save that was cut short there is completed first.

    Raises `Busy`, `Interrupted` and `OSError`.
    """
    store = CsvStore(root, texts, served)
    store.recover()
    return store
