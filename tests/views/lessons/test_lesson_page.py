"""A lesson to take away is one file: it opens by itself, asks nobody, and takes any text."""

import base64
import gzip
import json
import re
from html import escape, unescape

import pytest

from annotations.selection.filters import Filters, select
from annotations.stories.records import Step, Story
from tests.bits import ids_of
from tests.views.routes import HOSTILE
from tests.views.written import LINKED, fetched, markup_of
from views.atlas.assets import publish
from views.atlas.packed import packed
from views.atlas.scene import scene
from views.lessons.document import Inlined
from views.lessons.document import Linked as Beside
from views.lessons.lesson import lesson
from views.lessons.lesson_page import lesson_page
from views.lessons.selection_story import selection_story
from views.panels.account import account

KIM = "kim-seong-min-1996"
PACKED = re.compile(r'<script type="text/packed">([^<]*)</script>')


@pytest.fixture(scope="module")
def written(static, records) -> str:
    """The file of one journey that is on the screen."""
    selection = select(records, Filters(1996, 1998, sources=frozenset({"kim-seong-min-escape"})))
    story = selection_story(records, selection, "A title", (KIM, 1), frozenset())
    return page_of(records, story, Inlined(static), account(records, selection))


def page_of(records, story: Story, parts, words="") -> str:
    drawn = packed(scene(records, "en", "relief.webp"))
    return lesson_page(lesson(records, story, drawn["id"]), drawn, parts, {}, words)


def scripts_of(page: str) -> list[str]:
    """The scripts that a file unpacks."""
    return [gzip.decompress(base64.b64decode(text)).decode() for text in PACKED.findall(page)]


def held(page: str, name: str) -> dict:
    """The data that a script of the file puts into a property of its window."""
    for script in scripts_of(page):
        if script.startswith(f"window.{name} = JSON.parse("):
            return json.loads(json.loads(script.partition("(")[2].rpartition(")")[0]))
        if script.startswith(f"window.{name} = "):
            return json.loads(script.partition(" = ")[2].partition(";\n")[0])
    raise AssertionError(f"no script sets {name}")


def test_nothing_is_fetched_from_anywhere(written):
    page = markup_of(written)
    assert fetched(page) == set()
    assert not LINKED.findall(page)
    assert not re.findall(r"<script[^>]+src", written)


def test_something_that_is_fetched_is_found_out():
    for wrong in ('<img src="x.png">', "url(images/layers.png)", "@import 'x.css'"):
        assert fetched(wrong)


FORMS = r"www\.w3\.org/(?:2000/svg|1999/)|purl\.org/dc/"


def test_only_our_own_tiles_switch_names_an_outside_host_in_a_script(static):
    """Tiles are asked for where the reader switches them on, and this file has no switch.

    The names of the forms that a picture is written in are asked for by nobody.
    """
    hosts = set()
    ours = [path for path in static.rglob("*.js") if path.parent.name not in ("vendor", "made")]
    assert len(ours) > 20
    for path in ours:
        text = path.read_text(encoding="utf-8")
        hosts |= set(re.findall(rf"https?://(?!{FORMS})([\w.-]+)", text))
    assert hosts <= {"tile.openstreetmap.org"}


def test_typefaces_and_relief_are_inside(written, static):
    page = markup_of(written)
    names = ("map/atlas.css", "lesson/lesson.css")
    styles = [(static / name).read_text(encoding="utf-8") for name in names]
    faces = sum(len(re.findall(r"url\(\.\./typefaces/", style)) for style in styles)
    assert page.count("data:font/woff2;base64,") == faces > 0
    assert held(written, "ATLAS_SCENE")["relief"]["url"].startswith("data:image/webp;base64,")


def test_the_file_shows_what_is_on_the_screen_and_then_each_journey_with_its_words(written):
    told = held(written, "LESSON")
    order = held(written, "ATLAS_SCENE")["id"]
    assert [step["heading"] for step in told["steps"]] == ["A title", "Kim Seong Min"]
    assert [ids_of(step["state"]["ids"], order) for step in told["steps"]] == [[KIM], [KIM]]
    assert told["steps"][0]["state"]["open"] == {"journey": KIM, "stop": 1}
    assert f'id="{KIM}:3"' in written
    assert "forty days" in written


def test_a_file_of_a_story_is_less_than_eight_megabytes(written):
    assert len(written.encode()) < 8_000_000


def test_hostile_texts_are_text(static, hostile):
    step = Step(heading=HOSTILE, text=HOSTILE, question=HOSTILE, notes=HOSTILE, care=HOSTILE)
    story = Story("hostile", HOSTILE, HOSTILE, 5, HOSTILE, HOSTILE, (step,))
    page = page_of(hostile, story, Inlined(static))
    (title,) = re.findall(r"<title>(.*?)</title>", page, flags=re.DOTALL)
    assert title == escape(HOSTILE)
    assert unescape(title) == HOSTILE
    assert page.count("<script") == page.count("</script>")
    assert held(page, "LESSON")["steps"][0]["notes"] == [HOSTILE]
    linked = page_of(hostile, story, Beside(static))
    assert "alert(1)" not in markup_of(linked).replace(escape(HOSTILE), "")


def test_a_file_without_records_is_still_a_page(static, empty):
    step = Step(heading="Nothing", text="There is nothing here.")
    page = page_of(empty, Story("none", "None", "", 0, "", "", (step,)), Inlined(static))
    assert page.startswith("<!doctype html>")
    assert page.rstrip().endswith("</html>")


def test_a_page_beside_the_app_names_only_files_that_are_there(static, records):
    step = Step(heading="Whole", text="Everything.")
    page = page_of(records, Story("whole", "Whole", "", 0, "", "", (step,)), Beside(static))
    made = static / publish(page, static, "html")
    asked = re.findall(r'(?:src|href)="([^"]+)"', page)
    assert len(asked) > 6
    assert [address for address in asked if not (made.parent / address).exists()] == []


def test_without_our_own_static_files_the_error_names_the_one_that_is_missing(tmp_path, empty):
    step = Step(heading="x", text="x")
    with pytest.raises(FileNotFoundError, match=r"relief\.webp|colours\.css"):
        page_of(empty, Story("x", "x", "", 0, "", "", (step,)), Inlined(tmp_path))
