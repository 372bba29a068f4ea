"""How do staff see it? Rows, comparisons, gaps, reviews and saves in words."""

from views.staff.admission import what_sign_in_lacks, why_not_by_address, why_not_here
from views.staff.comparison import clash_told, rows_changed
from views.staff.findings import counts_line, found_sentence
from views.staff.gaps import gaps_panel, gaps_sentence
from views.staff.importing import (
    MOST_LINES,
    changes_panel,
    held_sentence,
    hidden_sentence,
    no_table_sentence,
    preview_sentence,
    twice_sentence,
)
from views.staff.marked_text import SHOWN, counts, marked_text, shown
from views.staff.missing import field, lacks_of_row, lacks_told
from views.staff.publication_words import (
    choice_explained,
    date_level_told,
    lacking,
    names_told,
    place_told,
    preview,
    publication_told,
)
from views.staff.review import standing, unit_title, waiting_panel, waiting_sentence
from views.staff.row_details import row_details
from views.staff.saves import LONGEST_WHY, by_whom, save_title, saves_counted
from views.staff.sheets import WITH_POINTS, csv_text, row_cells, rows_geojson, workbook
from views.staff.stop_list import choice_id, choices_drawn, stops_made
from views.staff.suggestions import (
    choice_label,
    choice_told,
    date_told,
    earlier_told,
    letter,
    reading_label,
    why_told,
)

__all__ = [
    "LONGEST_WHY",
    "MOST_LINES",
    "SHOWN",
    "WITH_POINTS",
    "by_whom",
    "changes_panel",
    "choice_explained",
    "choice_id",
    "choice_label",
    "choice_told",
    "choices_drawn",
    "clash_told",
    "counts",
    "counts_line",
    "csv_text",
    "date_level_told",
    "date_told",
    "earlier_told",
    "field",
    "found_sentence",
    "gaps_panel",
    "gaps_sentence",
    "held_sentence",
    "hidden_sentence",
    "lacking",
    "lacks_of_row",
    "lacks_told",
    "letter",
    "marked_text",
    "names_told",
    "no_table_sentence",
    "place_told",
    "preview",
    "preview_sentence",
    "publication_told",
    "reading_label",
    "row_cells",
    "row_details",
    "rows_changed",
    "rows_geojson",
    "save_title",
    "saves_counted",
    "shown",
    "standing",
    "stops_made",
    "twice_sentence",
    "unit_title",
    "waiting_panel",
    "waiting_sentence",
    "what_sign_in_lacks",
    "why_not_by_address",
    "why_not_here",
    "why_told",
    "workbook",
]
