"""Over its socket a page is heard with what our pages say; the rest is passed by."""

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property

import pytest
from streamlit import get_option
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

from views.leans.streamlit import Saying, saying
from views.server import sayings
from views.server.sayings import (
    DEEPEST,
    LONGEST_QUERY,
    MOST_FILES,
    MOST_PASSED_BY,
    RUNS_AT_ONCE,
    Sayings,
)

KINDS = [field.name for field in BackMsg.DESCRIPTOR.fields]
OURS = {"rerun_script", "stop_script", "app_heartbeat"}


def message(kind: str, files: int = 0) -> bytes:
    said = BackMsg()
    getattr(said, kind)  # there is such a field
    if BackMsg.DESCRIPTOR.fields_by_name[kind].message_type:
        getattr(said, kind).SetInParent()
    else:
        setattr(said, kind, True)
    if files:
        said.file_urls_request.file_names.extend([""] * files)
    return said.SerializeToString()


def heard(*frames, address: str = "192.0.2.1") -> tuple[list[bytes], list[int]]:
    """The frames that come through to Streamlit, and the codes with which the socket is closed."""
    came, closed, left = [], [], iter(frames)

    async def receive():
        frame = next(left, None)
        if frame is None:
            return {"type": "websocket.disconnect"}
        return {"type": "websocket.receive", ("text" if isinstance(frame, str) else "bytes"): frame}

    async def app(_scope, receive, _send):
        while (told := await receive())["type"] != "websocket.disconnect":
            came.append(told["bytes"])

    async def send(told):
        closed.append(told["code"])

    scope = {"type": "websocket", "client": (address, 1), "headers": []}
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, Sayings(app)(scope, receive, send)).result()
    return came, closed


@pytest.mark.parametrize("kind", KINDS)
def test_of_all_that_streamlit_understands_only_what_our_pages_say_is_heard(kind):
    came, closed = heard(message(kind), message("rerun_script"))
    assert came == [message(kind)] * (kind in OURS) + [message("rerun_script")]
    assert closed == []


def test_files_are_named_by_staff_alone_and_not_by_the_million(monkeypatch):
    few, many = (
        message("file_urls_request", MOST_FILES),
        message("file_urls_request", MOST_FILES + 1),
    )
    assert heard(few)[0] == []
    monkeypatch.setattr(sayings, "is_of_staff", lambda _scope: True)
    assert heard(many, few)[0] == [few]


def test_whoever_says_nothing_else_is_shown_out():
    came, closed = heard(*[message("clear_cache")] * (MOST_PASSED_BY + 1), message("rerun_script"))
    assert (came, closed) == ([], [1008])


@pytest.mark.parametrize("frame", [b"\xff\xff\xff", "words"])
def test_what_cannot_be_read_ends_the_socket_without_a_word_in_the_log(frame, caplog):
    frames = (frame,) if isinstance(frame, bytes) else (frame, b"\xff")
    assert heard(*frames, message("rerun_script")) == ([], [1003])
    assert caplog.records == []


def test_an_address_that_asks_for_too_much_at_once_waits_and_gets_it(monkeypatch):
    waited = []

    async def sleep(seconds: float) -> None:
        waited.append(seconds)

    monkeypatch.setattr(sayings.asyncio, "sleep", sleep)
    asked = [message("rerun_script")] * (int(RUNS_AT_ONCE) + 10)
    assert heard(*asked)[0] == asked
    assert not any(waited[: int(RUNS_AT_ONCE)]) and all(waited[-5:])
    waited.clear()
    heard(*asked, address="127.0.0.1")  # a proxy brings all
    assert waited == []


@pytest.fixture
def steps(monkeypatch) -> list[str]:
    """What is done with each message in turn: it waits, so many seconds, or is read."""
    done = []

    async def sleep(seconds: float) -> None:
        done.append("is due" if seconds == 0 else "waits")

    def read(data: bytes):
        done.append("is read")
        return saying(data)

    monkeypatch.setattr(sayings.asyncio, "sleep", sleep)
    monkeypatch.setattr(sayings, "saying", read)
    return done


