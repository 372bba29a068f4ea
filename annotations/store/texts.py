"""What a text to annotate is, and what can be done with texts, whatever keeps them."""

from __future__ import annotations

import hashlib
from typing import Protocol

MOST_TEXT_BYTES = 2_000_000


class Texts(Protocol):
    """The texts that are annotated, by the SHA-256 that `sources.csv` has of each.

    They belong to their publishers: no page gives them to visitors and no export holds them.
    `name` is what a person calls the place where they are kept.
    """

    @property
    def name(self) -> str:
        """The name of the place."""

    def keep(self, data: bytes) -> str:
        """Keep a text as it is, and return its digest.

        Raises `ValueError`, one line that names the remedy, for one that is empty, too large or
        not UTF-8.
        """

    def text(self, key: str) -> str | None:
        """The text with this digest, its line ends as they are; None where it is not here."""


def digest(data: bytes) -> str:
    """The SHA-256 of a text, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def readable(data: bytes) -> str:
    """The text that these bytes are. Raises `ValueError` where they are none to annotate."""
    if len(data) > MOST_TEXT_BYTES:
        most = f"{MOST_TEXT_BYTES:,} are the most"
        raise ValueError(f"The text has {len(data):,} bytes; {most}. Take a part of it.")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ValueError(f"Line {line} is not UTF-8. Save the text as UTF-8.") from None
    if not text.strip():
        raise ValueError("There are no words in the text.")
    return text
