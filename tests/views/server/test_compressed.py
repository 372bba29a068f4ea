"""A file of the page is sent compressed, compressed once, and is what it was."""

import asyncio
import gzip
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import brotli
import pytest

from tests.doors import Answer, asked
from views.server import compressed
from views.server.compressed import Compressed

SCRIPT = b"const way = 'out';\n" * 500
JS = "text/javascript; charset=utf-8"


def file(body=SCRIPT, kind=JS, status=200, seen=None, **headers):
    """An application that answers with a file, as Streamlit does."""
    given = {"content-type": kind, "etag": '"1"', "content-length": str(len(body)), **headers}

    async def app(scope, _receive, send):
        if seen is not None:
            seen.append(dict(scope["headers"]))
        raw = [(name.encode(), value.encode()) for name, value in given.items() if value]
        await send({"type": "http.response.start", "status": status, "headers": raw})
        half = len(body) // 2
        await send({"type": "http.response.body", "body": body[:half], "more_body": True})
        await send({"type": "http.response.body", "body": body[half:]})

    return app


def got(app, path="/static/js/a.js", accept="gzip, deflate, br", **options) -> Answer:
    return asked(app, path, headers=[("Accept-Encoding", accept)], **options)


@pytest.mark.parametrize(
    ("accept", "encoding", "opened"),
    [
        ("gzip, deflate, br, zstd", "br", brotli.decompress),
        ("gzip", "gzip", gzip.decompress),
        ("br;q=0, gzip;q=0.5", "gzip", gzip.decompress),
    ],
)
def test_a_script_is_sent_as_the_browser_reads_it_best(accept, encoding, opened):
    answer = got(Compressed(file()), accept=accept)
    assert answer.headers["content-encoding"] == encoding
    assert opened(answer.body) == SCRIPT
    assert int(answer.headers["content-length"]) == len(answer.body) < len(SCRIPT) / 4
    assert answer.headers["vary"] == "Accept-Encoding"
    assert answer.headers["etag"] == 'W/"1"'


@pytest.mark.parametrize("accept", ("", "identity", "zstd", "br;q=0"))
def test_a_browser_that_reads_neither_gets_the_file_as_it_is(accept):
    answer = got(Compressed(file()), accept=accept)
    assert answer.body == SCRIPT and "content-encoding" not in answer.headers


@pytest.mark.parametrize(
    "app",
    [
        file(kind="font/woff2"),
        file(kind="image/webp"),
        file(b"short"),
        file(status=404),
        file(b"", status=304),
        file(gzip.compress(SCRIPT), **{"content-encoding": "gzip"}),
    ],
    ids=("font", "picture", "short", "missing", "known", "compressed"),
)
def test_what_would_gain_nothing_or_cannot_be_told_apart_passes_as_it_is(app):
    plain, through = asked(app, "/static/a"), got(Compressed(app))
    assert (through.status, through.body) == (plain.status, plain.body)
    assert through.headers.get("content-encoding") == plain.headers.get("content-encoding")


@pytest.mark.parametrize("path", ("/media/a.csv", "/_stcore/health", "/journeys", "/statics/a"))
def test_what_is_no_file_of_a_page_is_not_touched(path):
    seen = []
    assert got(Compressed(file(seen=seen)), path).body == SCRIPT
    assert b"accept-encoding" in seen[0]


def test_a_part_of_a_file_is_sent_as_a_part():
    headers = [("Accept-Encoding", "br"), ("Range", "bytes=0-9")]
    assert "content-encoding" not in asked(Compressed(file()), "/static/a.js", headers).headers


def test_nobody_else_compresses_it_before():
    seen = []
    got(Compressed(file(seen=seen)), "/app/static/atlas/a.js")
    assert b"accept-encoding" not in seen[0]


def test_a_file_is_compressed_once_however_many_ask(monkeypatch):
    made, may_go = [], threading.Event()

    def slowly(body):
        made.append(body)
        may_go.wait(5)
        return gzip.compress(body)

    monkeypatch.setattr(compressed, "COMPRESS", {"gzip": slowly})
    app = Compressed(file())

    async def many():
        scope = {"type": "http", "method": "GET", "path": "/static/a.js"}
        scope["headers"] = [(b"accept-encoding", b"gzip")]
        answers = [Answer() for _ in range(5)]

        async def get(answer):
            async def send(message):
                answer.sent.append(message)

            await app(scope, None, send)

        tasks = [asyncio.create_task(get(one)) for one in answers]
        await asyncio.sleep(0.1)
        may_go.set()
        await asyncio.gather(*tasks)
        return answers

    with ThreadPoolExecutor(1) as thread:
        answers = thread.submit(asyncio.run, many()).result()
    assert all(gzip.decompress(one.body) == SCRIPT for one in answers)
    got(app, "/static/a.js", "gzip")
    assert len(made) == 1


