"""What the filters offer: the countries, and who tells the journeys, of the records there are."""

from __future__ import annotations

from functools import partial

from annotations.derived import once
from annotations.records import Collection
from annotations.selection import PUBLIC_RECORD, index
from views.text import current_language, labels, markdown_text, short_source

COUNTRIES = ("KP", "CN", "LA", "TH", "VN", "MM", "MN", "PH", "KR")


def annotated_texts(collection: Collection) -> list[str]:
    """The ids of the texts that were annotated word by word."""
    return [source.id for source in collection.sources.values() if source.sha256]


@once
def tellers(collection: Collection) -> list[str]:
    """Who a reader can ask for: the texts that tell a journey, and the public record."""
    told = index(collection).sources
    return [key for key in (*annotated_texts(collection), PUBLIC_RECORD) if key in told]


def teller(collection: Collection, key: str) -> str:
    """One of them as an option, which Streamlit reads as Markdown and writes into the address."""
    return _options(collection)[key]


@partial(once, of=current_language)
def _options(collection: Collection) -> dict[str, str]:
    return {key: markdown_text(short_source(collection, key)) for key in tellers(collection)}


@partial(once, of=current_language)
def countries(collection: Collection) -> list[str]:
    """Every country that a journey touches, in the order of the routes, and then by name."""
    touched = index(collection).countries
    others = sorted(touched.keys() - set(COUNTRIES), key=labels.country)
    return [code for code in (*COUNTRIES, *others) if code in touched]
