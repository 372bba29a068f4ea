"""What was pressed is taken up before the next run is asked for; else nothing waits."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from views.leans.streamlit import Saying, saying
from views.server import sayings
from views.server.sayings import Turn

AT_ONCE_S = 0.01


def run(**pressed) -> Saying:
    """A message that asks for a run, with a widget that has that value."""
    said = BackMsg()
    said.rerun_script.SetInParent()
    if pressed:
        said.rerun_script.widget_states.widgets.add(id="one", **pressed)
    return saying(said.SerializeToString())


def answer(kind: str) -> dict:
    said = ForwardMsg()
    if kind in ("script_finished", "ref_hash"):
        setattr(said, kind, 0 if kind == "script_finished" else "hash")
    else:
        getattr(said, kind).SetInParent()
    return {"type": "websocket.send", "bytes": said.SerializeToString()}


PRESS = run(trigger_value=True)


def waits(*acts) -> bool:
    """True where the last message waits after what was asked and answered before it."""

    async def play() -> bool:
        turn, *rest = Turn(), *acts
        for act in rest[:-1]:
            if isinstance(act, dict):
                turn.answered(act)
            else:
                await turn.come(act)
        try:
            await asyncio.wait_for(turn.come(rest[-1]), AT_ONCE_S)
        except TimeoutError:
            return True
        return False

    with ThreadPoolExecutor() as threads:  # a browser of another test has a loop in this one
        return threads.submit(lambda: asyncio.run(play())).result()


@pytest.mark.parametrize(
    "pressed",
    [
        {"trigger_value": True},
        {"json_trigger_value": '[{"event": "width"}]'},
        {"string_trigger_value": {"data": "x"}},
    ],
)
def test_after_a_press_the_next_run_waits(pressed):
    assert waits(run(**pressed), run())


def test_it_waits_until_the_script_has_said_something():
    begun = answer("new_session"), answer("session_status_changed"), answer("navigation")
    assert waits(PRESS, *begun, run())
    assert not waits(PRESS, *begun, answer("delta"), run())
    assert not waits(PRESS, *begun, answer("ref_hash"), run())
    assert not waits(PRESS, answer("new_session"), answer("script_finished"), run())


def test_what_an_earlier_run_still_says_is_no_answer():
    assert waits(PRESS, answer("delta"), answer("script_finished"), run())


def test_each_press_waits_for_the_one_before():
    begun = answer("new_session"), answer("delta")
    assert waits(PRESS, *begun, PRESS, run())
    assert not waits(PRESS, *begun, PRESS, *begun, run())


def test_what_presses_nothing_is_waited_for_by_nobody():
    assert not waits(run(), run())
    assert not waits(run(string_value="Hyesan"), run(bool_value=True))


def test_what_asks_for_no_run_waits_for_none():
    stop = BackMsg(stop_script=True)
    assert not waits(PRESS, saying(stop.SerializeToString()))


def test_a_run_that_never_comes_is_not_waited_for_long(monkeypatch):
    monkeypatch.setattr(sayings, "LONGEST_TURN_S", AT_ONCE_S / 10)
    assert not waits(PRESS, run())


def test_an_address_that_a_press_writes_is_no_answer_yet():
    assert waits(PRESS, answer("new_session"), answer("page_info_changed"), run())
