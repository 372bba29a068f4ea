"""What drafts are and what can be done with them, whatever keeps them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol
from urllib.parse import quote

MOST_BYTES = 45_000_000  # a file to import has 20 MB, and JSON writes two bytes for some
LONGEST_NAME = 200  # bytes of a name as part of a path, with room for its ending


class BrokenDraft(Exception):
    """A draft cannot be read. It is kept under another name, which the message tells."""


class UnopenedDraft(BrokenDraft):
    """A draft cannot be opened at this moment. It stays where it is, as the message tells."""


class OtherDraft(Exception):
    """A draft is not what was seen: somebody has changed it meanwhile, or removed it."""


@dataclass(frozen=True)
class DraftEntry:
    """A draft that is there: its name, and the time of its last change (UTC)."""

    name: str
    time: datetime


class Drafts(Protocol):
    """What somebody is still writing, beside the tables and outside their history.

    Owners and names may be any text that is not empty. A `ValueError` tells what is too long.
    """

    def list(self, owner: str) -> tuple[DraftEntry, ...]:
        """The drafts of an owner, the one that was kept last first. Raises `OSError`."""

    def load(self, owner: str, name: str) -> Mapping[str, Any]:
        """A draft as it was kept. Raises `KeyError` where there is none, and `BrokenDraft`.

        One that cannot be opened at this moment, which is an `UnopenedDraft`, stays as it is.
        """

    def keep(self, owner: str, name: str, draft: Mapping[str, Any]) -> None:
        """Write a draft in place of the one before, whole or not at all.

        Raises `ValueError` for one that is too large, `TypeError` for what JSON cannot hold.
        """

    def replace(
        self, owner: str, name: str, seen: Mapping[str, Any] | None, draft: Mapping[str, Any] | None
    ) -> Mapping[str, Any]:
        """Write a draft in place of the one that was seen, as `load` gives it; None is no draft.

        No other writer comes between, in whichever process, so that no step of theirs is lost.
        Returns the draft as it is kept. Raises `OtherDraft` where another one stands there by now,
        what `load` and `keep` raise, and `Busy`.
        """

    def drop(self, owner: str, name: str) -> None:
        """Remove a draft, if it is there."""


def draft_data(draft: Mapping[str, Any]) -> bytes:
    """A draft as JSON in UTF-8. Raises `ValueError` for more than `MOST_BYTES`, `TypeError`."""
    data = json.dumps(draft, ensure_ascii=False).encode("utf-8", "backslashreplace")
    if len(data) > MOST_BYTES:
        raise ValueError(f"A draft has at most {MOST_BYTES:,} bytes, this one {len(data):,}.")
    return data


def replaced(
    drafts: Drafts,
    owner: str,
    name: str,
    seen: Mapping[str, Any] | None,
    draft: Mapping[str, Any] | None,
) -> Mapping[str, Any]:
    """What `Drafts.replace` does, for whoever keeps other writers out."""
    try:
        now: Mapping[str, Any] | None = drafts.load(owner, name)
    except KeyError:
        now = None
    if now != seen:
        raise OtherDraft(name)
    if draft is None:
        drafts.drop(owner, name)
        return {}
    drafts.keep(owner, name, draft)
    return drafts.load(owner, name)


def path_part(text: str) -> str:
    """The text as part of a path, from which it can be read back; it leads nowhere else."""
    name = quote(text, safe="").replace(".", "%2E")
    if not 0 < len(name) <= LONGEST_NAME:
        raise ValueError(f"A name has 1 to {LONGEST_NAME} bytes as part of a path. Shorten it.")
    return name


def about(draft: Any) -> tuple[str, ...] | None:
    """The journey and the source that a draft is of, nothing for files; None for no draft."""
    if not isinstance(draft, dict):
        return None
    if not {"journey", "source"} & draft.keys():
        return ()
    return str(draft.get("journey")), str(draft.get("source"))


def texts_in(held: Any) -> Iterator[str]:
    """All texts in JSON."""
    if isinstance(held, dict):
        for key, value in held.items():
            yield key
            yield from texts_in(value)
    elif isinstance(held, list):
        for value in held:
            yield from texts_in(value)
    elif isinstance(held, str):
        yield held
