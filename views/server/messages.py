"""Messages to the frame of the map: from the app alone.

A component does what a message to its frame says, and the map runs the scripts in it. Any page can
send one to a frame or a window that it has opened, and its script would run in our name.
"""

from __future__ import annotations

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COMPONENT = "/component/"
GUARD = (
    b'<script>addEventListener("message", (event) => '
    b"{ if (event.origin !== location.origin) event.stopImmediatePropagation(); }, true);</script>"
)
HEAD = b"<head>"
# A packed page cannot be changed, nor one that the browser has, or a part of it.
UNWANTED = (b"accept-encoding", b"if-none-match", b"if-modified-since", b"range", b"if-range")


class OwnMessages:
    """Makes the page of every component hear messages of this app and of nobody else."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and the page of a component back with the guard in it."""
        if scope["type"] == "http" and COMPONENT in scope["path"]:
            plain = [pair for pair in scope["headers"] if pair[0] not in UNWANTED]
            await self._app({**scope, "headers": plain}, receive, _Guarding(send))
        else:
            await self._app(scope, receive, send)


class _Guarding:
    """Holds a page back until all of it is there, and sends it on with the guard."""

    def __init__(self, send: Send) -> None:
        self._send = send
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
                await self._guarded(self._start)

    async def _guarded(self, start: Message) -> None:
        before, head, after = self._body.partition(HEAD)
        body = before + head + GUARD + after if head else GUARD + before
        headers = MutableHeaders(scope=start)
        headers["Content-Length"] = str(len(body))
        headers["Cache-Control"] = "no-cache"
        del headers["etag"], headers["last-modified"]
        await self._send(start)
        await self._send({"type": "http.response.body", "body": body})


def _is_page(message: Message) -> bool:
    return Headers(raw=message["headers"]).get("content-type", "").startswith("text/html")
