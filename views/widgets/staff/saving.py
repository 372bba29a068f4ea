"""How a save ended, said in the same words on every page that saves."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import streamlit as st

from annotations.problems import Problem
from annotations.store import (
    BrokenHistory,
    Busy,
    DraftEntry,
    EditedByHand,
    Interrupted,
    Moved,
    OpenElsewhere,
    OtherDraft,
    Proposal,
    Saved,
    Unfinished,
)
from annotations.tables import Conflict, Refused
from views.staff import clash_table
from views.text import _, el, markdown_text
from views.widgets.app import store

SAID, FAILED = "said-after-saving", "failed-before"

Done = TypeVar("Done", Saved, Proposal)


def run(save: Callable[[], Done], said: str = "") -> Done | None:
    """Run a save and tell how it ended, here; None where nothing was saved.

    What is `said` of one that stands is kept for the next run, where `say_last_save` shows it, so
    that the page can start anew with what is there now.
    """
    try:
        saved = save()
    except Conflict as conflict:
        _nothing_saved(
            _("Somebody else changed these rows after you started. Look at them, then save again.")
        )
        st.html(el("div", *map(clash_table, conflict.rows)))
    except Refused as refused:
        _nothing_saved(
            _("This would cause problems in the tables that are not there now. Fix them first:")
        )
        _lines(refused.problems)
    except Moved:
        _nothing_saved(_("Somebody else changed this proposal meanwhile. Look at it again."))
    except BrokenHistory as broken:
        say_broken_history(broken)
    except OpenElsewhere as is_open:
        words = _("{file} is open in another program. Close it there, then save again.")
        _nothing_saved(words.format(file=markdown_text(is_open.file)))
    except EditedByHand as edited:
        name = markdown_text(edited.file)
        _nothing_saved(
            _("{file} was edited by hand at this very moment. That edit stays. Save again.").format(
                file=name
            )
        )
    except Busy:
        _nothing_saved(_("Somebody else is saving at this moment. Try again in a few seconds."))
    except Unfinished:
        st.warning(
            _(
                "The disk failed while this was being saved. It counts, and is completed as soon "
                "as the disk works again. Tell whoever runs the app."
            )
        )
    except Interrupted as interrupted:
        _nothing_saved(
            _("An earlier save was cut short. Whoever runs the app can repair it like this:")
        )
        st.code(str(interrupted), language=None, wrap_lines=True)
    except OSError as error:
        reason = markdown_text(error.strerror or type(error).__name__)
        st.warning(
            _(
                "Saving failed: {reason}. Tell whoever runs the app, and check whether your "
                "change is there before you try again."
            ).format(reason=reason)
        )
    else:
        if said:
            st.session_state[SAID] = said
        return saved
    return None


def drafts_of(me: str, says_why: bool = True) -> tuple[DraftEntry, ...]:
    """What somebody kept; nothing, and the page says why, where the folder cannot be listed."""
    try:
        return store.drafts().list(me)
    except OSError as error:
        if says_why:
            words = _(
                "What you kept cannot be listed: the folder {folder} cannot be read ({reason}). "
                "Nothing in it is lost. Tell whoever runs the app."
            )
            folder = Path(os.fsdecode(error.filename or "")).parent.name
            reason = error.strerror or type(error).__name__
            st.warning(markdown_text(words.format(folder=folder, reason=reason)))
        return ()


def discard(me: str, name: str, seen: Mapping[str, Any] | None = None) -> None:
    """Remove a draft, as it was seen where that is said.

    `say_last_save` says so where the disk refuses that, or another tab has changed it since.
    """
    try:
        if seen is None:
            store.drafts().drop(me, name)
        else:
            store.drafts().replace(me, name, seen, None)
    except OSError as error:
        keep_failure(why_not_kept(error))
    except (Busy, OtherDraft):
        words = _("Another tab changed this draft meanwhile, so that it is kept as it is now.")
        keep_failure(words)


def keep_failure(why: str) -> None:
    """Keep what could not be done for `say_last_save`: what a callback writes is not shown."""
    st.session_state[FAILED] = why


def why_not_kept(error: OSError) -> str:
    """Why what was just done is not on the disk."""
    words = _(
        "That could not be written: {reason}. Nothing else is lost. Tell whoever runs the app."
    )
    return words.format(reason=error.strerror or type(error).__name__)


def say_last_save() -> None:
    """What was said of the last save, and what could not be done then, once."""
    if failed := st.session_state.pop(FAILED, ""):
        st.warning(markdown_text(failed))
    if said := st.session_state.pop(SAID, ""):
        st.success(markdown_text(said))


def say_broken_history(broken: BrokenHistory) -> None:
    """The lines of the history that cannot be read."""
    st.warning(
        _(
            "The history cannot be read, so nothing can be reviewed or undone. These lines of "
            "annotations/history.jsonl have to be fixed first:"
        )
    )
    _lines(broken.problems)


def _nothing_saved(why: str) -> None:
    st.warning(_("Nothing was saved. {why}").format(why=why))


def _lines(problems: Iterable[Problem]) -> None:
    st.code("\n".join(map(str, problems)), language=None, wrap_lines=True)
