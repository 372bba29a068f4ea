"""What goes between a page and its server, counted by the browser itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

BINARY = 2  # the kind of a socket's message that the browser tells in base 64


class Traffic:
    """Counts from now on what a page receives and what its sockets send.

    A file counts as it came over the wire, headers included, and as nothing where the browser
    had it already; a message of a socket counts with its content.
    """

    def __init__(self, page: Page) -> None:
        self._page, self._received, self._sent = page, 0.0, 0
        session = page.context.new_cdp_session(page)
        session.on("Network.loadingFinished", self._loaded)
        session.on("Network.webSocketFrameReceived", self._message)
        session.on("Network.webSocketFrameSent", self._told)
        session.send("Network.enable")

    def take(self) -> float:
        """Bytes that the page has received since this was asked last."""
        self._hear()
        received, self._received = self._received, 0.0
        return received

    def sent_so_far(self) -> int:
        """Messages that the page's sockets have sent."""
        self._hear()
        return self._sent

    def _hear(self) -> None:
        """Let the browser tell what it has still to tell."""
        self._page.wait_for_timeout(100)

    def _loaded(self, event: dict) -> None:
        self._received += event["encodedDataLength"]

    def _message(self, event: dict) -> None:
        message = event["response"]
        length = len(message["payloadData"])
        self._received += length * 3 / 4 if message["opcode"] == BINARY else length

    def _told(self, _event: dict) -> None:
        self._sent += 1
