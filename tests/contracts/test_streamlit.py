"""What `views.leans.streamlit` uses of Streamlit without a promise of its."""

import asyncio
import inspect
import json
import logging
import re
import time
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from importlib import resources
from pathlib import Path
from types import SimpleNamespace

import pytest
from streamlit import config, error_util
from streamlit.components.v2.bidi_component import serialization
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.runtime import Runtime, backend_operation_handler
from streamlit.runtime.media_file_manager import MediaFileManager, MediaFileMetadata
from streamlit.runtime.media_file_storage import MediaFileKind, MediaFileStorageError
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.uploaded_file_manager import UploadedFileRec
from streamlit.web.server.starlette import starlette_server_config, starlette_websocket
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value

from tests.browser import chromium
from tests.browser.app import run_script
from tests.browser.bare_client import told
from views.leans import streamlit
from views.making import Refused

SHEET = re.sub(r"/\*.*?\*/", "", streamlit.STYLE.read_text("utf-8"), flags=re.DOTALL)
NAMES = sorted(set(re.findall(r"\bst[A-Z]\w+|\b(?:data|aria)-(?!testid)\w+", SHEET)))
SELECTORS = [
    selector.strip()
    for selectors in re.findall(r"([^{}]+)\{", re.sub(r"@media[^{]*\{", "", SHEET))
    for selector in re.split(r",(?![^(]*\))", selectors)
]
# What the first page has on it when nothing is open.
ON_FIRST_PAGE = re.compile(
    r"^(?!.*(?:embed|tertiary\"\]|unseen|foot|row-filters|work-|import|found-rows))"
    r"(?:\.stMain|\.stAppHeader|section|\[data-testid=\"st(?:Sidebar|Widget)"
    r"|\.st-key-(?:atlas|map-room|take-along|listed)|\.stHtml \.listing)"
)


@cache
def scripts() -> str:
    """All scripts of Streamlit's page as one text."""
    folder = Path(str(resources.files("streamlit"))) / "static"
    return "\n".join(path.read_text(encoding="utf-8") for path in folder.rglob("*.js"))


def test_the_page_has_the_typefaces():
    missing = [str(path) for path in streamlit.typefaces().values() if not path.is_file()]
    assert missing == [], "Streamlit keeps its typefaces elsewhere, or under other names"


@pytest.mark.parametrize("name", NAMES)
def test_a_class_or_test_id_that_is_styled_is_one_of_the_page(name):
    assert name in scripts(), f"nothing on Streamlit's page is called {name} any more"


def test_a_page_may_reach_into_the_frame_of_its_map():
    assert "allow-same-origin" in scripts(), "Streamlit shuts the frames of components off"


def test_what_is_styled_on_the_first_page_stands_there(app, visit):
    page = visit.page
    page.goto(app)
    chromium.drawn(page)
    page.locator(".st-key-time-room .js-plotly-plot").wait_for()
    chromium.open_filters(page)
    styled = [selector for selector in SELECTORS if ON_FIRST_PAGE.search(selector)]
    assert len(styled) > 20
    states = re.compile(r":hover|::after|\[data-collapsed=\"true\"\]")
    styled = [selector for selector in styled if "stSidebarNavLink" not in selector]  # on a phone
    missing = [one for one in styled if not page.locator(states.sub("", one)).count()]
    assert missing == [], "Streamlit builds its page in another way: nothing matches these"


def test_the_map_stands_beside_the_panel_and_above_the_timeline(app, visit):
    page = visit.page
    page.goto(app)
    chromium.drawn(page)
    box = {
        name: page.locator(f".st-key-{name}").bounding_box()
        for name in ("map-room", "panel-room", "time-room")
    }
    words = "Streamlit puts another element between a container and what is in it"
    assert box["map-room"]["y"] == pytest.approx(box["panel-room"]["y"], abs=2), words
    assert box["panel-room"]["x"] > box["map-room"]["x"] + box["map-room"]["width"], words
    assert box["time-room"]["y"] > box["map-room"]["y"] + box["map-room"]["height"], words


def test_files_that_were_made_for_a_download_can_be_removed_in_every_session(monkeypatch):
    storage = MemoryMediaFileStorage("/media")
    key = storage.load_and_get_id(b"words", "text/csv", MediaFileKind.DOWNLOADABLE, "a.csv")
    instance = SimpleNamespace(media_file_mgr=MediaFileManager(storage))
    monkeypatch.setattr(streamlit.runtime, "exists", lambda: True)
    monkeypatch.setattr(streamlit.runtime, "get_instance", lambda: instance)
    assert storage.get_file(f"{key}.csv").content == b"words"
    streamlit.forget_downloads()
    with pytest.raises(MediaFileStorageError):
        storage.get_file(f"{key}.csv")


def test_the_runtime_keeps_its_files_where_they_are_removed():
    source = inspect.getsource(Runtime.__init__)
    assert "self._media_file_mgr = MediaFileManager(" in source, (
        "the runtime no longer has all files in one manager"
    )
    assert isinstance(Runtime.media_file_mgr, property)


