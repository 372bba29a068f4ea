"""Signing in and out: a few people at a time.

For each step Streamlit makes a client of its own and asks the provider, which takes the thread of
all sockets a tenth of a second; and whoever has pressed the button once can ask for it as often as
they like.
"""

from __future__ import annotations

import asyncio

from starlette.types import ASGIApp, Receive, Scope, Send

from views.server.capacity import Pace, Paces
from views.server.requests import comes_from, path_in_app, refusal
from views.server.sockets import network
from views.text import _

STEPS = {"auth/login", "auth/logout", "oauth2callback"}
A_S, AT_ONCE = 2.0, 40.0
A_S_OF_ADDRESS, AT_ONCE_OF_ADDRESS = 0.5, 20.0
MADE_AT_ONCE, MOST_UNDER_WAY = 2, 40


class SignIn:
    """Passes on as many steps as it may; whoever asks for more is refused, alone."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._pace, self._paces = Pace(A_S, AT_ONCE), Paces(A_S_OF_ADDRESS, AT_ONCE_OF_ADDRESS)
        self._made = asyncio.Semaphore(MADE_AT_ONCE)
        self._under_way = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything else on as it is."""
        if scope["type"] != "http" or path_in_app(scope) not in STEPS:
            await self._app(scope, receive, send)
        elif not self._is_due(network(comes_from(scope))):
            words = _("Too many people sign in at the moment. Try again in a minute.")
            await refusal(503, words)(scope, receive, send)
        else:
            self._under_way += 1
            try:
                async with self._made:
                    await self._app(scope, receive, send)
            finally:
                self._under_way -= 1

    def _is_due(self, address: str | None) -> bool:
        """True where an address may take a step now; this machine has no limit of its own."""
        if self._under_way >= MOST_UNDER_WAY:
            return False
        is_due = address is None or self._paces.of(address).is_due()
        return is_due and self._pace.is_due()
