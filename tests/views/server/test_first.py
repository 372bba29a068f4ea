"""The first page is sent with what it says, where that is known in time, and no other page is."""

import gc
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import pytest

from tests.doors import asked, page
from views.leans.streamlit_page import page_folder
from views.server.page import Introduction, first, say_first

INDEX = (page_folder() / "index.html").read_bytes()


@dataclass(frozen=True)
class Said:
    shown: str = '<main id="first-answer"><h1>도문</h1></main>'
    scripts: tuple[str, ...] = ("app/static/atlas/made/1.js",)


@pytest.fixture(autouse=True)
def _nothing_is_said_after(monkeypatch):
    monkeypatch.setattr(first, "_says", [])


def sent(path: str = "/", **options) -> str:
    return asked(Introduction(page(INDEX)), path, **options).body.decode()


def test_the_first_page_has_its_words_before_its_root_and_asks_for_the_scripts_of_its_map():
    say_first(Said)
    found = sent()
    assert found.index("<h1>도문</h1>") < found.index('id="root"')
    assert '<link rel="preload" href="./app/static/atlas/made/1.js" as="script"' in found
    assert 'rel="modulepreload" href="./static/js/ComponentInstance.' in found
    head, _rest = found.split("</head>")
    assert "plotly" not in head, "the chart would take the line from the map"


def test_who_runs_no_scripts_is_not_told_that_there_is_nothing():
    say_first(Said)
    assert "enable JavaScript" not in sent() and "_stcore/agent" not in sent().split("<body>")[1]


@pytest.mark.parametrize(
    "options",
    (
        {"query": "journey=a"},
        {"query": "embed=true"},
        {"path": "/journeys"},
        {"path": "/records"},
        {"method": "HEAD"},
    ),
    ids=str,
)
def test_no_other_address_has_these_words(options):
    say_first(Said)
    assert "first-answer" not in sent(**options)


def test_before_a_page_has_run_nothing_is_said():
    assert "first-answer" not in sent()


def test_nobody_waits_for_words_that_are_not_made_in_time(monkeypatch):
    monkeypatch.setattr(first, "PATIENCE_S", 0.05)
    say_first(lambda: time.sleep(0.4) or Said())
    assert "first-answer" not in sent()


def test_whoever_asks_while_the_words_are_made_takes_no_thread_from_files(monkeypatch):
    monkeypatch.setattr(first, "PATIENCE_S", 0.05)
    monkeypatch.setattr(first, "_threads", ThreadPoolExecutor(2, "first-words"))
    under_way, enough = [], threading.Event()

    def said():
        under_way.append(threading.current_thread().name)
        enough.wait(5)
        return Said()

    say_first(said)
    for _ in range(5):
        assert "first-answer" not in sent()
    enough.set()
    assert len(under_way) == 2
    assert all(name.startswith("first-words") for name in under_way)
    assert "first-answer" in sent(), "what nobody waited for is in nobody's way"


def test_words_that_fail_when_nobody_waits_any_more_are_not_in_the_log(monkeypatch, caplog):
    monkeypatch.setattr(first, "PATIENCE_S", 0.01)

    def fail():
        time.sleep(0.1)
        raise ValueError("a name")

    say_first(fail)
    sent()
    time.sleep(0.2)
    gc.collect()
    assert "a name" not in caplog.text


def test_where_the_words_fail_the_page_is_sent_all_the_same(caplog):
    def fail():
        raise ValueError("a name")

    say_first(fail)
    assert 'id="root"' in sent() and "first-answer" not in sent()
    assert "ValueError" in caplog.text and "a name" not in caplog.text


def test_every_page_asks_for_our_typefaces_and_not_for_one_of_streamlit_s_that_is_not_used():
    for path in ("/", "/sources"):
        found = sent(path)
        assert re_found(found) == ["source-sans.woff2", "source-serif.woff2"]
        assert "SourceSansVF" not in found


def re_found(text: str) -> list[str]:
    """The typefaces that a page asks for ahead."""
    links = [part.split(">")[0] for part in text.split("<link")[1:] if 'as="font"' in part]
    return [link.split('href="')[1].split('"')[0].rpartition("/")[2] for link in links]
