"""What is wrong with a text that is no YAML, in words for whoever writes a story.

What the parser says tells where to look; what is said is read from the lines themselves.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import yaml

from annotations.problems import shown

DEEPEST = 7
TOO_DEEP = f"nests lists more than {DEEPEST} deep. A story needs fewer."
QUOTE_ALL = "Put the whole text in straight quotes."
KEY = re.compile(r"(?P<before>\s*(?:-\s+)*)(?P<key>[^\s:'\"#\[{-][^\s:]*):(?:\s+(?P<value>.*))?")
NO_SPACE = re.compile(r"\s*(?:-\s+)*(?P<key>[A-Za-z_]+):(?P<value>[^\s:/].*)")
HYPHEN_NO_SPACE = re.compile(r"\s*-(?P<key>[A-Za-z_]+):(?:\s|$)")
COMMENT = re.compile(r"\s#")
SIGNS = {"@", "`", "%", ",", "]", "}", "&", "*", "!"}  # no text begins with one of these
ALONE = {"-", "?", ":"}  # nor with one of these and a space
WHOLE = {'"': re.compile(r'"(?:[^"\\]|\\.)*"'), "'": re.compile(r"'(?:[^']|'')*'")}
CLOSING = {"[": "]", "{": "}"}
OTHER = {"", "'", '"', "|", ">", "[", "{"}  # what begins a value that is no plain text
LARGE_ESCAPE = re.compile(r"\\U[0-9A-Fa-f]{8}")


def fault_of(error: yaml.YAMLError, lines: Sequence[str]) -> tuple[int, str]:
    """The line where a fault began, from 1, and what is wrong with it and what to do."""
    found = _Fault(error, lines)
    for look in (
        found.tab,
        found.depth,
        found.escape,
        found.quote,
        found.bracket,
        found.value,
        found.key,
        found.above,
        found.place,
    ):
        if told := look():
            return told
    remedy = "Compare it with the example in annotations/stories/README.md."
    return found.line, f"cannot be read from here on. {remedy}"


def cut_off(rest: str) -> str:
    """That a text ends where a comment begins, which is `rest`."""
    told = f"is cut off at ' #', where a comment begins: {shown(rest)} is not read."
    return f"{told} Put the text in quotes, or a comment on a line of its own."


def bad_escape(lines: Sequence[str]) -> tuple[int, str]:
    """Where a number stands for a character that there is not, and what to do."""
    numbers = (number for number, line in enumerate(lines, 1) if LARGE_ESCAPE.search(line))
    told = "holds an escape (\\U…) that is not a character. Write the character itself."
    return next(numbers, 1), told


class _Fault:
    """A fault, and the looks at its lines, each of which may say what it is."""

    def __init__(self, error: yaml.YAMLError, lines: Sequence[str]) -> None:
        self._lines = lines
        self._said = str(getattr(error, "problem", None) or "")
        self._context = str(getattr(error, "context", None) or "")
        mark = getattr(error, "problem_mark", None)
        began = getattr(error, "context_mark", None)
        self.line = min(mark.line + 1, len(lines)) if mark else 1
        self._column = mark.column if mark else 0
        self._began = began.line + 1 if began else self.line

    def tab(self) -> tuple[int, str] | None:
        """A tab before the words of a line, or alone where the parser stopped."""
        text = self._text(self.line)
        if "\t" in text[: len(text) - len(text.lstrip())]:
            return self.line, "is indented with a tab. Use spaces, two for each level."
        among = text[self._column :].startswith("\t")
        return (self.line, "has a tab among its words. Use a space.") if among else None

    def depth(self) -> tuple[int, str] | None:
        """Lists in lists without end."""
        return (self.line, TOO_DEEP) if "nesting" in self._said else None

    def escape(self) -> tuple[int, str] | None:
        """A backslash that is read as something else."""
        if "escape" not in self._said:
            return None
        if LARGE_ESCAPE.search(self._text(self.line)):
            return bad_escape(self._lines)
        told = "has a backslash between double quotes, where it means something else."
        return self.line, f"{told} Write it twice, or use single quotes."

    def quote(self) -> tuple[int, str] | None:
        """A quote that nothing closes, or only the one that begins a text further down."""
        began = self._began if "quoted scalar" in self._context else self._still_open()
        told = "begins with a quote that is not closed. Close it at the end."
        return (began, told) if began else None

    def bracket(self) -> tuple[int, str] | None:
        """A bracket or brace that nothing closes, or only after something else."""
        if "flow" not in self._context:
            return None
        sign = "[" if "sequence" in self._context else "{"
        told = f"has '{sign}' without its '{CLOSING[sign]}'."
        return self._began, f"{told} Close it, or put a text that has one in quotes."

    def value(self) -> tuple[int, str] | None:
        """What follows the key of the line where the parser stopped, and cannot be a value."""
        match = KEY.fullmatch(self._text(self.line))
        value = (match["value"] or "").strip() if match else ""
        told = _of_value(value) if value and self._column >= _start(match) else ""
        return (self.line, told) if told else None

    def key(self) -> tuple[int, str] | None:
        """A line that should be a key with its value, and has no colon and space."""
        if "simple key" not in self._context and not self._is_words(self.line):
            return None
        at = self._began if "simple key" in self._context else self.line
        above = self._above(at)
        told = self._unspaced(at)
        if not told and (cut := self._comment(above)):
            return above, cut_off(cut)
        if not told and self._is_quoted(above):
            return at, f"goes on after the closing quote above it. {QUOTE_ALL}"
        rule = "stands where a key belongs. Begin with a key, a colon and a space"
        return at, told or f"{rule}, or indent it like the text that it goes on with."

    def above(self) -> tuple[int, str] | None:
        """A line before it that was read as words, so that what follows fits nowhere."""
        if "mapping values" not in self._said:
            return None
        above = self._above(self.line)
        if not above:
            return None
        if told := self._unspaced(above):
            return above, told
        if self._is_words(above) and self._above(above) == 0:
            return above, "is not a key with its text. Write it as in 'title: A port'."
        told = "is indented further than the key above it, which has its text already."
        return self.line, f"{told} Line it up with the keys beside it."

    def place(self) -> tuple[int, str] | None:
        """A key or a hyphen that stands too far left or right."""
        text = self._text(self.line).strip()
        if text.startswith("- ") or text == "-":
            told = "begins with a hyphen where a key belongs."
            return self.line, f"{told} Begin every step with a hyphen, and indent all steps alike."
        if self._above(self.line) and KEY.fullmatch(text):
            told = "does not line up with the keys above it."
            return self.line, f"{told} Indent all keys of a step alike."
        return None

    def _still_open(self) -> int:
        """The line of a quote that was closed by the one before the fault; 0 where none was."""
        text = self._text(self.line)
        match = KEY.fullmatch(text)
        sign = text[self._column - 1 : self._column]
        if not match or sign not in WHOLE or match.start("value") != self._column - 1:
            return 0
        for at in range(self.line - 1, 0, -1):
            value = (match["value"] or "") if (match := KEY.fullmatch(self._text(at))) else ""
            if value[:1] == sign:
                return 0 if WHOLE[sign].match(value) else at
        return 0

    def _text(self, line: int) -> str:
        return self._lines[line - 1] if 0 < line <= len(self._lines) else ""

    def _above(self, line: int) -> int:
        """The nearest line before one that has words; 0 where none has."""
        numbers = range(min(line, len(self._lines) + 1) - 1, 0, -1)
        told = (at for at in numbers if self._text(at).strip() and self._text(at).strip()[0] != "#")
        return next(told, 0)

    def _is_words(self, line: int) -> bool:
        text = self._text(line).strip()
        return bool(text) and not KEY.fullmatch(text) and not text.startswith("-")

    def _is_quoted(self, line: int) -> bool:
        """True where the value of a line is in quotes."""
        match = KEY.fullmatch(self._text(line))
        value = (match["value"] or "").strip() if match else ""
        return value[:1] in WHOLE and bool(WHOLE[value[0]].fullmatch(value))

    def _comment(self, line: int) -> str:
        """The comment that ends a plain text, "" where none does."""
        text = self._text(line)
        match = COMMENT.search(text)
        value = KEY.fullmatch(text[: match.start()].rstrip()) if match else None
        begins = (value["value"] or "")[:1] if value else "-"
        return text[match.start() :].strip() if match and begins not in OTHER else ""

    def _unspaced(self, line: int) -> str:
        """That a colon or a hyphen has no space behind it, "" where that is not so."""
        if match := NO_SPACE.fullmatch(self._text(line)):
            meant = shown(f"{match['key']}: {match['value'].strip()}")
            return f"has no space after the colon. Write {meant}."
        if match := HYPHEN_NO_SPACE.match(self._text(line)):
            return f"has no space after the hyphen. Write '- {match['key']}:'."
        return ""


def _start(match: re.Match[str] | None) -> int:
    return match.start("value") if match and match["value"] else 0


def _of_value(value: str) -> str:
    """What keeps a value from being one, "" where that is not seen."""
    sign, more = value[0], value[1:]
    if sign in SIGNS or (sign in ALONE and more[:1] in ("", " ")):
        return f"begins its text with {shown(sign)}. {QUOTE_ALL}"
    if sign in "|>" and more.lstrip("+-0123456789").strip():
        return f"has words beside '{sign}'. Write them below the key, further right than it."
    if sign in WHOLE:
        whole = WHOLE[sign].match(value)
        if whole and value[whole.end() :].strip():
            return _after_quote(sign)
        return ""
    if sign in CLOSING:
        end = value.rfind(CLOSING[sign])
        if end >= 0 and value[end + 1 :].strip():
            return f"begins its text with '{sign}'. {QUOTE_ALL}"
        return ""
    if ": " in value or value.endswith(":"):
        return f"has a colon within its text. {QUOTE_ALL}"
    return ""


def _after_quote(sign: str) -> str:
    """That a text goes on behind the quote that closed it."""
    within = "curly quotes (“…”)" if sign == '"' else "’ for an apostrophe"
    return f"goes on after its closing quote. {QUOTE_ALL[:-1]}, and write {within} within it."
