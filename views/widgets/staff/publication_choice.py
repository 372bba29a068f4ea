"""What a reviewer lets be published of a journey: the choice, what it needs, and a preview."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from annotations.codes import DATE_LEVELS, NAME_LEVELS, PLACE_LEVELS
from annotations.collection import AS_IS, ROLE
from annotations.records import Collection
from annotations.review import (
    AS_IT_STANDS,
    CHOICES,
    IN_PART,
    Unit,
    as_published,
    choice_of,
    missing_cells,
    row_of,
)
from annotations.saving import is_pending
from annotations.tables import Cells
from views.staff import (
    date_level_label,
    missing_cell_words,
    names_level_label,
    place_level_label,
    preview,
    publication_label,
    publication_sentence,
)
from views.text import _

LONGEST = 1000


@dataclass(frozen=True)
class Chosen:
    """The row that a choice makes (None for none), and what must still be said before it does."""

    row: Cells | None
    missing: tuple[str, ...]


def publication_choice(collection: Collection, unit: Unit) -> Chosen:
    """Ask what may be published of a journey, and show what would then be told."""
    now = unit.publication
    usual = choice_of(now)
    choice = st.radio(
        _("How much of it may be public?"),
        CHOICES,
        index=CHOICES.index(usual) if usual else None,
        key=f"public-{unit.key}",
        format_func=publication_label,
        captions=[publication_sentence(each) for each in CHOICES],
    )
    if choice is None:
        return Chosen(None, (_("First choose how much of it may be public."),))
    row = None if choice == AS_IT_STANDS else row_of(unit.key, choice, _told(unit, choice), now)
    missing = () if row == now else missing_cells(row)
    if "role" not in missing:
        told = st.expander(_("What everybody would then see"), key="preview", on_change="rerun")
        if told.open:
            shown = as_published(collection, unit.key, row)
            told.html(preview(shown, unit.key, choice))
    return Chosen(row, tuple(map(missing_cell_words, missing)))


def _told(unit: Unit, choice: str) -> dict[str, str]:
    """The levels, if they are asked for, and why and until when."""
    now = {} if is_pending(unit.publication) else unit.publication or {}
    told = {"place": AS_IS, "date": AS_IS, "names": AS_IS, "role": ""}
    if choice == IN_PART:
        told = _levels(unit, now)
    reason, review = st.columns((2, 1))
    told["reason"] = _text(reason.text_input, unit, "reason", _("Reason (staff see it)"), now)
    until = _("Review again by (2027, or 2027-06-30)")
    told["review"] = _text(review.text_input, unit, "review", until, now)
    return told


def _levels(unit: Unit, now: Cells) -> dict[str, str]:
    columns = st.columns(3)
    asked = (
        ("place", _("Places"), PLACE_LEVELS, place_level_label),
        ("date", _("Dates"), DATE_LEVELS, date_level_label),
        ("names", _("People"), NAME_LEVELS, names_level_label),
    )
    told = {"role": ""}
    for room, (column, label, levels, say) in zip(columns, asked, strict=True):
        at = levels.index(now[column]) if now.get(column) in levels else 0
        told[column] = room.selectbox(
            label, levels, index=at, format_func=say, key=f"{column}-{unit.key}"
        )
    if told["names"] == ROLE:
        label = _("The role, for example: a woman in her twenties")
        told["role"] = _text(st.text_input, unit, "role", label, now)
    return told


def _text(ask: Callable[..., str], unit: Unit, column: str, label: str, now: Cells) -> str:
    return ask(label, now.get(column, ""), key=f"{column}-{unit.key}", max_chars=LONGEST).strip()
