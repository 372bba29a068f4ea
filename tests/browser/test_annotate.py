"""A new text becomes a journey on the public map, and only once a second person has read it."""

import getpass
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from annotations.annotating.work import as_draft, blank, new_work
from annotations.store.files.beside.drafts import DraftFolder
from annotations.store.files.beside.texts import TextFolder
from tests.browser.annotating import (
    begin,
    choose,
    drawn_stops,
    drop,
    fill,
    mark,
    opened,
    pick,
    press_until,
    stops,
)
from tests.browser.chromium import drawn, settled, tab_to
from tests.browser.chromium import visit as visit_of
from tests.browser.staff_apps import LISTED, SECOND, for_one_person, sign_in, with_sign_in
from tests.stores import tables_copied

# The sign of four bytes is one sign for the tables, and two for the browser.
TALK = """A short talk <img src=x onerror="document.title='run'">

In May 1998 she (𠮷) left Musan and crossed the river to Yanji.

Eight days later she was in Dalian. She reached Seoul in February 2000.
"""


@pytest.fixture(scope="module")
def tables(tmp_path_factory) -> Path:
    """A copy of the tables to save into."""
    return tables_copied(tmp_path_factory.mktemp("tables")).root


@pytest.fixture(scope="module")
def app(provider, tables, tmp_path_factory) -> Iterator[str]:
    """The app for everybody, with sign-in for staff, over the copy."""
    with with_sign_in(tmp_path_factory.mktemp("secrets"), provider, tables) as address:
        yield address


def test_a_pasted_text_becomes_a_journey_that_a_second_person_lets_the_public_see(
    browser, visit, app
):
    page = visit.page
    sign_in(page, app, LISTED)
    begin(page, app, TALK, Title="A short talk", Date_of_publication="2003-05")
    mark(page, "May 1998", "d")
    choose(page, "in May 1998")
    mark(page, "Yanji", "p")
    choose(page, "A · Yanji, Jilin")
    page.locator(".marking-text").focus()
    page.keyboard.press("s")
    page.locator(".making li").wait_for()
    mark(page, "Dalian", "p")
    choose(page, "A · Dalian, Liaoning")
    drop(page, "Dalian", below=True)
    mark(page, "Eight days later", "d")
    choose(page, "8 days")
    pick(page, "Counted from", "Stop 1")
    drop(page, "Eight days later", on=2)
    drop(page, "May 1998", on=1)
    mark(page, "Seoul", "p")
    choose(page, "A · Seoul")
    page.get_by_role("button", name="Make it a stop").click()
    page.locator(".making li").nth(2).wait_for()
    mark(page, "February 2000", "d")
    choose(page, "in February 2000")
    drop(page, "February 2000", on=3)
    assert stops(page) == ["Yanji", "Dalian", "Seoul"]
    assert len(drawn_stops(page)) == 3
    for order, role in enumerate(("crosses the river", "stays", "arrives"), start=1):
        page.locator(".making li").nth(order - 1).click()
        page.get_by_role("heading", name=f"Stop {order}: ").wait_for()
        settled(page)
        fill(page, "What happened there, in your own words", role)
    fill(page, "Title", "Via Dalian")
    fill(page, "Who", "a woman")
    fill(page, "Summary, in your own words", "She crossed the river and reached Seoul.")
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_role("button", name="Propose it for review").click()
    page.get_by_text("Visitors see nothing of it until a second person accepts it.").wait_for()
    assert not visit.errors
    assert "via-dalian" not in public_ids(browser, app)
    assert not_in_public_sources(browser, app, "A short talk", "May 1998")

    with visit_of(browser) as second:
        sign_in(second.page, app, SECOND)
        second.page.goto(f"{app}/review")
        settled(second.page)
        second.page.get_by_role("link", name="annotated").click()
        second.page.get_by_role("heading", name="Via Dalian").first.wait_for()
        settled(second.page)
        second.page.get_by_role("button", name="Accept it", exact=True).click()
        second.page.get_by_text("You stand behind it.").wait_for()
    assert public_stops(browser, app) == ["Yanji", "Dalian", "Seoul"]


def public_ids(browser, app: str) -> list[str]:
    """The journeys that a visitor's map has."""
    with visit_of(browser) as visitor:
        visitor.page.goto(app)
        settled(visitor.page)
        return [key.rpartition("-")[0] for key in drawn(visitor.page)["journeys"]]


