"""The text of a story with parts cut out of it, and every other letter as it was."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import yaml


class Cut(NamedTuple):
    """From where to where in a text, and what stands there then."""

    start: int
    end: int
    instead: str = ""


def cut_out(text: str, cuts: Iterable[Cut]) -> str:
    """The text without the cuts; what two of them take is taken once."""
    left, at = list[str](), 0
    for start, end, instead in sorted(set(cuts)):
        if end > at:
            left += [text[at : max(start, at)], instead]
            at = end
    return "".join([*left, text[at:]])


def value(node: yaml.Node | None, key: str) -> yaml.Node | None:
    """The value of a key, or None."""
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return next((found for name, found in pairs if name.value == key), None)


def items(node: yaml.Node | None) -> list[yaml.Node]:
    """The values of a list; one value may stand for a list of one."""
    return node.value if isinstance(node, yaml.SequenceNode) else [node] if node else []


def own(text: str, node: yaml.Node) -> str:
    """A node as it is written."""
    return text[node.start_mark.index : node.end_mark.index]


def pair(text: str, whole: yaml.Node, found: yaml.Node) -> Cut:
    """A key with its value: up to the next key, or its lines where it is the last one."""
    at = next(number for number, each in enumerate(whole.value) if each[1] is found)
    key = whole.value[at][0]
    if at + 1 < len(whole.value):
        return Cut(key.start_mark.index, whole.value[at + 1][0].start_mark.index)
    if _is_block(whole):
        return lines(text, key, found)
    before = whole.value[at - 1][1].end_mark if at else key.start_mark
    return Cut(before.index, found.end_mark.index)


def lines(text: str, first: yaml.Node, last: yaml.Node) -> Cut:
    """The lines from that of one node to that of another."""
    return Cut(_line_start(text, first.start_mark.index), _end(text, last))


def out_of_list(text: str, whole: yaml.Node | None, gone: Sequence[yaml.Node]) -> list[Cut]:
    """Some items of a list, of which others are left, each from its dash to the next one."""
    every = items(whole)
    if not gone or whole is None:
        return []
    if not _is_block(whole):
        return _out_of_flow(every, gone)
    starts = [_dash(text, each) for each in every]
    ends = [*starts[1:], _end(text, every[-1])]
    spans = zip(every, starts, ends, strict=True)
    return [Cut(start, end) for each, start, end in spans if each in gone]


def _out_of_flow(every: Sequence[yaml.Node], gone: Sequence[yaml.Node]) -> list[Cut]:
    """Each item up to the next one; the last ones with the comma before them."""
    last = max(number for number, each in enumerate(every) if each not in gone)
    cuts = [
        Cut(each.start_mark.index, every[number + 1].start_mark.index)
        for number, each in enumerate(every[:last])
        if each in gone
    ]
    return [*cuts, Cut(every[last].end_mark.index, every[-1].end_mark.index)]


def _is_block(node: yaml.Node) -> bool:
    return isinstance(node, yaml.CollectionNode) and not node.flow_style


def _dash(text: str, item: yaml.Node) -> int:
    return _line_start(text, text.rindex("-", 0, item.start_mark.index))


def _end(text: str, node: yaml.Node) -> int:
    """Where the lines of a node end; keys or a list below each other end where the next begins."""
    at = node.end_mark.index
    if _is_block(node):
        return at if at == len(text) else _line_start(text, at)
    return text.find("\n", max(at - 1, 0)) + 1 or len(text)


def _line_start(text: str, index: int) -> int:
    return text.rfind("\n", 0, index) + 1
