"""Who asks too often for what takes the machine long waits or is refused, and others do not."""

from types import SimpleNamespace

import pytest

from views.server import capacity
from views.server.capacity import MOST_ADDRESSES, Pace, Paces


@pytest.fixture
def clock(monkeypatch):
    """A clock that goes when it is told to."""
    told = SimpleNamespace(now=1000.0)
    monkeypatch.setattr(capacity, "time", SimpleNamespace(monotonic=lambda: told.now))
    return told


def test_a_pace_is_as_it_was_after_a_while(clock):
    pace = Pace(25, 50)
    for _ in range(100):
        pace.wait_s()
    assert not pace.is_full and pace.wait_s() > 1
    clock.now += 60
    assert pace.is_full and pace.wait_s() == 0


def test_what_is_not_due_takes_nothing_from_what_comes_later(clock):
    pace = Pace(0.5, 3)
    assert [pace.is_due() for _ in range(99)] == [True] * 3 + [False] * 96
    clock.now += 2
    assert [pace.is_due() for _ in range(2)] == [True, False]


def test_only_addresses_that_asked_lately_are_remembered(clock):
    paces = Paces(1, 2)
    for address in map(str, range(MOST_ADDRESSES)):
        paces.of(address).wait_s()
    clock.now += 60
    paces.of("busy").wait_s()
    paces.of("new").wait_s()
    assert set(paces._paces) == {"busy", "new"}
