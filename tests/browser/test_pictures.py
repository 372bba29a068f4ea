"""A picture shows exactly what is selected, and says what it is, who says so, and of which day."""

import re
import struct
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from annotations.collection import load
from annotations.store import CsvStore
from tests.browser import chromium, fingers

SVG = "{http://www.w3.org/2000/svg}"
DC = "{http://purl.org/dc/elements/1.1/}"
SAVE = ".picture-save:enabled"
GATED = "two-brothers"


def open_dialog(page, address: str) -> None:
    """Open the dialog once map and timeline stand, and wait for its first picture."""
    page.goto(address)
    page.locator(".js-plotly-plot .main-svg").first.wait_for()
    chromium.settled(page)
    page.get_by_role("button", name="Take a picture").click()
    page.locator(SAVE).wait_for()


def taken(page, folder: Path, **chosen: str) -> Path:
    """The file of what is chosen in the dialog."""
    for name, value in chosen.items():
        page.locator(f".picture-choices [name={name}][value={value}]").check()
    page.locator(SAVE).wait_for()
    with page.expect_download() as download:
        page.locator(SAVE).click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def words_in(svg: ElementTree.Element) -> str:
    """All words that are drawn."""
    return " ".join(element.text or "" for element in svg.iter(f"{SVG}text"))


def png_size(path: Path) -> tuple[int, int]:
    """How many points a PNG has across and down."""
    return struct.unpack(">II", path.read_bytes()[16:24])


@pytest.mark.parametrize("size", ("slide", "screen"))
@pytest.mark.parametrize(
    ("asked", "said"),
    (
        ("?period=2001&period=2004", "definitely under way between 2001 and 2004"),
        ("?journey=two-women-laos-2004&kind=Journey", "Journeys (journey)"),
    ),
)
def test_a_picture_is_of_the_present_selection_and_says_all_that_it_must(
    page, app, tmp_path, asked, said, size
):
    open_dialog(page, f"{app}/{asked}")
    drawn = chromium.drawn(page)["journeys"]
    counters = page.locator(".counters")
    count = counters.inner_text().split(" · ")[0] if counters.count() else "journeys"
    title = page.locator("h1").first.inner_text()
    path = taken(page, tmp_path, what="both", size=size, form="svg")
    svg = ElementTree.parse(path).getroot()
    assert [each.text for each in svg.iter(f"{DC}subject")] == drawn
    words = words_in(svg)
    spoken = words.replace(" ", "")
    for told in (title, said, count, "Who says so", "Natural Earth", "Lines join the places"):
        assert told.replace(" ", "") in spoken
    assert app in words and "picture taken on" in words and str(date.today().year) in words
    assert svg.findtext(f"{SVG}title") == title
    assert path.name.endswith(f"{date.today().isoformat()}.svg")


BARS = """() => document.querySelector(".st-key-time-room .js-plotly-plot").data
    .find(({ name }) => name === "journeys").customdata.length"""


def test_a_picture_of_an_open_journey_names_its_bar_and_its_own_sources(page, app, tmp_path):
    open_dialog(page, f"{app}/?journey=lee-so-yeon")
    path = taken(page, tmp_path, what="both", size="slide", form="svg")
    svg = ElementTree.parse(path).getroot()
    drawn = [element.text for element in svg.find(".//*[@id='timeline']").iter(f"{SVG}text")]
    assert "Lee So-Yeon" in drawn
    words = re.sub(r"\s+", " ", words_in(svg))
    told = (
        r"Who says so\. Lee So-Yeon: UnHerd[^:]*\. Sources of all else on map and timeline: \d+\."
    )
    assert re.search(told, words)
    assert f"On the timeline: {page.evaluate(BARS)}." in words


def test_no_name_of_an_event_touches_its_mark_on_half_of_a_slide(page, app, tmp_path):
    open_dialog(page, app)
    path = taken(page, tmp_path, what="both", size="slide", form="svg")
    page.set_content(path.read_text(encoding="utf-8").partition("?>")[2])
    touching = """() => {
        const boxes = (query) => [...document.querySelectorAll(`#timeline ${query}`)].map(
            (one) => ({ words: one.textContent, ...one.getBoundingClientRect().toJSON() }));
        const texts = boxes("text").filter(({ words }) => /\u2002/.test(words));
        const marks = boxes("path").filter(({ width, height }) =>
            width > 4 && width < 16 && Math.abs(width - height) < 1);
        const space = 4; // of an en space at the side of the mark, as wide as the letters let it be
        return [texts.length, marks.length, texts.filter((name) => marks.some((mark) =>
            mark.top < name.bottom && mark.bottom > name.top &&
            mark.left < name.right - space && mark.right > name.left + space)).map((n) => n.words)];
    }"""
    names, marks, found = page.evaluate(touching)
    assert names > 1 and marks > 20
    assert found == []


