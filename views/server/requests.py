"""A request or a socket as it comes in, and a plain answer to it."""

from __future__ import annotations

import streamlit as st
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse
from starlette.types import Scope

from views.leans.streamlit import signed_in_user
from views.server.start import start
from views.staff import Visit, staff_member

LOOPBACK = ("127.0.0.1", "::1")
CORE = "/_stcore/"


def below_core(scope: Scope) -> str | None:
    """What a request asks of Streamlit itself, such as `health`; None for anything else."""
    _before, found, rest = str(scope.get("path", "")).partition(CORE)
    return rest if found else None


def path_in_app(scope: Scope) -> str:
    """The path that a request asks for, below that of the app and without slashes around it."""
    base = (st.get_option("server.baseUrlPath") or "").strip("/")
    return str(scope["path"]).strip("/").removeprefix(base).strip("/")


def comes_from(scope: Scope) -> str | None:
    """The address that a request comes from; None for this machine."""
    address = scope["client"][0] if scope.get("client") else ""
    return None if address in LOOPBACK else address


def is_of_staff(scope: Scope) -> bool:
    """True for a request of somebody for whom the pages for staff would open."""
    asked = HTTPConnection(scope)
    user = signed_in_user(asked.cookies, asked.headers.get("origin", ""))
    return staff_member(start(), Visit(dict(asked.headers), comes_from(scope), user)) is not None


def refusal(status: int, words: str) -> PlainTextResponse:
    """An answer in plain words after which the connection ends, whatever was still to come."""
    return PlainTextResponse(words, status, {"Connection": "close", "Cache-Control": "no-store"})
