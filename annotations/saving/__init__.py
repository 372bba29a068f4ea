"""How is a change made safe? Saves, their history, imports and undo."""

from annotations.saving.file_rows import (
    MOST_BYTES,
    MOST_ROWS,
    are_too_large,
    table_by_header,
    table_by_name,
)
from annotations.saving.history import (
    REJECTED,
    REVIEWED,
    SAVED,
    UNDONE,
    WITHDRAWN,
    BrokenHistory,
    Line,
    lines_of,
    saves_of,
    to_json,
)
from annotations.saving.importing import Preview, preview, sound_part
from annotations.saving.review_rules import (
    DRAFT,
    PENDING,
    REVIEWED_ROW,
    STATUS,
    is_pending,
    with_pending,
)
from annotations.saving.save import Act, Saved, commit, id_and_time, save, undo
from annotations.saving.trail import Row, Step, Trail, of_row, trail, undone_saves, words, wrote

__all__ = [
    "DRAFT",
    "MOST_BYTES",
    "MOST_ROWS",
    "PENDING",
    "REJECTED",
    "REVIEWED",
    "REVIEWED_ROW",
    "SAVED",
    "STATUS",
    "UNDONE",
    "WITHDRAWN",
    "Act",
    "BrokenHistory",
    "Line",
    "Preview",
    "Row",
    "Saved",
    "Step",
    "Trail",
    "are_too_large",
    "commit",
    "id_and_time",
    "is_pending",
    "lines_of",
    "of_row",
    "preview",
    "save",
    "saves_of",
    "sound_part",
    "table_by_header",
    "table_by_name",
    "to_json",
    "trail",
    "undo",
    "undone_saves",
    "with_pending",
    "words",
    "wrote",
]
