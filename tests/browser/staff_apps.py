"""The app as it is started for staff, in each way, and what those who try to get in may hold."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from streamlit.web.server.starlette.starlette_app_utils import create_signed_value

from tests.browser.app import HOST, start_app

OF_THE_PAGE = "stops.csv:"  # nothing but the page for staff names rows
LISTED, OTHER, UNVERIFIED = "Ann@example.org", "bob@example.org", "cho@example.org"
CLAIMS = {
    LISTED: {"email": LISTED, "email_verified": True},
    OTHER: {"email": OTHER, "email_verified": True},
    UNVERIFIED: {"email": UNVERIFIED, "email_verified": False},
}
SECRET, WRONG_SECRET = "s" * 40, "t" * 40
SECRETS = """
[auth]
redirect_uri = "http://127.0.0.1:{{port}}/oauth2callback"
cookie_secret = "{secret}"
client_id = "ways-out"
client_secret = "known to the provider"
server_metadata_url = "http://localhost:{provider}/.well-known/openid-configuration"

[staff]
addresses = ["ann@example.org", "cho@example.org"]
"""


@contextmanager
def with_sign_in(folder: Path, provider: int) -> Iterator[str]:
    """The app for everybody, where staff sign in through a provider at a port of this machine.

    Its secrets are written into `folder`.
    """
    secrets = folder / "secrets.toml"
    secrets.write_text(SECRETS.format(secret=SECRET, provider=provider), encoding="utf-8")
    direct = dict.fromkeys(("NO_PROXY", "no_proxy"), f"localhost,{HOST}")
    with start_app(direct, {"secrets.files": str(secrets)}) as address:
        yield address


@contextmanager
def for_one_person(listens_on: str = HOST, tables: Path | None = None) -> Iterator[str]:
    """The app as one person starts it, for this machine alone or by mistake for everybody.

    Whoever saves in it gives a copy of the `tables`.
    """
    env = {"WAYS_OUT_TABLES": str(tables)} if tables else {}
    with start_app(env, {"server.address": listens_on}, ["--staff"]) as address:
        yield address


def signed(secret: str, name: str = "_streamlit_user", **claims) -> str:
    """A cookie such as the app itself would write for somebody."""
    value = json.dumps({"is_logged_in": True, "provider": "default", **claims})
    return create_signed_value(secret, name, value).decode()
