"""Files that were made and may be asked for again."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable

MOST_FILES = 1_000  # what says of what a small one was made takes ten times its room


class Shelf:
    """Files by what they were made of; the one that was not asked for longest goes first.

    All of them together have at most `most_bytes`, and are `MOST_FILES` at most. One that is larger
    is not kept.
    """

    def __init__(self, most_bytes: int) -> None:
        self._most_bytes, self._bytes = most_bytes, 0
        self._files: OrderedDict[Hashable, bytes] = OrderedDict()

    def get(self, key: Hashable) -> bytes | None:
        """The file, or None where it is not here."""
        if key in self._files:
            self._files.move_to_end(key)
        return self._files.get(key)

    def put(self, key: Hashable, content: bytes) -> None:
        """Keep the file, and let go of others until all have room."""
        self._bytes += len(content) - len(self._files.pop(key, b""))
        self._files[key] = content
        while self._bytes > self._most_bytes or len(self._files) > MOST_FILES:
            _oldest, gone = self._files.popitem(last=False)
            self._bytes -= len(gone)

    def clear(self) -> None:
        """Let go of everything."""
        self._files.clear()
        self._bytes = 0
