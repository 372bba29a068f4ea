"""An ASGI application asked without a server: what it answers to a request."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

Headers = Iterable[tuple[str, str]]


@dataclass
class Answer:
    """What came back: the messages as they were sent."""

    sent: list[dict] = field(default_factory=list)

    @property
    def status(self) -> int:
        """The status of the answer to a request."""
        return self.sent[0]["status"]

    @property
    def headers(self) -> dict[str, str]:
        """The headers of the answer, their names in small letters."""
        given = self.sent[0]["headers"]
        return {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in given}

    @property
    def body(self) -> bytes:
        """The whole body of the answer."""
        return b"".join(message.get("body", b"") for message in self.sent[1:])


def asked(
    app, path: str, headers: Headers = (), method: str = "GET", query: str = "", client="127.0.0.1"
) -> Answer:
    """What an application answers to a request."""
    scope = {"type": "http", "method": method, "path": path, "client": (client, 1)}
    scope["query_string"] = query.encode()
    scope["headers"] = [(name.lower().encode(), value.encode()) for name, value in headers]
    answer = Answer()

    async def send(message):
        answer.sent.append(message)

    async def receive():
        return {"type": "http.request", "body": b"", "more_body": False}

    # In a thread of its own: where a browser is open, a loop runs in this one.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, app(scope, receive, send)).result()
    return answer


def page(body: bytes = b"", kind: str = "text/html; charset=utf-8", status: int = 200):
    """An application that answers everything with this."""

    async def answers(_scope, _receive, send):
        headers = [(b"content-type", kind.encode())]
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    return answers
