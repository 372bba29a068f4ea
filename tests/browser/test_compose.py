"""A lesson is put together by mouse and by key, kept, shown, taken along and read again."""

import json
from base64 import b64decode
from pathlib import Path

import pytest

from annotations.collection.load import load
from annotations.store.files.store import CsvStore
from annotations.stories.draft import draft_of_text
from annotations.stories.load import load_stories
from tests.browser import chromium
from tests.stories import MemoryStories

EVENT = "spanish-embassy-2002"
KIM = "kim-seong-min-1996"
# Two by two points of one colour.
PNG = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFklEQVR4nGPUCKhgYGBgYmBgYGBgAAALGgD0KRPd0QAA"
    "AABJRU5ErkJggg=="
)
DRAFT = "() => JSON.parse(localStorage.getItem('ways-out-lesson')).draft"
ANSWERED = """() => {
  const { composer } = [...document.querySelectorAll("*")].find((each) => each.composer);
  const { server } = composer._questions;
  return !server._asked && !server._next.length;
}"""
KEPT = "Kept in this browser"


@pytest.fixture(scope="module")
def records():
    return load(CsvStore()).collection


@pytest.fixture
def picture(tmp_path) -> Path:
    path = tmp_path / "a bridge (1).png"
    path.write_bytes(PNG)
    return path


def compose(page, app) -> None:
    page.goto(f"{app}/compose")
    stands(page)


def stands(page) -> None:
    """Wait until the page stands and its last step was looked at."""
    page.locator(".compose-cards").wait_for()
    seen(page)


def seen(page) -> None:
    """Wait until the view shows as many steps as there are cards."""
    page.wait_for_function("""() => {
        const inside = document.querySelector('.compose-frame iframe')?.contentWindow.lesson;
        const cards = document.querySelectorAll('.compose-cards ol > li').length;
        return inside && inside._timeline && inside.lesson.steps.length === cards;
    }""")


def view(page):
    return page.locator(".compose-frame iframe").element_handle().content_frame()


def draft(page) -> dict:
    return page.evaluate(DRAFT)


def tidied(value):
    """A draft as it comes from a file: each line that was begun is a paragraph."""
    if isinstance(value, str):
        return "\n\n".join(part for line in value.split("\n") if (part := " ".join(line.split())))
    if isinstance(value, list):
        return [tidied(each) for each in value]
    return {key: tidied(each) for key, each in value.items()}


def write(page, label: str, words: str) -> None:
    page.get_by_label(label, exact=True).fill(words)


def show_only(page, title: str) -> None:
    """Choose one journey by a word, and its first source."""
    page.get_by_role("radio", name="Only the journeys that I choose").check()
    journeys = page.get_by_role("group", name="Journeys")
    journeys.locator("summary", has_text="Choose").click()
    page.get_by_label("Journeys: Find by a word").fill(title)
    journeys.get_by_role("checkbox", name=title).first.check()
    page.get_by_role("group", name="Who says so").get_by_role("checkbox").first.check()


def add_picture(page, picture: Path) -> None:
    page.locator("summary", has_text="Picture").click()
    page.get_by_label("A picture from this computer").set_input_files(picture)
    write(page, "What is on it", "A bridge in snow.")
    write(page, "Whose it is", "A neighbour; free to show.")


def open_file(page, path: Path) -> None:
    """Open a file in place of what is here."""
    page.get_by_text("Begin another lesson, or open one").click()
    page.get_by_label("From a file that you saved").set_input_files(path)


def saved(page, button: str, folder: Path) -> Path:
    with page.expect_download() as started:
        page.get_by_role("button", name=button).click()
    path = folder / started.value.suggested_filename
    started.value.save_as(path)
    return path


def about(page) -> None:
    page.get_by_role("button", name="About the lesson").click()
    write(page, "Title of the lesson", "Three ways")
    write(page, "For whom", "pupils from 14")
    write(page, "Minutes", "20")
    write(page, "What it is about", "How three people got out.")
    write(page, "Content note for the whole lesson", "beatings in custody")


