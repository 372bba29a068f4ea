"""Where is it kept? Tables, history, drafts, texts and stories, behind one interface."""

from annotations.store import drafts, texts
from annotations.store.csv_store import HISTORY, Busy, CsvStore, Interrupted, Store
from annotations.store.drafts import DRAFTS_FOLDER, LONGEST_NAME, BrokenDraft, Drafts, Kept
from annotations.store.paragraphs import paragraph_at, paragraphs
from annotations.store.row_text import as_read, rewritten, written
from annotations.store.story_files import MOST_STORY_BYTES, StoryFiles, StoryFolder
from annotations.store.table_edit import Edit, edited, in_order, rows_expected
from annotations.store.table_text import Piece, Place, TableText, held_table, parsed
from annotations.store.texts import MOST_TEXT_BYTES, TEXTS_FOLDER, Texts, digest

__all__ = [
    "DRAFTS_FOLDER",
    "HISTORY",
    "LONGEST_NAME",
    "MOST_STORY_BYTES",
    "MOST_TEXT_BYTES",
    "TEXTS_FOLDER",
    "BrokenDraft",
    "Busy",
    "CsvStore",
    "Drafts",
    "Edit",
    "Interrupted",
    "Kept",
    "Piece",
    "Place",
    "Store",
    "StoryFiles",
    "StoryFolder",
    "TableText",
    "Texts",
    "as_read",
    "digest",
    "drafts",
    "edited",
    "held_table",
    "in_order",
    "paragraph_at",
    "paragraphs",
    "parsed",
    "rewritten",
    "rows_expected",
    "texts",
    "written",
]
