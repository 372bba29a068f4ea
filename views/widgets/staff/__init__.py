"""What can staff touch? Rows, imports, reviews and saves."""

from views.widgets.staff import review, row_filters, rows, saves, saving
from views.widgets.staff.given_file import PREFIX, given
from views.widgets.staff.importing import last_import, take_in_if_accepted, what_they_change

__all__ = [
    "PREFIX",
    "given",
    "last_import",
    "review",
    "row_filters",
    "rows",
    "saves",
    "saving",
    "take_in_if_accepted",
    "what_they_change",
]
