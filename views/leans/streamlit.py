"""Streamlit: the typefaces of its page, how that page is built (`streamlit.css`), its files,
and whom its cookie names.

Leans on: the `media_file_mgr` of the runtime, whose `_storage` has all files that were made for a
download in `_files_by_id`; its `uploaded_file_mgr`, whose `file_storage` has the uploads of each
session, the oldest first; the `pages_manager` of a run, which knows the page that was asked for,
and its class, which knows whether a folder named pages is an app; what reads the cookie of sign-in
for a socket; the name of the log of failures, and those of the logs of what was asked; that of the
log of files that were not made, which gives the reason as the cause of its error; `BackMsg`, the
form of what a page says to its server, and `ForwardMsg`, that of what it is told; what marks a file
before it is removed; and that a run says nothing of its script before it has called what is to be
called for a press.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib import resources
from pathlib import Path
from typing import Any

from google.protobuf.message import DecodeError
from streamlit import runtime
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.media_file_manager import MediaFileMetadata
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.pages_manager import PagesManager
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME
from streamlit.web.server.starlette.starlette_websocket import (
    _get_signed_cookie_with_chunks,
    _parse_decoded_user_cookie,
)

# The log that says which run of a page failed; with rich errors it would be passed by.
FAILURES = "streamlit.error_util"
SERVER, RUNTIME = "streamlit.web.server.starlette.starlette_", "streamlit.runtime."
FILE_FAILURES, RUNS = f"{RUNTIME}backend_operation_handler", f"{RUNTIME}app_session"
STATE_FAILURES = "streamlit.components.v2.bidi_component.serialization"  # what cannot be read
# Say in the words of whoever asked what was asked for in vain: to sign in, a socket, a file, a run.
ASKED = (
    *(SERVER + name for name in ("auth_routes", "websocket", "routes")),
    *(RUNTIME + name for name in ("websocket_session_manager", "state.query_params")),
    *(RUNS, f"{RUNTIME}scriptrunner.script_runner"),
)
# What is told once, by the message for the run that it asks for.
PRESSES = ("trigger_value", "json_trigger_value", "string_trigger_value", "chat_input_value")
JSON_VALUES = ("json_value", "json_trigger_value", "string_value")  # of a component in any of them
DOWNLOAD_S = 10.0
PLAIN = {name: getattr(MediaFileMetadata, name) for name in ("__init__", "mark_for_delete")}
STYLE = Path(__file__).with_suffix(".css")
SIDEBAR_OPENER = '[data-testid="stExpandSidebarButton"]'
TYPEFACES = {
    "source-sans": "SourceSansVF-Upright",
    "source-sans-italic": "SourceSansVF-Italic",
    "source-serif": "SourceSerifVariable-Roman",
    "source-serif-italic": "SourceSerifVariable-Italic",
}


def list_no_pages() -> None:
    """Keep Streamlit from taking the folder named pages for an app until the first page has run.

    Whoever came first would get a page without its frame for a moment, or be told of one that is
    not there.
    """
    PagesManager.uses_pages_directory = False


def ask_for_first_page(known: Collection[str]) -> None:
    """Ask for the first page where the address names none of those known.

    Streamlit shows the first page then in any case, but says so in a window of its own words.
    """
    context = get_script_run_ctx()
    if context is None or context.pages_manager.intended_page_script_hash:
        return
    if (context.pages_manager.intended_page_name or "") not in known:
        context.pages_manager.set_script_intent("", "")


def typefaces() -> dict[str, Path]:
    """The files of the typefaces, by the name that we give each.

    One that is not there is named all the same, without what Streamlit puts into its name.
    """
    media = Path(str(resources.files("streamlit"))) / "static" / "static" / "media"
    return {
        f"{name}.woff2": next(iter(sorted(media.glob(f"{stem}*.woff2"))), media / f"{stem}.woff2")
        for name, stem in TYPEFACES.items()
    }


@dataclass(frozen=True)
class Saying:
    """What a page says: its kind, how many files and widgets it tells of, what it names by ids.

    `messages` is how many of the server's it says that it still has, `query` the address that it
    gives, from the `?` on.
    """

    kind: str
    files: int
    widgets: int
    messages: int
    ids: tuple[str, ...]
    query: str
    _said: BackMsg

    @cached_property
    def values(self) -> frozenset[str]:
        """The kinds of values that it gives for widgets: each of these is looked at in turn."""
        kinds = (each.WhichOneof("value") for each in self._said.rerun_script.widget_states.widgets)
        return frozenset(kind for kind in kinds if kind)

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The values that are read as JSON; here too each widget is looked at."""
        given = self._said.rerun_script.widget_states.widgets
        kinds = ((each.WhichOneof("value"), each) for each in given)
        return tuple(getattr(each, kind) for kind, each in kinds if kind in JSON_VALUES)

    @cached_property
    def is_pressed(self) -> bool:
        """True where a button was pressed, or a component told something that it tells once."""
        given = self._said.rerun_script.widget_states.widgets
        return any(each.WhichOneof("value") in PRESSES for each in given)

    def without_query(self) -> bytes:
        """The same message as of an address without anything after the `?`."""
        plain = BackMsg()
        plain.CopyFrom(self._said)
        plain.rerun_script.query_string = ""
        message: bytes = plain.SerializeToString()
        return message


