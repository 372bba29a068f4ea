"""The records as the app has them: read once, read again when a table changes.

Visitors get what the tables hold. Staff get the same, or with the proposal laid over them that
the address of their page names; whatever they save becomes a proposal.

The tables are the project's own, or those of the folder that `WAYS_OUT_TABLES` names, with
`annotations/` and `geodata/places.csv` inside: a copy to try a change on.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path

import streamlit as st

from annotations.check import problems_of, problems_of_stories
from annotations.collection import Loaded, hides, load
from annotations.problems import Problem
from annotations.proposals import Overlay
from annotations.publication import Protected, protected_rows, published, published_stories
from annotations.records import Collection
from annotations.review import Desk, desk
from annotations.search import Finder, finder
from annotations.store import (
    TEXTS_FOLDER,
    BrokenProposal,
    Busy,
    CsvStore,
    Drafts,
    Interrupted,
    Line,
    Proposal,
    Store,
    TextFolder,
    Texts,
    open_store,
)
from annotations.stories import Story, load_stories
from annotations.tables import sheets
from geodata import ROOT
from geodata.geocoder import Gazetteer
from views.text import _
from views.widgets.app import reader
from views.widgets.app.kept import kept
from views.widgets.app.staff_drafts import StaffDrafts
from views.widgets.app.versions import once_a_run, versions

LOG = logging.getLogger(__name__)

PROPOSAL = "proposal"  # in the address of a page for staff


def reviewed() -> Store:
    """The tables as they are, which hold what was reviewed, and all that is kept beside them."""
    return _opened(folder())


def folder() -> str:
    """Where the tables lie."""
    return os.environ.get("WAYS_OUT_TABLES") or str(ROOT)


def tables() -> Overlay:
    """The tables with the chosen proposal over them; a save proposes: for staff alone."""
    return Overlay(reviewed(), proposal())


def proposal() -> Proposal | None:
    """The proposal that the address names, if it can still be changed: for staff alone."""
    found = proposal_of(reader.parameter(PROPOSAL))
    return found if found and found.is_open else None


def proposal_of(key: str) -> Proposal | None:
    """The proposal with this id, None where it is not there: for staff alone."""
    try:
        return reviewed().proposals.load(key) if key else None
    except (BrokenProposal, KeyError, ValueError):
        return None


def chosen() -> str:
    """The id of the proposal that is laid over the tables, "" for none."""
    return found.id if (found := proposal()) else ""


def choose_proposal(key: str) -> None:
    """Let the address name this proposal, or none."""
    if key:
        st.query_params[PROPOSAL] = key
    else:
        st.query_params.pop(PROPOSAL, None)


@cache
def _opened(folder: str) -> Store:
    """The tables of a folder; a save that was cut short there is completed first.

    Where that cannot be done the app shows the tables as they are, and saving says why it can't.
    """
    root = Path(folder)
    texts = TextFolder(root / TEXTS_FOLDER)
    try:
        return open_store(root, texts, served=ROOT)
    except (Busy, Interrupted, OSError):
        LOG.exception("The tables may hold a save that was cut short.")
        return CsvStore(root, texts, served=ROOT)


def texts() -> Texts:
    """The texts to annotate, beside the tables: for staff alone."""
    if (found := reviewed().texts) is None:
        raise LookupError("This store keeps no texts.")
    return found


@st.cache_resource(show_spinner=False, max_entries=1)
def _gazetteer(version: str) -> Gazetteer:
    return Gazetteer(loaded().collection.places.values())


def gazetteer() -> Gazetteer:
    """What answers a name, with the places as they are now: for staff alone."""
    return _gazetteer(tables().version())


def drafts() -> Drafts:
    """What staff are still writing, beside the tables: for staff alone."""
    return StaffDrafts(reviewed().drafts)


def tables_version() -> str:
    """A text that differs whenever a table does, by which the caches go: that of this run."""
    return versions(reviewed()).tables


@st.cache_resource(show_spinner=False, max_entries=2)
def _load(version: str) -> Loaded:
    return load(reviewed().snapshot())


@st.cache_resource(show_spinner=False, max_entries=4)
def _load_with(version: str, _overlay: Overlay) -> Loaded:
    return load(_overlay.snapshot())


def loaded() -> Loaded:
    """The whole records, with the chosen proposal and the line of each row: for staff alone."""
    return loaded_with(tables())


def loaded_with(overlay: Overlay) -> Loaded:
    """The whole records with a proposal laid over them: for staff alone."""
    if overlay.proposal is None:
        return _load(reviewed().version())
    return _load_with(overlay.version(), overlay)


def protected() -> Protected:
    """The rows that say more than visitors see: for staff alone.

    A proposal that would show a record again protects no less than the tables do.
    """
    now = protected_rows(_load(reviewed().version()).collection)
    return now | protected_rows(loaded().collection) if proposal() else now


@kept(2)
def _published(version: str) -> Collection:
    return published(_load(version).collection)


@once_a_run
def collection() -> Collection:
    """The records as they may be shown, as they are now; the whole tables reach no page."""
    return _published(tables_version())


@st.cache_resource(show_spinner=False, max_entries=2)
def _finder(version: str) -> Finder:
    return finder(loaded().collection, sheets(tables().snapshot()))


def rows_to_find() -> Finder:
    """Every row, with the chosen proposal, ready to be looked for: for staff alone."""
    return _finder(tables().version())


@st.cache_resource(show_spinner=False, max_entries=2)
def _desk(version: str, history: str) -> Desk:
    return desk(reviewed())


def review_desk() -> Desk:
    """What needs a second look, as tables and history are now: for staff alone.

    Raises `BrokenHistory`.
    """
    return _desk(reviewed().version(), reviewed().history_version())


@st.cache_resource(show_spinner=False, max_entries=2)
def _lines(history: str) -> Sequence[Line]:
    return reviewed().lines()


def lines() -> Sequence[Line]:
    """The history as it is now, the oldest line first: for staff alone. Raises `BrokenHistory`."""
    return _lines(reviewed().history_version())


def version() -> tuple[str, str]:
    """A value that differs whenever a table or a story does: that of this run."""
    now = versions(reviewed())
    return now.tables, now.stories


@kept(2)
def _stories(version: tuple[str, str]) -> Mapping[str, Story]:
    whole = _load(version[0]).collection
    return published_stories(load_stories(reviewed().stories, whole).stories, whole)


@once_a_run
def stories() -> Mapping[str, Story]:
    """The stories by id as they may be shown, as they are now."""
    return _stories(version())


@kept(2)
def _problems(version: tuple[str, str], today: date) -> list[Problem]:
    loaded = _load(version[0])
    found = [*problems_of(loaded, today=today), *problems_of_stories(reviewed().stories, loaded)]
    remedy = _("python -m annotations.check says what is there.")
    is_hidden = any(map(hides, loaded.collection.publication.values()))
    return [problem.told_as(remedy) for problem in found] if is_hidden else found


def problems() -> list[Problem]:
    """Every problem of tables and stories now: what `python -m annotations.check` prints.

    Where a profile hides anything only the places are listed: a message quotes what stands there.
    """
    return _problems(version(), date.today())