def test_a_lesson_of_four_steps_by_mouse(page, app, browser, tmp_path, picture, records):
    page.goto(f"{app}/?event={EVENT}")
    chromium.drawn(page)
    chromium.settled(page)
    chromium.open_filters(page)
    page.get_by_role("button", name="Add this view to a lesson").click()
    page.get_by_text("Step 1 of your lesson").wait_for()
    page.get_by_role("link", name="1 step · Compose").click()
    stands(page)
    assert draft(page)["steps"][0]["open"] == EVENT
    assert "camera" in draft(page)["steps"][0]

    page.get_by_role("button", name="Add a step").click()
    write(page, "Heading", "One man")
    write(page, "Text", "He told it himself.\nTwice.")
    write(page, "Question for the class", "Why twice?")
    show_only(page, "Kim Seong Min")
    page.get_by_role("button", name="Add a step").click()
    write(page, "Heading", "A bridge")
    write(page, "Text", "This is what it looked like.")
    show_only(page, "Kim Seong Min")
    add_picture(page, picture)
    page.get_by_role("button", name="Make a copy: A bridge").click()
    write(page, "Heading", "The end")
    about(page)
    page.get_by_text(KEPT).wait_for()

    before = draft(page)
    page.reload()
    stands(page)
    assert draft(page) == before
    assert [step["heading"] for step in before["steps"]][1:] == ["One man", "A bridge", "The end"]

    # What is pressed on the map is chosen, and a drag of a card puts it elsewhere.
    page.get_by_role("button", name="One man").click()
    seen(page)
    frame = view(page)
    frame.wait_for_function("lesson.step === 1")
    frame.locator(f'[data-stop="{KIM}:3"] b').click()
    page.get_by_role("button", name="Open it in full").click()
    assert draft(page)["steps"][1]["open"] == f"{KIM}:3"
    page.get_by_role("button", name="Undo").click()
    assert "open" not in draft(page)["steps"][1]
    page.get_by_role("button", name="Redo").click()
    cards = page.locator(".compose-cards ol > li")
    cards.nth(3).drag_to(cards.nth(0), target_position={"x": 20, "y": 2})
    assert draft(page)["steps"][0]["heading"] == "The end"
    page.get_by_role("button", name="Undo").click()

    page.get_by_role("button", name="Show as on the wall").click()
    wall = page.locator("body > iframe.lesson-frame")
    wall.wait_for()
    inside = wall.element_handle().content_frame()
    inside.wait_for_function("() => window.lesson && lesson.lesson.steps.length === 4")
    page.keyboard.press("End")
    inside.wait_for_function("lesson.step === 3")
    assert inside.locator("figure img").get_attribute("src").startswith("data:image/jpeg;base64,")
    page.keyboard.press("Escape")
    wall.wait_for(state="detached")

    whole = saved(page, "Save as one file to present", tmp_path)
    text = saved(page, "Save to go on later", tmp_path)
    kept = tidied(draft(page))
    assert (whole.name, text.name) == ("three-ways.html", "three-ways.yaml")
    loaded = load_stories(MemoryStories({text.name: text.read_text("utf-8")}), records)
    assert list(map(str, loaded.problems)) == []
    story = loaded.stories["three-ways"]
    assert [len(story.steps), story.steps[0].event] == [4, EVENT]
    assert story.steps[2].picture.data.startswith("data:image/jpeg;base64,")

    with chromium.visit(browser, offline=True) as visit:
        visit.page.goto(whole.as_uri())
        visit.page.wait_for_function("() => window.lesson && lesson._timeline")
        visit.page.keyboard.press("End")
        assert visit.page.evaluate("lesson.shown().heading") == "The end"
        assert visit.page.evaluate("document.querySelector('figure img').naturalWidth") == 2

    for path in (whole, text):
        page.get_by_text("Begin another lesson, or open one").click()
        page.get_by_role("button", name="Begin with an empty lesson").click()
        page.get_by_role("button", name="Put the other one in its place").click()
        page.wait_for_function(f"() => ({DRAFT})().steps.length === 1")
        open_file(page, path)
        page.wait_for_function(f"() => ({DRAFT})().steps.length === 4")
        assert draft(page) == kept


def test_two_windows_do_not_write_over_each_other(page, app):
    compose(page, app)
    write(page, "Title of the lesson", "Mine")
    other = page.context.new_page()
    compose(other, app)
    other.get_by_role("button", name="About the lesson").click()
    write(other, "For whom", "a class")
    page.get_by_text("changed in another window").wait_for()
    page.get_by_role("button", name="The one in the other window").click()
    page.wait_for_function("() => document.getElementById('field-for')?.value === 'a class'")
    assert draft(page) == {"title": "Mine", "for": "a class", "steps": [{}]}


def test_a_lesson_goes_on_without_a_server(page, app, tmp_path):
    compose(page, app)
    write(page, "Title of the lesson", "Alone")
    page.context.set_offline(True)
    page.get_by_role("button", name="Add a step").click()
    write(page, "Heading", "Without anybody")
    text = saved(page, "Save to go on later", tmp_path).read_text("utf-8")
    assert "title: Alone" in text and "heading: Without anybody" in text
    assert json.loads(page.evaluate("localStorage.getItem('ways-out-lesson')"))["draft"] == {
        "title": "Alone",
        "steps": [{}, {"heading": "Without anybody"}],
    }
    page.context.set_offline(False)


def at(page, name: str, key: str = "Tab") -> None:
    """Go by key to what has this name."""
    chromium.tab_to(page, f'[data-name="{name}"]', key, most=150)


