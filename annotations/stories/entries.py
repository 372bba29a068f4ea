"""The keys of a story or a step, read by the rules of a table's cells, each with its line."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TypeVar

from annotations.problems import Problem, Problems, RowPlace, did_you_mean, shown
from annotations.stories.meant import code_meant, minutes_meant
from annotations.stories.yaml_nodes import Node
from annotations.tables import FORMS, Column, Row

Code = TypeVar("Code", bound=str)

UNSPACED = re.compile(r"[a-z_]+:\S")
WORD = re.compile(r"\w+")
MOST_MINUTES = 240
_RULES = (
    Column("minutes", "How long it takes.", "whole", True, (), 1, MOST_MINUTES),
    Column("sources", "Who says so.", "citations", True, to=("sources",)),
    Column("further", "Where to read on.", "citations", to=("sources",)),
)
RULES = {rule.name: rule for rule in _RULES}


class Entry(Row):
    """Keys with values, such as a story or a step, of which `kinds` says what each may hold.

    As with a row, `ok` is False once it is so broken that it cannot stand. What is of the wrong
    kind is a problem and then read as if it were not there; one text may stand for a list.
    """

    def __init__(
        self, file: str, what: str, node: Node, kinds: Mapping[str, type], problems: Problems
    ) -> None:
        self.what, self._kinds = what, kinds
        self._nodes: dict[str, Node] = {}
        self._misread: set[str] = set()
        place = RowPlace(file, node.line)
        super().__init__(file, place, {}, problems)
        if isinstance(node.value, dict):
            self._take(node.value)
        else:
            hint = " Write a space behind each colon." if _is_unspaced(node) else ""
            self.fail("", f"is {node.kind}, and should be a {what}: keys with values.{hint}")
        texts = {key: found.value for key, found in self._nodes.items()}
        told = {key: text for key, text in texts.items() if isinstance(text, str)}
        self.cells = {**dict.fromkeys(kinds, ""), **told}

    def _take(self, nodes: Mapping[str, Node]) -> None:
        """Keep the values that are of their kind."""
        for key, node in nodes.items():
            wanted = self._kinds.get(key)
            if wanted is None:
                meant = did_you_mean(key, self._kinds) or f" Write one of {', '.join(self._kinds)}."
                self.warn(key, f"{shown(key)} is not a key of a {self.what}.{meant}", node.line)
            elif isinstance(node.value, wanted) or (wanted is list and node.value):
                self._nodes[key] = node if wanted is not list else _as_list(node)
            elif wanted is list:
                self.warn(key, "is empty. Write a list, or leave the key out.", node.line)
                self._misread.add(key)
            else:
                belongs = Node(0, wanted()).kind
                self.warn(key, f"is {node.kind}, and should be {belongs}. Rewrite it.", node.line)
                self._misread.add(key)

    def warn(self, column: str, message: str, line: int | None = None) -> None:
        """Report a problem at a line, or else at the line of its key; of a misread key no more."""
        if column not in self._misread:
            line = line or self.line_of(column)
            name = column if WORD.fullmatch(column) else ""
            self._problems.append(Problem(RowPlace(self.table, line), name, message))

    def line_of(self, key: str) -> int:
        """The line of a key, or of the whole where the key is not there."""
        return self._nodes[key].line if key in self._nodes else self.line

    def lines(self) -> Iterator[tuple[str, int]]:
        """Each key that is there, and its line."""
        return ((key, node.line) for key, node in self._nodes.items())

    def has(self, key: str) -> bool:
        """True where the key is there and holds what it may hold."""
        return key in self._nodes

    def text(self, column: str, required: bool = False) -> str:
        """The value as one line of plain text."""
        return " ".join(_words(self._needed(column, required)))

    def paragraphs(self, key: str, required: bool = False) -> str:
        """The value as plain text: a line a paragraph, and a blank line between two of them."""
        parts = re.split(r"\n[ \t]*\n", self._needed(key, required))
        return "\n\n".join(filter(None, (" ".join(_words(part)) for part in parts)))

    def rule(self, column: str) -> Column:
        """What a key may hold, where that is more than text."""
        return RULES.get(column) or Column(column, "")

    @property
    def needed(self) -> Collection[str]:
        """None: a story says otherwise what is missing, see `_needed`."""
        return ()

    def _needed(self, key: str, required: bool) -> str:
        value = super().text(key)
        if required and not value:
            self.fail(key, f"is missing. Every {self.what} needs one.")
        return value

    def whole(self, column: str) -> int | None:
        """See `Row.whole`; of minutes with words around them it says which number to write."""
        text = self.text(column)
        meant = minutes_meant(text, MOST_MINUTES) if column == "minutes" else None
        if meant and not FORMS["number"].fullmatch(text):
            self.fail(column, f"{shown(text)} is more than a number. Write {meant}.")
            return None
        return super().whole(column)

    def count(self, key: str) -> int:
        """How many values a list has."""
        return len(self._list(key))

    def _list(self, key: str) -> list[Node]:
        value = self._nodes[key].value if key in self._nodes else None
        return value if isinstance(value, list) else []

    def items(self, key: str) -> Iterator[tuple[str, int]]:
        """The texts of a list and their lines; what is no text in it is a problem."""
        for node in self._list(key):
            if isinstance(node.value, str):
                yield node.value.strip(), node.line
            else:
                self.warn(key, f"holds {node.kind} among its texts. Rewrite it.", node.line)

    def texts(self, key: str) -> tuple[str, ...]:
        """The texts of a list, each as one line of plain text."""
        return tuple(filter(None, (" ".join(_words(text)) for text, _line in self.items(key))))

    def told(self, key: str) -> str:
        """The words that stand under a key, also where they are a list of texts."""
        of_list = (node.value for node in self._list(key))
        texts = (text for text in of_list if isinstance(text, str))
        return "\n".join([self.cells.get(key, ""), *texts])

    def entries(self, key: str, what: str, kinds: Mapping[str, type]) -> Iterator[Entry]:
        """The keys with values that stand under a key, one after the other where it is a list."""
        if key in self._nodes:
            node = self._nodes[key]
            for inner in node.value if isinstance(node.value, list) else [node]:
                yield Entry(self.table, what, inner, kinds, self._problems)

    def among(self, key: str, choices: Iterable[Code]) -> frozenset[Code]:
        """The words of a list that are among the choices; any other one is a problem."""
        known: dict[str, Code] = {choice: choice for choice in choices}
        found = set()
        for word, line in self.items(key):
            if word in known:
                found.add(known[word])
            else:
                meant = code_meant(word, known)
                told = f"{shown(word)} is not one of {', '.join(known)}."
                self.warn(key, f"{told}{meant}", line)
        return frozenset(found)


def _is_unspaced(node: Node) -> bool:
    """True for a text that would be a key with its value, had it a space."""
    return isinstance(node.value, str) and bool(UNSPACED.match(node.value))


def _as_list(node: Node) -> Node:
    return node if isinstance(node.value, list) else Node(node.line, [node])


def _words(text: str) -> list[str]:
    """Words between plain spaces, tabs and line ends; a no-break space stays in its word."""
    return re.findall(r"[^ \t\n]+", text)
