"""Tables and stories as they would be without a record, to be checked before they are written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from annotations.check import check
from annotations.problems import Problem
from annotations.store import StoryFolder


class TextTables:
    """Tables and stories that are held as texts, to be checked before they are written."""

    def __init__(self, texts: Mapping[str, str | None], stories: StoryFolder) -> None:
        self._texts = {name: text for name, text in texts.items() if text is not None}
        self._stories = stories

    def read(self, name: str) -> str:
        """A table by its name, or a story by its file. Raises `FileNotFoundError`."""
        key = f"{name}.csv" if f"{name}.csv" in self._texts else f"stories/{name}"
        if key not in self._texts:
            raise FileNotFoundError(2, "No such file", key)
        return self._texts[key].encode(errors="surrogateescape").decode("utf-8-sig", "replace")

    def names(self) -> list[str]:
        """The files of the stories."""
        names = (name.partition("stories/")[2] for name in self._texts)
        return [name for name in names if name]

    def pictures(self) -> frozenset[str]:
        """The pictures that stories may show."""
        return self._stories.pictures()

    def picture(self, name: str) -> bytes:
        """A picture by its name."""
        return self._stories.picture(name)

    def version(self) -> tuple[object, ...]:
        """The texts themselves."""
        return tuple(self._texts.items())


def new_problems(
    before: Mapping[str, str], after: Mapping[str, str | None], stories: StoryFolder
) -> list[Problem]:
    """The problems that were not there before, wherever their lines are now."""
    tables = (TextTables(texts, stories) for texts in (before, {**before, **after}))
    old, new = (check(texts, stories=texts) for texts in tables)
    known = {replace(problem, line=0) for problem in old}
    return [problem for problem in new if replace(problem, line=0) not in known]
