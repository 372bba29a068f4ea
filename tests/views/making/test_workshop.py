"""Whatever is asked for how often, few files are made at once, and nobody waits for nothing."""

from concurrent.futures import Future, ThreadPoolExecutor, wait
from threading import Event, Lock

import pytest

from views.making.shelf import Shelf
from views.making.workshop import Abandoned, Limits, Order, Refused, Visitor, Workshop

WAIT_S = 10


class Bench:
    """A workshop, and a maker that goes on only when it may, and counts."""

    def __init__(self, workers=1, jobs=3, people=6, seconds=WAIT_S, jobs_of_one=3, people_of_one=6):
        limits = Limits(workers, jobs, people, seconds, jobs_of_one, people_of_one)
        self.workshop = Workshop(limits, Shelf(1000))
        self.threads = ThreadPoolExecutor(40)
        self.started, self.may_go_on, self.lock = Event(), Event(), Lock()
        self.made, self.at_once, self.most_at_once = [], 0, 0
        self.version = 1

    def order(self, name: str) -> Order:
        def make(_wanted) -> str:
            with self.lock:
                self.at_once += 1
                self.most_at_once = max(self.most_at_once, self.at_once)
            self.started.set()
            assert self.may_go_on.wait(WAIT_S)
            with self.lock:
                self.at_once -= 1
                self.made.append(name)
            return f"{name} {self.version}"

        return Order(make, lambda: (self.version, name))

    def ask(self, visitor: Visitor, order: Order) -> Future:
        """Ask in a thread of its own, and go on once the visitor is in line, or has an answer."""
        before = visitor.waits.get(self.workshop)
        asked = self.threads.submit(self.workshop.file, visitor, order)
        while not asked.done() and visitor.waits.get(self.workshop) is before:
            wait([asked], 0.001)
        return asked


@pytest.fixture
def bench():
    found = Bench()
    yield found
    found.may_go_on.set()
    found.threads.shutdown()


def test_a_file_that_two_visitors_ask_for_at_once_is_made_once(bench):
    asked = [bench.ask(Visitor(), bench.order("a")) for _ in range(2)]
    bench.may_go_on.set()
    assert [one.result(WAIT_S) for one in asked] == [b"a 1", b"a 1"]
    assert bench.made == ["a"]


def test_a_file_that_was_made_is_given_again_while_the_version_stays(bench):
    bench.may_go_on.set()
    given = [bench.workshop.file(Visitor(), bench.order("a")) for _ in range(3)]
    bench.version = 2
    given.append(bench.workshop.file(Visitor(), bench.order("a")))
    assert given == [b"a 1", b"a 1", b"a 1", b"a 2"]
    assert bench.made == ["a", "a"]


def test_nothing_made_of_an_earlier_version_is_given_though_it_was_asked_for_then(bench):
    asked = bench.ask(Visitor(), bench.order("a"))
    assert bench.started.wait(WAIT_S)
    started = Event()

    def make(_wanted) -> str:
        version = bench.version
        started.set()
        assert bench.may_go_on.wait(WAIT_S)
        return f"b {version}"

    other = Bench()
    waiting = other.ask(Visitor(), Order(make, lambda: (bench.version, "b")))
    assert started.wait(WAIT_S)
    bench.version = 2
    bench.may_go_on.set()
    assert waiting.result(WAIT_S) == b"b 2"
    assert asked.result(WAIT_S) == b"a 2"


def test_a_visitor_who_presses_again_waits_for_the_same_job_with_one_thread(bench):
    visitor = Visitor()
    asked = [bench.ask(visitor, bench.order("a")) for _ in range(24)]
    for earlier in asked[:-1]:
        assert isinstance(earlier.exception(WAIT_S), Refused)
    bench.may_go_on.set()
    assert asked[-1].result(WAIT_S) == b"a 1"
    assert bench.made == ["a"]


def test_a_visitor_has_one_file_in_line_and_the_next_is_refused_until_it_is_there(bench):
    visitor = Visitor()
    first = bench.ask(visitor, bench.order("a"))
    with pytest.raises(Refused):
        bench.workshop.file(visitor, bench.order("b"))
    bench.may_go_on.set()
    first.result(WAIT_S)
    assert bench.workshop.file(visitor, bench.order("b")) == b"b 1"


def test_no_more_files_are_made_at_once_than_there_are_workers():
    bench = Bench(workers=2, jobs=9, people=9)
    asked = [bench.ask(Visitor(), bench.order(name)) for name in "abcdefghi"]
    bench.may_go_on.set()
    wait(asked, WAIT_S)
    assert sorted(bench.made) == list("abcdefghi")
    assert bench.most_at_once <= 2


