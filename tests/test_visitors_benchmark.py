"""The visitors of `python -m tests.benchmarks.visitors`, in small: what they find out."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from dataclasses import replace

import pytest

from annotations.collection.load import load
from annotations.publication.publish import published
from annotations.selection.filters import Filters
from annotations.store.files.store import CsvStore
from tests.benchmarks import bare_visitor, visitors
from tests.benchmarks.bare_visitor import Visitor
from tests.benchmarks.filtering import Answers, Told
from tests.benchmarks.visitors import Crowd, Measured, crowd, lines
from tests.browser.app import free_port, run_script, start_app

pytestmark = pytest.mark.xdist_group("visitors")  # they share the app below
FEW = Crowd(visitors=5, seconds=2, every_s=1, warm_s=0)
WRONG = {
    "the list is not that of the selection",
    "the map does not show the selection",
    "the timeline does not show the selection",
}


@pytest.fixture(scope="module")
def app():
    with start_app() as address:
        yield address


@pytest.fixture(scope="module")
def ours():
    """The project's own records, as the app shows them."""
    return published(load(CsvStore()).collection)


def run(asked: Coroutine) -> list:
    """What comes of it, in a thread of its own: a browser of other tests holds the loop here."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, asked).result()


def faults_of(app: str, answers: Answers, clicks: int = 1) -> list[str]:
    """What a visitor finds wrong who comes and filters."""

    async def visit() -> list[str]:
        visitor = Visitor(app, answers, seed=1)
        given = [await visitor.open()]
        given += [await visitor.filter(0) for _ in range(clicks)]
        await visitor.leave()
        return [fault for answer in given for fault in answer.faults]

    return run(visit())


def test_every_one_of_five_visitors_at_once_gets_the_right_answers(app, ours):
    given = run(crowd(app, Answers(ours), FEW, nullcontext()))
    assert [fault for answer in given for fault in answer.faults] == []
    assert len(given) == 10
    assert all(0 < answer.ms < bare_visitor.PATIENCE_S * 1000 for answer in given)


def test_a_visitor_filters_by_all_there_is(ours):
    answers, visitor = Answers(ours), Visitor("", Answers(ours), seed=1)
    seen = [visitor.choose() for _ in range(2000)]
    for name, codes in answers.codes.items():
        assert set().union(*(getattr(filters, name) for filters in seen)) == set(codes)
    assert {(filters.possibly, filters.whole_time) for filters in seen} == {
        (False, False), (False, True), (True, False), (True, True),
    }  # fmt: skip
    assert Filters() in seen


def test_an_answer_that_is_not_that_of_the_filters_is_found_out_in_every_view(app, ours):
    others = {key: j for key, j in ours.journeys.items() if key != "kim-seong-min-1996"}
    fewer = replace(ours, journeys=others)
    faults = faults_of(app, Answers(fewer), clicks=0)
    assert {fault for fault in faults if not fault.startswith("the counters")} == WRONG
    assert len(faults) == 4


def test_a_page_that_tells_nothing_is_found_out(ours):
    answers = Answers(ours)
    faults = answers.faults(Told(), answers.expected(Filters()))
    assert len(faults) == 4


def test_an_exception_on_the_page_is_an_error_each_time(tmp_path, ours):
    script = tmp_path / "app.py"
    script.write_text("raise ValueError('broken on purpose')\n", encoding="utf-8")
    with run_script(script) as running:
        faults = faults_of(running.address, Answers(ours))
    assert sum("encountered an error" in fault for fault in faults) == 2


def test_an_answer_that_does_not_come_is_missed(app, ours, monkeypatch):
    monkeypatch.setattr(bare_visitor, "PATIENCE_S", 0.001)
    assert faults_of(app, Answers(ours), clicks=0) == ["no answer within 0.001 seconds"]


def test_a_server_that_is_gone_is_an_error(ours):
    (fault,) = faults_of(f"http://127.0.0.1:{free_port()}", Answers(ours), clicks=0)
    assert fault.startswith("cannot be reached: ")


def test_the_figures_stand_beside_their_targets_with_what_went_wrong():
    figures = {row.name: 6.0 for row in visitors.ROWS}
    found = Measured(figures, [200, 201], visitors.Counter({"cut off": 2}))
    told = [" ".join(line.split()) for line in lines(FEW, found)]
    assert told[0] == "5 visitors at once, each filtering every 1 s for 2 s"
    assert "wrong, missed or with an error 6 ≤ 0 NOT met" in told
    assert "more than in the first 6.0 % ≤ 5 NOT met" in told
    assert told[-2:] == ["every 30 s: 200, 201 MB", "2 × cut off"]
