"""Where a record is found that once had another id, without a word of which id that was."""

from __future__ import annotations

import hashlib
import hmac
from typing import Protocol


class Redirects(Protocol):
    """Ids of long ago, each as a digest that only whoever has the key can compare with an id.

    They lie outside git, the tables and what is served. Whether somebody may be led to a record
    is for the caller to say. The ids of what was withdrawn lead nowhere, and are known as such.
    """

    def keep(self, old: str, new: str) -> None:
        """Lead from an id to another one; what led to the old one leads to the new one too."""

    def move(self, old: str, new: str) -> None:
        """What led to one id leads to another one from now on."""

    def follow(self, old: str) -> str | None:
        """The id to which an old one leads; None where it leads nowhere."""

    def is_withdrawn(self, key: str) -> bool:
        """True for the id of something that was withdrawn.

        Raises `OSError` where nobody can say.
        """


def digest_of(key: bytes, old: str) -> str:
    """An id as nobody can read it: HMAC-SHA-256 in hexadecimal."""
    return hmac.new(key, old.encode("utf-8", "backslashreplace"), hashlib.sha256).hexdigest()
