"""A lesson that has begun goes on when its server is gone."""

import pytest

DIALOG = "[data-testid=stDialog]"


@pytest.fixture
def server(page):
    """Switches the server of a page off, when it is called."""
    sockets, gone = [], []

    def answer(socket):
        if gone:
            socket.close()
        else:
            sockets.append(socket)
            socket.connect_to_server()

    def off():
        gone.append(True)
        for socket in sockets:
            socket.close()

    page.route_web_socket("**/_stcore/**", answer)
    page.route("**/_stcore/**", lambda route: route.abort() if gone else route.continue_())
    return off


def test_a_lesson_goes_on_undisturbed_when_its_server_is_gone(page, app, server):
    page.set_viewport_size({"width": 1280, "height": 720})  # each step is one page there
    page.goto(f"{app}/present?story=kim-seong-min&step=1")
    frame = page.locator(".lesson-frame").element_handle().content_frame()
    frame.wait_for_function("() => window.lesson && lesson._timeline")
    server()
    page.locator(DIALOG).wait_for(state="attached")
    assert not page.locator(DIALOG).is_visible()
    page.keyboard.press("ArrowRight")
    frame.wait_for_function("() => lesson.step === 1")
    frame.locator(".lesson-next").click()
    frame.wait_for_function("() => lesson.step === 2")
    assert "step=3" in page.url


def test_without_a_lesson_the_page_says_that_its_server_is_gone(page, app, server):
    page.goto(f"{app}/present")
    page.get_by_role("heading", name="How can I teach with this?").wait_for()
    server()
    page.locator(DIALOG).wait_for()