def not_in_public_sources(browser, app: str, *words: str) -> bool:
    """True where a visitor's page of sources has none of these words."""
    with visit_of(browser) as visitor:
        visitor.page.goto(f"{app}/sources")
        settled(visitor.page)
        told = visitor.page.locator("[data-testid=stMain]").inner_text()
        return told != "" and not any(each in told for each in words)


def public_stops(browser, app: str) -> list[str]:
    """The places of the new journey on a visitor's map, once it is opened there."""
    with visit_of(browser) as visitor:
        visitor.page.goto(app)
        settled(visitor.page)
        visitor.page.locator(".listing a", has_text="Via Dalian").click()
        told = drawn(visitor.page, "(drawn) => drawn.focus?.startsWith('via-dalian')")
        return [mark["label"] for mark in told["marks"]]


@pytest.fixture
def drafted(tmp_path) -> Path:
    """Tables with a draft of whoever sits at this machine: the talk, and nothing marked in it."""
    folder = tables_copied(tmp_path).root
    key = TextFolder(folder / ".texts").keep(TALK.encode())
    row = blank("sources", id="talk", title="A talk", kind="testimony", language="en", sha256=key)
    me = f"this machine ({getpass.getuser()})"
    DraftFolder(folder / ".drafts").keep(me, "talk", as_draft(new_work(row)))
    return folder


def open_draft(page, app: str) -> None:
    """Open the draft of the talk by its address."""
    page.goto(f"{app}/annotate?work=talk")
    opened(page)


@pytest.fixture
def alone(drafted) -> Iterator[str]:
    """The app as one person starts it, over the tables with a draft."""
    with for_one_person(tables=drafted) as running:
        yield running.address


def test_words_are_marked_chosen_and_made_stops_in_order_without_a_mouse(visit, alone):
    page = visit.page
    open_draft(page, alone)
    assert page.locator(".marking-text img").count() == 0
    tab_to(page, ".marking-text")
    for word, place in (("Yanji", "A · Yanji"), ("Dalian", "A · Dalian")):
        _select_by_key(page, word)
        page.keyboard.press("p")
        page.locator("mark.opened", has_text=word).wait_for()
        settled(page)
        page.locator(".st-key-work-meaning label", has_text=place).wait_for()
        tab_to(page, ".st-key-work-meaning [role=radiogroup]:has(input)")  # and not the basis
        press_until(page, "Space", page.locator("label:has(input:checked)", has_text=place))
        settled(page)
        tab_to(page, ".marking-text", "Shift+Tab")
        page.keyboard.press("s")
        page.locator(".making li", has_text=word).wait_for()
        settled(page)
    assert stops(page) == ["Yanji", "Dalian"]
    tab_to(page, ".making li")
    page.keyboard.press("Alt+ArrowDown")
    page.wait_for_function(
        "() => document.querySelector('.making .where').textContent === 'Dalian'"
    )
    settled(page)
    assert [stop["label"] for stop in drawn_stops(page)] == ["Dalian", "Yanji"]
    page.keyboard.press("Delete")  # the focus went along with the stop
    page.wait_for_function("() => document.querySelectorAll('.making li').length === 1")
    assert stops(page) == ["Dalian"]
    assert not visit.errors


def _select_by_key(page, word: str) -> None:
    """Move the caret from the start of the text to a word by its keys, and select it."""
    page.keyboard.press("Control+Home")
    for _ in range(TALK[: TALK.index(word)].replace("\n\n", "\n").count("") - 1):
        page.keyboard.press("ArrowRight")
    for _ in word:
        page.keyboard.press("Shift+ArrowRight")


def test_a_draft_outlives_a_closed_tab_and_a_killed_server(visit, drafted):
    page = visit.page
    killed = pytest.raises(RuntimeError, match="before its time")
    with killed, for_one_person(tables=drafted) as running:
        open_draft(page, running.address)
        mark(page, "Yanji", "p")
        os.kill(running.process, signal.SIGKILL)
        psutil.wait_procs([psutil.Process(running.process)])
    with for_one_person(tables=drafted) as again:
        page.goto(f"{again.address}/annotate")
        page.get_by_role("button", name="talk", exact=True).click()
        page.locator("mark", has_text="Yanji").wait_for()
