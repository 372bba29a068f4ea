"""What lies beside the tables of a store in memory: drafts, texts and stories."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from threading import Lock
from typing import Any

from annotations.store.drafts import DraftEntry, about, draft_data, path_part, replaced, texts_in
from annotations.store.redirects import digest_of, led_from, led_to, record_in
from annotations.store.removal import Copy, Renamed
from annotations.store.texts import digest, readable


class MemoryDrafts:
    """See `Drafts`."""

    def __init__(self) -> None:
        self._drafts: dict[tuple[str, str], tuple[bytes, datetime]] = {}
        self._lock = Lock()

    def list(self, owner: str) -> tuple[DraftEntry, ...]:
        """See `Drafts.list`."""
        own = [(kept, name) for (of, name), (_, kept) in self._drafts.items() if of == owner]
        return tuple(DraftEntry(name, kept) for kept, name in sorted(own)[::-1])

    def load(self, owner: str, name: str) -> Mapping[str, Any]:
        """See `Drafts.load`."""
        found: Mapping[str, Any] = json.loads(self._drafts[owner, name][0])
        return found

    def keep(self, owner: str, name: str, draft: Mapping[str, Any]) -> None:
        """See `Drafts.keep`."""
        path_part(owner), path_part(name)
        self._drafts[owner, name] = draft_data(draft), datetime.now(UTC)

    def replace(
        self, owner: str, name: str, seen: Mapping[str, Any] | None, draft: Mapping[str, Any] | None
    ) -> Mapping[str, Any]:
        """See `Drafts.replace`."""
        with self._lock:
            return replaced(self, owner, name, seen, draft)

    def drop(self, owner: str, name: str) -> None:
        """See `Drafts.drop`."""
        self._drafts.pop((owner, name), None)

    def copies(self) -> Iterator[Copy]:
        """Each draft as something that may hold words of a record."""
        for (owner, name), (data, _) in sorted(self._drafts.items()):
            draft = json.loads(data)
            ref = _ref("draft", owner, name)
            yield Copy("draft", ref, f"draft {name}", tuple(texts_in(draft)), about(draft))

    def forget(self, ref: str) -> None:
        """Remove the draft of a copy, if it is one."""
        for owner, name in [key for key in self._drafts if _ref("draft", *key) == ref]:
            self.drop(owner, name)


class MemoryRedirects:
    """See `Redirects`."""

    def __init__(self) -> None:
        self._led: dict[str, str] = {}

    def follow(self, old: str) -> str | None:
        """See `Redirects.follow`."""
        led = self._led.get(digest_of(b"", old), "")
        return led if led and led == record_in(led) else None

    def record_of(self, key: str) -> str | None:
        """See `Redirects.record_of`."""
        led = self._led.get(digest_of(b"", key))
        return led if led is None else record_in(led)

    def rename(self, renamed: Renamed) -> None:
        """Let the id that a record had lead to the one that it has, and all that led to it."""
        self._led = {key: led_from(led, renamed) for key, led in self._led.items()}
        self._led[digest_of(b"", renamed.old)] = led_to(renamed)

    def withdraw(self, keys: Iterable[str]) -> None:
        """Know these ids as those of what was withdrawn."""
        self._led |= {digest_of(b"", key): "" for key in keys}

    def copies(self) -> Iterator[Copy]:
        """Each redirect as something that names a record."""
        for key, new in sorted(item for item in self._led.items() if item[1]):
            yield Copy("redirect", _ref("redirect", key), "a redirect", (record_in(new),))

    def forget(self, ref: str) -> None:
        """Let the redirect of a copy lead nowhere, if it is one."""
        self._led |= {key: "" for key in self._led if _ref("redirect", key) == ref}


class MemoryTexts:
    """See `Texts`."""

    name = "memory"

    def __init__(self, *texts: bytes) -> None:
        self._texts = {digest(data): data for data in texts}

    def keep(self, data: bytes) -> str:
        """See `Texts.keep`."""
        readable(data)
        key = digest(data)
        self._texts[key] = data
        return key

    def text(self, key: str) -> str | None:
        """See `Texts.text`."""
        return self._texts[key].decode("utf-8", "replace") if key in self._texts else None

    def copies(self) -> Iterator[Copy]:
        """Each text as something that may hold words of a record."""
        for key in sorted(self._texts):
            yield Copy("text", _ref("text", key), f"text {key}", digest=key)

    def forget(self, ref: str) -> None:
        """Remove the text of a copy, if it is one."""
        for key in [key for key in self._texts if _ref("text", key) == ref]:
            del self._texts[key]


class MemoryStories:
    """See `Stories`; pictures are given by name."""

    def __init__(
        self, texts: Mapping[str, str], pictures: Mapping[str, bytes] | None = None
    ) -> None:
        self._texts, self._pictures = dict(texts), dict(pictures or {})

    def names(self) -> tuple[str, ...]:
        """See `Stories.names`."""
        return tuple(sorted(self._texts))

    def strays(self) -> Iterable[str]:
        """See `Stories.strays`."""
        return ()

    def read(self, name: str) -> str:
        """See `Stories.read`."""
        return self.exact(name).removeprefix("\ufeff")

    def exact(self, name: str) -> str:
        """See `Stories.exact`."""
        if name not in self._texts:
            raise FileNotFoundError(2, "No such file", name)
        return self._texts[name]

    def pictures(self) -> frozenset[str]:
        """See `Stories.pictures`."""
        return frozenset(self._pictures)

    def picture(self, name: str) -> bytes:
        """See `Stories.picture`."""
        if name not in self._pictures:
            raise FileNotFoundError(name)
        return self._pictures[name]

    def version(self) -> str:
        """See `Stories.version`."""
        told = repr((sorted(self._texts.items()), sorted(self._pictures.items())))
        return digest(told.encode("utf-8", "backslashreplace"))

    def become(self, changed: Mapping[str, str | None]) -> None:
        """Take other texts for some stories, and lose those that are None."""
        for name, text in changed.items():
            if text is None:
                self._texts.pop(name, None)
            else:
                self._texts[name] = text


def _ref(*parts: str) -> str:
    return json.dumps(parts)
