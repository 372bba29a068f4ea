"""The pages of the documentation, and what stands in them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from geodata import ROOT

PLACES = ("*.md", "docs/**/*.md", "annotations/**/*.md", "geodata/*.md")
PATHS = sorted({path for place in PLACES for path in ROOT.glob(place)})
PAGES = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in PATHS}
FENCED = re.compile(r"^( *)```(\w*)\n(.*?)\n\1```$", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
LINK = re.compile(r"!?\[([^\]]*)\]\(([^)\s]+)\)")
SPACES = re.compile(r"\s+")


def page(path: str) -> str:
    """The text of a page by its path from the root."""
    return PAGES[path]


def blocks(text: str, language: str) -> list[str]:
    """The fenced blocks of a language, without their fences and their indent."""
    found = (match for match in FENCED.finditer(text) if match[2] == language)
    return [re.sub(rf"^{match[1]}", "", match[3], flags=re.MULTILINE) for match in found]


def prose(text: str) -> str:
    """A page without its fenced blocks."""
    return FENCED.sub("", text)


def inline_code(text: str) -> list[str]:
    """What stands between backticks in the prose; a line break within counts as a space."""
    return [SPACES.sub(" ", code) for code in re.findall(r"`([^`]+)`", prose(text))]


def links(text: str) -> list[str]:
    """Where the links and pictures of a page lead."""
    return [target for _, target in LINK.findall(prose(text))]


def anchors(text: str) -> set[str]:
    """The names by which a link reaches the headings of a page, as GitHub gives them."""
    found, seen = set(), Counter()
    for heading in HEADING.findall(prose(text)):
        words = LINK.sub(r"\1", heading).lower()
        name = re.sub(r"[^\w\- ]", "", words).replace(" ", "-")
        found.add(f"{name}-{seen[name]}" if seen[name] else name)
        seen[name] += 1
    return found


def sections(text: str) -> Iterator[str]:
    """The parts of a page, each from a heading to the next one; blocks hide no heading."""
    hidden = FENCED.sub(lambda match: match[0].replace("#", "\0"), text)
    for part in re.split(r"^(?=#+ )", hidden, flags=re.MULTILINE):
        yield part.replace("\0", "#")


def section(text: str, title: str) -> str:
    """The part of a page below a heading of any level. Raises `StopIteration` for none."""
    return next(part for part in sections(text) if re.match(rf"#+ {re.escape(title)}\n", part))


def first_column(text: str) -> list[str]:
    """The first code of the first cell of each row of the tables in a text."""
    return re.findall(r"^\| `([^`]+)`", text, flags=re.MULTILINE)