def type_at(page, name: str, words: str) -> None:
    at(page, name)
    page.keyboard.type(words)


def choose_by_key(page, name: str, words: str) -> None:
    """Open a list, find something by a word, and choose the first that is found."""
    at(page, f"{name}.choose")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type(words)
    page.keyboard.press("Tab")
    page.keyboard.press("Space")


def test_a_lesson_of_four_steps_by_key_alone(page, app, tmp_path, picture, records):
    compose(page, app)
    for name, words in (("title", "By key"), ("for", "a class"), ("minutes", "9")):
        type_at(page, name, words)
    type_at(page, "summary", "What keys can do.")
    for n, heading in enumerate(("One man", "An embassy", "A bridge", "The end")):
        if n:
            at(page, "add-step", "Shift+Tab")
        else:
            at(page, "card-0", "Shift+Tab")
        page.keyboard.press("Enter")
        if not n:
            page.keyboard.press("Tab")
        page.keyboard.type(heading)
        type_at(page, f"steps.{n}.text", "He said so.")
    at(page, "card-0", "Shift+Tab")
    page.keyboard.press("Enter")
    type_at(page, "steps.0.question", "Who says so?")
    at(page, "ways-0.all")
    page.keyboard.press("ArrowDown")
    choose_by_key(page, "steps.0.show", "kim seong")
    assert draft(page)["steps"][0]["show"] == [KIM]
    page.locator('[data-name^="steps.0.sources."]').first.wait_for()
    chromium.tab_to(page, '[data-name^="steps.0.sources."]', most=150)
    page.keyboard.press("Space")
    at(page, "card-1", "Shift+Tab")
    page.keyboard.press("Enter")
    choose_by_key(page, "steps.1.open", "embassy 14 march 2002")
    assert draft(page)["steps"][1]["open"] == EVENT
    at(page, "card-2", "Shift+Tab")
    page.keyboard.press("Enter")
    at(page, "fold-Picture")
    page.keyboard.press("Enter")
    page.wait_for_function(ANSWERED)  # an answer draws the form anew
    at(page, "steps.2.picture.file")
    with page.expect_file_chooser() as chooser:
        page.keyboard.press("Space")
    chooser.value.set_files(picture)
    page.locator('[data-name="steps.2.picture.alt"]:focus').wait_for()
    page.keyboard.type("A bridge in snow.")
    type_at(page, "steps.2.picture.credit", "A neighbour.")
    at(page, "card-2", "Shift+Tab")
    page.keyboard.press("Alt+ArrowDown")
    assert [step["heading"] for step in draft(page)["steps"]][2:] == ["The end", "A bridge"]
    page.keyboard.press("Control+z")
    assert [step["heading"] for step in draft(page)["steps"]][2:] == ["A bridge", "The end"]
    kept = tidied(draft(page))
    assert kept["steps"][2]["picture"]["alt"] == "A bridge in snow."
    at(page, "present", "Shift+Tab")
    page.keyboard.press("Enter")
    wall = page.locator("body > iframe.lesson-frame")
    wall.wait_for()
    inside = wall.element_handle().content_frame()
    inside.wait_for_function("() => window.lesson && lesson.lesson.steps.length === 4")
    page.keyboard.press("Escape")
    wall.wait_for(state="detached")
    page.locator('[data-name="present"]:focus').wait_for()
    page.keyboard.press("Tab")
    with page.expect_download() as started:
        page.keyboard.press("Enter")
    text = Path(started.value.path()).read_text("utf-8")
    assert draft_of_text(text) == kept


HOSTILE = (
    "a: b # c",
    "</script><b>",
    "- x",
    "&a *b",
    "|",
    "'",
    '"',
    "yes",
    "x\u2028y",
    "long " * 60,
)


def test_hostile_words_are_saved_and_read_as_they_are(page, app, tmp_path):
    told = [{"heading": each, "text": f"{each}\n{each}", "open": each} for each in HOSTILE]
    value = {"title": "x", "steps": told, "goals": list(HOSTILE)}
    page.add_init_script(f"""localStorage.setItem('ways-out-lesson', JSON.stringify(
        {{by: 'x', turn: 1, draft: {json.dumps(value)}}}))""")
    compose(page, app)
    whole = saved(page, "Save as one file to present", tmp_path)
    text = saved(page, "Save to go on later", tmp_path).read_text("utf-8")
    assert draft_of_text(text) == tidied(value)
    with chromium.visit(page.context.browser, offline=True) as visit:
        visit.page.goto(whole.as_uri())
        visit.page.wait_for_function("() => window.lesson && lesson._timeline")
        assert visit.page.evaluate("lesson.lesson.steps.length") == len(HOSTILE)
        assert visit.errors == []
