"""Cite what is on the screen: as text, or as a file for a reference manager."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from urllib.parse import urlencode, urlsplit, urlunsplit

import streamlit as st

from annotations.records import Collection
from annotations.references import Citation
from views.citing import FORMATS, Item, in_format, record_item, source_item
from views.text import _, labels
from views.widgets.app import frame, reader, site
from views.widgets.app.files import file_button

# How the file of each format ends, and what it is.
FILES = {
    "text": ("txt", "text/plain"),
    "bibtex": ("bib", "application/x-bibtex"),
    "ris": ("ris", "application/x-research-info-systems"),
    "csl-json": ("json", "application/vnd.citationstyles.csl+json"),
}
MOST_LINES, TALLEST_PX = 10, 260


def cite(items: Callable[[], Sequence[Item]], key: str = "cite", label: str = "") -> None:
    """A button that opens the citation of `items`, to be copied or saved as a file."""
    st.button(label or _("Cite"), key=key, on_click=frame.open_dialog, args=(key,))
    frame.show_dialog(key, _("Cite"), lambda: _show(items()))


def _show(items: Sequence[Item]) -> None:
    """The citation in the format that is chosen."""
    name = st.segmented_control(
        _("As"), list(FORMATS), default="text", required=True, key="citation-format",
        format_func=labels.citation_format,
    )  # fmt: skip
    words = in_format(name, items)
    is_long = words.count("\n") > MOST_LINES
    st.code(words, language=None, wrap_lines=True, height=TALLEST_PX if is_long else "content")
    ending, kind = FILES[name]
    file_button(_("Save as a file"), lambda: words, f"ways-out-citation.{ending}", kind)


def view_and_sources(
    collection: Collection,
    title: str,
    citations: Iterable[Citation],
    asked: Mapping[str, Sequence[str]] = MappingProxyType({}),
) -> Sequence[Item]:
    """What is on the screen at its address of this moment, and the sources that it rests on.

    `asked` are the parts of that address which the page follows.
    """
    keys = dict.fromkeys(citation.source for citation in citations)
    view = record_item("ways-out", title, _address(asked), site.site().name, date.today())
    return [view, *(source_item(collection.sources[key]) for key in keys)]


def _address(asked: Mapping[str, Sequence[str]]) -> str:
    page = urlsplit(reader.address())
    query = urlencode(dict(asked), doseq=True)
    return urlunsplit(page._replace(path=page.path or "/", query=query, fragment=""))
