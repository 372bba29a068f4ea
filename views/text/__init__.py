"""In which words? Strings, labels, sentences and markup."""

from views.text import labels
from views.text.care import announced, care_of, gated
from views.text.certainty import date_basis, date_certainty, place_certainty, when_sentence
from views.text.citations import cited_sources, named_sources, short_source, terms
from views.text.counted import amount, count_sources, counted_by, ministry_page, said
from views.text.date_names import day_name, month_names
from views.text.hover import (
    arrivals_hover,
    event_hover,
    journey_hover,
    plain,
    statement_hover,
    years,
)
from views.text.i18n import _, current_language, ngettext
from views.text.journey_dates import journey_when, journey_years, years_beside
from views.text.markup import Markup, el, link, markdown_text
from views.text.protection import generalizations, is_generalized, protections, withholdings
from views.text.sentences import (
    as_of,
    date_and_days,
    date_sentence,
    duration_words,
    length_after,
    span_range,
    span_sentence,
)
from views.text.when import claim_lines, computed_words, when_lines
from views.text.words import (
    citations_of,
    marked_paragraphs,
    mention_details,
    mentions_in,
    mentions_of,
    quotation,
)

__all__ = [
    "Markup",
    "_",
    "amount",
    "announced",
    "arrivals_hover",
    "as_of",
    "care_of",
    "citations_of",
    "cited_sources",
    "claim_lines",
    "computed_words",
    "count_sources",
    "counted_by",
    "current_language",
    "date_and_days",
    "date_basis",
    "date_certainty",
    "date_sentence",
    "day_name",
    "duration_words",
    "el",
    "event_hover",
    "gated",
    "generalizations",
    "is_generalized",
    "journey_hover",
    "journey_when",
    "journey_years",
    "labels",
    "length_after",
    "link",
    "markdown_text",
    "marked_paragraphs",
    "mention_details",
    "mentions_in",
    "mentions_of",
    "ministry_page",
    "month_names",
    "named_sources",
    "ngettext",
    "place_certainty",
    "plain",
    "protections",
    "quotation",
    "said",
    "short_source",
    "span_range",
    "span_sentence",
    "statement_hover",
    "terms",
    "when_lines",
    "when_sentence",
    "withholdings",
    "years",
    "years_beside",
]
