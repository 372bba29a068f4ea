"""Whatever is sent in the name of a widget, the answer holds no traceback and no path."""

import json
import re
from collections.abc import Iterator

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

from geodata import ROOT
from tests.browser.app import start_app
from tests.browser.bare_client import WAIT_S, asks_for, handshake

HOSTILE = ("9" * 5_000, "year:" + "9" * 5_000, "²", "\x00", "x" * 50_000, "")
JSONS = (
    "null", "7", "[[]]", '{"value": 7}', '{"selection": 7}', '{"selection": {"box": [{}]}}',
    '{"selection": {"points": [], "point_indices": [], "box": [{"x": ["a", 1e999]}], "lasso": []}}',
    '{"last_active_drawing": {"id": "a:²"}}', '{"last_active_drawing": 7}',
    json.dumps({"event": "period", "value": ["9" * 5_000, None]}),
    json.dumps([{"event": "clicked", "value": {"a": 1}}, {"event": "period", "value": 7}]),
    json.dumps({"clicked": 7, "period": [float("nan"), "x"], "told": 7}),
    json.dumps({"told": {"n": 1, "draft": "[" * 20_000, "have": [[]], "want": {}}}),
    json.dumps({"told": {"n": 1, "draft": '{"steps": [{"show": [7], "tasks": [{}]}]}'}}),
)  # fmt: skip

FAILED = "Something here could not be read or shown."
OF_TRACEBACKS = (str(ROOT), "Traceback", "site-packages")
# Streamlit says to every page itself where its script lies.
OWN_PATH = re.compile(r'main_script_path: "[^"]*"')


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The app for everybody."""
    with start_app() as address:
        yield address


class Session:
    """A session of somebody who sends what no page would send."""

    def __init__(self, connection) -> None:
        self._connection = connection

    def answer(self, message: BackMsg) -> list[ForwardMsg]:
        """What is answered, up to the end of the last run."""
        self._connection.send(message.SerializeToString())
        heard = []
        while True:
            heard.append(ForwardMsg.FromString(self._connection.recv(WAIT_S)))
            ended = heard[-1].WhichOneof("type") == "script_finished"
            if ended and heard[-1].script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                return heard


def widget_ids(messages: list[ForwardMsg]) -> set[str]:
    """The ids of all widgets and components on a page."""
    elements = [message.delta.new_element for message in messages]
    inner = [getattr(each, each.WhichOneof("type")) for each in elements if each.WhichOneof("type")]
    return {each.id for each in inner if getattr(each, "id", "")}


def says(page: str, widget: str) -> Iterator[BackMsg]:
    """Messages that say of a widget what it never says."""
    for field, values in (
        ("string_value", HOSTILE),
        ("json_value", JSONS),
        ("json_trigger_value", JSONS),
        ("int_value", (-1, 2**62)),
        ("double_value", (float("nan"), 1e308)),
        ("trigger_value", (True,)),
        ("bool_value", (True,)),
    ):
        for value in values:
            message = asks_for(page, "")
            setattr(message.rerun_script.widget_states.widgets.add(id=widget), field, value)
            yield message
    for numbers in ([], [float("nan"), 1.0], [1e308, -1e308], [1.0, 2.0, 3.0]):
        message = asks_for(page, "")
        state = message.rerun_script.widget_states.widgets.add(id=widget)
        state.double_array_value.data.extend(numbers)
        yield message
    message = asks_for(page, "")
    state = message.rerun_script.widget_states.widgets.add(id=widget)
    state.string_array_value.data.extend(HOSTILE)
    yield message


def faults(server: str, page: str, messages: list[BackMsg]) -> Iterator[tuple[BackMsg, str]]:
    """What is answered to each message that makes a page fail; a new session goes on after it."""
    while messages:
        with connect(**handshake(server), proxy=None) as connection:
            session = Session(connection)
            session.answer(asks_for(page, ""))
            session.answer(asks_for(page, ""))
            while messages:
                message = messages.pop()
                answers = session.answer(message)
                kinds = {each.delta.new_element.WhichOneof("type") for each in answers}
                whole = OWN_PATH.sub("", "".join(map(str, answers)))
                if FAILED in whole or "exception" in kinds:
                    yield message, whole
                    break
                assert not any(word in whole for word in OF_TRACEBACKS)


def widgets_of(server: str, page: str) -> list[str]:
    """The ids of the widgets of a page that stands whole."""
    with connect(**handshake(server), proxy=None) as connection:
        session = Session(connection)
        session.answer(asks_for(page, ""))
        return sorted(widget_ids(session.answer(asks_for(page, ""))))


@pytest.mark.thorough
@pytest.mark.parametrize("page", ("", "journeys", "present", "compose"))
def test_no_message_of_a_widget_brings_a_traceback_or_a_path(server, page):
    messages = [message for widget in widgets_of(server, page) for message in says(page, widget)]
    assert len(messages) > 100
    for _message, whole in faults(server, page, messages):
        assert FAILED in whole
        assert not any(word in whole for word in OF_TRACEBACKS)


@pytest.mark.parametrize(("page", "name"), (("", "bridge"), ("compose", "composer")))
def test_no_message_of_our_own_components_makes_the_page_fail(server, page, name):
    (widget,) = (each for each in widgets_of(server, page) if each.endswith(name))
    messages = [message for message in says(page, widget) if "json" in str(message)]
    assert [str(message) for message, _whole in faults(server, page, messages)] == []


def test_a_message_that_nobody_can_read_is_answered_in_words_of_the_app(server):
    (widget,) = (each for each in widgets_of(server, "") if each.endswith("bridge"))
    message = asks_for("", "")
    message.rerun_script.widget_states.widgets.add(id=widget).json_value = "["
    ((_message, whole),) = faults(server, "", [message])
    assert FAILED in whole
    assert not any(word in whole for word in OF_TRACEBACKS)
