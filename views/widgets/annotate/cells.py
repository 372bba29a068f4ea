"""Widgets for the cells of a row: what they hold is the row's, and what is entered goes into it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from views.text import _

Write = Callable[[str], None]
Say = Callable[[str], str]


def text_cell(label: str, key: str, cell: str, write: Write, placeholder: str = "") -> None:
    """A line of text."""
    hold(key, cell)
    st.text_input(label, key=key, on_change=_entered(key, write), placeholder=placeholder)


def long_cell(label: str, key: str, cell: str, write: Write) -> None:
    """A text of some lines."""
    hold(key, cell)
    st.text_area(label, key=key, on_change=_entered(key, write), height=76)


def choice_cell(
    label: str, key: str, cell: str, choices: Sequence[str], say: Say, write: Write
) -> None:
    """One of a few words, all of them seen; what is no choice is shown as none."""
    hold(key, cell if cell in choices else None)
    st.segmented_control(label, choices, key=key, format_func=say, on_change=_entered(key, write))


def listed_cell(
    label: str, key: str, cell: str, choices: Sequence[str], say: Say, write: Write
) -> None:
    """One of many words, found by typing; nothing is a choice too."""
    known = choices if not cell or cell in choices else (cell, *choices)
    hold(key, cell or None)
    st.selectbox(
        label,
        known,
        index=None,
        key=key,
        format_func=lambda one: say(one) if one in choices else one,
        placeholder=_("None"),
        on_change=_entered(key, write),
    )


def hold(key: str, value: object) -> None:
    """Let a widget hold a value.

    One that it holds already is not sent again: that would undo what is being typed meanwhile.
    """
    if key not in st.session_state or st.session_state[key] != value:
        st.session_state[key] = value


def sound(cell: str, check: Callable[[str], object]) -> str:
    """The cell as it can stand. Raises the `ValueError` of the rule that refuses it."""
    if cell := cell.strip():
        check(cell)
    return cell


def _entered(key: str, write: Write) -> Callable[[], None]:
    return lambda: write(st.session_state[key] or "")
