"""Files of the page, compressed once and kept: scripts and styles need a quarter of the bytes.

What is named by what it holds, a browser keeps and never asks for again.

Streamlit compresses its own files not at all, and ours anew for every request.
"""

from __future__ import annotations

import asyncio
import gzip
import hashlib
from collections import OrderedDict
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor

import brotli
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from views.server.requests import path_in_app

FOLDERS = ("static/", "app/static/", "component/")
KINDS = ("text/", "application/javascript", "application/json", "image/svg+xml")
MADE = "/atlas/made/"
LASTING = ("/atlas/typefaces/", "/atlas/vendor/", "/atlas/relief")  # change with a new version
FOUND = (200, 304)
LEAST, MOST_KEPT = 1_000, 64_000_000  # bytes
COMPRESS: Mapping[str, Callable[[bytes], bytes]] = {
    "br": lambda body: brotli.compress(body, quality=9),
    "gzip": lambda body: gzip.compress(body, 9, mtime=0),
}
MOST_WAITING = 32  # files to compress
Key = tuple[bytes, str]  # what tells one text from all others, and its encoding


class Compressed:
    """Sends a file as the browser reads it best, from what is kept."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._kept: OrderedDict[Key, bytes] = OrderedDict()
        self._size = 0
        self._under_way: dict[Key, asyncio.Future[bytes]] = {}
        # One at a time, and in no thread that anything else waits for.
        self._worker = ThreadPoolExecutor(1, "compress")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is no file of a page, or is asked for in parts."""
        encoding = _encoding(scope)
        if encoding is None:
            await self._app(scope, receive, send)
            return
        path = str(scope["path"])
        answer = _Answer(send, path)
        await self._app(_as_it_is(scope), receive, answer.take)
        if answer.start is None:
            return  # it was no text, and is sent
        headers = MutableHeaders(raw=answer.start["headers"])
        body = bytes(answer.body)
        made = await self._compressed(encoding, body) if len(body) >= LEAST else None
        if made is not None:
            body = made
            headers["Content-Encoding"] = encoding
            headers["Content-Length"] = str(len(body))
            if "accept-encoding" not in headers.get("vary", "").lower():
                headers.add_vary_header("Accept-Encoding")
            if (tag := headers.get("etag", "")) and not tag.startswith("W/"):
                headers["ETag"] = f"W/{tag}"
        await send(answer.start)
        await send({"type": "http.response.body", "body": body})

    async def _compressed(self, encoding: str, body: bytes) -> bytes | None:
        """A text, compressed once however many ask by whatever name; None where too many wait."""
        key = (hashlib.sha256(body).digest(), encoding)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        if key not in self._under_way:
            if len(self._under_way) >= MOST_WAITING:
                return None
            loop = asyncio.get_running_loop()
            job = loop.run_in_executor(self._worker, COMPRESS[encoding], body)
            job.add_done_callback(lambda _job: self._under_way.pop(key))
            self._under_way[key] = job
        made = await asyncio.shield(self._under_way[key])
        self._keep(key, made)
        return made

    def _keep(self, key: Key, body: bytes) -> None:
        if key in self._kept:
            return
        self._kept[key] = body
        self._size += len(body)
        while self._size > MOST_KEPT:
            self._size -= len(self._kept.popitem(last=False)[1])


class _Answer:
    """Collects an answer that is a text; of anything else it sends each part as it comes."""

    def __init__(self, send: Send, path: str) -> None:
        self._send, self._path = send, path
        self._is_text: bool | None = None
        self.start: Message | None = None
        self.body = bytearray()

    async def take(self, message: Message) -> None:
        """Take a part of the answer."""
        if message["type"] == "http.response.start":
            headers = MutableHeaders(raw=message["headers"])
            if message["status"] in FOUND:
                _say_how_long_it_holds(self._path, headers)
            kind, is_plain = headers.get("content-type", ""), "content-encoding" not in headers
            self._is_text = message["status"] == 200 and is_plain and kind.startswith(KINDS)
            if self._is_text:
                self.start = message
                return
        elif self._is_text:
            self.body += message.get("body", b"")
            return
        await self._send(message)


def _say_how_long_it_holds(path: str, headers: MutableHeaders) -> None:
    """A browser may keep what was made, but nobody on the way: it may have to go."""
    if MADE in path:
        headers["Cache-Control"] = "private, max-age=31536000, immutable"
    elif any(folder in path for folder in LASTING):
        headers["Cache-Control"] = "public, max-age=86400"


def _encoding(scope: Scope) -> str | None:
    """How a file is sent; None for what is no file of a page, or is sent as it is."""
    if scope["type"] != "http" or scope["method"] != "GET":
        return None
    headers = Headers(scope=scope)
    path = path_in_app(scope)
    if "range" in headers or not (path == "" or path.startswith(FOLDERS)):
        return None
    parts = headers.get("accept-encoding", "").lower().replace(" ", "").split(",")
    weights = (part.partition(";") for part in parts)
    accepted = {name for name, _sign, weight in weights if weight != "q=0"}
    return next((name for name in COMPRESS if name in accepted), None)


def _as_it_is(scope: Scope) -> Scope:
    """The same request without a wish for a compressed answer."""
    headers = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
    return {**scope, "headers": headers}
