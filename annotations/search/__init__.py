"""Which rows answer these words? Free text and filters over every table."""

from annotations.search.indexed_sheet import Query
from annotations.search.row_facts import FACETS, cited
from annotations.search.row_finder import Finder, Found, finder, selection_of
from annotations.search.spelling_search import NAME

__all__ = [
    "FACETS",
    "NAME",
    "Finder",
    "Found",
    "Query",
    "cited",
    "finder",
    "selection_of",
]
