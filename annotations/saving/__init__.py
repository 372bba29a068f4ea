"""How is a change made safe? Saves, their history, imports and undo."""

from annotations.saving.file_rows import (
    MOST_BYTES,
    MOST_ROWS,
    are_too_large,
    table_by_header,
    table_by_name,
)
from annotations.saving.following import with_followers
from annotations.saving.importing import Preview, preview, sound_part
from annotations.saving.new_problems import added, new_problems
from annotations.saving.review_rules import (
    DRAFT,
    REVIEWED_ROW,
    STATUS,
    is_review,
    words,
    wrote,
)
from annotations.saving.saves import commit, save, undo

__all__ = [
    "DRAFT",
    "MOST_BYTES",
    "MOST_ROWS",
    "REVIEWED_ROW",
    "STATUS",
    "Preview",
    "added",
    "are_too_large",
    "commit",
    "is_review",
    "new_problems",
    "preview",
    "save",
    "sound_part",
    "table_by_header",
    "table_by_name",
    "undo",
    "with_followers",
    "words",
    "wrote",
]
