"""Texts as files on this machine, outside the tables and outside git."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from tempfile import mkstemp

from annotations.store.files.regular_files import names_or_none, read, state
from annotations.store.files.synced_files import write_whole
from annotations.store.texts import digest, readable

TEXTS_FOLDER = ".texts"  # beside annotations/


class TextFolder:
    """See `Texts`; a folder that is not there holds none.

    A file may have any name that ends with `.txt`; what is kept here is named by its digest.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._digests: dict[tuple[str, tuple[int, ...]], str] = {}

    @property
    def name(self) -> str:
        """The name of the folder."""
        return self.folder.name

    def keep(self, data: bytes) -> str:
        """See `Texts.keep`."""
        readable(data)
        key = digest(data)
        if self.text(key) is None:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle, new = mkstemp(prefix=".", suffix=".new", dir=self.folder)
            os.close(handle)
            write_whole(self.folder / f"{key}.txt", data, Path(new))
        return key

    def text(self, key: str) -> str | None:
        """See `Texts.text`; bytes that are not UTF-8 come as U+FFFD.

        A file or a folder that cannot be opened is as good as not there.
        """
        for path in (self.folder / name for name in names_or_none(self.folder, ".txt")):
            with suppress(OSError):
                if self._digest(path) == key:
                    return read(path).decode("utf-8", "replace")
        return None

    def _digest(self, path: Path) -> str:
        """The digest of a file, read again once the file is another one."""
        seen = path.name, state(path)
        if seen not in self._digests:
            self._digests[seen] = digest(read(path))
        return self._digests[seen]
