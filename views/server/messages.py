"""Messages to the frame of the map: from the app alone.

A component does what a message to its frame says, and the map runs the scripts in it. Any page can
send one to a frame or a window that it has opened, and its script would run in our name.
"""

from __future__ import annotations

from starlette.types import ASGIApp, Receive, Scope, Send

from views.server.requests import ChangedPage, asked_whole

COMPONENT = "/component/"
GUARD = (
    b'<script>addEventListener("message", (event) => '
    b"{ if (event.origin !== location.origin) event.stopImmediatePropagation(); }, true);</script>"
)
HEAD = b"<head>"


class OwnMessages:
    """Makes the page of every component hear messages of this app and of nobody else."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and the page of a component back with the guard in it."""
        if scope["type"] == "http" and COMPONENT in scope["path"]:
            await self._app(asked_whole(scope), receive, ChangedPage(send, _guarded))
        else:
            await self._app(scope, receive, send)


def _guarded(page: bytes) -> bytes:
    before, head, after = page.partition(HEAD)
    return before + head + GUARD + after if head else GUARD + before