def test_what_is_passed_by_waits_as_what_is_heard_does_and_before_it_is_read(steps, monkeypatch):
    monkeypatch.setattr(sayings, "RUNS_AT_ONCE", 1.0)
    monkeypatch.setattr(sayings, "RUNS_A_S", 0.01)
    assert heard(message("clear_cache"), message("load_git_info"))[0] == []
    assert steps == ["is due", "is read", "waits", "is read"]


def test_messages_larger_than_those_of_our_pages_have_a_slower_pace_but_not_of_staff(
    steps, monkeypatch
):
    monkeypatch.setattr(sayings, "LARGE_AT_ONCE", 1.0)
    monkeypatch.setattr(sayings, "LARGE_A_S", 0.01)
    large = [says("json_value", "x" * sayings.LARGE)] * 2
    assert heard(*large)[0] == large
    assert steps == ["is due", "is due", "is read", "is due", "waits", "is read"]
    steps.clear()
    monkeypatch.setattr(sayings, "is_of_staff", lambda _scope: True)
    assert heard(*large)[0] == large
    assert steps == ["is due", "is read"] * 2


def test_only_staff_say_as_much_as_a_whole_text(monkeypatch):
    scope = {"type": "websocket", "client": ("192.0.2.1", 1), "headers": []}
    assert sayings.most_said(scope) == sayings.MOST_OF_VISITOR
    monkeypatch.setattr(sayings, "is_of_staff", lambda _scope: True)
    assert sayings.most_said(scope) == get_option("server.maxMessageSize") * 1_000_000


def given(kind: str) -> bytes:
    """A run with a value of this kind for a widget."""
    said = BackMsg()
    widget = said.rerun_script.widget_states.widgets.add(id="map")
    if (field := WidgetState.DESCRIPTOR.fields_by_name[kind]).message_type:
        getattr(widget, kind).SetInParent()
    else:
        setattr(widget, kind, field.default_value)
    assert widget.WhichOneof("value") == kind
    return said.SerializeToString()


VALUES = [field.name for field in WidgetState.DESCRIPTOR.oneofs_by_name["value"].fields]


@pytest.mark.parametrize("kind", VALUES)
def test_no_table_and_no_bytes_are_opened_that_a_browser_sends(kind, monkeypatch):
    plain = kind not in ("arrow_value", "bytes_value", "chat_input_value")
    assert heard(given(kind))[0] == [given(kind)] * (plain and kind != "file_uploader_state_value")
    monkeypatch.setattr(sayings, "is_of_staff", lambda _scope: True)
    assert heard(given(kind))[0] == [given(kind)] * plain


def says(field: str, value: str) -> bytes:
    """A run in which a component says this."""
    said = BackMsg()
    setattr(said.rerun_script.widget_states.widgets.add(id="map"), field, value)
    return said.SerializeToString()


@pytest.mark.parametrize("field", ["json_value", "json_trigger_value", "string_value"])
def test_what_is_nested_too_deep_to_be_read_is_passed_by(field, monkeypatch):
    ours = [
        says(field, '{"drawn": [1, {"box": [2]}]}'),
        says(field, "[[1], [2]]" * 200),
        says(field, '{"told": "' + "[" * 500 + '\\"' + "{" * 500 + '"}'),
        says(field, "[" * DEEPEST + "]" * DEEPEST),
    ]
    deep = [
        says(field, "[" * 1_000 + "]" * 1_000),
        says(field, "[" * 120_000),
        says(field, '{"a":' * 1_000 + '"]}"' + "}" * 1_000),
    ]
    assert heard(*ours, *deep)[0] == ours
    monkeypatch.setattr(sayings, "is_of_staff", lambda _scope: True)
    assert heard(*deep)[0] == deep, "staff paste what they like, and hurt themselves alone"


