"""The search opens by key, but not where something is typed, and stays until it is closed."""

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.browser import chromium


def asked_for(page, address: str):
    """The field of the search, which a key opened."""
    page.goto(address)
    chromium.settled(page)
    page.locator(".page-voice").wait_for(state="attached")
    page.keyboard.press("/")
    return page.locator(".st-key-search-words input")


def test_what_is_typed_elsewhere_asks_for_no_search(page, app):
    field = asked_for(page, f"{app}/journeys")
    field.fill("")
    field.press("/")
    assert field.input_value() == "/"
    assert page.get_by_role("dialog").count() == 1


def test_it_stays_open_when_the_page_runs_again_by_itself(page, app):
    page.set_viewport_size({"width": 900, "height": 800})
    chromium.open_map(page, app)
    page.locator(".st-key-time-room .js-plotly-plot").wait_for()
    page.locator(".st-key-search button").click()
    field = page.locator(".st-key-search-words input")
    field.fill("혜산")
    page.set_viewport_size({"width": 390, "height": 800})  # the chart of a phone
    page.locator(".st-key-time-room .ytick text", has_text="several years").wait_for()
    chromium.settled(page)
    assert field.input_value() == "혜산"
    field.press("Enter")
    page.get_by_role("dialog").get_by_role("link", name="Hyesan").first.wait_for()
    page.keyboard.press("Escape")
    page.get_by_role("dialog").wait_for(state="detached")
    page.set_viewport_size({"width": 900, "height": 800})
    page.locator(".st-key-time-room .annotation", has_text="several years").wait_for()
    chromium.settled(page)
    assert page.get_by_role("dialog").count() == 0


class Held:
    """Passes on what the server says to a page, but while it holds not what a run puts on it."""

    def __init__(self, page) -> None:
        self._holds, self._held = False, []
        page.route_web_socket("**/_stcore/stream", self._connect)

    def _connect(self, socket) -> None:
        self._socket = socket
        socket.connect_to_server().on_message(self._hear)

    def _hear(self, message) -> None:
        kind = ForwardMsg.FromString(message).WhichOneof("type")
        if self._held or (self._holds and kind in ("delta", "ref_hash")):
            self._held.append(message)
        else:
            self._socket.send(message)

    def hold(self) -> None:
        self._holds = True

    def let_go(self) -> None:
        self._holds = False
        while self._held:
            self._socket.send(self._held.pop(0))


@pytest.fixture
def amid_a_run(page, app):
    """The field of the search with a word in it, and the dialog off the page: a run has begun."""
    held = Held(page)
    page.set_viewport_size({"width": 900, "height": 800})
    chromium.open_map(page, app)
    page.locator(".st-key-time-room .annotation", has_text="several years").wait_for()
    page.locator(".st-key-search button").click()
    field = page.locator(".st-key-search-words input")
    field.press_sequentially("Hysan")
    field.press("ArrowLeft")
    field.press("ArrowLeft")
    field.press("ArrowLeft")
    held.hold()
    page.set_viewport_size({"width": 390, "height": 800})  # the chart of a phone
    field.wait_for(state="detached")
    return field, held


def test_what_is_typed_stays_when_the_page_runs_again_by_itself(page, amid_a_run):
    field, held = amid_a_run
    held.let_go()
    page.locator(".st-key-time-room .ytick text", has_text="several years").wait_for()
    page.keyboard.press("e")
    assert field.input_value() == "Hyesan"


def test_keys_that_are_pressed_meanwhile_are_heard(page, amid_a_run):
    field, held = amid_a_run
    for key in ("/", "Backspace", "e", "Enter"):
        page.keyboard.press(key)
    held.let_go()
    page.get_by_role("dialog").get_by_role("link", name="Hyesan").first.wait_for()
    assert field.input_value() == "Hyesan"


def test_esc_that_is_pressed_meanwhile_closes_it(page, amid_a_run):
    field, held = amid_a_run
    page.keyboard.press("Escape")
    held.let_go()
    page.locator(".st-key-time-room .ytick text", has_text="several years").wait_for()
    field.wait_for(state="detached")
    chromium.settled(page)
    assert page.get_by_role("dialog").count() == 0


def test_whoever_writes_elsewhere_meanwhile_writes_there(page, amid_a_run):
    _field, held = amid_a_run
    page.evaluate(
        "document.body.append(Object.assign(document.createElement('input'), {id: 'own'}))"
    )
    page.locator("#own").focus()
    page.keyboard.type("ab")
    assert page.locator("#own").input_value() == "ab"
    held.let_go()


def test_a_search_that_was_closed_opens_empty(page, app):
    field = asked_for(page, f"{app}/sources")
    field.press_sequentially("Hyesan")
    page.keyboard.press("Escape")
    field.wait_for(state="detached")
    page.keyboard.press("/")
    field.wait_for()
    chromium.settled(page)
    assert field.input_value() == ""


def test_a_page_that_was_not_heard_asks_again_for_the_chart_of_its_width(page, app):
    page.set_viewport_size({"width": 900, "height": 800})
    chromium.open_map(page, app)
    page.locator(".st-key-time-room .annotation", has_text="several years").wait_for()
    page.evaluate("""() => {
      const { bridge } = [...document.querySelectorAll("*")].find((one) => one.bridge);
      const tell = bridge._tellServer;
      bridge._tellServer = () => { bridge._tellServer = tell; };
    }""")
    page.set_viewport_size({"width": 390, "height": 800})
    page.locator(".st-key-time-room .ytick text", has_text="several years").wait_for(timeout=10_000)


def test_a_page_that_was_left_asks_for_nothing(page, app):
    page.set_viewport_size({"width": 900, "height": 800})
    chromium.open_map(page, app)
    page.locator(".st-key-time-room .annotation", has_text="several years").wait_for()
    page.evaluate("""() => {
      const { bridge } = [...document.querySelectorAll("*")].find((one) => one.bridge);
      window.told = [];
      bridge._tellServer = (...told) => window.told.push(told);
    }""")
    page.get_by_role("link", name="Sources").first.click()
    page.wait_for_url("**/sources")
    page.locator(".st-key-time-room").wait_for(state="detached")
    page.set_viewport_size({"width": 390, "height": 800})
    chromium.settled(page)
    assert page.evaluate("innerWidth") == 390
    assert page.evaluate("window.told") == []


def test_going_back_closes_it_for_good(page, app):
    page.goto(f"{app}/sources")
    chromium.settled(page)
    page.get_by_role("link", name="Arrivals").first.click()
    page.wait_for_url("**/arrivals")
    chromium.settled(page)
    page.locator(".st-key-search button").click()
    page.locator(".st-key-search-words input").wait_for()
    page.go_back()
    page.wait_for_url("**/sources")
    page.get_by_role("dialog").wait_for(state="detached")
    chromium.settled(page)
    assert page.get_by_role("dialog").count() == 0
