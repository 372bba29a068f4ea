"""HTML of our own around text of the records, which always stays text."""

from __future__ import annotations

import re
from html import escape
from typing import overload

# Titles in Korean may have Chinese characters in them; those in Chinese have no Hangul.
SCRIPTS = (("ko", re.compile("[\uac00-\ud7a3]")), ("zh", re.compile("[\u4e00-\u9fff]")))
SIGN = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~:$^&])")
PARTED = ":small[]"  # something that is not seen
TYPED = {"<->", "->", "<-", "--", ">=", "<=", "~="}  # what stands alone and becomes one sign


class Markup(str):
    """HTML that was built here; every other string is text and is escaped."""

    @overload
    def __add__(self, other: Markup) -> Markup: ...

    @overload
    def __add__(self, other: str) -> str: ...

    def __add__(self, other: str) -> str:
        """HTML and HTML is HTML; with any other string it is one more string."""
        joined = super().__add__(other)
        return Markup(joined) if isinstance(other, Markup) else joined

    def _repr_html_(self) -> str:
        """As it is, to whoever shows it: Streamlit would look for spaces at each of its lines."""
        return self


VOID = {"img", "meta"}  # elements without an end


def el(tag: str, *children: str, cls: str = "", **attributes: str) -> Markup:
    """An element with its children; attribute names write `_` for `-`."""
    given = {
        "class": cls,
        **{name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()},
    }
    written = "".join(f' {name}="{escape(value)}"' for name, value in given.items() if value)
    inner = "".join(
        child if isinstance(child, Markup) else escape(child) for child in children if child
    )
    return Markup(f"<{tag}{written}>" if tag in VOID else f"<{tag}{written}>{inner}</{tag}>")


def link(text: str, url: str) -> Markup | str:
    """A link that opens beside the page, or the bare text where there is no web address."""
    if not url.startswith(("https://", "http://")):
        return text
    lang = language_of(text)
    return el("a", text, href=url, target="_blank", rel="noopener noreferrer", lang=lang)


def language_of(text: str) -> str:
    """The language that a title is written in where its script says so; else an empty string."""
    return next((lang for lang, script in SCRIPTS if script.search(text)), "")


def markdown_text(text: str) -> str:
    """Text for a widget's label, which Streamlit reads as Markdown: nothing in it is a sign.

    What looks like an address would still become a link, and typed arrows and dashes others;
    something that is not seen parts them.
    """
    escaped = " ".join(map(_escaped, text.split()))
    return re.sub(r"@|:/(?=/)|www(?=\\\.)", rf"\g<0>{PARTED}", escaped)


def _escaped(word: str) -> str:
    parts = word if word in TYPED else [word]
    return PARTED.join(SIGN.sub(r"\\\1", part) for part in parts)