def test_lists_that_are_too_many_to_be_read_while_all_others_wait_are_passed_by(monkeypatch):
    flat = "[]" * (sayings.LARGE // 2)
    assert heard(says("json_value", flat))[0] == [says("json_value", flat)]
    monkeypatch.setattr(sayings, "_is_deep", lambda _text: pytest.fail("it was read"))
    assert heard(says("json_value", flat + "[]")) == ([], [])
    in_two = BackMsg.FromString(says("json_value", flat))
    in_two.MergeFrom(BackMsg.FromString(says("json_value", "[]" * (DEEPEST + 1))))
    assert heard(in_two.SerializeToString()) == ([], [])


@pytest.mark.parametrize("text", ['"' + '\\"' * 60_000, '"\\' * 60_000, "[" * 60 + '"' * 120_000])
def test_quotes_that_never_end_are_read_once(text):
    assert sayings._is_deep("[" * 60 + text)


def about(payload: str = "deferred_file", **ids: str) -> bytes:
    """A message that asks for a file, or for something else, with these ids."""
    said = BackMsg()
    asked = said.backend_operation_request
    getattr(asked, payload).SetInParent()
    for name, value in ids.items():
        setattr(asked.deferred_file if name == "file_id" else asked, name, value)
    return said.SerializeToString()


def test_a_file_and_more_rows_of_a_table_may_be_asked_for_and_nothing_else_be_done():
    ours = [about("deferred_file", request_id="1"), about("dataframe_chunk", request_id="2")]
    assert heard(*ours, about("install_skills"), about("dismiss_skills_nudge"))[0] == ours


@pytest.mark.parametrize("name", ["request_id", "session_id", "file_id"])
@pytest.mark.parametrize("value", ["a" * 201, "x\n2026-11-29 somebody logged in", "\u202e"])
def test_an_id_is_short_and_in_one_line_as_it_comes_into_the_log(name, value):
    assert heard(about(**{name: value}), about(**{name: "a" * 200}))[0] == [
        about(**{name: "a" * 200})
    ]


@pytest.mark.parametrize("name", ["fragment_id", "page_name", "page_script_hash"])
def test_a_page_is_named_shortly_and_in_one_line(name):
    said = BackMsg()
    setattr(said.rerun_script, name, "a\nb")
    assert heard(said.SerializeToString()) == ([], [])


def test_a_visitor_tells_of_no_more_widgets_than_a_page_may_have(monkeypatch):
    said = BackMsg()
    for number in range(sayings.MOST_WIDGETS + 1):
        said.rerun_script.widget_states.widgets.add(id=f"{number}")
    many = said.SerializeToString()
    del said.rerun_script.widget_states.widgets[-1]
    assert heard(many, said.SerializeToString())[0] == [said.SerializeToString()]
    monkeypatch.setattr(sayings, "is_of_staff", lambda _scope: True)
    assert heard(many)[0] == [many]


def test_widgets_by_the_ten_thousand_are_counted_and_not_looked_at(monkeypatch):
    looked_at = cached_property(lambda _said: pytest.fail("each of them was looked at"))
    monkeypatch.setattr(Saying, "values", looked_at)
    monkeypatch.setattr(Saying, "texts", looked_at)
    said = BackMsg()
    said.rerun_script.widget_states.widgets.extend([WidgetState()] * 50_000)
    assert heard(said.SerializeToString()) == ([], [])
    monkeypatch.setattr(sayings, "is_of_staff", lambda _scope: True)
    assert heard(said.SerializeToString()) == ([], [])


def test_a_page_still_has_no_more_of_the_messages_to_it_than_a_page_can_have():
    said = BackMsg()
    said.rerun_script.cached_message_hashes.extend(["a"] * sayings.MOST_MESSAGES)
    most = said.SerializeToString()
    said.rerun_script.cached_message_hashes.append("a")
    assert heard(most, said.SerializeToString())[0] == [most]


def test_a_longer_address_than_any_page_has_counts_as_one_with_nothing_behind_its_page():
    said = BackMsg()
    said.rerun_script.page_name = "journeys"
    said.rerun_script.query_string = "country=China&" + "x" * (LONGEST_QUERY - 14)
    most = said.SerializeToString()
    said.rerun_script.query_string += "x"
    came, closed = heard(most, said.SerializeToString())
    said.rerun_script.query_string = ""
    assert (came, closed) == ([most, said.SerializeToString()], [])


def test_the_draft_of_a_long_lesson_is_heard_whatever_it_has_in_quotes():
    step = {"heading": "One", "text": "word " * 200, "show": ["a", "b"], "tasks": [{"ask": "?"}]}
    draft = json.dumps({"steps": [step] * 60})
    asked = says("json_trigger_value", json.dumps([{"event": "told", "value": {"draft": draft}}]))
    assert len(draft) > 2 * sayings.LARGE
    assert heard(asked)[0] == [asked]
