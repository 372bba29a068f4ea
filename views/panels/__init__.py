"""How is it read? Headlines, details, lists, tables and downloads."""

from views.panels.about import Site, makers, page_foot, review_sentence
from views.panels.account import account
from views.panels.arrivals_page import (
    arrivals_figure,
    arrivals_key,
    own_figure,
    own_key,
    own_table,
    own_words,
    traps,
)
from views.panels.counts.statements import (
    bearing_on,
    cited_beside,
    of_arrivals,
    statements_list,
)
from views.panels.counts.who_counted import pages_on_paper, total_answer
from views.panels.details import event_details, journey_details, stop_details
from views.panels.embedding import BOTH, MAP, TIMELINE, foot, frame_code, parts
from views.panels.exports import CREDIT, LICENCE, NOT_THE_WAY, geojson, harmless, stops_csv
from views.panels.folds import arrivals_groups, fold, page_index, source_folds, source_groups
from views.panels.glossary import glossary, glossary_sentence
from views.panels.headline import counters, finding, headline, selection_sentence, summary
from views.panels.listing import (
    event_entries,
    journey_entries,
    possible_entry,
    unseen_entries,
)
from views.panels.method_text import method
from views.panels.reading import (
    arrivals_table,
    journeys_table,
    source_entry,
    stops_table,
    table,
)
from views.panels.search_results import found_in_all, search_examples, search_results
from views.panels.unseen import why_left_out

__all__ = [
    "BOTH",
    "CREDIT",
    "LICENCE",
    "MAP",
    "NOT_THE_WAY",
    "TIMELINE",
    "Site",
    "account",
    "arrivals_figure",
    "arrivals_groups",
    "arrivals_key",
    "arrivals_table",
    "bearing_on",
    "cited_beside",
    "counters",
    "event_details",
    "event_entries",
    "finding",
    "fold",
    "foot",
    "found_in_all",
    "frame_code",
    "geojson",
    "glossary",
    "glossary_sentence",
    "harmless",
    "headline",
    "journey_details",
    "journey_entries",
    "journeys_table",
    "makers",
    "method",
    "of_arrivals",
    "own_figure",
    "own_key",
    "own_table",
    "own_words",
    "page_foot",
    "page_index",
    "pages_on_paper",
    "parts",
    "possible_entry",
    "review_sentence",
    "search_examples",
    "search_results",
    "selection_sentence",
    "source_entry",
    "source_folds",
    "source_groups",
    "statements_list",
    "stop_details",
    "stops_csv",
    "stops_table",
    "summary",
    "table",
    "total_answer",
    "traps",
    "unseen_entries",
    "why_left_out",
]
