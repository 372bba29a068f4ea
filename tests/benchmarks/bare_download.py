"""A page over a bare socket, and the files behind its buttons, asked for as often as one likes."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from time import perf_counter
from uuid import uuid4

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from tests.browser.bare_client import asks_for, handshake

PATIENCE_S = 600


@dataclass(frozen=True)
class Given:
    """The answer to a press of a button: where the file lies, or why not; and after how long."""

    url: str
    error: str
    seconds: float


class OpenPage:
    """A visit to a page: `files` has the id of the file behind each button, by its label."""

    def __init__(self, connection: ClientConnection) -> None:
        self._connection, self._session = connection, ""
        self.files: dict[str, list[str]] = {}

    async def ask(self, files: Iterable[str]) -> list[str]:
        """Press the buttons of these files, one after another without waiting: the requests."""
        asked = []
        for file in files:
            message = BackMsg()
            request = message.backend_operation_request
            request.request_id, request.session_id = str(uuid4()), self._session
            request.deferred_file.file_id = file
            await self._connection.send(message.SerializeToString())
            asked.append(request.request_id)
        return asked

    async def answers(self, asked: Iterable[str]) -> list[Given]:
        """The answers to these requests, in the order in which they came."""
        start, open_, given = perf_counter(), set(asked), []
        async with asyncio.timeout(PATIENCE_S):
            while open_:
                message = ForwardMsg.FromString(await self._connection.recv())
                answer = message.backend_operation_response
                if answer.request_id in open_:
                    open_.remove(answer.request_id)
                    url, error = answer.deferred_file.url, answer.error_msg
                    given.append(Given(url, error, perf_counter() - start))
        return given

    async def press(self, label: str) -> Given:
        """Press the first button with that label, and wait for its file."""
        (given,) = await self.answers(await self.ask(self.files[label][:1]))
        return given

    async def leave(self) -> None:
        """Close the socket."""
        await self._connection.close()

    async def come(self, page: str, query: str = "") -> None:
        """Ask for the page, and listen to the end of its run."""
        await self._connection.send(asks_for(page, query).SerializeToString())
        async with asyncio.timeout(PATIENCE_S):
            while True:
                message = ForwardMsg.FromString(await self._connection.recv())
                if message.WhichOneof("type") == "new_session":
                    self._session = message.new_session.initialize.session_id
                    self.files = {}
                button = message.delta.new_element.download_button
                if button.deferred_file_id:
                    self.files.setdefault(button.label, []).append(button.deferred_file_id)
                if message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY and (
                    message.WhichOneof("type") == "script_finished"
                ):
                    return


async def open_page(app: str, page: str = "", query: str = "") -> OpenPage:
    """The page, once its first run has ended."""
    opened = OpenPage(await connect(proxy=None, **handshake(app)))
    await opened.come(page, query)
    return opened
