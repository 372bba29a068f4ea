"""Nominatim through geopy, with answers from a server on this machine."""

import json
import threading
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest
from geopy.adapters import URLLibAdapter
from geopy.exc import GeocoderServiceError
from geopy.extra import rate_limiter

from geodata import geocode
from geodata.online import SOURCE, online_geocoder

TUMEN = {
    "lat": "42.96",
    "lon": "129.84",
    "display_name": "图们市, 吉林省, 中国",
    "name": "图们市",
    "addresstype": "city",
    "osm_id": 1,
}


@pytest.fixture
def nominatim():
    """A server that answers as Nominatim does, its requests, and an adapter that asks it."""
    asked = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            question = {key: value[0] for key, value in parse_qs(urlsplit(self.path).query).items()}
            asked.append({**question, "agent": self.headers["User-Agent"]})
            broken = question["q"] == "Broken"
            self.send_response(503 if broken else 200)
            self.end_headers()
            self.wfile.write(json.dumps([TUMEN] if question["q"] == "Tumen" else []).encode())

        def log_message(self, *words):
            """Keep the test's output clean."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()

    class Loopback(URLLibAdapter):
        def get_text(self, url, **rest):
            here = urlsplit(url)._replace(scheme="http", netloc=f"127.0.0.1:{server.server_port}")
            return super().get_text(here.geturl(), **rest)

    yield asked, Loopback
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def waits(monkeypatch):
    """The seconds that geopy's limiter waits, on a clock that only its waiting moves."""
    seconds = []
    monkeypatch.setattr(rate_limiter, "default_timer", lambda: 100 + sum(seconds))
    monkeypatch.setattr(rate_limiter, "sleep", seconds.append)
    return seconds


@pytest.fixture
def online(nominatim, waits, tmp_path):
    return partial(
        online_geocoder,
        tmp_path / "new" / "cache.sqlite3",
        "a test of this project",
        adapter_factory=nominatim[1],
    )


def test_a_second_question_is_answered_from_the_disk(online, nominatim, waits):
    asked, _ = nominatim
    first = online().geocode("Tumen")
    second = online().geocode("Tumen")
    assert first == second and (first[0].latitude, first[0].longitude) == (42.96, 129.84)
    assert len(asked) == 1 and waits == []


def test_that_there_is_no_answer_is_remembered_too(online, nominatim):
    asked, _ = nominatim
    assert online().geocode("Taowen") == online().geocode("Taowen") == []
    assert len(asked) == 1


def test_another_country_or_limit_is_another_question(online, nominatim):
    asked, _ = nominatim
    geocoder = online()
    geocoder.geocode("Tumen", country_codes="CN")
    geocoder.geocode("Tumen", country_codes=["KP", "CN"], limit=2)
    assert [question.get("countrycodes") for question in asked] == ["cn", "cn,kp"]
    assert [question["limit"] for question in asked] == ["10", "2"]


def test_two_requests_are_a_second_apart(online, nominatim, waits):
    geocoder = online()
    geocoder.geocode("Tumen")
    geocoder.geocode("Yanji")
    assert waits == [1]


def test_the_request_says_who_asks(online, nominatim):
    online().geocode("Tumen")
    assert nominatim[0][0]["agent"] == "a test of this project"


def test_an_error_is_raised_and_not_remembered(online, nominatim):
    asked, _ = nominatim
    for _ in range(2):
        with pytest.raises(GeocoderServiceError):
            online().geocode("Broken")
    assert len(asked) == 2


def test_the_command_asks_nominatim_only_when_told_to(
    nominatim, waits, tmp_path, monkeypatch, capsys
):
    asked, adapter = nominatim
    monkeypatch.setattr(
        geocode, "online_geocoder", partial(online_geocoder, adapter_factory=adapter)
    )
    assert geocode.main(["Tumen"]) == 0
    assert asked == [] and SOURCE not in capsys.readouterr().out
    assert geocode.main(["Tumen", "--online", "--cache", str(tmp_path / "c")]) == 0
    assert len(asked) == 1 and SOURCE in capsys.readouterr().out


def test_the_command_goes_on_without_nominatim(nominatim, waits, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(
        geocode, "online_geocoder", partial(online_geocoder, adapter_factory=nominatim[1])
    )
    assert geocode.main(["Broken", "--online", "--cache", str(tmp_path / "c")]) == 1
    assert "Nominatim could not be asked" in capsys.readouterr().err
    assert geocode.main(["Tumen", "--online", "--cache", str(tmp_path)]) == 0
    assert "Nominatim could not be asked" in capsys.readouterr().err
