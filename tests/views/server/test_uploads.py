"""Files are taken from staff alone, and never more of them than there is room for."""

import pytest
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.uploaded_file_manager import UploadedFileRec

from tests.doors import asked, page
from views.leans import streamlit
from views.server import uploads
from views.server.uploads import MOST_IN_ALL, MOST_OF_SESSION, EndedUploads, Uploads

ADDRESS = "/_stcore/upload_file/{session}/file"


class Runtime:
    """The files that a server has, and which of its sessions are open."""

    def __init__(self, *open_sessions: str) -> None:
        self.uploaded_file_mgr = MemoryUploadedFileManager("/upload")
        self.open = set(open_sessions)

    def is_active_session(self, session: str) -> bool:
        return session in self.open

    def add(self, session: str, name: str, size: int) -> None:
        file = UploadedFileRec(name, name, "text/csv", bytes(size))
        self.uploaded_file_mgr.add_file(session, file)


@pytest.fixture
def server(monkeypatch):
    """A server with the open session `here`, where everybody is staff."""
    made = Runtime("here")
    monkeypatch.setattr(streamlit.runtime, "get_instance", lambda: made)
    monkeypatch.setattr(uploads, "is_of_staff", lambda _: True)
    return made


def answer(app, path: str, headers=(("content-length", "10"),), method: str = "PUT") -> int:
    """The status with which a request is answered; a middleware's own or that of `app` behind."""
    return asked(app, path, headers, method).status


accepts = page(status=204)


def test_an_upload_of_anybody_else_is_refused(server, monkeypatch):
    monkeypatch.setattr(uploads, "is_of_staff", lambda _: False)
    for path in (ADDRESS.format(session="here"), "/base" + ADDRESS.format(session="here")):
        for method in ("PUT", "POST", "DELETE"):
            assert answer(Uploads(accepts), path, method=method) == 403
    assert answer(Uploads(accepts), "/_stcore/health", method="GET") == 204


@pytest.mark.parametrize("said", ("", "-1", "1e9", "٣", "9" * 5000))
def test_an_upload_that_does_not_say_how_long_it_is_is_refused(server, said):
    headers = (("content-length", said),) if said else ()
    assert answer(Uploads(accepts), ADDRESS.format(session="here"), headers) == 411


def test_no_more_is_taken_than_there_is_room_for_in_all(server):
    path = ADDRESS.format(session="here")
    server.add("there", "a", MOST_IN_ALL - 10)
    assert answer(Uploads(accepts), path) == 204
    server.add("there", "b", 1)
    assert answer(Uploads(accepts), path) == 503


def test_a_session_keeps_the_newest_of_its_files(server):
    half = MOST_OF_SESSION // 2
    for name in ("a", "b", "c"):
        server.add("here", name, half)
    server.add("there", "a", 1)
    assert answer(Uploads(accepts), ADDRESS.format(session="here")) == 204
    left = server.uploaded_file_mgr.file_storage
    assert list(left["here"]) == ["b", "c"]
    assert list(left["there"]) == ["a"]


def test_nothing_stays_of_a_file_whose_session_ended_while_it_came(server):
    async def ends(_scope, _receive, send):
        server.open.clear()
        server.add("here", "a", 5)
        await accepts(_scope, _receive, send)

    assert answer(Uploads(ends), ADDRESS.format(session="here")) == 204
    assert "here" not in server.uploaded_file_mgr.file_storage


def test_room_is_given_back_when_an_upload_fails(server):
    async def fails(_scope, _receive, _send):
        raise ConnectionError

    door = Uploads(fails)
    length = (("content-length", str(MOST_IN_ALL)),)
    for _again in range(2):
        with pytest.raises(ConnectionError):
            answer(door, ADDRESS.format(session="here"), length)


def test_files_of_a_session_that_ended_go_at_the_second_look(server):
    server.add("here", "a", 5)
    server.add("gone", "a", 5)
    looks = EndedUploads()
    looks.look()
    assert set(server.uploaded_file_mgr.file_storage) == {"here", "gone"}
    looks.look()
    assert set(server.uploaded_file_mgr.file_storage) == {"here"}
