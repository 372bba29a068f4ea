"""Streamlit: the typefaces of its page, and how that page is built (`streamlit.css`)."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

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
