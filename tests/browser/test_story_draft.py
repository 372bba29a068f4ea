"""Views become the steps of a story in a file, with the camera that the map had."""

from pathlib import Path

import pytest

from annotations.collection.load import load
from annotations.store.files.store import CsvStore
from annotations.stories.load import load_stories
from annotations.stories.references import shown_ids
from tests.browser import chromium
from tests.stories import MemoryStories

KIM = "kim-seong-min-1996"
ADD = "Add this view to a story"


@pytest.fixture(scope="module")
def records():
    return load(CsvStore()).collection


@pytest.fixture
def sent(page) -> list:
    """What the page sends to the server, as it does so."""
    frames = []
    page.on("websocket", lambda socket: socket.on("framesent", lambda frame: frames.append(frame)))
    return frames


def add(page, number: int) -> dict:
    """Add the view as the step of this number; where the map looked.

    The filters and the draft are open beside the map.
    """
    camera = chromium.map_frame(page).evaluate("atlas.camera()")
    page.get_by_role("button", name=ADD).click()
    page.locator(f".st-key-draft-step-{number - 1}").wait_for()
    chromium.settled(page)
    return camera


def downloaded(page) -> str:
    """The text of the draft, as it is downloaded."""
    with page.expect_download() as started:
        page.get_by_role("button", name="Download the draft").click()
    assert started.value.suggested_filename == "story-draft.yaml"
    return Path(started.value.path()).read_text(encoding="utf-8")


def near(step, camera: dict) -> bool:
    """Whether a step looks where the map looked."""
    told = (step.camera.lat, step.camera.lon, step.camera.zoom)
    return all(
        abs(one - camera[name]) <= 0.02
        for one, name in zip(told, ("lat", "lng", "zoom"), strict=True)
    )


def test_two_views_are_read_back_with_the_ids_and_cameras_that_were_on_the_screen(
    page, app, sent, records
):
    page.goto(f"{app}/?period=1996&period=1998&source=Kim+Seong+Min+2013")
    chromium.drawn(page)
    chromium.settled(page)
    chromium.open_filters(page)
    frame = chromium.map_frame(page)
    frame.locator(f'[data-stop="{KIM}:3"] b').click()
    page.locator(".st-key-panel-room").get_by_text("Kim Seong Min · stop 3 of 8").wait_for()
    chromium.settled(page)
    frame.evaluate("atlas._map.setView([41.234567, 127.654321], 6.75, { animate: false })")
    first_ids, before = chromium.drawn(page)["journeys"], len(sent)
    first = add(page, 1)
    assert len(sent) == before + 1

    page.get_by_role("button", name="Clear all filters").click()
    page.wait_for_function("() => !location.search.includes('period=')")
    chromium.settled(page)
    page.get_by_role("button", name="Laos", exact=True).click()
    page.wait_for_url("**country=Laos*")
    page.keyboard.press("Escape")
    page.locator(".listing").first.wait_for()
    chromium.settled(page)
    frame.evaluate("atlas._map.setView([22.3, 101.7], 5.25, { animate: false })")
    listed = page.locator(".st-key-panel-room .listing a")
    second_ids = listed.evaluate_all("all => all.map((entry) => entry.dataset.open)")
    second = add(page, 2)

    text = downloaded(page) + "    sources: kim-seong-min-escape[5]\n"
    loaded = load_stories(MemoryStories({"story-draft.yaml": text}), records)
    assert list(map(str, loaded.problems)) == []
    one, other = loaded.stories["story-draft"].steps
    assert list(shown_ids(one, records)) == first_ids == [KIM]
    assert one.opened == (KIM, 3)
    assert near(one, first)
    assert list(shown_ids(other, records)) == second_ids
    assert len(second_ids) > 1
    assert other.opened is None
    assert near(other, second)
    assert abs(second["lat"] - 22.3) < 0.01


def test_a_browser_that_runs_no_script_of_ours_adds_the_view_without_a_camera(page, app, sent):
    page.add_init_script("""
        const make = URL.createObjectURL;
        URL.createObjectURL = (made) =>
            /javascript/.test(made.type) ? "blob:blocked" : make.call(URL, made);
    """)
    page.goto(app)
    chromium.drawn(page)
    chromium.settled(page)
    chromium.open_filters(page)
    before = len(sent)
    add(page, 1)
    pressed = [
        frame for frame in sent[before:] if b"add-view" in frame
    ]  # others come by themselves
    assert len(pressed) == 1
    text = downloaded(page)
    assert "heading:" in text
    assert "camera:" not in text