def test_a_picture_is_lines_and_words_and_asks_nobody_for_anything(page, app, tmp_path):
    open_dialog(page, app)
    path = taken(page, tmp_path, what="both", size="slide", form="svg")
    svg = ElementTree.parse(path).getroot()
    names = {element.tag for element in svg.iter()}
    assert not names & {f"{SVG}script", f"{SVG}foreignObject"}
    assert len(list(svg.iter(f"{SVG}path"))) > 200
    assert [each.get("href", "")[:21] for each in svg.iter(f"{SVG}image")] == [
        "data:image/png;base64"
    ]
    whole = path.read_text(encoding="utf-8")
    assert set(re.findall(r"url\((?:['\"]|&quot;)?(data:font|#)?", whole)) == {"data:font", "#"}
    assert not re.search(r"\son\w+=", whole)
    for text in svg.find(".//*[@id='map']").iter(f"{SVG}text"):
        assert float(text.get("textLength")) > 0  # as wide in any other typeface


def test_a_picture_twice_as_fine_has_twice_the_points(page, app, tmp_path):
    open_dialog(page, f"{app}/?journey=kim-seong-min-1996")
    for size in ("slide", "screen"):
        once, twice = (
            png_size(taken(page, tmp_path, what="map", size=size, form=form))
            for form in ("png", "png-2x")
        )
        assert twice == (2 * once[0], 2 * once[1])
        assert size == "screen" or once == (1920, 1080)


def test_a_picture_is_taken_by_key_and_esc_closes_the_dialog_alone(page, app):
    page.goto(f"{app}/?journey=kim-seong-min-1996")
    page.locator(".js-plotly-plot .main-svg").first.wait_for()
    chromium.settled(page)
    before = chromium.map_frame(page).evaluate("() => atlas.camera()")
    chromium.tab_to(page, ".picture-take", most=90)
    page.keyboard.press("Enter")
    page.locator(SAVE).wait_for()
    assert page.evaluate("() => document.activeElement.name") == "what"
    page.keyboard.press("ArrowDown")
    page.get_by_text("ways-out-map-kim-seong-min-1996").wait_for()
    chromium.tab_to(page, ".picture-save")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename.startswith("ways-out-map-kim-seong-min-1996")
    page.keyboard.press("Escape")
    page.locator(".picture-dialog").wait_for(state="detached")
    assert "journey=kim-seong-min-1996" in page.url
    assert page.evaluate("() => document.activeElement.className") == "picture-take"
    assert chromium.map_frame(page).evaluate("() => atlas.camera()") == before


def test_a_phone_hands_the_picture_to_its_share_sheet(browser, app):
    with chromium.return_visit(browser, **fingers.PHONE) as visit:
        page = visit.page
        page.add_init_script(
            "navigator.canShare = ({ files }) => files[0].type === 'image/png';"
            "navigator.share = async ({ files }) => { window.shared = files[0].name; };"
        )
        open_dialog(page, app)
        share = page.get_by_role("button", name="Share the picture")
        assert share.bounding_box()["height"] >= 44
        share.tap()
        assert page.evaluate("() => window.shared").startswith("ways-out-map-and-timeline-")
        dialog = page.locator(".picture-dialog").bounding_box()
        assert dialog["x"] >= 0 and dialog["x"] + dialog["width"] <= 390


def test_a_picture_tells_nothing_that_stands_behind_a_content_note(page, app, tmp_path):
    journey = load(CsvStore()).collection.journeys[GATED]
    assert journey.care
    open_dialog(page, f"{app}/?journey={GATED}")
    told = taken(page, tmp_path, what="both", size="slide", form="svg").read_text(encoding="utf-8")
    assert journey.title in told
    for heavy in (journey.summary, journey.outcome):
        assert not heavy or heavy[:40] not in told


def test_what_does_not_come_is_said_and_comes_once_it_is_asked_for_again(page, app):
    scripts = {name: re.compile(name) for name in (r"/vendor/plotly\.min\.js", r"/made/.*\.js")}
    page.goto(app)
    page.locator(".js-plotly-plot .main-svg").first.wait_for()
    chromium.settled(page)
    for script in scripts.values():
        page.route(script, lambda route: route.abort())
    take = page.get_by_role("button", name="Take a picture")
    unreached = "The server did not answer."
    take.click()
    page.locator(".st-key-picture .picture-said", has_text=unreached).wait_for()
    page.unroute(scripts[r"/made/.*\.js"])
    take.click()
    dialog = page.locator(".picture-dialog")
    dialog.locator(".picture-said", has_text=unreached).wait_for()
    assert dialog.locator(SAVE).count() == 0
    page.unroute(scripts[r"/vendor/plotly\.min\.js"])
    dialog.locator("[name=form][value=svg]").check()
    dialog.locator(SAVE).wait_for()
    assert page.locator(".st-key-picture .picture-said").inner_text() == ""
