"""A field that narrows a long page to the entries that have its words: see `narrow.js`."""

from __future__ import annotations

from views.text import _
from views.widgets.app.elements.component import component

_field = component("narrow", "widgets/narrow.js")


def narrow_field(label: str, entries: str) -> None:
    """The field, and how many are left; `entries` is a selector of what is narrowed."""
    said = _("{n} of {all} left")
    _field(key="narrow", data={"label": label, "entries": entries, "said": said})
