"""A lesson that is put together in a browser: keys with values, read by the rules of a story.

A draft has the keys of a story's file, as texts, lists and keys with values. It may be unfinished:
what is missing is told by its place, and all steps come nevertheless.
"""

from __future__ import annotations

from collections.abc import Collection as Several
from collections.abc import Mapping
from dataclasses import dataclass

from annotations.problems import Problems, without_guesses
from annotations.records import Collection
from annotations.stories.entries import Entry
from annotations.stories.reader import KEYS, story_of
from annotations.stories.records import Story
from annotations.stories.steps import Known
from annotations.stories.writer import to_yaml
from annotations.stories.yaml_faults import DEEPEST
from annotations.stories.yaml_nodes import MOST_NODES, UNREADABLE, Node, read_yaml

Plain = str | list["Plain"] | dict[str, "Plain"]
Place = tuple[str | int, ...]  # keys and positions that lead to a value, as ("steps", 0, "text")
MOST_STEPS = 60  # of a lesson that nobody would give in one hour
MOST_FIGURES = 600  # in braces; each is looked up several times


class NoDraft(ValueError):
    """What was given has not the form of a draft, or is too large for one."""


@dataclass(frozen=True)
class Trouble:
    """What is wrong with a draft, and the keys and positions, from 0, that lead there."""

    place: Place
    message: str


@dataclass(frozen=True)
class Draft:
    """A draft as a story, of which what is missing is empty, and what is wrong with it."""

    story: Story
    troubles: tuple[Trouble, ...]


@without_guesses()
def read_draft(given: object, collection: Collection, pictures: Several[str] = ()) -> Draft:
    """A draft as a story with every step that it has. Raises `NoDraft`.

    What is told of a fault names no record that is nearly meant: a browser has them by title.
    """
    if not isinstance(given, Mapping):
        raise NoDraft("is not keys with values")
    places: list[Place] = [()]  # by what the reader takes for a line
    root = _node(given, (), places)
    problems = Problems()
    entry = Entry("draft", "story", root, KEYS, problems)
    if entry.count("steps") > MOST_STEPS:
        raise NoDraft(f"has more than {MOST_STEPS} steps")
    if _braces(root) > MOST_FIGURES:
        raise NoDraft(f"has more than {MOST_FIGURES} figures")
    known = Known(collection, frozenset(pictures))
    story, _entries = story_of("draft", entry, known)
    return Draft(
        story, tuple(Trouble(_place(p.line, p.column, places), p.message) for p in problems)
    )


def draft_of_text(text: str) -> dict[str, Plain]:
    """The draft that a story's file holds. Raises `BrokenYaml`, or `NoDraft` where it is a list."""
    plain = _plain(read_yaml(text, lambda *_told: None))
    if not isinstance(plain, dict):
        raise NoDraft("is not keys with values")
    return plain


def draft_of_story(story: Story) -> dict[str, Plain]:
    """The draft that goes on from a story."""
    return draft_of_text(to_yaml(story))


def _plain(node: Node) -> Plain:
    if isinstance(node.value, dict):
        return {key: _plain(inner) for key, inner in node.value.items()}
    if isinstance(node.value, list):
        return [_plain(inner) for inner in node.value]
    paragraphs = node.value.split("\n\n")
    return "\n\n".join(filter(None, (" ".join(part.split()) for part in paragraphs)))


def _node(value: object, place: Place, places: list[Place]) -> Node:
    """A value as the reader of stories takes it, whose line says where it stands."""
    if len(place) > DEEPEST or len(places) > MOST_NODES:
        raise NoDraft("is too large")
    line = len(places)
    places.append(place)
    if isinstance(value, Mapping):
        inner = {k: v for k, v in value.items() if isinstance(k, str) and v not in ("", None)}
        return Node(line, {key: _node(v, (*place, key), places) for key, v in inner.items()})
    if isinstance(value, list):
        return Node(line, [_node(each, (*place, at), places) for at, each in enumerate(value)])
    if isinstance(value, str):
        return Node(line, UNREADABLE.sub("", value))
    if isinstance(value, int | float) and not isinstance(value, bool):
        return Node(line, f"{value:g}")
    raise NoDraft("holds what is no text")


def _braces(node: Node) -> int:
    """How many figures its texts may have at most."""
    if isinstance(node.value, str):
        return node.value.count("{")
    inner = node.value.values() if isinstance(node.value, dict) else node.value
    return sum(map(_braces, inner))


def _place(line: int, column: str, places: list[Place]) -> Place:
    """Where a problem of a key is: of one that is not there it is told at what should have it."""
    place = places[line]
    return (*place, column) if column and column not in place[-2:] else place
