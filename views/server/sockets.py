"""Sockets: how many may be open, for each address and in all, and for how long without a word.

Each socket is a page somewhere, and costs the server memory and four open files. Where there is no
room, the one that has been silent longest gives way, at the address with the most of them: its page
takes up its session again when there is room. So nobody is shut out by somebody who hoards them.
"""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from ipaddress import IPv6Address, ip_address, ip_network
from urllib.parse import urlsplit

import streamlit as st
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from views.server.capacity import files_for_sockets
from views.server.requests import comes_from, refusal
from views.text import _

MOST_IN_ALL = 600
MOST_OF_ADDRESS = 120
FILES_EACH = 4
SILENT_S = 60  # among equals nobody who was heard since then gives way
LONGEST_SILENCE_S = 2 * 3600
FAREWELL_S = 10
GOING_AWAY = 1001
ALWAYS_ALLOWED = ("localhost", "0.0.0.0", "127.0.0.1")


@dataclass(eq=False)
class Socket:
    """An open socket: the address it comes from, when it was heard last, and how it is ended."""

    address: str | None
    heard: float = field(default_factory=time.monotonic)
    ended: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def silent_s(self) -> float:
        """How long nothing has been heard from it."""
        return time.monotonic() - self.heard


class Sockets:
    """Lets as many sockets in as there is room for, and ends those that are silent too long."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._open: list[Socket] = []
        self._most = min(MOST_IN_ALL, files_for_sockets() // FILES_EACH)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is no socket, and a socket for which there is room."""
        if scope["type"] != "websocket":
            await self._app(scope, receive, send)
        elif not is_from_here(scope):
            await refuse(scope, receive, send, 403, _("Pages of other sites cannot use this app."))
        elif not self._makes_room(network(comes_from(scope))):
            words = _("Too many pages are open at the moment. Try again in a few minutes.")
            await refuse(scope, receive, send, 503, words)
        else:
            await self._serve(Socket(network(comes_from(scope))), scope, receive, send)

    def _makes_room(self, address: str | None) -> bool:
        """True where one more socket of that address may be opened; another may give way for it.

        This machine has no limit of its own: a proxy may bring everybody under that address.
        """
        self._open = [socket for socket in self._open if not socket.ended.is_set()]
        own = [socket for socket in self._open if socket.address == address]
        if address is not None and len(own) >= MOST_OF_ADDRESS:
            return _gives_way(own, SILENT_S)
        if len(self._open) < self._most:
            return True
        ((busiest, count),) = Counter(one.address for one in self._open).most_common(1)
        patience = 0 if count > len(own) + 1 else SILENT_S
        return _gives_way([one for one in self._open if one.address == busiest], patience)

    async def _serve(self, socket: Socket, scope: Scope, receive: Receive, send: Send) -> None:
        self._open.append(socket)

        async def heard() -> Message:
            message = await _heard_or_ended(socket, receive)
            socket.heard = time.monotonic()
            if message is None:
                await farewell(send, GOING_AWAY, "idle")
                return {"type": "websocket.disconnect", "code": GOING_AWAY}
            return message

        try:
            await self._app(scope, heard, send)
        finally:
            if socket in self._open:
                self._open.remove(socket)


def _gives_way(sockets: list[Socket], patience: float) -> bool:
    """End the socket that has been silent longest; False where all were heard within `patience`."""
    longest = max(sockets, key=lambda socket: socket.silent_s)
    if longest.silent_s < patience:
        return False
    longest.ended.set()
    return True


async def _heard_or_ended(socket: Socket, receive: Receive) -> Message | None:
    """The next message of a socket; None where it is ended, or silent too long."""
    message = asyncio.ensure_future(receive())
    ended = asyncio.ensure_future(socket.ended.wait())
    try:
        await asyncio.wait(
            (message, ended), timeout=LONGEST_SILENCE_S, return_when=asyncio.FIRST_COMPLETED
        )
        return message.result() if message.done() else None
    finally:
        ended.cancel()
        message.cancel()


async def farewell(send: Send, code: int, reason: str = "") -> None:
    """Say why a socket ends; one that reads nothing is not waited for."""
    with suppress(TimeoutError):
        async with asyncio.timeout(FAREWELL_S):
            await send({"type": "websocket.close", "code": code, "reason": reason})


async def refuse(scope: Scope, receive: Receive, send: Send, status: int, words: str) -> None:
    """Answer a socket that is not let in with a status and the reason."""
    if "websocket.http.response" in scope.get("extensions", {}):
        await refusal(status, words)(scope, receive, send)
    else:
        await send({"type": "websocket.close", "code": 1013, "reason": words})


def network(address: str | None) -> str | None:
    """The address, or what all addresses of one household or firm share where it is of IPv6."""
    try:
        found = ip_address(address or "")
    except ValueError:
        return address
    if isinstance(found, IPv6Address):
        return str(found.ipv4_mapped or ip_network((found.packed, 64), strict=False))
    return address


def is_from_here(scope: Scope) -> bool:
    """True for a socket of the app's own page, or of one that the settings allow.

    Streamlit itself asks another host for this server's address before it refuses a page.
    """
    headers = Headers(scope=scope)
    origin, host = headers.get("origin"), headers.get("host", "")
    if origin is None or not st.get_option("server.enableCORS"):
        return True
    allowed = (*ALWAYS_ALLOWED, st.get_option("browser.serverAddress"))
    try:
        name = urlsplit(origin).hostname
        others = [urlsplit(each).hostname for each in st.get_option("server.corsAllowedOrigins")]
        return name is not None and name in (urlsplit(f"//{host}").hostname, *allowed, *others)
    except ValueError:
        return False
