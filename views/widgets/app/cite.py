"""Cite what is on the screen: as text, or as a file for a reference manager."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from urllib.parse import urlencode, urlsplit, urlunsplit

import streamlit as st

from annotations.records import Collection
from annotations.references import Citation
from views.citing import FORMATS, in_format, record_item, source_item
from views.making import Refused
from views.panels import bearing_on, cited_beside, of_arrivals
from views.text import _, citations_of, labels
from views.widgets.app import frame, reader, site, store
from views.widgets.app.files import file_button

# How the file of each format ends, and what it is.
FILES = {
    "text": ("txt", "text/plain"),
    "bibtex": ("bib", "application/x-bibtex"),
    "ris": ("ris", "application/x-research-info-systems"),
    "csl-json": ("json", "application/vnd.citationstyles.csl+json"),
}
MOST_LINES, TALLEST_PX = 10, 260
# The title of what is cited and what it rests on, in the records given; None where it is not there.
Cited = Callable[[Collection], tuple[str, Iterable[Citation]] | None]
# The parts of the address that a page follows.
Asked = Callable[[Collection], Mapping[str, Sequence[str]]]


def no_parts(_records: Collection) -> Mapping[str, Sequence[str]]:
    """What a page follows of its address that is the same for everybody."""
    return {}


def cite(cited: Cited, key: str = "cite", label: str = "", asked: Asked = no_parts) -> None:
    """A button that opens the citation of what is on the screen, to be copied or saved as a file.

    Both tell what is public when they are asked for, which may be less than the page shows.
    """
    st.button(label or _("Cite"), key=key, on_click=frame.open_dialog, args=(key,))
    frame.show_dialog(key, _("Cite"), lambda: _show(cited, asked))


def _show(cited: Cited, asked: Asked) -> None:
    """The citation in the format that is chosen."""
    name = st.segmented_control(
        _("As"), list(FORMATS), default="text", required=True, key="citation-format",
        format_func=labels.citation_format,
    )  # fmt: skip
    address = _address(asked(store.collection()))
    words = _words(name, cited, address)
    if words is None:
        st.info(_("What you opened is not here any more. Close this window and go on."))
        return
    is_long = words.count("\n") > MOST_LINES
    st.code(words, language=None, wrap_lines=True, height=TALLEST_PX if is_long else "content")

    def file() -> str:
        if (now := _words(name, cited, address)) is None:
            raise Refused("What was to be cited is not public any more.")
        return now

    ending, kind = FILES[name]
    file_button(_("Save as a file"), file, f"ways-out-citation.{ending}", kind)


def _words(form: str, cited: Cited, address: str) -> str | None:
    """What is cited now, and the sources that it rests on; None where it is not public any more."""
    collection = store.collection()
    if (found := cited(collection)) is None:
        return None
    title, citations = found
    view = record_item("ways-out", title, address, site.site().name, date.today())
    keys = dict.fromkeys(citation.source for citation in citations)
    return in_format(form, [view, *(source_item(collection.sources[key]) for key in keys)])


def journey_cited(key: str) -> Cited:
    """A journey, as long as it is public."""

    def cited(records: Collection) -> tuple[str, Iterable[Citation]] | None:
        journey = records.journeys.get(key)
        if journey is None:
            return None
        beside = cited_beside(bearing_on(records, journey))
        return journey.title, [*citations_of(journey), *beside]

    return cited


def stop_cited(key: str, order: int) -> Cited:
    """A stop of a journey, as long as it is public."""

    def cited(records: Collection) -> tuple[str, Iterable[Citation]] | None:
        journey = records.journeys.get(key)
        stop = next((one for one in journey.stops if one.order == order), None) if journey else None
        if journey is None or stop is None:
            return None
        title = _("{journey}, stop {order}: {place}").format(
            journey=journey.title, order=order, place=labels.place(stop)
        )
        return title, stop.sources

    return cited


def event_cited(key: str) -> Cited:
    """An event, as long as it is public."""

    def cited(records: Collection) -> tuple[str, Iterable[Citation]] | None:
        event = records.events.get(key)
        if event is None:
            return None
        return event.title, [*event.sources, *cited_beside(bearing_on(records, event))]

    return cited


def arrivals_cited(records: Collection) -> tuple[str, Iterable[Citation]]:
    """All counts of arrivals, and what the sources count beside them."""
    counted = (citation for row in records.arrivals for citation in row.sources)
    return _("Arrivals in South Korea by year"), [*counted, *cited_beside(of_arrivals(records))]


def _address(asked: Mapping[str, Sequence[str]]) -> str:
    page = urlsplit(reader.address())
    query = urlencode(dict(asked), doseq=True)
    return urlunsplit(page._replace(path=page.path or "/", query=query, fragment=""))
