"""What is pressed is done, also where the page asks for another run at the same time."""

import re
from socket import create_connection
from urllib.parse import urlsplit

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

from tests.browser.bare_client import WAIT_S, asks_for, handshake

TIMES = 5


def until_the_end(connection) -> str:
    """What is told up to the end of a run, also of one that was stopped."""
    words = []
    while True:
        message = ForwardMsg.FromString(connection.recv(WAIT_S))
        words.append(str(message))
        if message.WhichOneof("type") == "script_finished":
            return "\n".join(words)


def test_a_press_that_meets_a_message_of_the_page_itself_is_done(app):
    place = urlsplit(app)
    plain = asks_for("sources", "")
    opened = []
    for _ in range(TIMES):
        socket = create_connection((place.hostname, place.port), WAIT_S)
        with connect(sock=socket, **handshake(app)) as connection:
            connection.send(plain.SerializeToString())
            (button,) = set(re.findall(r'"(\$\$ID-[0-9a-f]+-search)"', until_the_end(connection)))
            pressed = asks_for("sources", "")
            pressed.rerun_script.widget_states.widgets.add(id=button, trigger_value=True)
            connection.send(pressed.SerializeToString())
            connection.send(plain.SerializeToString())
            ran = until_the_end(connection)
            while "is_open: true" not in ran and "FINISHED_EARLY" in ran:
                ran += until_the_end(connection)
            opened.append("is_open: true" in ran)
    assert opened == [True] * TIMES
