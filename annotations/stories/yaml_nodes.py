"""YAML as nodes that know their line: every scalar is text, and nothing else is ever built."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import yaml

from annotations.problems import INVISIBLE, shown
from annotations.stories.yaml_faults import DEEPEST, TOO_DEEP, bad_escape, cut_off, fault_of

# libyaml where the package has it: a hundred times as fast, with the same events.
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
MOST_NODES = 5_000
# What YAML forbids or nobody sees. Tabs and line ends are the only control characters left.
UNREADABLE = re.compile(f"{INVISIBLE.pattern[:-1]}\ud800-\udfff\ufffe\uffff]")
COMMENT = re.compile(r"\s+#")
SURROGATE = re.compile("[\ud800-\udfff]")

Tell = Callable[[int, str, str], None]


DEEPEST_IN_C = 100  # of what libyaml puts together itself, on a stack that nobody watches


class BrokenYaml(ValueError):
    """A text cannot be read from `line` on, counted from 1; says why and what to do."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


@dataclass(frozen=True)
class Node:
    """A text, a list or keys with values, and the line of its key or, in a list, its own.

    A text that was written folded or in quotes has a blank line wherever it has a line end, so
    that in every style of YAML a blank line parts paragraphs.
    """

    line: int
    value: str | list[Node] | dict[str, Node]

    @property
    def kind(self) -> str:
        """What the node is, in words for a message."""
        names = {str: "a text", list: "a list", dict: "keys with values"}
        return names[type(self.value)]


def read_yaml(text: str, tell: Tell) -> Node:
    """The one document of a text as nodes.

    `tell(line, key, message)` hears what can be fixed: characters that are not seen go, of a key
    that stands twice the first value stays, and a text ends where a comment begins. Raises
    `BrokenYaml` for the rest, and so for anchors, tags, more than 5,000 values, and lists in lists
    that go deeper than a story does.
    """
    lines = re.sub("\r\n?", "\n", text).split("\n")
    for number, line in enumerate(lines, start=1):
        if unseen := sorted({f"U+{ord(char):04X}" for char in UNREADABLE.findall(line)}):
            tell(number, "", f"holds invisible characters ({', '.join(unseen[:3])}). Remove them.")
    return _Reading(UNREADABLE.sub("", "\n".join(lines)), tell).root()


def story_nodes(text: str) -> yaml.Node | None:
    """The text of a story as nodes that know their place, for whatever the app can read of it.

    Raises `yaml.YAMLError` for a text that is no YAML, and `RecursionError`.
    """
    try:
        return yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        depth = deepest = 0
        for event in yaml.parse(text, Loader=LOADER):
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            deepest = max(deepest, depth)
        if deepest > DEEPEST_IN_C:
            raise
        return yaml.compose(text, Loader=LOADER)


class _Reading:
    """The events of a text, one after the other, as they become nodes."""

    def __init__(self, text: str, tell: Tell) -> None:
        self._lines = text.split("\n")
        self._events = _events(text, self._lines)
        self._tell = tell
        self._cut: list[tuple[int, str, str]] = []

    def root(self) -> Node:
        """The one node of the text, once what was cut off in it is told. Raises `BrokenYaml`."""
        broken_at = 0
        try:
            return self._root()
        except BrokenYaml as broken:
            broken_at = broken.line
            raise
        finally:
            for line, key, message in self._cut:
                if line != broken_at:
                    self._tell(line, key, message)

    def _root(self) -> Node:
        first = next(self._events, None)
        if first is None:
            raise BrokenYaml(1, "is empty. Begin with 'title: ' and a title.")
        node = self._node(first, 1, 1)
        for event in self._events:
            raise BrokenYaml(_line(event), "begins a second document. Write one story per file.")
        return node

    def _node(self, event: yaml.Event, line: int, depth: int, key: str = "") -> Node:
        """What begins with an event; `key` is the nearest key that it stands under."""
        if depth > DEEPEST:
            raise BrokenYaml(line, TOO_DEEP)
        if isinstance(event, yaml.ScalarEvent):
            self._see_comment(event, key)
            return Node(line, _text(event))
        if isinstance(event, yaml.SequenceStartEvent):
            return Node(line, list(self._items(depth, key)))
        return Node(line, self._keys(depth))

    def _see_comment(self, event: yaml.ScalarEvent, key: str) -> None:
        """Keep for later a comment behind a plain text: likely the rest of a sentence."""
        if event.style or not event.value or not event.end_mark:
            return
        end = event.end_mark
        rest = self._lines[end.line][end.column :] if end.line < len(self._lines) else ""
        if COMMENT.match(rest):
            self._cut.append((end.line + 1, key, cut_off(rest.strip())))

    def _items(self, depth: int, key: str) -> Iterator[Node]:
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            yield self._node(event, _line(event), depth + 1, key)

    def _keys(self, depth: int) -> dict[str, Node]:
        found: dict[str, Node] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            line = _line(event)
            if not isinstance(event, yaml.ScalarEvent):
                raise BrokenYaml(line, "has a list for a key. A key is a word and a colon.")
            key = _text(event)
            node = self._node(next(self._events), line, depth + 1, key)
            if key in found:
                told = f"{shown(key)} is already in line {found[key].line}."
                self._tell(line, key, f"{told} Remove one of the two.")
            found.setdefault(key, node)
        return found


def _events(text: str, lines: Sequence[str]) -> Iterator[yaml.Event]:
    """The events that make nodes, each checked; of an alias nothing is ever copied."""
    count = 0
    try:
        for event in yaml.parse(text, Loader=LOADER):
            line = _line(event)
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                remedy = "Write it out, or put it in quotes if it is meant as text."
                raise BrokenYaml(line, f"uses an anchor of YAML (& or *). {remedy}")
            if tag := getattr(event, "tag", None):
                remedy = "Put it in quotes if it is meant as text."
                raise BrokenYaml(line, f"uses a tag of YAML ({shown(tag)}). {remedy}")
            if isinstance(event, yaml.NodeEvent):
                count += 1
                if count > MOST_NODES:
                    raise BrokenYaml(line, f"has more than {MOST_NODES:,} values. Split the story.")
            if isinstance(event, yaml.NodeEvent | yaml.CollectionEndEvent):
                yield event
    except yaml.YAMLError as error:
        raise BrokenYaml(*fault_of(error, lines)) from None
    except (ValueError, OverflowError) as error:  # an escape such as \UFFFFFFFF
        if isinstance(error, BrokenYaml):
            raise
        raise BrokenYaml(*bad_escape(lines)) from None


def _line(event: yaml.Event) -> int:
    """The line in which an event begins, from 1."""
    return event.start_mark.line + 1 if event.start_mark else 1


def _text(event: yaml.ScalarEvent) -> str:
    value = SURROGATE.sub("\N{REPLACEMENT CHARACTER}", event.value)
    return value if event.style == "|" else re.sub("\n+", "\n\n", value)