def test_a_changed_file_is_compressed_anew():
    bodies = iter((b"old " * 1000, b"new " * 1000))
    states = iter(('"1"', '"2"'))

    async def app(scope, receive, send):
        await file(next(bodies), etag=next(states))(scope, receive, send)

    through = Compressed(app)
    assert [brotli.decompress(got(through).body)[:3] for _ in range(2)] == [b"old", b"new"]


def test_a_file_without_a_mark_of_its_state_is_told_by_what_it_holds():
    bodies = iter((b"old " * 1000, b"new " * 1000))

    async def app(scope, receive, send):
        await file(next(bodies), etag="")(scope, receive, send)

    through = Compressed(app)
    assert [brotli.decompress(got(through).body)[:3] for _ in range(2)] == [b"old", b"new"]


def test_a_browser_keeps_what_is_named_by_what_it_holds_and_nobody_on_the_way():
    made = got(Compressed(file()), "/app/static/atlas/made/0123456789abcdef.js")
    assert made.headers["cache-control"] == "private, max-age=31536000, immutable"
    assert "cache-control" not in got(Compressed(file()), "/app/static/atlas/map/atlas.css").headers


@pytest.mark.parametrize(
    ("headers", "status"),
    [({}, 200), ({"Accept-Encoding": "identity"}, 200), ({"Range": "bytes=0-9"}, 206)],
)
@pytest.mark.parametrize("method", ("GET", "HEAD"))
def test_nobody_on_the_way_keeps_what_was_made_however_it_is_asked_for(headers, status, method):
    app = Compressed(file(status=status))
    asks = {"headers": headers.items(), "method": method}
    made = asked(app, "/app/static/atlas/made/0a.html", **asks)
    assert made.headers["cache-control"] == "private, max-age=31536000, immutable"
    assert "cache-control" not in asked(app, "/journeys/atlas/made/0a.html", **asks).headers


def test_a_typeface_is_not_asked_for_twice_in_a_day():
    font = file(kind="font/woff2")
    face = got(Compressed(font), "/app/static/atlas/typefaces/source-sans.woff2")
    assert face.headers["cache-control"] == "public, max-age=86400" and face.body == SCRIPT


def test_a_file_in_a_known_state_is_answered_without_a_look_at_it(monkeypatch):
    looks = []
    plain = compressed.hashlib.sha256
    monkeypatch.setattr(
        compressed.hashlib, "sha256", lambda data: looks.append(len(data)) or plain(data)
    )
    app = Compressed(file())
    answers = [got(app).body for _ in range(5)]
    assert [brotli.decompress(each) for each in answers] == [SCRIPT] * 5
    assert [size for size in looks if size == len(SCRIPT)] == [len(SCRIPT)]


def test_a_request_that_is_broken_off_leaves_its_place_to_another_one():
    async def app(_scope, _receive, send):
        raw = [(b"content-type", JS.encode())]
        await send({"type": "http.response.start", "status": 200, "headers": raw})
        raise ConnectionError

    through = Compressed(app)
    for _ in range(9):
        with pytest.raises(ConnectionError):
            got(through)
    through._app = file()
    assert brotli.decompress(got(through).body) == SCRIPT


def test_whoever_reads_slowly_gets_no_more_than_a_part_at_once(monkeypatch):
    monkeypatch.setattr(compressed, "PART", 10)
    parts = [each for each in got(Compressed(file())).sent if each["type"].endswith("body")]
    assert max(len(part["body"]) for part in parts) == 10 and len(parts) > 3
    assert [part["more_body"] for part in parts] == [True] * (len(parts) - 1) + [False]


