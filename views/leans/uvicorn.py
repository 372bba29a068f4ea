"""uvicorn: how it reads the sockets of pages, which no application sees frame by frame.

Leans on: the class that reads a socket, which Streamlit asks for by name and uvicorn chooses before
it imports the app, so that its methods are changed in place; those that are given what came in and
each frame; its `scope`, `response`, `transport` and `conn`; `max_message_size` of the last; and the
name of the log of failures.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import wraps
from typing import Any

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

REQUEST_FAILURES = "uvicorn.error"  # the log of what an application raised
# A page sends a few frames a second, and a large message in some dozens at once.
FRAMES_A_S, FRAMES_AT_ONCE = 100.0, 1_000.0
SLICE = 4096  # bytes that are read before frames are counted; the smallest frame has six
OF_FRAMES = ("handle_text", "handle_bytes", "handle_cont", "handle_ping", "handle_pong")
OTHERS = (
    "__init__", "data_received", "handle_connect", "handle_parser_exception", "keepalive_timeout",
)  # fmt: skip
PLAIN = {name: getattr(WebSocketsSansIOProtocol, name) for name in (*OF_FRAMES, *OTHERS)}

Socket = Any  # a `WebSocketsSansIOProtocol` with what is counted of its frames
Method = Callable[..., None]


def bound_sockets(least: int, most_of: Callable[[Any], int]) -> None:
    """From now on a socket that sends too many frames ends, and one message has a limit.

    `most_of` says how many bytes a message may have, from the ASGI scope of its socket; `least` is
    what it may have until that is known.
    """

    def begin(socket: Socket, *args: Any, **options: Any) -> None:
        PLAIN["__init__"](socket, *args, **options)
        socket.conn.max_message_size = least
        socket.frames_left, socket.frames_since = FRAMES_AT_ONCE, time.monotonic()

    def connect(socket: Socket, event: Any) -> None:
        PLAIN["handle_connect"](socket, event)
        if socket.response.status_code == 101:
            socket.conn.max_message_size = most_of(socket.scope)

    new = {
        "__init__": begin,
        "handle_connect": connect,
        "data_received": _read_in_slices,
        "handle_parser_exception": _end,
        "keepalive_timeout": _let_go,
    }
    for name, method in (new | {name: _counted(PLAIN[name]) for name in OF_FRAMES}).items():
        setattr(WebSocketsSansIOProtocol, name, method)


def _read_in_slices(socket: Socket, data: bytes) -> None:
    """Read what came in, a part at a time, until there are too many frames in it."""
    for start in range(0, len(data), SLICE):
        if socket.transport.is_closing():
            return
        PLAIN["data_received"](socket, data[start : start + SLICE])


def _end(socket: Socket) -> None:
    """End a socket that broke the rules; one that was not let in yet gets no answer."""
    if socket.conn.close_sent is None:
        socket.transport.abort()
    else:
        PLAIN["handle_parser_exception"](socket)


def _let_go(socket: Socket) -> None:
    """End a socket that answers no ping at once: one that reads nothing would never be closed."""
    PLAIN["keepalive_timeout"](socket)
    socket.transport.abort()


def _counted(method: Method) -> Method:
    """The method for a frame; where there are too many, the socket ends without an answer."""

    @wraps(method)
    def count(socket: Socket, *args: Any) -> None:
        now = time.monotonic()
        gained = (now - socket.frames_since) * FRAMES_A_S
        socket.frames_left = min(FRAMES_AT_ONCE, socket.frames_left + gained) - 1
        socket.frames_since = now
        if socket.frames_left >= 0:
            method(socket, *args)
        elif not socket.transport.is_closing():
            socket.transport.abort()

    return count
