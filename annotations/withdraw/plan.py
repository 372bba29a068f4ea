"""A withdrawal as a whole: what it writes and removes, what it tells, and how it is done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from annotations.problems import Problem, did_you_mean, shown
from annotations.store import HISTORY, Busy, CsvStore, StoryFolder
from annotations.tables import TABLES
from annotations.withdraw.check import new_problems
from annotations.withdraw.copies import copies
from annotations.withdraw.history import Gone, Past
from annotations.withdraw.tables import UNREAD, NotWithdrawn, Withdrawal

GUIDES = ("README.md", "annotations/README.md", "annotations/stories/README.md")
# Bytes that are not UTF-8 come back as they were.
ENCODING = ("utf-8", "surrogateescape")


@dataclass(frozen=True)
class Plan:
    """The files by their paths from the root, None for one that goes, and the lines to print."""

    files: Mapping[str, bytes | None]
    told: Sequence[str]


def withdraw(store: CsvStore, record: str) -> Plan:
    """Take a record out of everything that holds it: all of it, or nothing.

    Raises what `planned` raises, `Busy`, `Interrupted` and `OSError`.
    """
    with store.locked():
        before = held(store.root)
        plan = planned(store, record)
        if held(store.root) != before:
            raise Busy("A file was changed from outside at this very moment. Try again.")
        store.rewrite(plan.files)
    return plan


def planned(store: CsvStore, record: str) -> Plan:
    """What a withdrawal would do. Problems that are there already are no obstacle.

    The record may be in the history alone. Raises `NotWithdrawn`, also for one
    that is nowhere.
    """
    files = held(store.root)
    texts = {_name(path): text for path, text in files.items() if path != HISTORY}
    withdrawal, past = Withdrawal(texts), Past(files.get(HISTORY, ""))
    there = withdrawal.ids()
    known = {**past.ids(withdrawal.left()), **there}
    if record not in known:
        meant = did_you_mean(record, known) or " Write the id of a journey, event or mention."
        raise NotWithdrawn(f"no record {shown(record)}.{meant}")
    if record in there:
        withdrawal.take_out(record)
    gone = past.gone_with(record, withdrawal.gone, withdrawal.left())
    beside = list(copies(store.root, gone.words, _digests(gone, withdrawal)))
    history = past.without(gone, known[record], len(withdrawal.gone))
    paths = {_name(path): path for path in files}
    now = {paths[name]: text for name, text in withdrawal.texts.items()} | {HISTORY: history}
    now |= {copy.path: None for copy in beside if copy.goes}
    data = {path: None if text is None else text.encode(*ENCODING) for path, text in now.items()}
    told = _told(withdrawal, record, store.root), _told_of_history(past, gone), map(str, beside)
    return Plan(data, tuple(chain(*told)))


def held(root: Path) -> dict[str, str]:
    """Every table and story and the history by its path, line ends as they are in the file."""
    tables = [root / TABLES[name].path for name in TABLES]
    paths = [*tables, *sorted((root / "annotations" / "stories").glob("*.y*ml")), root / HISTORY]
    there = (path for path in paths if path.is_file())
    return {
        path.relative_to(root).as_posix(): path.read_bytes().decode(*ENCODING) for path in there
    }


def _name(path: str) -> str:
    """A file as problems name it: `stops.csv`, `stories/x.yaml`."""
    return path.partition("/")[2]


def _digests(gone: Gone, withdrawal: Withdrawal) -> set[str]:
    """The digests of texts that no source is left for."""
    found = {cells.get("sha256", "") for table, cells in gone.rows if table == "sources"}
    return found - withdrawal.left("sha256").get("sources", set()) - {""}


def _told(withdrawal: Withdrawal, record: str, root: Path) -> Iterator[str]:
    """What is taken out of tables and stories, and then what is left for a person to do."""
    for file, line, column, what in (*sorted(withdrawal.places), *sorted(withdrawal.to_read)):
        yield str(Problem(file, line, column, what))
    there = (path for path in GUIDES if (root / path).is_file())
    guides = {path: (root / path).read_text(encoding="utf-8") for path in there}
    for file, line in withdrawal.named_still(record, guides):
        yield str(Problem(file, line, "", f"still names '{record}'. Rewrite it."))
    stories = StoryFolder(root / "annotations" / "stories")
    yield from map(str, new_problems(withdrawal.before, withdrawal.texts, stories))


def _told_of_history(past: Past, gone: Gone) -> Iterator[str]:
    for line in sorted(gone.lines):
        yield str(Problem(_name(HISTORY), line, "", "line taken out"))
    for line in past.unread():
        if line not in gone.lines:
            yield str(Problem(_name(HISTORY), line, "", UNREAD))
