"""Proposals as files: JSON, one each, outside git and outside what is served."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

from annotations.store.drafts import path_part
from annotations.store.files.regular_files import (
    is_there,
    may_be_whole,
    name_as_text,
    names_or_none,
    read,
    state,
    why_not_listed,
)
from annotations.store.files.synced_files import remove, write_whole
from annotations.store.proposals import (
    BrokenProposal,
    Proposal,
    newest_first,
    of_data,
    refuse_moved,
    to_data,
)

PROPOSALS_FOLDER = ".proposals"  # beside annotations/


class ProposalFolder:
    """See `Proposals`; a folder that is not there holds none. `locked` keeps other writers out."""

    def __init__(self, folder: Path, locked: Callable[[], AbstractContextManager[None]]) -> None:
        self._folder, self._locked = folder, locked
        self._read: dict[str, tuple[tuple[int, ...], Proposal]] = {}

    def version(self) -> str:
        """See `Proposals.version`."""
        found = [(path.name, state(path)) for path in self._paths()]
        return repr((why_not_listed(self._folder), found))

    def all(self) -> tuple[Proposal, ...]:
        """See `Proposals.all`."""
        return newest_first([one for one in self._read_all() if isinstance(one, Proposal)])

    def broken(self) -> tuple[str, ...]:
        """See `Proposals.broken`."""
        found = [str(one) for one in self._read_all() if isinstance(one, BrokenProposal)]
        if why := why_not_listed(self._folder):
            told = f"No proposal can be read: {self._folder.name}/ cannot be opened. {why}."
            found.append(f"{told} Give whoever runs the app the right to read it.")
        return tuple(found)

    def load(self, key: str) -> Proposal:
        """See `Proposals.load`."""
        found = self._at(self.path(key))
        if found is None:
            raise KeyError(key)
        return found

    def keep(self, proposal: Proposal, seen: Proposal | None) -> None:
        """See `Proposals.keep`."""
        with self._locked():
            self.refuse_moved(proposal.id, seen)
            path = self.path(proposal.id)
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            new = path.with_name(f".{path.name}.new")
            write_whole(path, to_data(proposal), new)

    def drop(self, key: str) -> None:
        """See `Proposals.drop`."""
        with self._locked():
            if is_there(path := self.path(key)):
                remove(path)

    def path(self, key: str) -> Path:
        """Where a proposal lies."""
        return self._folder / f"{path_part(key)}.json"

    def refuse_moved(self, key: str, seen: Proposal | None) -> None:
        """Raise `Moved` where what stands is not what was seen, for whoever has the lock."""
        refuse_moved(self._at(self.path(key)), seen)

    def _paths(self) -> list[Path]:
        return [self._folder / name for name in names_or_none(self._folder, ".json")]

    def _read_all(self) -> Iterator[Proposal | BrokenProposal | None]:
        for path in self._paths():
            try:
                yield self._at(path)
            except BrokenProposal as broken:
                yield broken

    def _at(self, path: Path) -> Proposal | None:
        """The proposal of a file, read again once the file is another one; None without one."""
        seen = state(path)
        if path.name not in self._read or self._read[path.name][0] != seen:
            try:
                self._read[path.name] = seen, of_data(read(path))
            except FileNotFoundError:
                if path.is_symlink():
                    raise _broken(path, "It is a link to a file that is not there.") from None
                return None
            except OSError as why:
                if may_be_whole(path):
                    raise _unopened(path, why) from None
                raise _broken(path, f"{why.strerror}.") from None
            except ValueError as why:
                raise _broken(path, str(why)) from None
        found = self._read[path.name][1]
        if path != self.path(found.id):
            raise _broken(path, f"It is a copy of the proposal {name_as_text(found.id)}.")
        return found


def _unopened(path: Path, error: OSError) -> BrokenProposal:
    """Why a proposal cannot be opened, which may be over in a moment: nothing is to be moved."""
    told = f"{path.parent.name}/{name_as_text(path.name)} cannot be opened. {error.strerror}."
    return BrokenProposal(f"{told} Try again, or make it a readable file.")


def _broken(path: Path, why: str) -> BrokenProposal:
    told = f"{path.parent.name}/{name_as_text(path.name)} cannot be read. {why}"
    return BrokenProposal(f"{told} Correct the file, or move it away.")
