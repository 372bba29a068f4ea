"""Tables in a folder that can be saved, and changes to make to them."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from annotations.saving.saves import save
from annotations.store.acts import Saved
from annotations.store.files.removal import HISTORY
from annotations.store.files.store import CsvStore
from annotations.store.lines import Line
from annotations.store.memory.store import MemoryStore
from annotations.store.protocol import Store
from annotations.tables.changes import Change, Version, rows_by_key, versions
from annotations.tables.schema import TABLES
from geodata import ROOT
from tests.collections import GOOD_ROWS, good_tables


def store_in(folder: Path, **tables: str | bytes) -> CsvStore:
    """The good tables as files in a folder, some of them with other contents."""
    for name, text in (good_tables().texts | tables).items():
        path = path_of(folder, name)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return CsvStore(folder)


def store_of(**tables: str) -> MemoryStore:
    """The good tables in memory, some of them with other contents: for what is no matter of files.

    It has no text, so that no quote is compared with one.
    """
    return MemoryStore(good_tables(**tables))


def tables_copied(folder: Path) -> CsvStore:
    """A copy of the project's own tables and stories in a folder, to be changed at will."""
    stories = Path("annotations", "stories")
    shutil.copytree(ROOT / stories, folder / stories)
    for name in TABLES:
        path_of(folder, name).parent.mkdir(exist_ok=True)
        shutil.copyfile(path_of(ROOT, name), path_of(folder, name))
    return CsvStore(folder)


def path_of(folder: Path, table: str) -> Path:
    """Where a table lies."""
    return folder / TABLES[table].path


def bytes_of(folder: Path) -> Mapping[str, bytes]:
    """What stands in every table and in the history."""
    paths = {name: path_of(folder, name) for name in TABLES}
    paths["history"] = folder / "annotations" / "history.jsonl"
    return {name: path.read_bytes() if path.exists() else b"" for name, path in paths.items()}


def held(folder: Path) -> dict[str, str]:
    """Every table and story and the history by its path, line ends as they are in the file."""
    tables = [path_of(folder, name) for name in TABLES]
    stories = sorted((folder / "annotations" / "stories").glob("*.y*ml"))
    there = (path for path in (*tables, *stories, folder / HISTORY) if path.is_file())
    return {
        path.relative_to(folder).as_posix(): path.read_bytes().decode("utf-8", "surrogateescape")
        for path in there
    }


def history(store: Store, table: str, key: str) -> list[Line]:
    """The lines of one row, the oldest first."""
    return list(store.lines(table=table, key=key))


def changed(store: Store, table: str, key: str, **cells: str) -> Change:
    """A change of some cells of a row as it is now."""
    row = rows_by_key(store, table)[key]
    return Change(table, key, row, {**row, **cells})


def added(table: str, key: str, **cells: str) -> Change:
    """A new row, the good one but for its key (in its first column) and these cells."""
    first = TABLES[table].names[0]
    return Change(table, key, None, {**GOOD_ROWS[table], first: key, **cells})


def removed(store: Store, table: str, key: str) -> Change:
    """A removed row as it is now."""
    return Change(table, key, rows_by_key(store, table)[key], None)


def now(store: Store) -> Version:
    """The version of every row of every table."""
    return versions(store, *TABLES)


def saved(store: Store, *changes: Change, who: str = "ada", why: str = "a test") -> Saved:
    """Save changes to the tables as they are now."""
    return save(store, changes, who, why, now(store))


def disagreements(store: Store) -> list[str]:
    """Each row whose last line in the history is not what stands in its table.

    A history that cannot be read raises `BrokenHistory`.
    """
    last = {}
    for line in store.lines():
        last[line.table, line.key] = None
        last[line.table, line.change.key_after] = line.after
    rows = {table: rows_by_key(store, table) for table in TABLES}
    return [
        f"{key} of {table}"
        for (table, key), after in last.items()
        if {c: t for c, t in (rows[table].get(key) or {}).items() if t} != (after or {})
    ]
