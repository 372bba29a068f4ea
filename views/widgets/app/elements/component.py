"""Elements of our own: a script of ours on the page, and what it is told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import orjson
import streamlit as st

from views.atlas import STATIC, component_script

Show = Callable[..., None]


def component(name: str, script: str, *, sheet: str = "", html: str | None = None) -> Show:
    """What shows the element; `script` and `sheet` are files of the static folder.

    It is called with a `key`, with the `data` that the script is told, anything that JSON can say,
    and with an `on_…_change` for each message of the script.
    """
    made = st.components.v2.component(
        name,
        html=html,
        js=component_script(STATIC, script),
        css=(STATIC / sheet).read_text(encoding="utf-8") if sheet else None,
        isolate_styles=False,
    )

    def show(key: str, data: object = None, **callbacks: Any) -> None:
        # As bytes: Streamlit looks for tables in all else, and writes it twice.
        told = None if data is None else orjson.dumps(data)
        made(key=key, data=told, **callbacks)

    return show
