"""Where is it kept? Tables, history, drafts, texts and stories, behind one interface."""

from annotations.store.acts import Act, Check, Saved, id_and_time
from annotations.store.drafts import LONGEST_NAME, BrokenDraft, DraftEntry, Drafts
from annotations.store.files.store import CsvStore, open_store
from annotations.store.files.texts import TEXTS_FOLDER, TextFolder
from annotations.store.lines import (
    REJECTED,
    REVIEWED,
    SAVED,
    UNDONE,
    WITHDRAWN,
    BrokenHistory,
    Line,
    PastLine,
    saves_of,
)
from annotations.store.memory import MemoryStore
from annotations.store.paragraphs import paragraph_at, paragraphs
from annotations.store.protocol import Busy, Interrupted, Store
from annotations.store.removal import Copy, Removal
from annotations.store.stories import MOST_STORY_BYTES, Stories
from annotations.store.texts import MOST_TEXT_BYTES, Texts, digest
from annotations.store.trail import Row, Step, Trail, trail, undone_saves

__all__ = [
    "LONGEST_NAME",
    "MOST_STORY_BYTES",
    "MOST_TEXT_BYTES",
    "REJECTED",
    "REVIEWED",
    "SAVED",
    "TEXTS_FOLDER",
    "UNDONE",
    "WITHDRAWN",
    "Act",
    "BrokenDraft",
    "BrokenHistory",
    "Busy",
    "Check",
    "Copy",
    "CsvStore",
    "DraftEntry",
    "Drafts",
    "Interrupted",
    "Line",
    "MemoryStore",
    "PastLine",
    "Removal",
    "Row",
    "Saved",
    "Step",
    "Store",
    "Stories",
    "TextFolder",
    "Texts",
    "Trail",
    "digest",
    "id_and_time",
    "open_store",
    "paragraph_at",
    "paragraphs",
    "saves_of",
    "trail",
    "undone_saves",
]
