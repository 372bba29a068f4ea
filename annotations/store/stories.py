"""What the stories of a store can do."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

MOST_STORY_BYTES = 1_000_000


class Stories(Protocol):
    """The stories as texts, each with its pictures, and a word on whether any has changed."""

    def names(self) -> Iterable[str]:
        """The stories by name, such as `kim-seong-min.yaml`, in order."""

    def strays(self) -> Iterable[str]:
        """What lies among the stories and is not read, such as `kim-seong-min.yaml.txt`.

        A folder ends with a slash.
        """

    def read(self, name: str) -> str:
        """The text of a story; bytes that are not UTF-8 come as U+FFFD.

        Of a text that is larger than `MOST_STORY_BYTES` no more than a little over that need come.
        Raises `OSError` for one that cannot be opened.
        """

    def exact(self, name: str) -> str:
        """The whole text of a story as it has to be written back.

        Raises `FileNotFoundError` for what is no file, and `OSError` for one that cannot be opened.
        A byte order mark stays, and bytes that are not UTF-8 come as lone surrogates.
        """

    def pictures(self) -> frozenset[str]:
        """The names of the pictures that a story may show."""

    def picture(self, name: str) -> bytes:
        """A picture. Raises `FileNotFoundError` for a name that is not among `pictures()`."""

    def version(self) -> str:
        """A text that differs whenever a story or a picture differs."""