def saying(data: bytes) -> Saying | None:
    """What a page says with a message; None where it cannot be read.

    Widgets are counted and not looked at, however many there are: everybody waits meanwhile.
    """
    try:
        said = BackMsg.FromString(data)
    except DecodeError:
        return None
    run, asked = said.rerun_script, said.backend_operation_request
    kind = said.WhichOneof("type")
    ids = (
        *(run.fragment_id, run.page_name, run.page_script_hash),
        *(asked.request_id, asked.session_id),
        *(asked.deferred_file.file_id, asked.dataframe_chunk.source_id),
    )
    return Saying(
        kind=(asked.WhichOneof("payload") if kind == "backend_operation_request" else kind) or "",
        files=len(said.file_urls_request.file_names),
        widgets=len(run.widget_states.widgets),
        messages=len(run.cached_message_hashes),
        ids=ids,
        query=run.query_string,
        _said=said,
    )


def kind_of_answer(data: bytes) -> str:
    """The kind of what the server says to a page; "" where it cannot be read."""
    try:
        return ForwardMsg.FromString(data).WhichOneof("type") or ""
    except DecodeError:
        return ""


def keep_downloads() -> None:
    """Keep a file that was made for a download for some seconds, until its browser asks for it.

    Nobody's page uses it by then, so Streamlit removes it once two runs of anybody have ended.
    """

    def begin(file: Any, *args: Any, **options: Any) -> None:
        PLAIN["__init__"](file, *args, **options)
        file.since = time.monotonic()

    def mark(file: Any) -> None:
        if time.monotonic() - getattr(file, "since", -DOWNLOAD_S) >= DOWNLOAD_S:
            PLAIN["mark_for_delete"](file)

    for name, method in (("__init__", begin), ("mark_for_delete", mark)):
        setattr(MediaFileMetadata, name, method)


def forget_downloads() -> None:
    """Remove every file that was made for a download, in whichever tab: nobody can ask for it."""
    if runtime.exists():
        storage = runtime.get_instance().media_file_mgr._storage
        if isinstance(storage, MemoryMediaFileStorage):
            storage._files_by_id.clear()


def upload_sizes() -> dict[str, int]:
    """How many bytes of uploads each session has."""
    found = {key: list(files.values()) for key, files in list(_uploads().file_storage.items())}
    return {key: sum(len(file.data) for file in files) for key, files in found.items()}


def leave_out_of_the_log(refusal: type[Exception]) -> None:
    """No traceback in the log for each file that was asked for in vain, however many they are."""

    def is_told(record: logging.LogRecord) -> bool:
        error = record.exc_info[1] if record.exc_info else None
        return not isinstance(error and error.__cause__, refusal)

    logging.getLogger(FILE_FAILURES).filters.insert(0, is_told)  # while it knows its error


def keep_newest_uploads(session: str, most: int) -> None:
    """Remove a session's oldest uploads until it has at most so many bytes."""
    sizes = {key: len(file.data) for key, file in _uploads().file_storage.get(session, {}).items()}
    for key, size in list(sizes.items()):
        if sum(sizes.values()) <= most:
            return
        _uploads().remove_file(session, key)
        sizes[key] -= size


def forget_uploads(session: str) -> None:
    """Remove all uploads of a session."""
    _uploads().remove_session_files(session)


def is_open(session: str) -> bool:
    """True for a session with a page that is connected now."""
    return runtime.get_instance().is_active_session(session)


def signed_in_user(cookies: Mapping[str, str], origin: str) -> Mapping[str, object]:
    """Whom the cookie of sign-in names, as the socket of a page is told; empty for nobody."""
    cookie = _get_signed_cookie_with_chunks(dict(cookies), USER_COOKIE_NAME)
    return _parse_decoded_user_cookie(cookie, origin) if cookie else {}


def _uploads() -> MemoryUploadedFileManager:
    manager = runtime.get_instance().uploaded_file_mgr
    assert isinstance(manager, MemoryUploadedFileManager)  # what `st.App` makes
    return manager
