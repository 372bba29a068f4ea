"""The paragraphs of a text: its lines that are not empty, counted from 1."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Paragraph:
    """A line that is not empty, without its end; `start` is its offset in code points."""

    number: int
    start: int
    text: str

    @property
    def end(self) -> int:
        """The offset behind its last code point."""
        return self.start + len(self.text)


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """All paragraphs of a text in order."""
    found: list[Paragraph] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            found.append(Paragraph(len(found) + 1, start, line.rstrip("\r")))
        start += len(line) + 1
    return tuple(found)


def paragraph_at(text: str, offset: int) -> int:
    """The number of the paragraph that holds a code point offset, or of the last one before."""
    end = text.find("\n", offset)
    upto = text if end < 0 else text[:end]
    return sum(1 for line in upto.split("\n") if line.strip())
