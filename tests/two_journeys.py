"""Tables of two journeys: one by sea, and one by land that counts from it and shares its words."""

from pathlib import Path

from annotations.annotating.work import as_draft, work_on
from annotations.store.files.beside.drafts import DraftFolder
from annotations.store.files.beside.texts import TextFolder
from annotations.store.memory.store import MemoryStore
from annotations.store.protocol import Store
from tests.collections import TEXT, csv_of, good_tables
from tests.stores import changed, saved, store_in
from tests.stories import HEAD, STEP

SMALL = {
    "journeys": csv_of(
        "journeys",
        {"title": "By sea", "people": "Mike Kim", "summary": "He hid."},
        {"id": "by-land", "sources": "page"},
    ),
    "sources": csv_of("sources", {}, {"id": "page", "sha256": ""}, {"id": "other", "sha256": ""}),
    "places": csv_of("places", {"sources": "other"}),
    "events": csv_of("events", {"sources": "other"}),
    "arrivals": csv_of("arrivals", {"sources": "other"}),
    "mentions": csv_of(
        "mentions",
        {},
        {"id": "shared", "paragraph": "3"},
        {"id": "beside"},
        {"id": "later", "kind": "date", "value": "1997", "anchor": "port", "paragraph": "4"},
    ),
    "stops": csv_of(
        "stops",
        {"mentions": "port;shared"},
        {
            "journey": "by-land", "mentions": "shared", "sources": "interview[3]", "date": "",
            "after": "by-sea:1", "duration": "P3D",
        },
    ),
    "publication": csv_of("publication", {}, {"record": "by-sea:1"}, {"record": "by-land"}),
}  # fmt: skip
# The same, and both are public as they stand.
OPEN = {**SMALL, "publication": csv_of("publication")}


def open_journeys(kind: str, folder: Path) -> Store:
    """Both journeys in a store in `memory`, or in one of `files` in a folder."""
    return store_in(folder, **OPEN) if kind == "files" else MemoryStore(good_tables(**OPEN))


def two_journeys_in(folder: Path) -> Store:
    """Both with a past, in files of a folder that is made, beside stories, a draft and a text."""
    folder.mkdir()
    store = store_in(folder, **SMALL)
    stories = folder / "annotations" / "stories"
    stories.mkdir()
    step = STEP + "    show: [by-sea:1, by-land]\n"
    (stories / "both.yaml").write_text(HEAD + step, encoding="utf-8")
    (stories / "sea.yaml").write_text(HEAD + STEP + "    show: by-sea\n", encoding="utf-8")
    saved(store, changed(store, "journeys", "by-sea", outcome="x"))
    TextFolder(folder / ".texts").keep(TEXT.encode())
    draft = as_draft(work_on(store, "interview", "by-sea"))
    DraftFolder(folder / ".drafts").keep("ada", "sea", draft)
    return store
