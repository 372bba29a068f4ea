"""What a page may say over its socket: what the app's own pages say, no faster than a class, and
nothing before what was pressed is taken up.

Streamlit takes more from every page than ours ask for: to empty the caches of everybody, to have
Git look at the folder, or to name a million files to come.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence
from itertools import accumulate

import streamlit as st
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from views.leans.streamlit import Saying, kind_of_answer, saying
from views.server.capacity import Paces
from views.server.requests import comes_from, is_of_staff
from views.server.sockets import farewell, network

RUN = "rerun_script"
HEARD = (RUN, "stop_script", "app_heartbeat", "deferred_file", "dataframe_chunk")
FILES = "file_urls_request"
MOST_FILES = 50
MOST_WIDGETS = 300  # of a visitor; the map has some thirty
MOST_WIDGETS_OF_STAFF = 3_000
MOST_MESSAGES = 1_000  # of the server's that a page still has; ours have some dozens
LONGEST_ID = 200
# What our widgets and components give. Not among them: tables and bytes, of which a false one
# stops the server when Streamlit opens it.
VALUES = {
    "trigger_value", "bool_value", "double_value", "int_value", "string_value",
    "double_array_value", "int_array_value", "string_array_value", "json_value",
    "string_trigger_value", "json_trigger_value",
}  # fmt: skip
VALUES_OF_STAFF = {*VALUES, "file_uploader_state_value"}
DEEPEST = 50  # lists in lists; ours have a few, and hundreds are read by no page
QUOTED = re.compile(r'"[^"\\]*+(?:\\.?[^"\\]*+)*+"?', re.DOTALL)
BRACKETS = re.compile(r"[][{}]")
MB = 1_000_000
MOST_PASSED_BY = 20
MOST_OF_VISITOR = 250_000  # bytes of a message; staff paste whole texts
LARGE = 30_000  # bytes of a message, or signs of JSON that may be deep; ours have some thousands
LONGEST_QUERY = 20_000  # signs; with every filter chosen it has some hundreds
NOT_UNDERSTOOD, NOT_ALLOWED = 1003, 1008
# For one address, which may be a school's: messages a second, most of which ask for a run, and as
# many at once; and of these the large ones of visitors.
RUNS_A_S, RUNS_AT_ONCE = 25.0, 50.0
LARGE_A_S, LARGE_AT_ONCE = 2.0, 10.0
BEGINS = "new_session"
# Said before what was pressed is taken up, of any run.
BEFORE = {BEGINS, "session_status_changed", "navigation", "page_info_changed"}
LONGEST_TURN_S = 2.0


class Sayings:
    """Passes on what a page of the app says, and passes by everything else."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._paces = Paces(RUNS_A_S, RUNS_AT_ONCE)
        self._large = Paces(LARGE_A_S, LARGE_AT_ONCE)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is no socket as it is, and of a socket what may be heard."""
        if scope["type"] != "websocket":
            await self._app(scope, receive, send)
            return
        passed_by, turn = 0, Turn()

        async def told(message: Message) -> None:
            turn.answered(message)
            await send(message)

        async def heard() -> Message:
            nonlocal passed_by
            while True:
                message = await receive()
                if message["type"] != "websocket.receive":
                    return message
                data = message.get("bytes") or b""
                await self._due(data, scope)
                said = saying(data)
                if said is None:
                    return await _closed(send, NOT_UNDERSTOOD)
                if _may_be_heard(said, scope):
                    await turn.come(said)
                    is_long = len(said.query) > LONGEST_QUERY
                    return {**message, "bytes": said.without_query()} if is_long else message
                passed_by += 1
                if passed_by > MOST_PASSED_BY:
                    return await _closed(send, NOT_ALLOWED)

        await self._app(scope, heard, told)

    async def _due(self, data: bytes, scope: Scope) -> None:
        """Wait until an address may say this, before it is read: what is passed by costs time too.

        This machine may at any time.
        """
        address = network(comes_from(scope))
        if address is None:
            return
        await asyncio.sleep(self._paces.of(address).wait_s())
        if len(data) > LARGE and not is_of_staff(scope):
            await asyncio.sleep(self._large.of(address).wait_s())


class Turn:
    """What one page asked for last, and whether the run for it has taken it up.

    Where two runs are asked for within a few hundredths of a second, Streamlit stops the first,
    also where that has not taken up yet what was pressed, and its page does not send that
    again. So a press that met a message of the page itself, as of its map that is drawn, did
    nothing.
    """

    def __init__(self) -> None:
        self._taken_up = asyncio.Event()
        self._taken_up.set()
        self._has_begun = False

    async def come(self, said: Saying) -> None:
        """Wait until this may be passed on: while a press is taken up, for 2 seconds at most."""
        if said.kind != RUN:
            return
        try:
            await asyncio.wait_for(self._taken_up.wait(), LONGEST_TURN_S)
        except TimeoutError:
            self._taken_up.set()
        if said.is_pressed:
            self._taken_up.clear()
            self._has_begun = False

    def answered(self, message: Message) -> None:
        """Take note of what the server says: once its script says something, all is taken up."""
        if self._taken_up.is_set() or message["type"] != "websocket.send":
            return
        kind = kind_of_answer(message.get("bytes") or b"")
        if kind == BEGINS:
            self._has_begun = True
        elif self._has_begun and kind not in BEFORE:
            self._taken_up.set()


def _may_be_heard(said: Saying, scope: Scope) -> bool:
    """True for what a page of ours says. Streamlit logs ids, so they are short and in one line."""
    if not all(len(each) <= LONGEST_ID and each.isprintable() for each in said.ids):
        return False
    if said.kind == FILES:
        return said.files <= MOST_FILES and is_of_staff(scope)
    if said.kind not in HEARD or said.messages > MOST_MESSAGES:
        return False
    if said.widgets > MOST_WIDGETS_OF_STAFF:  # before each is looked at
        return False
    if said.widgets > MOST_WIDGETS and not is_of_staff(scope):
        return False
    if not said.values <= VALUES_OF_STAFF:
        return False
    return (said.values <= VALUES and not _are_deep(said.texts)) or is_of_staff(scope)


def _are_deep(texts: Sequence[str]) -> bool:
    """True for JSON of lists in lists, which would fail its page again and again.

    So are texts with many lists that are too large to be read sign by sign while all others wait.
    What is in quotes has none: a draft of a lesson comes as one text.
    """
    with_many = [bare for text in texts if _has_many(text) and _has_many(bare := _bare(text))]
    return sum(map(len, with_many)) > LARGE or any(map(_is_deep, with_many))


def _has_many(text: str) -> bool:
    return text.count("[") + text.count("{") > DEEPEST


def _bare(text: str) -> str:
    """A text of JSON without what is in quotes: it takes 12 ms for the largest message."""
    return QUOTED.sub("", text)


def _is_deep(text: str) -> bool:
    """True for lists in lists."""
    signs = BRACKETS.findall(_bare(text))
    return max(accumulate(1 if sign in "[{" else -1 for sign in signs), default=0) > DEEPEST


def most_said(scope: Scope) -> int:
    """How many bytes a message of this socket may have."""
    most: int = st.get_option("server.maxMessageSize") * MB
    return most if is_of_staff(scope) else MOST_OF_VISITOR


async def _closed(send: Send, code: int) -> Message:
    await farewell(send, code)
    return {"type": "websocket.disconnect", "code": code}
