"""A story with another id in place of one: its text changes only where a step names the record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import yaml

from annotations.references import journey_and_order
from annotations.renaming.new_id import NewId
from annotations.stories import MARK, named, story_nodes

# The keys of steps, of tasks in them and of the story itself that name records of a table.
NAMING: Mapping[str, tuple[str, ...]] = {
    "journeys": ("show", "open"),
    "events": ("open",),
    "sources": ("sources", "told_by", "further"),
    "places": ("place",),
    "glossary": ("words",),
}


def story_with(text: str, new_id: NewId) -> str:
    """The text of a story in which steps name a record by its new id.

    Raises `yaml.YAMLError` for a text that is no YAML.
    """
    story = story_nodes(text)
    steps = _items(_value(story, "steps"))
    tasks = [task for step in steps for task in _items(_value(step, "tasks"))]
    spans = {
        (node.start_mark.index, node.end_mark.index)
        for named in (story, *steps, *tasks)
        for node in _named(named, new_id.table)
        if isinstance(node, yaml.ScalarNode)
    }
    for start, end in sorted(spans, reverse=True):
        text = text[:start] + new_id.reference(text[start:end]) + text[end:]
    return MARK.sub(lambda mark: _figure(mark[0], mark[1].strip(), new_id), text)


def _figure(mark: str, reference: str, new_id: NewId) -> str:
    """A figure that words take from a record, by the new id where it is that record."""
    table = "stops" if new_id.table == "journeys" else new_id.table
    keys = [journey_and_order(key)[0] for kind, key in named(reference) if kind == table]
    return new_id.reference(mark) if new_id.old in keys else mark


def _named(keys: yaml.Node | None, table: str) -> Iterator[yaml.Node]:
    """What keys have that names records of a table."""
    for key in NAMING.get(table, ()):
        yield from _items(_value(keys, key))


def _items(node: yaml.Node | None) -> list[yaml.Node]:
    """The values of a list; one value may stand for a list of one."""
    return node.value if isinstance(node, yaml.SequenceNode) else [node] if node else []


def _value(node: yaml.Node | None, key: str) -> yaml.Node | None:
    """The value of a key, or None."""
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return next((value for name, value in pairs if name.value == key), None)
