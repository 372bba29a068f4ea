"""Sockets that are opened and left silent: how many get in, and whether a visitor still does."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from contextlib import AsyncExitStack
from time import perf_counter

import psutil
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException
from websockets.protocol import State

from geodata import ROOT
from tests.benchmarks.table import Row
from tests.browser.app import run_script
from tests.browser.bare_client import handshake, told

ASKED, ADDRESSES = 1_000, 20
ROWS = (
    Row("sockets_open", f"sockets left open, of {ASKED:,} of {ADDRESSES} hosts", "{:,.0f}", (600,)),
    Row("sockets_one", "  of one host", "{:,.0f}", (120,)),
    Row("sockets_files", "  open files of the server, more", "{:,.0f}", (4_000,)),
    Row("sockets_mb", "  memory of the server, more", "{:,.0f} MB"),
    Row("sockets_visitor_ms", "  a visitor's first page meanwhile", "{:,.0f} ms", (3_000,)),
)


def figures() -> Mapping[str, float]:
    """How many silent sockets get in, what each costs, and how long a visitor then waits."""
    return asyncio.run(_opened())


async def _opened() -> Mapping[str, float]:
    with run_script(ROOT / "dashboard.py") as running:
        server, app = psutil.Process(running.process), running.address
        await asyncio.to_thread(told, app, "")
        memory, files = server.memory_info().rss, server.num_fds()
        async with AsyncExitStack() as stack:
            one = await _get_in(stack, app, ASKED // 5, 1)
            rest = await _get_in(stack, app, ASKED - ASKED // 5, ADDRESSES)
            count = sum(each.state is State.OPEN for each in (*one, *rest))
            found = {
                "sockets_open": count,
                "sockets_one": len(one),
                "sockets_files": server.num_fds() - files,
                "sockets_mb": (server.memory_info().rss - memory) / 1e6,
            }
            start = perf_counter()
            await asyncio.to_thread(told, app, "")
            return found | {"sockets_visitor_ms": (perf_counter() - start) * 1000}


async def _get_in(
    stack: AsyncExitStack, app: str, asked: int, addresses: int
) -> list[ClientConnection]:
    """The sockets that are let in, each of which says nothing from then on."""
    found = []
    for number in range(asked):
        # The app believes a proxy on its own machine who it is that comes.
        headers = {"X-Forwarded-For": f"192.0.2.{number % addresses + 1}"}
        try:
            coming = connect(proxy=None, **handshake(app, headers))
            found.append(await stack.enter_async_context(coming))
        except (OSError, WebSocketException):
            continue
    return found
