"""How this server was started: what of its command, settings and secrets decides who is staff."""

from __future__ import annotations

import sys
from collections.abc import Mapping

import streamlit as st

from views.staff import Start

FLAG = "--staff"


def start() -> Start:
    """How the server was started, its secrets read anew."""
    return Start(
        for_one=FLAG in sys.argv[1:],
        listens_on=st.get_option("server.address"),
        auth=_secrets("auth"),
        listed=_secrets("staff").get("addresses"),
        trusts_headers=bool(st.get_option("server.trustedUserHeaders")),
    )


def _secrets(section: str) -> Mapping[str, object]:
    """A section of the secrets; empty where there is none."""
    found = st.secrets.get(section) if st.secrets.load_if_toml_exists() else None
    return found if isinstance(found, Mapping) else {}
