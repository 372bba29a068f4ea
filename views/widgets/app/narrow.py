"""A field that narrows a long page to the entries that have its words: see `narrow.js`."""

from __future__ import annotations

import streamlit as st

from views.atlas import STATIC, component_script
from views.text import _

_field = st.components.v2.component(
    "narrow", js=component_script(STATIC, "widgets/narrow.js"), isolate_styles=False
)


def narrow_field(label: str, entries: str) -> None:
    """The field, and how many are left; `entries` is a selector of what is narrowed."""
    said = _("{n} of {all} left")
    _field(key="narrow", data={"label": label, "entries": entries, "said": said})
