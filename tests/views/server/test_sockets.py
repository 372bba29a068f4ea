"""As many sockets are open as there is room for, and none keeps its place by doing nothing."""

import asyncio
import resource
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from views.server import capacity, sockets
from views.server.sockets import Sockets, is_from_here


def in_own_loop(work):
    """What a coroutine gives; a browser that is open has a loop in this thread."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


class Client:
    """Somebody with a socket: what it was sent, and how it says something."""

    def __init__(self, door: Sockets, address: str = "192.0.2.1", **headers: str) -> None:
        self.sent: list[dict] = []
        self.says: asyncio.Queue = asyncio.Queue()
        given = {"host": "here.org", "origin": "http://here.org"} | headers
        scope = {
            "type": "websocket",
            "client": (address, 1),
            "path": "/_stcore/stream",
            "extensions": {"websocket.http.response": {}},
            "headers": [(name.encode(), value.encode()) for name, value in given.items()],
        }
        self._task = asyncio.ensure_future(door(scope, self.says.get, self._take))

    async def _take(self, message) -> None:
        self.sent.append(message)

    async def is_in(self) -> bool:
        await asyncio.sleep(0.01)
        return [each["type"] for each in self.sent] == ["websocket.accept"]

    @property
    def answer(self) -> dict:
        """The last thing that it was sent which has no body."""
        return [each for each in self.sent if "body" not in each][-1]

    async def leave(self) -> None:
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)


async def app(_scope, receive, send):
    """Takes a socket, and listens until it ends."""
    await send({"type": "websocket.accept"})
    while (await receive())["type"] != "websocket.disconnect":
        pass


@pytest.fixture
def small(monkeypatch):
    """Room for four sockets, two of an address; whoever is silent may give way at once."""
    monkeypatch.setattr(sockets, "MOST_IN_ALL", 4)
    monkeypatch.setattr(sockets, "MOST_OF_ADDRESS", 2)
    monkeypatch.setattr(sockets, "SILENT_S", 0.0)


async def clients(door: Sockets, *addresses: str) -> list[Client]:
    """Clients that came one after the other."""
    made = []
    for address in addresses:
        made.append(Client(door, address))
        await asyncio.sleep(0.01)
    return made


async def leave(*made: Client) -> None:
    for client in made:
        await client.leave()


def test_where_all_are_busy_one_more_is_refused_with_the_reason(small, monkeypatch):
    monkeypatch.setattr(sockets, "SILENT_S", 60.0)

    async def come():
        door = Sockets(app)
        made = await clients(door, "a", "b", "c", "d", "e")
        assert [await client.is_in() for client in made] == [True] * 4 + [False]
        assert made[-1].answer["status"] == 503
        assert b"Too many pages are open" in made[-1].sent[-1]["body"]
        await made[0].leave()
        (again,) = await clients(door, "e")
        assert await again.is_in()
        await leave(*made, again)

    in_own_loop(come())


def test_no_address_takes_more_than_its_part(small, monkeypatch):
    monkeypatch.setattr(sockets, "SILENT_S", 60.0)

    async def come():
        made = await clients(Sockets(app), "a", "a", "a", "b")
        assert [await client.is_in() for client in made] == [True, True, False, True]
        await leave(*made)

    in_own_loop(come())


def test_somebody_new_gets_in_at_once_where_one_address_has_more_than_its_part(small, monkeypatch):
    monkeypatch.setattr(sockets, "SILENT_S", 60.0)

    async def come():
        door = Sockets(app)
        made = await clients(door, "a", "a", "b", "b")
        late = await clients(door, "c", "d", "e")
        assert [await client.is_in() for client in made] == [False, True, False, True]
        assert [await client.is_in() for client in late] == [True, True, False]
        await leave(*made, *late)

    in_own_loop(come())


def test_the_one_that_was_silent_longest_gives_way_in_the_address_with_the_most(small):
    async def come():
        door = Sockets(app)
        made = await clients(door, "b", "a", "a", "c")
        await made[1].says.put({"type": "websocket.receive", "bytes": b""})
        await asyncio.sleep(0.01)
        (late,) = await clients(door, "d")
        assert [await client.is_in() for client in made] == [True, True, False, True]
        assert made[2].answer["code"] == 1001
        assert await late.is_in()
        await leave(*made, late)

    in_own_loop(come())


def test_a_socket_that_says_nothing_for_long_is_ended(monkeypatch):
    monkeypatch.setattr(sockets, "LONGEST_SILENCE_S", 0.6)

    async def come():
        silent, busy = await clients(Sockets(app), "a", "b")
        for _again in range(5):
            await busy.says.put({"type": "websocket.receive", "bytes": b""})
            await asyncio.sleep(0.2)
        assert silent.answer["code"] == 1001
        assert await busy.is_in()
        await leave(silent, busy)

    in_own_loop(come())


def test_a_place_is_free_again_when_its_page_fails(small):
    async def fails(_scope, _receive, _send):
        raise RuntimeError

    async def come():
        door = Sockets(fails)
        await leave(*await clients(door, *"abcdef"))
        return len(door._open)

    assert in_own_loop(come()) == 0


@pytest.mark.parametrize(
    ("address", "shared"),
    (
        ("192.0.2.1", "192.0.2.1"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::9", "2001:db8:1:2::/64"),
        ("testclient", "testclient"),
        (None, None),
    ),
)
def test_one_machine_has_one_address_however_many_it_can_choose_from(address, shared):
    assert sockets.network(address) == shared


@pytest.mark.parametrize(
    ("origin", "host", "is_here"),
    (
        ("http://here.org", "here.org", True),
        ("https://here.org:8443", "here.org:8501", True),
        ("http://localhost:9999", "here.org", True),
        ("https://example.org", "here.org", False),
        ("null", "here.org", False),
        ("http://[", "here.org", False),
        ("http://here.org.example.org", "here.org", False),
    ),
)
def test_a_page_of_another_site_is_refused_before_anything_is_asked(origin, host, is_here):
    headers = [(b"origin", origin.encode()), (b"host", host.encode())]
    assert is_from_here({"type": "websocket", "headers": headers}) is is_here


def test_whoever_sends_no_origin_is_no_page():
    assert is_from_here({"type": "websocket", "headers": [(b"host", b"here.org")]})


@pytest.mark.parametrize(
    ("limits", "raised", "left"),
    (
        ((1_024, 4_096), [(4_096, 4_096)], 3_496),
        ((1_024, resource.RLIM_INFINITY), [(16_384, resource.RLIM_INFINITY)], 15_784),
        ((20_000, 20_000), [], 19_400),
        ((100, 100), [], 0),
    ),
)
def test_the_limit_of_open_files_is_raised_as_far_as_it_may(monkeypatch, limits, raised, left):
    done = []
    monkeypatch.setattr(capacity.resource, "getrlimit", lambda _: limits)
    monkeypatch.setattr(capacity.resource, "setrlimit", lambda _, pair: done.append(pair))
    assert capacity.files_for_sockets() == left
    assert done == raised


def test_a_socket_that_was_heard_just_now_is_not_silent():
    socket = sockets.Socket("a", heard=time.monotonic() - 5)
    assert 5 <= socket.silent_s < 6


def test_a_socket_that_reads_nothing_is_not_waited_for(monkeypatch):
    monkeypatch.setattr(sockets, "FAREWELL_S", 0.01)

    async def told() -> float:
        began = time.monotonic()
        await sockets.farewell(lambda _message: asyncio.sleep(60), sockets.GOING_AWAY)
        return time.monotonic() - began

    assert in_own_loop(told()) < 5
