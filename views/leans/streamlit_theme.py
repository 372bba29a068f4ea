"""Streamlit: the theme of the settings, which a page is told again at every run.

Leans on: `_populate_theme_msg` of its sessions, which writes a section of the theme into a message
that has nothing of it yet, and is called by its name in the module.
"""

from __future__ import annotations

from functools import cache

from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session

WRITE = app_session._populate_theme_msg


def keep_theme() -> None:
    """From now on a section of the theme is put together once, as it is at that moment.

    Streamlit does it six times for every run, which is a twelfth of what a filter takes.
    """

    @cache
    def section_of(section: str) -> CustomThemeConfig:
        made = CustomThemeConfig()
        WRITE(made, section)
        return made

    def write(msg: CustomThemeConfig, section: str = "theme") -> None:
        if (made := section_of(section)).ByteSize():
            msg.MergeFrom(made)

    app_session._populate_theme_msg = write
