"""What can staff touch? Rows, imports, reviews and saves."""

from views.widgets.staff import proposal, review, row_filters, rows, saves, saving
from views.widgets.staff.importing import import_if_accepted, last_import, show_changes
from views.widgets.staff.upload import PREFIX, ask_upload

__all__ = [
    "PREFIX",
    "ask_upload",
    "import_if_accepted",
    "last_import",
    "proposal",
    "review",
    "row_filters",
    "rows",
    "saves",
    "saving",
    "show_changes",
]