def test_the_line_has_an_end_and_opens_again(bench):
    for name in "abc":
        bench.ask(Visitor(), bench.order(name))
    with pytest.raises(Refused):
        bench.workshop.file(Visitor(), bench.order("d"))
    bench.may_go_on.set()
    bench.workshop.file(Visitor(), bench.order("a"))
    assert bench.threads.submit(bench.workshop.file, Visitor(), bench.order("c")).result(WAIT_S)


def test_no_more_people_wait_than_there_are_threads_for(bench):
    for _ in range(6):
        bench.ask(Visitor(), bench.order("a"))
    with pytest.raises(Refused):
        bench.workshop.file(Visitor(), bench.order("a"))


def test_one_network_takes_no_more_than_its_share_of_files_and_of_places_to_wait():
    bench = Bench(jobs=9, people=9, jobs_of_one=2, people_of_one=3)
    asked = [bench.ask(Visitor("a"), bench.order(name)) for name in "12"]
    with pytest.raises(Refused, match="Too many files"):
        bench.workshop.file(Visitor("a"), bench.order("3"))
    asked.append(bench.ask(Visitor("a"), bench.order("2")))
    with pytest.raises(Refused, match="Too many people"):
        bench.workshop.file(Visitor("a"), bench.order("2"))
    asked += [bench.ask(Visitor(network), bench.order("3")) for network in ("b", None)]
    bench.may_go_on.set()
    assert [one.result(WAIT_S)[:1] for one in asked] == [b"1", b"2", b"2", b"3", b"3"]
    bench.threads.shutdown()


def test_networks_take_turns_however_much_one_of_them_asks_for():
    bench = Bench(jobs=9, people=9, jobs_of_one=5)
    asked = [bench.ask(Visitor("a"), bench.order(name)) for name in "1234"]
    asked += [bench.ask(Visitor("b"), bench.order(name)) for name in "56"]
    bench.may_go_on.set()
    assert all(one.result(WAIT_S) for one in asked)
    assert "".join(bench.made) in ("152634", "125364")
    bench.threads.shutdown()


def test_what_stands_in_line_for_somebody_who_left_is_not_made_and_has_no_place(bench):
    stays, leaves = Visitor(), [Visitor(), Visitor()]
    first = bench.ask(stays, bench.order("a"))
    gone = [bench.ask(one, bench.order(name)) for one, name in zip(leaves, "bc", strict=True)]
    for visitor in leaves:
        visitor.leave()
    assert all(isinstance(one.exception(WAIT_S), Refused) for one in gone)
    last = bench.ask(Visitor(), bench.order("d"))
    bench.may_go_on.set()
    assert (first.result(WAIT_S), last.result(WAIT_S)) == (b"a 1", b"d 1")
    assert bench.made == ["a", "d"]


def test_whoever_makes_a_file_learns_that_everybody_has_left(bench):
    stopped, started = Event(), Event()

    def make(is_wanted) -> str:
        started.set()
        while is_wanted():
            stopped.wait(0.001)
        stopped.set()
        raise Abandoned

    visitor = Visitor()
    asked = bench.ask(visitor, Order(make, lambda: "a"))
    assert started.wait(WAIT_S)
    visitor.leave()
    assert stopped.wait(WAIT_S)
    assert isinstance(asked.exception(WAIT_S), Refused)


def test_somebody_who_left_can_come_back(bench):
    visitor = Visitor()
    bench.ask(visitor, bench.order("a"))
    visitor.leave()
    bench.may_go_on.set()
    assert bench.workshop.file(visitor, bench.order("a")) == b"a 1"


def test_whoever_waits_too_long_is_let_go():
    bench = Bench(seconds=0.01)
    with pytest.raises(Refused):
        bench.workshop.file(Visitor(), bench.order("a"))
    bench.may_go_on.set()


def test_a_mistake_reaches_everybody_who_waits_and_is_not_kept(bench):
    def make(_wanted) -> str:
        assert bench.may_go_on.wait(WAIT_S)
        raise OSError("the disk")

    asked = [bench.ask(Visitor(), Order(make, lambda: "a")) for _ in range(2)]
    bench.may_go_on.set()
    assert [str(one.exception(WAIT_S)) for one in asked] == ["the disk"] * 2
    assert bench.workshop.file(Visitor(), Order(lambda _wanted: "whole", lambda: "a")) == b"whole"


def test_a_file_without_a_key_is_for_whoever_asks_alone(bench):
    given = [
        bench.workshop.file(Visitor(), Order(lambda _wanted, text=text: text)) for text in "ab"
    ]
    assert given == [b"a", b"b"]


def test_files_that_were_made_are_let_go_at_once(bench):
    bench.may_go_on.set()
    bench.workshop.file(Visitor(), bench.order("a"))
    bench.workshop.clear()
    bench.workshop.file(Visitor(), bench.order("a"))
    assert bench.made == ["a", "a"]
