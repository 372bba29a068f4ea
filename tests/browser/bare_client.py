"""A visit without a browser, by somebody who chooses every header and message that is sent."""

from __future__ import annotations

from collections.abc import Mapping
from socket import create_connection
from typing import Any
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.util import calc_hash
from streamlit.web.server.starlette.starlette_app_utils import generate_xsrf_token_string
from websockets.sync.client import connect

WAIT_S = 60


def told(
    app: str,
    page: str,
    headers: Mapping[str, str] | None = None,
    cookies: Mapping[str, str] | None = None,
    origin: str | None = "",
    query: str = "",
    session: str = "",
) -> str:
    """Everything that the server sends to whoever asks for a page, until its script has ended.

    `page` is the part of the page's address. `headers` are sent besides the usual ones, and
    `Host` in place of its own; `origin` is the app's own address unless told otherwise, and with
    None it is left out. `session` is the id of a session to go on with.
    """
    place = urlsplit(app)
    how = handshake(app, headers, cookies, origin, session)
    with connect(sock=create_connection((place.hostname, place.port), WAIT_S), **how) as connection:
        connection.send(asks_for(page, query).SerializeToString())
        return _until_the_end(connection)


def handshake(
    app: str,
    headers: Mapping[str, str] | None = None,
    cookies: Mapping[str, str] | None = None,
    origin: str | None = "",
    session: str = "",
) -> dict[str, Any]:
    """What `connect` of websockets takes to reach the app as a browser does: see `told`."""
    token = generate_xsrf_token_string()
    sent = {"_streamlit_xsrf": token, **(cookies or {})}
    given = {"Cookie": "; ".join(f"{name}={value}" for name, value in sent.items())}
    host = (headers or {}).get("Host", "")
    given |= {name: value for name, value in (headers or {}).items() if name != "Host"}
    return {
        "uri": f"ws://{host or urlsplit(app).netloc}/_stcore/stream",
        "origin": app if origin == "" else origin,
        "subprotocols": ["streamlit", token, *filter(None, [session])],
        "additional_headers": given,
        "open_timeout": WAIT_S,
        "max_size": None,
    }


def asks_for(page: str, query: str) -> BackMsg:
    """The message that asks for a page with what stands behind the `?` of its address."""
    message = BackMsg()
    message.rerun_script.query_string = query
    message.rerun_script.page_name = page
    message.rerun_script.page_script_hash = calc_hash(page)
    return message


def _until_the_end(connection) -> str:
    """What is told up to the end of a run that is not begun again."""
    words = []
    while True:
        message = ForwardMsg()
        message.ParseFromString(connection.recv(WAIT_S))
        words.append(str(message))
        ended = message.WhichOneof("type") == "script_finished"
        if ended and message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
            return "\n".join(words)
