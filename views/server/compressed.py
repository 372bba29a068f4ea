"""Files of the page, compressed once and kept: scripts and styles need a quarter of the bytes.

What is named by what it holds, a browser keeps and never asks for again. A file whose state is the
one that was compressed before is answered from what is kept, without a look at it.

Streamlit compresses its own files not at all, and ours anew for every request.
"""

from __future__ import annotations

import asyncio
import gzip
import hashlib
import re
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
NAMED = re.compile(r"component/.*\.[0-9a-f]{8}\.(?:js|css)")  # by what it holds
LASTING = ("/atlas/typefaces/", "/atlas/vendor/", "/atlas/relief")  # change with a new version
FOUND = (200, 206, 304)
LEAST, MOST_KEPT = 1_000, 64_000_000  # bytes
COMPRESS: Mapping[str, Callable[[bytes], bytes]] = {
    "br": lambda body: brotli.compress(body, quality=9),
    "gzip": lambda body: gzip.compress(body, 9, mtime=0),
}
MOST_COLLECTED = 4  # files in memory as they are, before they are compressed
PART = 65_536  # bytes
MOST_STATES = 2_000
Key = tuple[bytes, str]  # what tells one text from all others, and its encoding
State = bytes  # of a file, in an encoding


class Compressed:
    """Sends a file as the browser reads it best, from what is kept."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._kept: OrderedDict[Key, bytes] = OrderedDict()
        self._size = 0
        self._states: OrderedDict[State, Key] = OrderedDict()
        self._under_way: dict[Key, asyncio.Future[bytes]] = {}
        self._collecting = asyncio.Semaphore(MOST_COLLECTED)
        # One at a time, and in no thread that anything else waits for.
        self._worker = ThreadPoolExecutor(1, "compress")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is no file of a page, or is asked for in parts."""
        encoding = _encoding(scope)
        if encoding is None:
            await self._app(scope, receive, _told_how_long(scope, send))
            return
        path = str(scope["path"])
        answer = _Answer(
            send, path, lambda told: self._known(_state(path, told, encoding)), self._collecting
        )
        try:
            await self._app(_as_it_is(scope), receive, answer.take)
            if answer.start is None:
                return  # it was no text, and is sent
            headers = MutableHeaders(raw=answer.start["headers"])
            body = answer.made
            if body is None and len(answer.body) >= LEAST:
                state = _state(path, headers, encoding)
                body = await self._compressed(encoding, bytes(answer.body), state)
        finally:
            answer.end()
        if body is None:
            body = bytes(answer.body)
        else:
            _say_encoding(headers, encoding, len(body))
        answer.body.clear()
        await send(answer.start)
        # Whoever reads slowly holds no more than a part.
        for start in range(0, max(len(body), 1), PART):
            part, more = body[start : start + PART], start + PART < len(body)
            await send({"type": "http.response.body", "body": part, "more_body": more})

    def _known(self, state: State | None) -> bytes | None:
        """What was made of the file in this state, where it is kept."""
        key = self._states.get(state) if state else None
        if key is None or key not in self._kept:
            return None
        self._kept.move_to_end(key)
        return self._kept[key]

    async def _compressed(self, encoding: str, body: bytes, state: State | None) -> bytes:
        """A text, compressed once however many ask by whatever name."""
        key = (hashlib.sha256(body).digest(), encoding)
        if state:
            self._states[state] = key
            while len(self._states) > MOST_STATES:
                self._states.popitem(last=False)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        if key not in self._under_way:
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
    """Collects an answer that is a text; of anything else it sends each part as it comes.

    Of a text that is `known` by its state nothing is collected; others wait for a place.
    """

    def __init__(
        self,
        send: Send,
        path: str,
        known: Callable[[Headers], bytes | None],
        places: asyncio.Semaphore,
    ) -> None:
        self._send, self._path, self._known, self._places = send, path, known, places
        self._has_place = False
        self.made: bytes | None = None
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
                await self._find(headers)
                return
        elif self._is_text:
            self.body += message.get("body", b"") if self.made is None else b""
            return
        await self._send(message)

    async def _find(self, headers: Headers) -> None:
        self.made = self._known(headers)
        if self.made is None:
            await self._places.acquire()
            self._has_place = True
            self.made = self._known(headers)

    def end(self) -> None:
        """Leave the place to another one."""
        if self._has_place:
            self._has_place = False
            self._places.release()


def _say_encoding(headers: MutableHeaders, encoding: str, size: int) -> None:
    headers["Content-Encoding"] = encoding
    headers["Content-Length"] = str(size)
    if "accept-encoding" not in headers.get("vary", "").lower():
        headers.add_vary_header("Accept-Encoding")
    if (tag := headers.get("etag", "")) and not tag.startswith("W/"):
        headers["ETag"] = f"W/{tag}"


def _state(path: str, headers: Headers, encoding: str) -> State | None:
    """What changes with a file, as its server says it; None where it has no mark for that."""
    if not (mark := headers.get("etag", "")):
        return None
    told = "\n".join((path, mark, headers.get("content-length", ""), encoding))
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).digest()


def _told_how_long(scope: Scope, send: Send) -> Send:
    """Sends an answer that is not packed; of a file it says how long it holds, as of any other."""
    if scope["type"] != "http" or not path_in_app(scope).startswith(FOLDERS):
        return send

    async def told(message: Message) -> None:
        if message["type"] == "http.response.start" and message["status"] in FOUND:
            _say_how_long_it_holds(str(scope["path"]), MutableHeaders(raw=message["headers"]))
        await send(message)

    return told


def _say_how_long_it_holds(path: str, headers: MutableHeaders) -> None:
    """A browser may keep what was made, but nobody on the way: it may have to go."""
    if MADE in path:
        headers["Cache-Control"] = "private, max-age=31536000, immutable"
    elif any(folder in path for folder in LASTING) or NAMED.search(path):
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