@pytest.mark.parametrize(("error", "told"), ((Refused("full"), 0), (ValueError("broken"), 1)))
def test_a_file_that_was_refused_leaves_no_traceback_in_the_log_and_a_mistake_does(
    caplog, monkeypatch, error, told
):
    def make() -> str:
        raise error

    manager = MediaFileManager(MemoryMediaFileStorage("/media"))
    request = BackMsg().backend_operation_request
    request.deferred_file.file_id = manager.add_deferred(make, "text/csv", "1", "a.csv")
    handler = backend_operation_handler.DeferredFileHandler(lambda: manager)
    logger = logging.getLogger(streamlit.FILE_FAILURES)
    assert backend_operation_handler._LOGGER is logger
    monkeypatch.setattr(logger, "filters", [])
    streamlit.leave_out_of_the_log(Refused)
    logger.addHandler(caplog.handler)
    try:
        with ThreadPoolExecutor(1) as thread:  # a browser of other tests holds the loop here
            answer = thread.submit(lambda: asyncio.run(handler.handle(request, ""))).result()
    finally:
        logger.removeHandler(caplog.handler)
    assert answer.error_msg and not answer.deferred_file.url
    assert len({id(record) for record in caplog.records if record.exc_info}) == told


def test_what_a_component_sent_and_nobody_can_read_is_said_in_that_log():
    assert serialization._LOGGER is logging.getLogger(streamlit.STATE_FAILURES)


def test_what_stands_below_a_button_for_a_file_that_was_not_made_is_what_is_styled(app, visit):
    page = visit.page
    page.goto(f"{app}/present")
    page.get_by_role("button", name="As one file").first.wait_for()
    said = page.evaluate(
        """() => {
          const note = document.createElement("small");
          note.dataset.testid = "stDownloadButtonError";
          document.body.append(note);
          return getComputedStyle(note, "::after").content;
        }"""
    )
    assert said == '"This file cannot be made just now. Please try again in a minute."'


def test_the_log_of_failures_has_its_name_and_says_an_error_by_its_exception():
    assert error_util._LOGGER.name == streamlit.FAILURES
    assert "exc_info=ex" in inspect.getsource(error_util._log_uncaught_app_exception)


def test_the_uploads_of_each_session_lie_where_they_are_counted_the_oldest_first():
    manager = MemoryUploadedFileManager("/upload")
    for name in ("b", "a"):
        manager.add_file("session", UploadedFileRec(name, name, "text/csv", b"words"))
    assert list(manager.file_storage["session"]) == ["b", "a"]
    assert len(manager.file_storage["session"]["a"].data) == 5
    assert isinstance(Runtime.uploaded_file_mgr, property)


def test_a_cookie_of_sign_in_names_what_a_socket_is_told(monkeypatch):
    monkeypatch.setattr(starlette_websocket, "get_cookie_secret", lambda: "s" * 40)
    said = json.dumps({"origin": "http://here", "is_logged_in": True, "email": "a@example.org"})
    name = starlette_server_config.USER_COOKIE_NAME
    cookie = {name: create_signed_value("s" * 40, name, said).decode()}
    assert streamlit.signed_in_user(cookie, "http://here")["email"] == "a@example.org"
    assert streamlit.signed_in_user(cookie, "http://elsewhere") == {}
    assert streamlit.signed_in_user({name: "rubbish"}, "http://here") == {}
    assert streamlit.signed_in_user({}, "http://here") == {}


def test_a_visitor_is_let_go_when_their_socket_closes(tmp_path):
    script = tmp_path / "app.py"
    script.write_text(
        f"""
from pathlib import Path
import streamlit as st

@st.cache_resource(scope="session", on_release=lambda visitor: visitor.write_text("left"))
def visitor():
    return Path({str(tmp_path)!r}) / "visitor"

visitor()
""",
        encoding="utf-8",
    )
    with run_script(script) as running:
        told(running.address, "")
        until = time.monotonic() + 10
        while not (tmp_path / "visitor").exists():
            assert time.monotonic() < until
            time.sleep(0.01)


def test_a_page_keeps_large_messages_for_more_runs_than_a_phone_is_turned_in():
    assert config.get_option("global.maxCachedMessageAge") >= 20
    assert "maxCachedMessageAge" in scripts(), "a page lets go of messages by another rule"


def test_a_file_that_was_made_stays_until_its_browser_has_asked_for_it(monkeypatch):
    for name, method in streamlit.PLAIN.items():
        monkeypatch.setattr(MediaFileMetadata, name, method)
    streamlit.keep_downloads()
    now = [1000.0]
    monkeypatch.setattr(streamlit.time, "monotonic", lambda: now[0])
    manager = MediaFileManager(MemoryMediaFileStorage("/media"))
    url = manager.execute_deferred(manager.add_deferred(lambda: "words", "text/csv", "1", "a.csv"))
    name = url.rpartition("/")[2]

    def runs_end(runs: int) -> None:
        for _ in range(runs):
            manager.remove_orphaned_files()

    runs_end(30)
    assert manager._storage.get_file(name).content == b"words", "it went as others ended runs"
    now[0] += streamlit.DOWNLOAD_S
    runs_end(2)
    with pytest.raises(MediaFileStorageError):
        manager._storage.get_file(name)
