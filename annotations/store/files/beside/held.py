"""Every text in a folder of tables, for a search: what records are kept in, and all other files."""

from __future__ import annotations

import codecs
import os
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from annotations.store.files.beside.drafts import DRAFTS_FOLDER
from annotations.store.files.beside.made_pages import of_others
from annotations.store.files.beside.proposals import PROPOSALS_FOLDER
from annotations.store.files.beside.redirects import KEY, REDIRECTS_FOLDER
from annotations.store.files.beside.texts import TEXTS_FOLDER
from annotations.store.files.regular_files import NO_FILE, name_as_text, read_or_none
from annotations.store.removal import Held, Kind
from annotations.tables import UNREADABLE

# The past of a repository is out of reach; the others are made by tools, and hold no records.
NOT_SEARCHED = frozenset((
    ".git", "node_modules", "__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache",
    ".hypothesis",
))  # fmt: skip
ENVIRONMENT = "pyvenv.cfg"  # stands in a folder of installed packages
RECORDS = ("annotations", "geodata/places.csv")
NO_RECORDS = (".md", ".py")
# How a text begins that is not UTF-8: spreadsheets save such ones. The longer marks come first.
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip


def held(
    root: Path, made: Collection[Path], files: Mapping[Path, bytes], gone: Collection[Path]
) -> Iterator[Held]:
    """See `Store.held`: the files of a folder, some of them with other bytes, some gone."""
    there = {path: why for folder in (root, *made) for path, why in _under(folder, set())}
    others: set[Path] = set()
    for folder in made:
        with suppress(OSError):  # then what is in it comes as what could not be opened
            others |= of_others(folder, root)
    for path in sorted({*there, *files} - {*gone, *others, root / REDIRECTS_FOLDER / KEY}):
        name = _name(root, path)
        if why := there.get(path):
            yield Held(name, "other", "", why)
            continue
        try:
            text = _text(files[path] if path in files else read_or_none(path) or b"")
        except OSError as error:
            yield Held(name, "other", "", _why(error))
            continue
        if text is None:
            yield Held(name, "no text", "")
        else:
            yield Held(name, _kind(name, made, path), text)


def _text(data: bytes) -> str | None:
    """The text of a file, None where it is none."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if b"\0" in data[:8192]:
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return "\n".join(map(_line, data.split(b"\n")))


def _line(data: bytes) -> str:
    """A line in UTF-8, or as Korean Windows writes it where that fits better."""
    readings = [data.decode(encoding, "replace") for encoding in ("utf-8", "cp949")]
    return min(readings, key=lambda text: text.count(UNREADABLE))


def _why(error: OSError) -> str:
    return error.strerror or type(error).__name__


def _name(root: Path, path: Path) -> str:
    """The path from the root; that of a draft without its owner."""
    parts = (path.relative_to(root) if path.is_relative_to(root) else path).parts
    is_draft = parts[:1] == (DRAFTS_FOLDER,) and parts[1:]
    shown = (parts[0], "*", *parts[2:]) if is_draft else parts
    return name_as_text("/".join(shown)) or "."


def _under(folder: Path, seen: set[tuple[int, int]]) -> Iterator[tuple[Path, str]]:
    """The files below a folder, also behind links, and what cannot be opened, with the reason.

    What was `seen` is not entered again, so that a link back ends.
    """
    try:
        at = os.stat(folder)
        names = [] if (at.st_dev, at.st_ino) in seen else sorted(os.listdir(folder))
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError as error:
        yield folder, _why(error)
        return
    seen.add((at.st_dev, at.st_ino))
    for path in (folder / name for name in names):
        try:
            mode = os.stat(path).st_mode
        except OSError as error:
            if error.errno not in NO_FILE:  # a link that leads nowhere holds nothing
                yield path, _why(error)
            continue
        if S_ISREG(mode):
            yield path, ""
        elif S_ISDIR(mode) and not _is_of_tools(path):
            yield from _under(path, seen)


def _is_of_tools(folder: Path) -> bool:
    return folder.name in NOT_SEARCHED or os.path.exists(folder / ENVIRONMENT)


def _kind(name: str, made: Collection[Path], path: Path) -> Kind:
    if name.startswith(f"{TEXTS_FOLDER}/"):
        return "text"
    if name.startswith(f"{DRAFTS_FOLDER}/"):
        return "draft"
    if name.startswith(f"{PROPOSALS_FOLDER}/"):
        return "proposal"
    in_records = any(name == each or name.startswith(f"{each}/") for each in RECORDS)
    is_made = any(path.is_relative_to(folder) for folder in made)
    return "records" if (in_records or is_made) and path.suffix not in NO_RECORDS else "other"
