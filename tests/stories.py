"""Made stories: texts in memory, and the smallest collection that they can tell of."""

from __future__ import annotations

from collections.abc import Mapping

from annotations.stories.load import LoadedStories, load_stories
from annotations.stories.records import Story
from tests.collections import collection_of

# Two journeys: by sea with four stops, and by land, which is heavy, with one.
COLLECTION = collection_of(
    journeys=[{}, {"id": "by-land", "title": "By land", "kind": "attempt", "care": "hunger"}],
    stops=[
        *({"order": str(order), "date": ""} for order in range(1, 5)),
        {"journey": "by-land", "date": "2001"},
    ],
    glossary=[{}],
)
HEAD = "title: A story\nfor: a class\nminutes: 40\nsummary: What is told.\nsteps:\n"
# The keys of a step stand in the lines 6, 7 and 8 of a story, others from 9 on.
STEP = "  - heading: The port\n    text: She hid.\n    sources: interview[2]\n"


class MemoryStories:
    """Stories held as texts by the names of their files, and one picture."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.texts = dict(texts)

    def names(self) -> tuple[str, ...]:
        """The names as they were given."""
        return tuple(self.texts)

    def strays(self) -> tuple[str, ...]:
        """None."""
        return ()

    def read(self, name: str) -> str:
        """The text. Raises `FileNotFoundError`."""
        if name not in self.texts:
            raise FileNotFoundError(2, "No such file", name)
        return self.texts[name]

    def pictures(self) -> frozenset[str]:
        """One picture, `bridge.jpg`."""
        return frozenset({"bridge.jpg"})

    def picture(self, name: str) -> bytes:
        """Its bytes. Raises `FileNotFoundError`."""
        if name not in self.pictures():
            raise FileNotFoundError(name)
        return b"a bridge"

    def exact(self, name: str) -> str:
        """The text. Raises `FileNotFoundError`."""
        return self.read(name)

    def version(self) -> str:
        """The texts themselves."""
        return repr(self.texts)


def loaded(text: str, name: str = "story.yaml") -> LoadedStories:
    """What is read from one text."""
    return load_stories(MemoryStories({name: text}), COLLECTION)


def with_keys(*lines: str) -> str:
    """The smallest story, and in its step, from line 9 on, more keys."""
    return HEAD + STEP + "".join(f"    {line}\n" for line in lines)


def story_with(*lines: str) -> Story:
    """The story with these keys. Raises `AssertionError` where it has a problem."""
    told = loaded(with_keys(*lines))
    assert not told.problems, "\n".join(map(str, told.problems))
    return told.stories["story"]


def problems_with(*lines: str) -> list[str]:
    """The problems of the story with these keys; it comes all the same."""
    told = loaded(with_keys(*lines))
    assert list(told.stories) == ["story"]
    return list(map(str, told.problems))
