"""What `views.leans.uvicorn` uses of uvicorn without a promise of its."""

import asyncio
import inspect
import struct
from concurrent.futures import ThreadPoolExecutor

import pytest
from streamlit.web.server.starlette import starlette_server
from uvicorn import Config
from uvicorn.config import WS_PROTOCOLS
from uvicorn.protocols.http import h11_impl
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from uvicorn.server import ServerState

from views.leans import uvicorn

LEAST, MOST = 1_000, 5_000
HANDSHAKE = (
    b"GET /stream HTTP/1.1\r\nHost: a.org\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    b"Sec-WebSocket-Key: MDEyMzQ1Njc4OTAxMjM0NQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
)
FINAL, TEXT, BINARY, CONT, PING, PONG = 0x80, 1, 2, 0, 9, 10


class Wire:
    """The other end of a socket, that is open until somebody ends it."""

    def __init__(self) -> None:
        self.sent, self.ended = b"", ""

    def write(self, data: bytes) -> None:
        self.sent += data

    def abort(self) -> None:
        self.ended = "abort"

    def close(self) -> None:
        self.ended = self.ended or "close"

    def is_closing(self) -> bool:
        return bool(self.ended)

    def get_extra_info(self, _name: str) -> None:
        """Nothing is known of it."""

    def pause_reading(self) -> None:
        """As a socket does."""

    resume_reading = pause_reading


def frame(kind: int, data: bytes = b"", size: int | None = None) -> bytes:
    """A frame as a browser sends it; it may say that it has another size than it has."""
    size = len(data) if size is None else size
    length = bytes([0x80 | size]) if size < 126 else b"\xfe" + struct.pack(">H", size)
    return bytes([kind]) + length + b"\0\0\0\0" + data


@pytest.fixture
def bounded(monkeypatch):
    """Sockets bounded as the app bounds them, for this test alone."""
    for name, method in uvicorn.PLAIN.items():
        monkeypatch.setattr(WebSocketsSansIOProtocol, name, method)
    uvicorn.bound_sockets(LEAST, lambda scope: MOST if scope["path"] == "/stream" else 0)


def sent(*parts: bytes) -> tuple[Wire, list[dict]]:
    """A socket to which these parts came one after the other, and what its application heard."""
    heard: list[dict] = []

    async def app(_scope, receive, send):
        while (message := await receive())["type"] != "websocket.disconnect":
            heard.append(message)
            if message["type"] == "websocket.connect":
                await send({"type": "websocket.accept"})

    async def served() -> Wire:
        config = Config(app, ws="websockets-sansio", ws_max_size=10**7, log_config=None)
        config.load()
        socket = WebSocketsSansIOProtocol(config, ServerState(), {})
        wire = Wire()
        socket.connection_made(wire)
        for part in parts:
            if not wire.ended:
                socket.data_received(part)
            for _ in range(20):
                await asyncio.sleep(0)
        ended = wire.ended
        socket.connection_lost(None)
        for _ in range(20):
            await asyncio.sleep(0)
        wire.ended = ended
        return wire

    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, served()).result(), heard[1:]


def test_streamlit_asks_for_the_class_that_is_bounded():
    name = WS_PROTOCOLS[starlette_server._get_websocket_protocol()]
    assert name == f"{WebSocketsSansIOProtocol.__module__}:{WebSocketsSansIOProtocol.__name__}"


def test_each_kind_of_frame_has_a_method_that_is_counted():
    handled = inspect.getsource(WebSocketsSansIOProtocol.handle_events)
    for name in uvicorn.OF_FRAMES:
        assert f"self.{name}(" in handled
    uncounted = {"handle_connect", "handle_close"}
    methods = {name for name in dir(WebSocketsSansIOProtocol) if f"self.{name}(" in handled}
    assert methods == {*uvicorn.OF_FRAMES, *uncounted}


@pytest.mark.usefixtures("bounded")
def test_what_a_page_says_is_heard():
    said = [frame(FINAL | BINARY, b"x" * 500)] * 3
    wire, heard = sent(HANDSHAKE, *said, frame(BINARY, b"a") + frame(FINAL | CONT, b"b"))
    assert wire.sent.startswith(b"HTTP/1.1 101") and not wire.ended
    assert [one["bytes"] for one in heard] == [b"x" * 500] * 3 + [b"ab"]


@pytest.mark.usefixtures("bounded")
@pytest.mark.parametrize("kind", (CONT, FINAL | PING, FINAL | PONG, FINAL | TEXT, FINAL | BINARY))
def test_a_flood_of_small_frames_ends_the_socket_before_it_is_read(kind):
    first = frame(BINARY) if kind == CONT else b""
    count = int(uvicorn.FRAMES_AT_ONCE)
    wire, _heard = sent(HANDSHAKE, first + frame(kind) * count * 20)
    assert wire.ended == "abort"
    assert len(wire.sent) < 10 * count


@pytest.mark.usefixtures("bounded")
def test_as_many_frames_as_a_page_may_send_do_not_end_it(monkeypatch):
    monkeypatch.setattr(uvicorn, "FRAMES_A_S", 0.0)
    count = int(uvicorn.FRAMES_AT_ONCE)
    assert not sent(HANDSHAKE, frame(FINAL | PONG) * count)[0].ended
    assert sent(HANDSHAKE, frame(FINAL | PONG) * (count + 1))[0].ended == "abort"


@pytest.mark.usefixtures("bounded")
@pytest.mark.parametrize(("size", "stands"), [(MOST, True), (MOST + 1, False)])
def test_a_message_that_is_too_long_ends_the_socket_with_its_first_bytes(size, stands):
    wire, _heard = sent(HANDSHAKE, frame(FINAL | BINARY, b"x", size))
    assert bool(wire.ended) is not stands
    assert (struct.pack(">H", 1009) in wire.sent) is not stands


@pytest.mark.usefixtures("bounded")
def test_what_is_said_before_anybody_is_known_has_the_least_room():
    assert sent(HANDSHAKE + frame(FINAL | BINARY, b"x", LEAST + 1))[0].ended
    assert not sent(HANDSHAKE + frame(FINAL | BINARY, b"x", LEAST))[0].ended


def test_what_an_application_raises_is_in_the_log_from_which_words_are_left_out():
    source = inspect.getsource(h11_impl)
    assert f'self.logger = logging.getLogger("{uvicorn.REQUEST_FAILURES}")' in source
    assert "self.logger.error(msg, exc_info=exc)" in source


def test_a_socket_that_answers_no_ping_is_ended_at_once(bounded):
    async def app(*_given) -> None:
        """Nothing is said to it."""

    config = Config(app, ws="websockets-sansio", log_config=None)
    config.load()

    async def ended() -> str:
        socket = WebSocketsSansIOProtocol(config, ServerState(), {})
        socket.connection_made(wire := Wire())
        socket.keepalive_timeout()
        return wire.ended

    with ThreadPoolExecutor(1) as thread:
        assert thread.submit(asyncio.run, ended()).result() == "abort"
