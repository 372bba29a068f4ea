"""A request or a socket as it comes in, a plain answer to it, and a page changed on its way."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse
from starlette.types import Message, Scope, Send

from views.leans.streamlit import signed_in_user
from views.server.start import start
from views.staff import Visit, staff_member

LOOPBACK = ("127.0.0.1", "::1")
CORE = "/_stcore/"
FOLDERS = ("static/", "app/static/", "media/", "component/")
# A packed page cannot be changed, nor one that the browser has, or a part of it.
UNWANTED = (b"accept-encoding", b"if-none-match", b"if-modified-since", b"range", b"if-range")


def below_core(scope: Scope) -> str | None:
    """What a request asks of Streamlit itself, such as `health`; None for anything else."""
    _before, found, rest = str(scope.get("path", "")).partition(CORE)
    return rest if found else None


def path_in_app(scope: Scope) -> str:
    """The path that a request asks for, below that of the app and without slashes around it."""
    base = (st.get_option("server.baseUrlPath") or "").strip("/")
    return str(scope["path"]).strip("/").removeprefix(base).strip("/")


def is_a_file(scope: Scope) -> bool:
    """True for a request of Streamlit itself, and of what lies in one of the folders of files."""
    return below_core(scope) is not None or path_in_app(scope).startswith(FOLDERS)


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


def asked_whole(scope: Scope) -> Scope:
    """The same request for a page that can be changed."""
    plain = [pair for pair in scope["headers"] if pair[0] not in UNWANTED]
    return {**scope, "headers": plain}


class ChangedPage:
    """Holds a page back until all of it is there, and sends on what `change` makes of it.

    An answer that is no page goes on as it is.
    """

    def __init__(self, send: Send, change: Callable[[bytes], bytes]) -> None:
        self._send = send
        self._change = change
        self._start: Message | None = None
        self._body = b""

    async def __call__(self, message: Message) -> None:
        """Take a message of the answer."""
        if message["type"] == "http.response.start" and _is_page(message):
            self._start = message
        elif self._start is None:
            await self._send(message)
        else:
            self._body += message.get("body", b"")
            if not message.get("more_body"):
                await self._changed(self._start)

    async def _changed(self, start: Message) -> None:
        body = self._change(self._body)
        headers = MutableHeaders(scope=start)
        headers["Content-Length"] = str(len(body))
        headers["Cache-Control"] = "no-cache"
        del headers["etag"], headers["last-modified"]
        await self._send(start)
        await self._send({"type": "http.response.body", "body": body})


def _is_page(message: Message) -> bool:
    return Headers(raw=message["headers"]).get("content-type", "").startswith("text/html")
