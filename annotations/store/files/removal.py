"""What a removal writes and takes away in a store of files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from annotations.store.files.beside.proposals import ProposalFolder
from annotations.store.files.beside.readings import Readings, is_of_reading
from annotations.store.files.beside.redirects import REDIRECTS_FOLDER, RedirectFolder
from annotations.store.files.beside.stories import ENDINGS
from annotations.store.files.history_json import without_lines
from annotations.store.files.regular_files import is_regular, names, read, read_or_none
from annotations.store.files.table_edit import rows_left
from annotations.store.files.table_text import TableText
from annotations.store.files.tables import TableFolder
from annotations.store.proposals import to_data
from annotations.store.removal import Removal
from annotations.tables import TABLES

HISTORY = "annotations/history.jsonl"
STORIES = "annotations/stories"


class RemovalFiles:
    """The files of a folder that a removal may touch."""

    def __init__(self, root: Path, proposals: ProposalFolder, redirects: RedirectFolder) -> None:
        self._root = root
        self._tables = TableFolder(root)
        self._proposals, self._redirects = proposals, redirects
        self._readings = Readings(root)

    def all_bytes(self) -> Mapping[Path, bytes]:
        """Every table, story and second reading, and the history as they are now.

        Raises `OSError`.
        """
        stories = (self._root / STORIES / name for name in names(self._root / STORIES, *ENDINGS))
        paths = (*map(self._tables.path, TABLES), *stories, self._root / HISTORY)
        found = {path: read(path) for path in paths if is_regular(path)}
        return found | {path: read(path) for path in self._readings.files()}

    def tables_left(self, plan: Removal) -> dict[str, TableText]:
        """The texts of the tables of which a plan takes something out."""
        return {name: rows_left(self._tables.text(name), rows) for name, rows in plan.rows.items()}

    def written(self, plan: Removal) -> tuple[Mapping[Path, bytes], Sequence[Path]]:
        """What `becoming` says, and the files that know the ids of long ago."""
        files, gone = self.becoming(plan)
        files = {**files, **self._redirects.of_withdrawn(plan.withdrawn)}
        return {**files, **(self._redirects.of_renamed(plan.renamed) if plan.renamed else {})}, gone

    def becoming(self, plan: Removal) -> tuple[Mapping[Path, bytes], Sequence[Path]]:
        """The files that a plan writes, and those that it removes."""
        history = self._root / HISTORY
        before = read_or_none(history) or b""
        texts = self.tables_left(plan).items()
        files = {self._tables.path(name): text.data for name, text in texts}
        files[history] = without_lines(before, plan)
        files |= self._readings.becoming(plan.copies, plan.renamed)
        refs = [self._root / ref for ref in sorted(plan.copies) if not is_of_reading(ref)]
        led = [path for path in refs if path.parent.name == REDIRECTS_FOLDER]
        files |= dict.fromkeys(led, b"")  # they lead nowhere from now on
        gone = [path for path in refs if path not in led]
        files |= {self._proposals.path(each.id): to_data(each) for each in plan.proposals}
        files |= self._redirects.moved(plan.renamed) if plan.renamed else {}
        for name, story in plan.stories.items():
            path = self._root / STORIES / name
            if story is None:
                gone.append(path)
            else:
                files[path] = story.encode("utf-8", "surrogateescape")
        return files, gone
