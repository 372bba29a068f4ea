"""The one rule for what rests on rows that go: what they name, and words where they tell."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from unicodedata import normalize

from annotations.references import citations
from annotations.tables import Cells

Paragraph = tuple[str, str]
# An id that is a word of everyday language tells of nothing where it stands in a sentence.
EVERYDAY = re.compile("[a-z]+")
# Hangul, kana and Chinese characters: a name may go on there without a space.
UNSPACED = re.compile("[\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7af]")
NOTHING = "(?!)"
# Columns in which an id is an id, also one that is a word of everyday language.
REFERRING = (
    "id", "journey", "record", "source", "sources", "mentions", "anchor", "after",
    "place", "places", "value", "extent", "about", "differs",
)  # fmt: skip
# Whether a text tells of what goes: given the column in which it stands, or "", and the text.
Tells = Callable[[str, str], bool]
# A long row of marks on one sign takes the square of its length to be put in order.
# So pieces end where nothing is joined: before ASCII, the first sound of a syllable, a character.
PIECE = re.compile(
    ".{1,1000}(?=[\x00-\x7f\u1100-\u1112\u3400-\u9fff\uac00-\ud7a3]|\\Z)|.{1,1000}", re.DOTALL
)


@dataclass(frozen=True)
class Going:
    """What rows that go say: texts that name other rows, and the paragraphs that they cite."""

    texts: str
    paragraphs: frozenset[Paragraph] = frozenset()

    def rests(self, table: str, keys: Collection[str], stood: Iterable[Cells] = ()) -> bool:
        """True for a row with these keys that is named, or for words in one of the paragraphs.

        `stood` are the cells that the row has or had. Whether anything that stays counts on the
        row as well is for the caller to say.
        """
        if any(keys) and whole(keys).search(self.texts):
            return True
        places = {(cells.get("source", ""), cells.get("paragraph", "")) for cells in stood}
        return table == "mentions" and bool(places & self.paragraphs)


def composed(text: str) -> str:
    """A text in NFC, piece by piece, so that no text takes long."""
    if text.isascii():
        return text
    return "".join(normalize("NFC", piece) for piece in PIECE.findall(text))


def cited(rows: Iterable[Cells]) -> frozenset[Paragraph]:
    """The sources and locators that rows cite; marked words cite nothing, they stand there."""
    found = (each for cells in rows for each in citations(cited_cell(cells)))
    return frozenset((each.source, each.locator) for each in found)


def cited_cell(cells: Cells) -> str:
    """The cell of a row that says who says so: of a statement it holds one citation."""
    return cells.get("source" if "subject" in cells else "sources", "")


def whole(words: Iterable[str]) -> re.Pattern[str]:
    """What finds any of these words where it stands whole.

    In scripts that put no space between words it is found inside of others too.
    """
    spaced: list[str] = []
    unspaced: list[str] = []
    for word in words:
        (unspaced if UNSPACED.search(word) else spaced).append(re.escape(word))
    alone = [rf"(?<![\w-])(?:{'|'.join(spaced)})(?![\w-])"] if spaced else []
    return re.compile("|".join([*alone, *unspaced]) or NOTHING)


def telling_words(words: Collection[str]) -> re.Pattern[str] | None:
    """What finds the words that tell of the record wherever they stand."""
    telling = [word for word in words if not EVERYDAY.fullmatch(word)]
    return whole(telling) if telling else None


def telling(words: Collection[str], in_words: Callable[[str], bool]) -> Tells:
    """What says whether a text tells of these words, or of what `in_words` finds."""
    named, told = whole(words), telling_words(words)

    def tells(column: str, text: str) -> bool:
        is_id = column in REFERRING and named.search(text)
        return bool(is_id or (told and told.search(text)) or in_words(text))

    return tells
