"""A visitor without a browser, who says to the server what a browser would say."""

from __future__ import annotations

import asyncio
import random
from dataclasses import dataclass
from time import perf_counter
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from annotations.selection.filters import Filters
from tests.benchmarks.filtering import Answers, Told, changed
from tests.browser.bare_client import asks_for, handshake

PATIENCE_S = 30
# A browser keeps a message of which it was not sent the content again for two runs.
RUNS_KEPT = 2
FILTERS = {"period", "within", "country", "kind", "source"}


@dataclass(frozen=True)
class Answer:
    """How long an answer took, in milliseconds, and what was wrong with it."""

    ms: float
    faults: list[str]


class Visitor:
    """A session of its own with the first page, filtering by chance from a seed."""

    def __init__(self, app: str, answers: Answers, seed: int) -> None:
        self._app, self._answers, self._chance = app, answers, random.Random(seed)
        self._filters, self._widgets = Filters(), {}
        self._kept: dict[str, tuple[int, ForwardMsg]] = {}
        self._runs = 0
        self._connection: ClientConnection | None = None

    async def open(self) -> Answer:
        """Come to the page: the answer to that, once all of it is there."""
        self._filters, self._kept = Filters(), {}
        start = perf_counter()
        try:
            self._connection = await connect(proxy=None, **handshake(self._app))
        except (OSError, TimeoutError) as error:
            return Answer(_ms_since(start), [f"cannot be reached: {error}"])
        # A browser asks once more as soon as its map is drawn: see `views.widgets.atlas.first_map`.
        return await self._asked(start, asks_for("", ""), asks_for("", ""))

    async def filter(self, due: float) -> Answer:
        """Change one filter: the answer to that, its time counted from the moment `due`.

        A visitor who was cut off comes anew first.
        """
        if self._connection is None:
            again = await self.open()
            if again.faults:
                return again
        self.choose()
        return await self._asked(due, self._message())

    def choose(self) -> Filters:
        """The filters after the next click."""
        self._filters = changed(self._filters, self._answers.codes, self._chance)
        return self._filters

    async def leave(self) -> None:
        """Close the page."""
        if self._connection is not None:
            await self._connection.close()
            self._connection = None

    async def _asked(self, start: float, *messages: BackMsg) -> Answer:
        """The answer to the last of some messages; each is sent when the one before is answered."""
        expected = self._answers.expected(self._filters)
        try:
            async with asyncio.timeout(PATIENCE_S):
                for message in messages:
                    told = Told()
                    await self._connection.send(message.SerializeToString())
                    await self._hear(told)
        except TimeoutError:
            await self.leave()
            return Answer(_ms_since(start), [f"no answer within {PATIENCE_S} seconds"])
        except ConnectionClosed as closed:
            self._connection = None
            return Answer(_ms_since(start), [f"cut off: {closed}"])
        taken = _ms_since(start)
        self._widgets = told.widgets
        if not told.widgets.keys() >= FILTERS:
            await self.leave()
        return Answer(taken, self._answers.faults(told, expected))

    async def _hear(self, told: Told) -> None:
        """Listen up to the end of a run that is not begun again."""
        self._runs += 1
        while True:
            message = ForwardMsg.FromString(await self._connection.recv())
            kind = message.WhichOneof("type")
            if kind == "ref_hash":
                message = self._kept[message.ref_hash][1]
                kind = "delta"
            if kind == "script_finished":
                if message.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
                    told.errors.append("the script cannot be read")
                if message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                    break
            if kind == "delta" and message.delta.WhichOneof("type") == "new_element":
                told.hear(message.delta.new_element)
                if message.metadata.cacheable:
                    self._kept[message.hash] = self._runs, message
        oldest = self._runs - RUNS_KEPT
        self._kept = {key: kept for key, kept in self._kept.items() if kept[0] > oldest}

    def _message(self) -> BackMsg:
        """The state of every filter, as a browser sends it after a click."""
        period, words = (
            (self._filters.first, self._filters.last),
            self._answers.words(self._filters),
        )
        in_address = {name: chosen for name, chosen in words.items() if chosen}
        if not self._filters.possibly:
            del in_address["within"]
        if not self._filters.whole_time:
            in_address["period"] = period
        message = asks_for("", urlencode(in_address, doseq=True))
        message.rerun_script.cached_message_hashes.extend(self._kept)
        states = message.rerun_script.widget_states.widgets
        states.add(id=self._widgets["period"]).double_array_value.data[:] = period
        for key, chosen in words.items():
            value = states.add(id=self._widgets[key]).string_array_value
            value.data[:] = chosen
            value.SetInParent()  # none chosen is something that is said, too
        return message


def _ms_since(start: float) -> float:
    return (perf_counter() - start) * 1000
