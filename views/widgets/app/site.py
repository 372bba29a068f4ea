"""What whoever runs the app says of themselves: the table `[site]` of `site.toml`.

The file lies in the project folder, and is read again when it changes.
"""

from __future__ import annotations

import logging
import tomllib
from pathlib import Path

import streamlit as st

from geodata import ROOT
from views.panels import Site, makers, page_foot
from views.widgets.app import frame, store
from views.widgets.app.kept import kept
from views.widgets.app.versions import once_a_run

LOG = logging.getLogger(__name__)
FILE = ROOT / "site.toml"
LONGEST = 200


@once_a_run
def site() -> Site:
    """Who runs the site; empty where the file says nothing, or cannot be read."""
    try:
        return _read(str(FILE), FILE.stat().st_mtime_ns) if FILE.is_file() else Site()
    except OSError:
        return Site()


@kept(2)
def _read(file: str, changed: int) -> Site:
    try:
        told = tomllib.loads(Path(file).read_text(encoding="utf-8")).get("site")
    except (RecursionError, ValueError):  # no TOML, or no UTF-8
        LOG.warning("site.toml cannot be read, so no page says who runs the site.")
        return Site()
    cells = told if isinstance(told, dict) else {}
    return Site(**{name: _line(cells.get(name)) for name in ("name", "contact")})


def _line(given: object) -> str:
    return " ".join(given.split())[:LONGEST] if isinstance(given, str) else ""


def say_foot(page: str) -> None:
    """The foot of every page; `page` is the part of its address."""
    more = "#who-made-this" if page == "method" else "method#who-made-this"
    st.html(page_foot(store.collection(), site(), more))


def say_makers() -> None:
    """Who made this, in full."""
    frame.ensure_dashboard()
    st.html(makers(store.collection(), site()))
