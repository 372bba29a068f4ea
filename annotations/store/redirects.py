"""Where a record is found that once had another id, without a word of which id that was."""

from __future__ import annotations

import hashlib
import hmac
from typing import Protocol

from annotations.store.removal import Renamed


class Redirects(Protocol):
    """Ids of long ago, each as a digest that only whoever has the key can compare with an id.

    They lie outside git, the tables and what is served. A renaming makes one: see
    `Removal.renamed`. Whether somebody may be led to a record now is for the caller to say. The
    ids of what was withdrawn lead nowhere, and are known as such.
    """

    def follow(self, old: str) -> str | None:
        """The id to which an old one leads visitors; None where it leads nowhere."""

    def record_of(self, key: str) -> str | None:
        """The id of the record that once had this one, "" where it was withdrawn; or None.

        Raises `OSError` where nobody can say.
        """


def led_from(old: str, renamed: Renamed) -> str:
    """What a redirect says after a renaming; what led to the record does so still if that `leads`.

    An id in brackets leads no visitor, and a withdrawal finds it by that all the same.
    """
    return {renamed.old: led_to(renamed), f"({renamed.old})": f"({renamed.new})"}.get(old, old)


def led_to(renamed: Renamed) -> str:
    """What the redirect of the old id says."""
    return renamed.new if renamed.leads else f"({renamed.new})"


def record_in(led: str) -> str:
    """The id that a redirect names."""
    return led.strip("()")


def digest_of(key: bytes, old: str) -> str:
    """An id as nobody can read it: HMAC-SHA-256 in hexadecimal."""
    return hmac.new(key, old.encode("utf-8", "backslashreplace"), hashlib.sha256).hexdigest()
