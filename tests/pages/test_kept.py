"""What is asked for again is made once: for all threads, for a version, and in a run."""

import threading
import time

import pytest

from views.widgets.app import versions
from views.widgets.app.kept import kept


def test_a_thing_is_made_once_for_each_key_and_the_oldest_goes_first():
    made = []

    @kept(2)
    def own(key):
        made.append(key)
        return [key]

    assert own(1) is own(1)
    own(2), own(3), own(3), own(1)
    assert made == [1, 2, 3, 1]
    own.clear()
    own(1)
    assert made == [1, 2, 3, 1, 1]


def test_nothing_is_a_thing_too():
    made = []
    own = kept(1)(lambda: made.append(1))
    assert own() is own() is None
    assert made == [1]


def test_many_threads_that_ask_at_once_get_one_thing():
    made = []

    @kept(1)
    def own():
        time.sleep(0.05)
        made.append(object())
        return made[-1]

    got = []
    threads = [threading.Thread(target=lambda: got.append(own())) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 1
    assert got == made * 8


def test_what_failed_is_tried_again():
    tried = []

    @kept(1)
    def own():
        tried.append(1)
        if len(tried) == 1:
            raise ValueError("no disk")
        return "made"

    with pytest.raises(ValueError, match="no disk"):
        own()
    assert own() == "made"


class Counted:
    """A store whose version is how often it was asked for."""

    asked = 0

    def version(self):
        self.asked += 1
        return str(self.asked)


def test_a_run_asks_once_and_a_part_that_runs_alone_asks_anew():
    store = Counted()
    ask = versions.once_a_run(store.version)
    versions.begin(store)
    try:
        assert (ask(), ask()) == ("1", "1")
        versions.begin_again()
        assert (ask(), ask()) == ("2", "2")
    finally:
        versions._of_run.set(None)
    assert (ask(), ask()) == ("3", "4")  # no run is under way
