"""Streamlit: the typefaces of its page, how that page is built (`streamlit.css`), its downloads.

Leans on: the `media_file_mgr` of the runtime, whose `_storage` has all files that were made for a
download in `_files_by_id`.
"""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from streamlit import runtime
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage

STYLE = Path(__file__).with_suffix(".css")
TYPEFACES = {
    "source-sans": "SourceSansVF-Upright",
    "source-sans-italic": "SourceSansVF-Italic",
    "source-serif": "SourceSerifVariable-Roman",
    "source-serif-italic": "SourceSerifVariable-Italic",
}


def typefaces() -> dict[str, Path]:
    """The files of the typefaces, by the name that we give each.

    One that is not there is named all the same, without what Streamlit puts into its name.
    """
    media = Path(str(resources.files("streamlit"))) / "static" / "static" / "media"
    return {
        f"{name}.woff2": next(iter(sorted(media.glob(f"{stem}*.woff2"))), media / f"{stem}.woff2")
        for name, stem in TYPEFACES.items()
    }


def forget_downloads() -> None:
    """Remove every file that was made for a download, in whichever tab: nobody can ask for it."""
    if runtime.exists():
        storage = runtime.get_instance().media_file_mgr._storage
        if isinstance(storage, MemoryMediaFileStorage):
            storage._files_by_id.clear()
