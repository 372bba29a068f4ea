"""Messages that no page of ours sends: what they cost the server, and another visitor.

Over sockets of his own somebody has the caches emptied again and again, has Git look at the folder,
tells of a hundred thousand widgets, names a million files to come, and begins messages of 190 MB
that never end.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from socket import create_connection
from time import perf_counter
from urllib.parse import urlsplit

import psutil
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from geodata import ROOT
from tests.benchmarks.table import Row
from tests.browser.app import run_script
from tests.browser.bare_client import WAIT_S, asks_for, handshake, told

TIMES, NAMES, SOCKETS, PIECES, PIECE = 19, 1_000_000, 12, 190, 1_000_000
WIDGETS = 120_000
ROWS = (
    Row("said_ms", "another visitor's page after hostile messages", "{:,.0f} ms", (3_000,)),
    Row("said_mb", "  memory of the server, more", "{:,.0f} MB", (20,)),
    Row("endless_mb", f"memory in {SOCKETS} messages of 190 MB without end", "{:,.0f} MB", (120,)),
)


def figures() -> Mapping[str, float]:
    """How long another visitor waits meanwhile, and what the server keeps of it."""
    with run_script(ROOT / "dashboard.py") as running:
        told(running.address, "")
        server = psutil.Process(running.process)
        before = server.memory_info().rss
        with opened(running.address) as page:
            for said in hostile():
                page.send(said)
            start = perf_counter()
            told(running.address, "")
            waited = perf_counter() - start
        kept = server.memory_info().rss
        return {
            "said_ms": waited * 1000,
            "said_mb": (kept - before) / 1e6,
            "endless_mb": _endless(running.address, server) - kept / 1e6,
        }


def hostile() -> Iterator[bytes]:
    """Messages that Streamlit would do as they say, the worst last."""
    for number in range(TIMES):
        message = BackMsg()
        setattr(message, ("clear_cache", "load_git_info")[number % 2], True)
        yield message.SerializeToString()
    many = BackMsg()
    many.rerun_script.widget_states.widgets.extend([WidgetState()] * WIDGETS)
    yield many.SerializeToString()
    many = BackMsg()
    many.file_urls_request.file_names.extend([""] * NAMES)
    yield many.SerializeToString()


@contextmanager
def opened(app: str) -> Iterator[ClientConnection]:
    """A socket that has asked for a page."""
    place = urlsplit(app)
    socket = create_connection((place.hostname, place.port), WAIT_S)
    with connect(sock=socket, **handshake(app)) as connection:
        connection.send(asks_for("method", "").SerializeToString())
        yield connection


def _endless(app: str, server: psutil.Process) -> float:
    """The memory of the server in MB while messages lie in it that have not ended."""
    most = 0.0
    logging.getLogger("websockets").setLevel(logging.CRITICAL)  # the server hangs up on us
    for _ in range(SOCKETS):
        with suppress(ConnectionClosed, OSError), opened(app) as page:
            page.send(bytes(PIECE) for _ in range(PIECES))
        most = max(most, server.memory_info().rss / 1e6)
    return most
