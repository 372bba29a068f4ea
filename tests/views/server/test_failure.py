"""A page that fails says so in the app's own words, and its log has no words of anybody."""

import asyncio
import logging
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from types import SimpleNamespace

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.runtime.app_session import AppSession
from streamlit.testing.v1 import AppTest

from views.leans.streamlit import ASKED, FAILURES, FILE_FAILURES, RUNS, STATE_FAILURES
from views.leans.uvicorn import REQUEST_FAILURES
from views.server import failure
from views.server.failure import log_without_words

SECRET = "words of a draft"


@pytest.fixture(params=(FAILURES, FILE_FAILURES, STATE_FAILURES, REQUEST_FAILURES, *ASKED))
def logged(caplog, request):
    """What the log of failures says once an error was logged as Streamlit does it."""
    log_without_words()
    failure._WITHOUT_WORDS.__init__()  # it has told nothing yet
    logger = logging.getLogger(request.param)
    logger.addHandler(caplog.handler)
    yield lambda error: (
        logger.error("Uncaught app execution", exc_info=error),
        caplog.handler.format(caplog.records[-1]),
    )[1]
    logger.removeHandler(caplog.handler)


def test_the_log_names_an_error_and_its_place_without_its_words(logged):
    try:
        int(SECRET)
    except ValueError as error:
        said = logged(error)
    assert "ValueError" in said
    assert "test_failure.py:" in said
    assert SECRET not in said


def test_the_same_failure_is_told_once_a_minute_with_how_often_it_came(logged, caplog, monkeypatch):
    for now in (1000, *range(1001, 1050), 1061):
        monkeypatch.setattr(failure.time, "monotonic", lambda now=now: now)
        for read in (int, {}.__getitem__):
            try:
                read(SECRET)
            except (ValueError, KeyError) as error:
                logged(error)
    told = list(dict.fromkeys(record.getMessage() for record in caplog.records))
    assert [each.count(" × 50\n") for each in told] == [0, 0, 1, 1]
    assert "ValueError\n" in told[0] and "KeyError\n" in told[1]


@pytest.mark.parametrize("name", (REQUEST_FAILURES, *ASKED))
def test_what_is_asked_in_vain_is_told_once_a_minute_too(caplog, monkeypatch, name):
    log_without_words()
    failure._WITHOUT_WORDS.__init__()
    logger = logging.getLogger(name)
    logger.addHandler(caplog.handler)
    caplog.set_level(logging.INFO, logger=name)
    for now in (1000, *range(1001, 1050), 1061):
        monkeypatch.setattr(failure.time, "monotonic", lambda now=now: now)
        logger.warning("Invalid HTTP request received, %d bytes.", now)
        logger.info("Started.")
    logger.removeHandler(caplog.handler)
    told = [each for each in map(logging.LogRecord.getMessage, caplog.records) if each[0] == "I"]
    one, other = list(dict.fromkeys(told))
    assert one == "Invalid HTTP request received, 1000 bytes."
    assert other == "Invalid HTTP request received, 1061 bytes. × 50"
    started = sum(record.getMessage() == "Started." for record in caplog.records)
    assert started >= 51 or (name == RUNS and not started)


@pytest.mark.parametrize("name", ASKED)
def test_whoever_asks_for_something_in_vain_writes_nothing_into_the_log(caplog, name):
    import_module(name)  # it is there, and has its log
    log_without_words()
    logging.getLogger(name).addHandler(caplog.handler)
    logging.getLogger(name).error(
        "%s from %s after %d bytes: %s", SECRET, SECRET.encode(), 7, ValueError(SECRET)
    )
    logging.getLogger(name).removeHandler(caplog.handler)
    assert caplog.records[0].getMessage() == "… from … after 7 bytes: ValueError"


def test_forged_messages_of_a_page_fill_no_log_and_write_nothing_into_it(caplog):
    log_without_words()
    failure._WITHOUT_WORDS.__init__()
    import_module(RUNS)
    logger = logging.getLogger(RUNS)
    logger.addHandler(caplog.handler)
    session = SimpleNamespace(
        id="0" * 36,
        _state=None,
        has_fragment=lambda _key: False,
        _enqueue_forward_msg=lambda _message: None,
    )
    asked, run = BackMsg().backend_operation_request, BackMsg().rerun_script
    asked.request_id = asked.session_id = run.fragment_id = SECRET
    for _time in range(50):
        with ThreadPoolExecutor(1) as thread:  # a browser that is open has a loop in this one
            answered = AppSession._handle_backend_operation_request(session, asked)
            thread.submit(asyncio.run, answered).result()
        AppSession.request_rerun(session, run)
    logger.removeHandler(caplog.handler)
    told = list(dict.fromkeys(id(record) for record in caplog.records if record.name == RUNS))
    assert len(told) == 1
    assert SECRET not in caplog.text and SECRET[:8] not in caplog.text


def test_the_log_keeps_what_is_no_error(logged):
    assert "Uncaught app execution" in logged(None)


def test_the_log_is_changed_once_however_often_that_is_asked():
    log_without_words()
    log_without_words()
    filters = [type(each).__name__ for each in logging.getLogger(FAILURES).filters]
    assert filters.count("_WithoutWords") == 1


def test_a_page_that_fails_says_so_in_words_of_the_app():
    def script():
        from views.server import say_failure

        assert say_failure(ValueError("words of a draft"))

    at = AppTest.from_function(script).run()
    (said,) = (each.value for each in at.error)
    assert said.startswith("Something here could not be read or shown.")
    assert SECRET not in said
    assert not at.exception


def test_somebody_who_is_no_longer_staff_is_told_that():
    def script():
        from views.server import say_failure
        from views.staff import NotStaff

        assert say_failure(NotStaff("You are not on the list."))

    at = AppTest.from_function(script).run()
    assert [each.value for each in at.info] == ["You are not on the list."]
    assert not at.error


def test_an_error_deep_down_is_told_by_its_last_places(logged):
    def down(levels: int) -> None:
        down(levels - 1) if levels else int(SECRET)

    try:
        down(300)
    except ValueError as error:
        assert logged(error).count(" in down") < 30
