"""How much of a journey is public: hidden at once by one person, shown again by two."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from annotations.codes import DATE_LEVELS, NAME_LEVELS, PLACE_LEVELS
from annotations.collection import AS_IS, ROLE
from annotations.proposals import YES, Overlay, hide_more, only_hides
from annotations.records import Collection
from annotations.review import (
    AS_IT_STANDS,
    CHOICES,
    IN_PART,
    NOTHING_YET,
    Unit,
    as_published,
    choice_of,
    missing_cells,
    publication_change,
    row_of,
    stories_left_out,
)
from annotations.saving import save
from annotations.stories import load_stories
from annotations.tables import Cells, started_from
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
from views.widgets.app import store
from views.widgets.staff import saving
from views.widgets.staff.hiding import hide_form

LONGEST = 1000
ASKED = "publication-asked"


@dataclass(frozen=True)
class Chosen:
    """The row that a choice makes (None for none), and what must still be said before it does."""

    row: Cells | None
    missing: tuple[str, ...]


def publication_choice(collection: Collection, unit: Unit) -> Chosen:
    """Ask what may be published of a journey, and show what would then be told."""
    now = unit.publication
    stands = choice_of(now)
    choice = st.radio(
        _("How much of it may be public?"),
        CHOICES,
        index=CHOICES.index(stands),
        key=f"public-{unit.key}-{stands}",  # asked anew once something else stands
        format_func=publication_label,
        captions=[publication_sentence(each) for each in CHOICES],
    )
    row = None if choice == AS_IT_STANDS else row_of(unit.key, choice, _told(unit, choice), now)
    missing = () if row == now else missing_cells(row)
    if "role" not in missing:
        told = st.expander(_("What everybody would then see"), key="preview", on_change="rerun")
        if told.open:
            shown = as_published(collection, unit.key, row)
            stories = load_stories(store.reviewed().stories, collection).stories
            gone = stories_left_out(stories, collection, unit.key, row)
            told.html(preview(shown, unit.key, choice, gone))
    return Chosen(row, tuple(map(missing_cell_words, missing)))


def publication(collection: Collection, unit: Unit, me: str) -> None:
    """Hide a journey now, or say how much of it is public."""
    st.subheader(_("What visitors may see"))
    saving.say_last_save()
    _hide_now(unit, me)
    st.page_link(
        "pages/withdraw.py",
        label=_("Remove it from everything, for good"),
        query_params={"record": unit.key},
    )
    chosen = publication_choice(collection, unit)
    change = publication_change(unit, chosen.row)
    if change is None:
        return
    at_once = only_hides(change)
    label = _("Hide it like this now") if at_once else _("Propose to show it like this")
    st.button(label, key="publish", on_click=_ask, args=("publish",))
    if not _asked("publish"):
        return
    if chosen.missing:
        for words in chosen.missing:
            st.info(words)
        return
    if at_once:
        done = saving.run(
            lambda: hide_more(store.reviewed(), change, me), _("Visitors see less of it now.")
        )
    else:
        why = _("what visitors may see of {journey}").format(journey=unit.key)
        said = _("It is proposed. Nothing changes until enough others agree.")
        done = saving.run(
            lambda: save(Overlay(store.reviewed()), [change], me, why, started_from([change])),
            said,
        )
    if done:
        st.rerun()


def _ask(act: str) -> None:
    """Keep what was asked for until the run that can tell how it ended."""
    st.session_state[ASKED] = act


def _asked(act: str) -> bool:
    """True once where this was asked for."""
    if st.session_state.get(ASKED) != act:
        return False
    del st.session_state[ASKED]
    return True


def _hide_now(unit: Unit, me: str) -> None:
    """Withhold the whole journey with one click and a reason."""
    if unit.publication and choice_of(unit.publication) == NOTHING_YET:
        return
    hide_form(unit.key, [unit.key], me)


def _told(unit: Unit, choice: str) -> dict[str, str]:
    """The levels, if they are asked for, and why and until when."""
    now = unit.publication or {}
    told = {"place": AS_IS, "date": AS_IS, "names": AS_IS, "role": ""}
    if choice == IN_PART:
        told = _levels(unit, now)
    reason, review = st.columns((2, 1))
    told["reason"] = _text(reason.text_input, unit, "reason", _("Reason (staff see it)"), now)
    until = _("Review again by (2027, or 2027-06-30)")
    told["review"] = _text(review.text_input, unit, "review", until, now)
    asked = st.checkbox(
        _("The person asked for it: then two others have to agree before it is shown again"),
        now.get("asked", "") == YES,
        key=f"asked-{unit.key}",
    )
    told["asked"] = YES if asked else ""
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
