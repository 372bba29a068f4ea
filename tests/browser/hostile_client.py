"""Somebody who sends what no page asked for: files, and sockets that are left open."""

from __future__ import annotations

import http.client
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from socket import create_connection
from urllib.parse import urlsplit

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.web.server.starlette.starlette_app_utils import generate_xsrf_token_string
from websockets.sync.client import connect

from tests.browser.bare_client import WAIT_S, asks_for, handshake

BOUNDARY = "a-file"
HEAD = (
    f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="f"; filename="a.csv"\r\n'
    "Content-Type: text/csv\r\n\r\n"
).encode()
TAIL = f"\r\n--{BOUNDARY}--\r\n".encode()


@contextmanager
def session(app: str, cookies: Mapping[str, str] | None = None) -> Iterator[str]:
    """The id of a session that stays open: that of somebody who has a page open."""
    place = urlsplit(app)
    socket = create_connection((place.hostname, place.port), WAIT_S)
    with connect(sock=socket, **handshake(app, cookies=cookies)) as connection:
        connection.send(asks_for("method", "").SerializeToString())
        while True:
            message = ForwardMsg.FromString(connection.recv(WAIT_S))
            if message.WhichOneof("type") == "new_session":
                yield message.new_session.initialize.session_id
                return


def send_file(
    app: str,
    session_id: str,
    name: str,
    size: int,
    headers: Mapping[str, str] | None = None,
    cookies: Mapping[str, str] | None = None,
) -> int:
    """The status with which a file of so many bytes is answered; 0 if the door is slammed."""
    place = urlsplit(app)
    token = generate_xsrf_token_string()
    sent = {"_streamlit_xsrf": token, **(cookies or {})}
    usual = {
        "X-Xsrftoken": token,
        "Cookie": "; ".join(f"{key}={value}" for key, value in sent.items()),
        "Content-Type": f"multipart/form-data; boundary={BOUNDARY}",
        "Origin": app,
    }
    asked = http.client.HTTPConnection(place.hostname, place.port, timeout=WAIT_S)
    body = HEAD + bytes(size) + TAIL
    try:
        path = f"/_stcore/upload_file/{session_id}/{name}"
        asked.request("PUT", path, body, usual | dict(headers or {}))
        return asked.getresponse().status
    except ConnectionError:
        return 0
    finally:
        asked.close()
