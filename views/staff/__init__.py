"""How do staff see it? Rows, comparisons, gaps, reviews and saves in words."""

from views.staff.admission import missing_for_sign_in, why_not_by_address, why_not_here
from views.staff.comparison import changed_rows, clash_table
from views.staff.gaps import gaps_panel, gaps_sentence
from views.staff.importing import (
    MOST_LINES,
    changes_panel,
    no_table_sentence,
    preview_sentence,
    table_sentence,
    twice_sentence,
)
from views.staff.marked_text import SHOWN, counts, marked_text, shown
from views.staff.missing import field, missing_list, missing_of_row
from views.staff.past.occasions import (
    later_panel,
    occasion_panel,
    occasion_title,
    untold_sentence,
)
from views.staff.past.occasions_csv import occasions_csv
from views.staff.past.withdrawals import reach_of_withdrawal, rows_that_go, searched
from views.staff.proposals import (
    changed_counts,
    events_panel,
    findable,
    journeys_of,
    proposal_choice,
    proposal_rows,
    proposal_standing,
    proposal_title,
    proposals_panel,
)
from views.staff.publication_words import (
    date_level_label,
    missing_cell_words,
    names_level_label,
    place_level_label,
    preview,
    publication_label,
    publication_sentence,
)
from views.staff.review import standing, unit_title, waiting_panel, waiting_sentence
from views.staff.row_details import counts_line, found_sentence, row_details
from views.staff.saves import LONGEST_WHY, by_whom, save_count, save_title
from views.staff.sheets import (
    WITH_POINTS,
    csv_text,
    file_name,
    row_cells,
    rows_geojson,
    workbook,
)
from views.staff.stop_list import choice_id, choices_on_map, stops_to_list
from views.staff.suggestions import (
    choice_details,
    choice_label,
    date_label,
    earlier_label,
    letter,
    reading_label,
    rule_label,
)

__all__ = [
    "LONGEST_WHY",
    "MOST_LINES",
    "SHOWN",
    "WITH_POINTS",
    "by_whom",
    "changed_counts",
    "changed_rows",
    "changes_panel",
    "choice_details",
    "choice_id",
    "choice_label",
    "choices_on_map",
    "clash_table",
    "counts",
    "counts_line",
    "csv_text",
    "date_label",
    "date_level_label",
    "earlier_label",
    "events_panel",
    "field",
    "file_name",
    "findable",
    "found_sentence",
    "gaps_panel",
    "gaps_sentence",
    "journeys_of",
    "later_panel",
    "letter",
    "marked_text",
    "missing_cell_words",
    "missing_for_sign_in",
    "missing_list",
    "missing_of_row",
    "names_level_label",
    "no_table_sentence",
    "occasion_panel",
    "occasion_title",
    "occasions_csv",
    "place_level_label",
    "preview",
    "preview_sentence",
    "proposal_choice",
    "proposal_rows",
    "proposal_standing",
    "proposal_title",
    "proposals_panel",
    "publication_label",
    "publication_sentence",
    "reach_of_withdrawal",
    "reading_label",
    "row_cells",
    "row_details",
    "rows_geojson",
    "rows_that_go",
    "rule_label",
    "save_count",
    "save_title",
    "searched",
    "shown",
    "standing",
    "stops_to_list",
    "table_sentence",
    "twice_sentence",
    "unit_title",
    "untold_sentence",
    "waiting_panel",
    "waiting_sentence",
    "why_not_by_address",
    "why_not_here",
    "workbook",
]
