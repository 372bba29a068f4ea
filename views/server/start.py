"""How this server was started: what of its command, settings and secrets decides who is staff."""

from __future__ import annotations

import sys
from collections.abc import Mapping

import streamlit as st

from views.staff import Start

FLAG = "--staff"


def is_for_one() -> bool:
    """True where the server was started for one person at this machine."""
    return FLAG in sys.argv[1:]


def start() -> Start:
    """How the server was started, its secrets read anew."""
    secrets = st.secrets if st.secrets.load_if_toml_exists() else {}
    return Start(
        for_one=is_for_one(),
        listens_on=st.get_option("server.address"),
        auth=_section(secrets, "auth"),
        listed=_section(secrets, "staff").get("addresses"),
        trusts_headers=bool(st.get_option("server.trustedUserHeaders")),
    )


def _section(secrets: Mapping[str, object], name: str) -> Mapping[str, object]:
    """A section of the secrets; empty where there is none."""
    found = secrets.get(name)
    return found if isinstance(found, Mapping) else {}
