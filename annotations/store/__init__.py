"""Where is it kept? Tables, history, proposals, drafts, texts and stories, behind one interface."""

from annotations.store.acts import (
    THIS_MACHINE,
    Act,
    Check,
    Closing,
    Saved,
    at_this_machine,
    id_and_time,
    refuse_clashes,
    refuse_nonsense,
)
from annotations.store.drafts import LONGEST_NAME, BrokenDraft, DraftEntry, Drafts, OtherDraft
from annotations.store.files.beside.made_pages import LIST as MADE_LIST
from annotations.store.files.beside.made_pages import add_names as add_to_list
from annotations.store.files.beside.made_pages import list_name as made_list
from annotations.store.files.beside.made_pages import names_in as names_in_list
from annotations.store.files.beside.texts import TEXTS_FOLDER, TextFolder
from annotations.store.files.store import CsvStore, open_store
from annotations.store.lines import (
    ACCEPTED,
    HIDDEN,
    REJECTED,
    RENAMED,
    REVIEWED,
    SAVED,
    UNDONE,
    WITHDRAWN,
    BrokenHistory,
    Line,
    PastLine,
    saves_of,
)
from annotations.store.memory.store import MemoryStore
from annotations.store.paragraphs import paragraph_at, paragraphs
from annotations.store.proposals import (
    BrokenProposal,
    Deed,
    Event,
    Moved,
    Proposal,
    Proposals,
    ProposedRow,
    State,
)
from annotations.store.protocol import (
    Busy,
    EditedByHand,
    Interrupted,
    OpenElsewhere,
    Store,
    Unfinished,
)
from annotations.store.redirects import Redirects
from annotations.store.removal import Copy, Held, Removal, Renamed
from annotations.store.stories import MOST_STORY_BYTES, Stories
from annotations.store.texts import MOST_TEXT_BYTES, Texts, digest
from annotations.store.trail import Row, Step, Trail, trail, undone_saves

__all__ = [
    "ACCEPTED",
    "HIDDEN",
    "LONGEST_NAME",
    "MADE_LIST",
    "MOST_STORY_BYTES",
    "MOST_TEXT_BYTES",
    "REJECTED",
    "RENAMED",
    "REVIEWED",
    "SAVED",
    "TEXTS_FOLDER",
    "THIS_MACHINE",
    "UNDONE",
    "WITHDRAWN",
    "Act",
    "BrokenDraft",
    "BrokenHistory",
    "BrokenProposal",
    "Busy",
    "Check",
    "Closing",
    "Copy",
    "CsvStore",
    "Deed",
    "DraftEntry",
    "Drafts",
    "EditedByHand",
    "Event",
    "Held",
    "Interrupted",
    "Line",
    "MemoryStore",
    "Moved",
    "OpenElsewhere",
    "OtherDraft",
    "PastLine",
    "Proposal",
    "Proposals",
    "ProposedRow",
    "Redirects",
    "Removal",
    "Renamed",
    "Row",
    "Saved",
    "State",
    "Step",
    "Store",
    "Stories",
    "TextFolder",
    "Texts",
    "Trail",
    "Unfinished",
    "add_to_list",
    "at_this_machine",
    "digest",
    "id_and_time",
    "made_list",
    "names_in_list",
    "open_store",
    "paragraph_at",
    "paragraphs",
    "refuse_clashes",
    "refuse_nonsense",
    "saves_of",
    "trail",
    "undone_saves",
]
