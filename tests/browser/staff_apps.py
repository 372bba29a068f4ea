"""The app as it is started for staff, in each way, and what those who try to get in may hold."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from streamlit.web.server.starlette.starlette_app_utils import create_signed_value

from tests.browser import chromium
from tests.browser.app import HOST, ROOT, Running, run_script, start_app

OF_THE_PAGE = "stops.csv:"  # nothing but the page for staff names rows
LISTED, OTHER, UNVERIFIED = "Ann@example.org", "bob@example.org", "cho@example.org"
SECOND = "dan@example.org"  # on the list too
CLAIMS = {
    LISTED: {"email": LISTED, "email_verified": True},
    OTHER: {"email": OTHER, "email_verified": True},
    UNVERIFIED: {"email": UNVERIFIED, "email_verified": False},
    SECOND: {"email": SECOND, "email_verified": True},
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
addresses = ["ann@example.org", "cho@example.org", "dan@example.org"]
"""


@contextmanager
def with_sign_in(folder: Path, provider: int, tables: Path = ROOT) -> Iterator[str]:
    """The app for everybody, where staff sign in through a provider at a port of this machine.

    Its secrets are written into `folder`; `tables` has the tables that it reads and saves into.
    """
    secrets = folder / "secrets.toml"
    secrets.write_text(SECRETS.format(secret=SECRET, provider=provider), encoding="utf-8")
    direct = dict.fromkeys(("NO_PROXY", "no_proxy"), f"localhost,{HOST}")
    env = direct | {"WAYS_OUT_TABLES": str(tables)}
    with start_app(env, {"secrets.files": str(secrets)}) as address:
        yield address


def sign_in(page, app: str, address: str) -> None:
    """Sign in through the provider as one of those whom it knows."""
    page.goto(f"{app}/staff")
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("button", name=address).click()
    page.wait_for_url(f"{app}/**")
    chromium.settled(page)


@contextmanager
def for_one_person(listens_on: str = HOST, tables: Path = ROOT) -> Iterator[Running]:
    """The app as one person starts it, for this machine alone or by mistake for everybody."""
    options = {"server.address": listens_on}
    env = {"WAYS_OUT_TABLES": str(tables)}
    with run_script(ROOT / "dashboard.py", env, options, ["--staff"]) as running:
        yield running


def signed(secret: str, name: str = "_streamlit_user", **claims) -> str:
    """A cookie such as the app itself would write for somebody."""
    value = json.dumps({"is_logged_in": True, "provider": "default", **claims})
    return create_signed_value(secret, name, value).decode()
