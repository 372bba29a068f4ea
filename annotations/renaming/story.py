"""A story with another id in place of one: its text changes only where a step names the record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import yaml

from annotations.references import journey_and_order
from annotations.renaming.new_id import NewId
from annotations.stories import MARK, named

NAMING: Mapping[str, tuple[str, ...]] = {
    "journeys": ("show", "open"), "sources": ("sources", "told_by")
}  # fmt: skip


def story_with(text: str, new_id: NewId) -> str:
    """The text of a story in which steps name a record by its new id.

    Raises `yaml.YAMLError` for a text that is no YAML.
    """
    steps = _value(yaml.compose(text, Loader=yaml.SafeLoader), "steps")
    if not isinstance(steps, yaml.SequenceNode):
        return text
    nodes = [node for step in steps.value for node in _named(step, new_id.table)]
    for node in sorted(nodes, key=lambda node: node.start_mark.index, reverse=True):
        start, end = node.start_mark.index, node.end_mark.index
        text = text[:start] + new_id.reference(text[start:end]) + text[end:]
    return MARK.sub(lambda mark: _figure(mark[0], mark[1].strip(), new_id), text)


def _figure(mark: str, reference: str, new_id: NewId) -> str:
    """A figure that words take from a record, by the new id where it is that record."""
    table = "stops" if new_id.table == "journeys" else new_id.table
    keys = [journey_and_order(key)[0] for kind, key in named(reference) if kind == table]
    return new_id.reference(mark) if new_id.old in keys else mark


def _named(step: yaml.Node, table: str) -> Iterator[yaml.Node]:
    """The texts of a step that name records of a table."""
    for key in NAMING.get(table, ()):
        node = _value(step, key)
        yield from node.value if isinstance(node, yaml.SequenceNode) else [node] if node else []


def _value(node: yaml.Node | None, key: str) -> yaml.Node | None:
    """The value of a key, or None."""
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return next((value for name, value in pairs if name.value == key), None)