def test_two_files_in_the_same_state_are_not_taken_for_each_other():
    async def app(scope, receive, send):
        body = scope["path"].encode().ljust(2_000)
        await file(body, etag='"1"')(scope, receive, send)

    through = Compressed(app)
    for path in ("/static/a.js", "/static/b.js", "/static/a.js"):
        assert brotli.decompress(got(through, path).body).strip() == path.encode()


def test_states_have_a_bound_and_one_whose_text_went_is_looked_at_again(monkeypatch):
    monkeypatch.setattr(compressed, "MOST_STATES", 5)
    app = Compressed(file())
    for number in range(20):
        got(app, f"/static/{'./' * number}a.js")
    assert len(app._states) == 5 and len(app._kept) == 1
    app._kept.clear()
    assert brotli.decompress(got(app, f"/static/{'./' * 19}a.js").body) == SCRIPT


def test_a_script_of_a_component_that_is_named_by_what_it_holds_is_not_asked_for_twice_in_a_day():
    app = Compressed(file())
    kept = got(app, "/component/a.b/static/js/main.521860b0.js").headers
    assert kept["cache-control"] == "public, max-age=86400"
    assert "cache-control" not in got(app, "/component/a.b/main.js").headers


def many(app, paths) -> list[Answer]:
    """The answers to all who ask at once."""
    answers = [Answer() for _ in paths]

    async def get(path, answer):
        async def send(message):
            answer.sent.append(message)

        scope = {"type": "http", "method": "GET", "path": path}
        scope["headers"] = [(b"accept-encoding", b"gzip")]
        await app(scope, None, send)

    async def all_of_them():
        await asyncio.gather(*map(get, paths, answers))

    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, all_of_them()).result()
    return answers


def test_a_file_under_many_spellings_of_its_name_is_compressed_and_kept_once(monkeypatch):
    made = []
    monkeypatch.setitem(compressed.COMPRESS, "gzip", lambda body: made.append(1) or b"packed")
    app = Compressed(file())
    answers = many(app, [f"/static/{'./' * number}a.js" for number in range(50)])
    assert {one.body for one in answers} == {b"packed"}
    assert len(made) == len(app._kept) == 1


def test_no_two_files_are_compressed_at_once(monkeypatch):
    busy = threading.Lock()

    def alone(body):
        assert busy.acquire(blocking=False)
        time.sleep(0.01)
        busy.release()
        return gzip.compress(body)

    async def app(scope, receive, send):
        await file(SCRIPT + scope["path"].encode())(scope, receive, send)

    monkeypatch.setitem(compressed.COMPRESS, "gzip", alone)
    answers = many(Compressed(app), [f"/static/{number}.js" for number in range(60)])
    assert all(gzip.decompress(one.body).startswith(SCRIPT) for one in answers)


@pytest.mark.parametrize("path", ("made/0123456789abcdef.js", "vendor/leaflet.js"))
def test_what_is_not_there_is_not_said_to_stay_so(path):
    answer = got(Compressed(file(status=404)), f"/app/static/atlas/{path}")
    assert "cache-control" not in answer.headers


def test_what_is_kept_has_a_bound(monkeypatch):
    monkeypatch.setattr(compressed, "MOST_KEPT", 400)

    async def each(scope, receive, send):
        await file(SCRIPT + scope["path"].encode())(scope, receive, send)

    app = Compressed(each)
    for number in range(50):
        path = f"/static/{number}.js"
        assert brotli.decompress(got(app, path).body) == SCRIPT + path.encode()
    assert sum(map(len, app._kept.values())) == app._size <= 400
    assert len(app._kept) < 10


def test_however_many_ask_at_once_few_files_are_in_memory_as_they_are():
    under_way, most = [0], [0]

    async def app(scope, _receive, send):
        raw = [(b"content-type", JS.encode()), (b"etag", scope["path"].encode())]
        await send({"type": "http.response.start", "status": 200, "headers": raw})
        under_way[0] += 1
        most[0] = max(most[0], under_way[0])
        for _ in range(20):
            await asyncio.sleep(0)
            await send({"type": "http.response.body", "body": SCRIPT, "more_body": True})
        await send({"type": "http.response.body", "body": b""})
        under_way[0] -= 1

    paths = [f"/static/{number}.js" for number in range(100)]
    answers = many(Compressed(app), paths)
    assert all(gzip.decompress(one.body) == SCRIPT * 20 for one in answers)
    assert most[0] == compressed.MOST_COLLECTED
