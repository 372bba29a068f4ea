"""Who says so, in words: sources as they are cited, as notes name them, and as filters do."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from annotations.derived import once
from annotations.records import Collection, Source
from annotations.references import Citation
from annotations.selection import PUBLIC_RECORD
from views.text.i18n import _, ngettext
from views.text.sentences import date_sentence

NOT_A_NAME = re.compile(r"[,;(]")  # what else is said of an author
YEAR = re.compile(r"\d{4}(?![\dX])")
SOURCE_ID = re.compile(r"\b[a-z0-9]+(?:-[a-z0-9]+)+\b")


def cited_sources(
    collection: Collection, citations: Iterable[Citation]
) -> list[tuple[Source, str]]:
    """Who says so, one entry a source: publisher, title, and the paragraphs that are cited."""
    cited: dict[str, list[str]] = {}
    for citation in citations:
        cited.setdefault(citation.source, []).extend([citation.locator] if citation.locator else [])
    return [
        (collection.sources[key], _source(collection.sources[key], list(dict.fromkeys(locators))))
        for key, locators in cited.items()
    ]


def terms(source: Source) -> str:
    """Under what rights a source stands, what of it was read, and on what day."""
    read = _read(source.read_as) if source.accessed else _("The day it was read is not recorded.")
    read = read.format(when=date_sentence(source.accessed)) if source.accessed else read
    if not source.rights:
        return read
    rights = _("Rights: {rights}.").format(rights=source.rights.rstrip("."))
    return f"{rights} {read}"


def _read(read_as: str) -> str:
    """What was read, with a gap for the day."""
    words = {
        "stored-copy": _("A stored copy was read {when}."),
        "excerpt": _("The beginning of a stored copy was read {when}."),
        "scan": _("A scan was read {when}."),
    }
    return words.get(read_as) or _("Read {when}.")


def named_sources(collection: Collection, text: str) -> str:
    """A note of the tables with each source id in it replaced by who published it."""

    def name(match: re.Match[str]) -> str:
        source = collection.sources.get(match[0])
        return (source.publisher or source.title) if source else match[0]

    return SOURCE_ID.sub(name, text)


def short_source(collection: Collection, key: str) -> str:
    """A source in a few words, for a filter: who tells and the year, if no other has the same.

    It says what is public of the source, and nothing where it is not public any more.
    """
    if key == PUBLIC_RECORD:
        return _("Public record")
    return _short(collection).get(key) or _("a text that is not here")


@once
def _short(collection: Collection) -> dict[str, str]:
    """Each source in a few words, by its id."""
    told = {key: _teller(source) for key, source in collection.sources.items()}
    alone = {teller for teller, times in Counter(told.values()).items() if teller and times == 1}
    return {
        key: told[key] if told[key] in alone else source.title
        for key, source in collection.sources.items()
    }


def _teller(source: Source) -> str:
    """Who tells an annotated text, and in which year as far as that is told; "" for all others."""
    name = NOT_A_NAME.split(source.author)[0].strip()
    year = YEAR.match(source.published) if "/" not in source.published else None
    return " ".join([name, *([year[0]] if year else [])]) if name and source.sha256 else ""


def _source(source: Source, locators: list[str]) -> str:
    publisher = source.publisher or source.author
    words = source.title
    if publisher and publisher not in source.title:
        words = f"{publisher}, {source.title}"
    if not locators:
        return words
    if all(locator.isdigit() for locator in locators):
        numbers = ", ".join(locators)
        return ngettext(
            "{source}, paragraph {numbers}", "{source}, paragraphs {numbers}", len(locators)
        ).format(source=words, numbers=numbers)
    return f"{words}, {', '.join(locators)}"
