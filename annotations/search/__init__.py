"""Which rows answer these words? Free text and filters over every table, and over what is shown."""

from annotations.search.indexed_sheet import Query
from annotations.search.public_search import (
    EVENTS,
    JOURNEYS,
    LONGEST,
    PLACES,
    SOURCES,
    STATEMENTS,
    WORDS,
    PublicSearch,
    public_search,
)
from annotations.search.row_facts import FACETS, cited
from annotations.search.row_finder import Finder, Found, finder, selection_of
from annotations.search.spelling_search import NAME

__all__ = [
    "EVENTS",
    "FACETS",
    "JOURNEYS",
    "LONGEST",
    "NAME",
    "PLACES",
    "SOURCES",
    "STATEMENTS",
    "WORDS",
    "Finder",
    "Found",
    "PublicSearch",
    "Query",
    "cited",
    "finder",
    "public_search",
    "selection_of",
]
