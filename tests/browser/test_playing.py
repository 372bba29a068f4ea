"""While time plays something is seen at every moment: what was reached stays, and counts add up."""

from itertools import pairwise

import pytest

from tests.browser import chromium

PLAY = 'button[data-player="play"]'
ENDED = f'{PLAY}[aria-label="Play"]'
OUTPUT = ".time-player output"
PASSING = ".time-passing"
FRAMES = 36
# Notes of each frame its moment, its legs, and how many of the map's coarse dots are painted.
NOTE = """() => {
    window.frames_drawn = [];
    const small = document.createElement("canvas");
    small.width = small.height = 96;
    const context = small.getContext("2d", { willReadFrequently: true });
    const painted = () => {
        context.clearRect(0, 0, 96, 96);
        for (const canvas of document.querySelectorAll(".leaflet-atlas-journeys-pane canvas")) {
            context.drawImage(canvas, 0, 0, 96, 96);
        }
        const { data } = context.getImageData(0, 0, 96, 96);
        return data.filter((value, at) => at % 4 === 3 && value > 24).length;
    };
    const at = atlas.at.bind(atlas);
    atlas.at = (moment, ...more) => {
        at(moment, ...more);
        const { journeys, legs } = atlas.drawn();
        frames_drawn.push({ moment, journeys, legs, painted: painted() });
    };
}"""


def opened(page, address: str):
    page.goto(address)
    chromium.drawn(page)
    page.locator(PLAY).wait_for()
    page.locator(".time-event").first.wait_for(state="attached")
    chromium.settled(page)
    return chromium.map_frame(page)


def choose(page, name: str, value: str) -> None:
    page.locator(f'select[data-player="{name}"]').select_option(value)


@pytest.mark.parametrize(("width", "height"), [(1400, 900), (820, 1180), (390, 844)])
def test_no_frame_of_the_whole_play_is_empty_once_the_first_journey_has_begun(
    page, app, width, height
):
    page.set_viewport_size({"width": width, "height": height})
    frame = opened(page, app)
    choose(page, "speed", "4")
    frame.evaluate(NOTE)
    page.locator(PLAY).click()
    page.locator(ENDED).wait_for(timeout=60_000)
    frames = frame.evaluate("frames_drawn")
    assert len(frames) >= FRAMES
    evenly = [frames[round(at * (len(frames) - 1) / (FRAMES - 1))] for at in range(FRAMES)]
    seen = [bool(one["legs"]) and one["painted"] > 0 for one in evenly]
    assert seen.index(True) < FRAMES / 3, "the first journey begins late"
    assert all(seen[seen.index(True) :]), seen
    # What was reached stays: no line fewer, and each journey keeps one. In a ribbon, which has less
    # room than journeys, a line may give way to another's.
    for before, after in pairwise([one["legs"] for one in evenly]):
        assert len(before) <= len(after)
        assert {leg.split(":")[0] for leg in before} <= {leg.split(":")[0] for leg in after}


def test_what_was_before_the_window_is_a_trace_that_can_be_pointed_at(page, app):
    frame = opened(page, app)
    drawn = frame.evaluate("""() => {
        atlas.at(Date.UTC(2005, 5, 1), 1, [1990, 2026]);
        const { journeys, legs } = atlas.drawn();
        const own = atlas.layer.legs().find(({ journey }) => journey.id === "kim-seong-min-1996");
        const { a, b, c, d } = own.curve;
        const middle = (axis) => (a[axis] + 3 * c[axis] + 3 * d[axis] + b[axis]) / 8;
        const touched = atlas.layer.at({ x: middle("x"), y: middle("y") });
        return { journeys, legs, touched: touched.map((one) => one.journey) };
    }""")
    assert "kim-seong-min-1996" not in drawn["journeys"]
    assert any(leg.startswith("kim-seong-min-1996:") for leg in drawn["legs"])
    assert drawn["touched"]


def test_only_what_lies_in_the_chosen_period_plays_and_leaves_a_trace(page, app):
    frame = opened(page, f"{app}?period=2004&period=2009")
    choose(page, "speed", "4")
    frame.evaluate(NOTE)
    page.locator(PLAY).click()
    page.locator(ENDED).wait_for()
    legs = {leg for one in frame.evaluate("frames_drawn") for leg in one["legs"]}
    assert legs
    assert not any(leg.startswith("kim-seong-min-1996:") for leg in legs)


def strangers(page) -> set[str]:
    """The journeys of which something is drawn though they are not in the years that are shown."""
    drawn = chromium.map_frame(page).evaluate("atlas.drawn()")
    return {leg.rpartition(":")[0] for leg in drawn["legs"]} - set(drawn["journeys"])


def test_a_pause_keeps_the_trace_until_other_years_are_chosen(page, app):
    frame = opened(page, app)
    choose(page, "speed", "4")
    page.locator(PLAY).click()
    page.wait_for_function(
        "name => Number(document.querySelector(name).textContent) >= 2006", arg=f"{OUTPUT} b"
    )
    page.locator(PLAY).click()
    page.wait_for_url("**period=*")
    chromium.settled(page)
    assert "kim-seong-min-1996" in strangers(page)
    handle = page.locator('.time-handle[data-edge="first"]')
    handle.focus()
    page.keyboard.press("ArrowLeft")
    frame.wait_for_function("() => !atlas._trail")
    assert strangers(page) == set()


def test_events_light_as_they_are_passed_and_the_last_one_is_named(page, app):
    opened(page, f"{app}?period=1996&period=2002")
    assert page.locator(".time-event.lit").count() == 0
    page.locator(PLAY).click()
    page.locator(".time-event.lit").first.wait_for(state="attached")
    page.locator(PASSING, has_text="◆").wait_for()
    assert page.locator(".time-veil").is_visible()
    page.locator(PLAY).click()
    page.locator(ENDED).wait_for()
    assert page.locator(".time-event.lit").count() == 0
    assert page.locator(".time-veil").is_hidden()


def test_years_in_which_nothing_happens_pass_quickly_and_the_page_says_so(page, app):
    opened(
        page, f"{app}?source=Ian+Birrell+2023"
    )  # who tells of nothing before the turn of the century
    choose(page, "speed", "0.5")
    page.locator(PLAY).click()
    page.locator(PASSING, has_text="time passes quickly").wait_for()
    # At half a year a second the first three years alone would take six seconds.
    page.wait_for_function(
        "name => Number(document.querySelector(name).textContent) >= 1993",
        arg=f"{OUTPUT} b",
        timeout=4_000,
    )


def test_counts_add_up_and_who_says_so_is_one_click_away_while_time_plays(page, app):
    opened(page, f"{app}?period=2002&period=2008")
    page.locator(PLAY).click()
    page.locator(".time-who summary").click(trial=True)
    # Within one frame: a year may pass before a click from outside of the page arrives.
    page.wait_for_function(
        """output => document.querySelector(output)?.textContent.includes("to the end of 2003")
            && (document.querySelector(".time-who summary").click(), true)""",
        arg=OUTPUT,
    )
    page.locator(ENDED).wait_for()  # who asks is not run away from
    said, answer = page.locator(OUTPUT).inner_text(), page.locator(".time-who div")
    assert "4,417 since the war so far" in said
    assert "begun so far" in said
    told = answer.inner_text()
    assert "4,417 is computed: the sum of the ministry’s counts" in told
    assert "A journey has begun once a stop of it was surely reached" in told
    assert answer.get_by_role("link").count() > 1


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (390, 844)])
def test_map_numbers_and_buttons_are_seen_together_while_time_plays(page, app, width, height):
    page.set_viewport_size({"width": width, "height": height})
    opened(page, app)
    page.locator(PLAY).click()
    page.locator(PASSING).wait_for()
    page.wait_for_function(
        """height => {
            const map = document.querySelector(".st-key-map-room iframe");
            const { top } = map.getBoundingClientRect();
            return top >= 40 && top <= height / 3;
        }""",
        arg=height,
    )
    for name in (PLAY, OUTPUT):
        box = page.locator(name).first.bounding_box()
        assert 0 <= box["y"] < box["y"] + box["height"] <= height, name
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width


def test_a_reader_who_asked_for_less_motion_is_shown_the_end_of_each_year_and_its_trace(
    browser, app
):
    with chromium.return_visit(browser, reduced_motion="reduce") as seen:
        frame = opened(seen.page, app)
        frame.evaluate(NOTE)
        choose(seen.page, "speed", "4")
        seen.page.locator(PLAY).click()
        frame.wait_for_function("frames_drawn.length >= 9")
        frames = frame.evaluate("frames_drawn")
        last = frame.evaluate("new Date(frames_drawn[8].moment).toISOString()")
    assert last == "1998-12-31T23:59:59.999Z"
    steps = [after["moment"] - one["moment"] for one, after in pairwise(frames)]
    assert min(steps) >= 365 * 86400000
    assert frames[-1]["legs"]


SAID_ALOUD = """() => {
    window.said_aloud = [];
    const output = document.querySelector(".time-player output");
    const isHeard = () => output.getAttribute("aria-live") === "polite";
    const said = () => isHeard() && said_aloud.push(output.textContent);
    new MutationObserver(said).observe(output, { childList: true, subtree: true });
}"""


def test_a_voice_is_silent_while_time_plays_and_then_hears_all_of_it_once_part_by_part(page, app):
    opened(page, f"{app}?period=1996&period=2002")
    page.evaluate(SAID_ALOUD)
    page.locator(PLAY).click()
    page.locator(".time-event.lit").first.wait_for(state="attached")
    assert page.evaluate("said_aloud") == []
    page.locator(PLAY).click()
    page.locator(ENDED).wait_for()
    chromium.settled(page)
    (said,) = page.evaluate("said_aloud")
    year, arrived, *_sums, begun = said.split(" · ")
    assert 1996 <= int(year) <= 2002
    assert "people" in arrived or "figure" in arrived
    assert "begun so far" in begun


def test_after_a_pause_the_events_of_later_years_are_named_and_no_old_one_is_kept(page, app):
    page.set_viewport_size({"width": 390, "height": 844})
    opened(page, app)
    year = f"Number(document.querySelector('{OUTPUT} b').textContent)"
    choose(page, "speed", "4")
    page.locator(PLAY).click()
    page.wait_for_function(f"() => {year} >= 2003")
    page.locator(PLAY).click()
    page.wait_for_url("**period=*")
    chromium.settled(page)
    page.evaluate("""() => {
        window.passed = [];
        const line = document.querySelector(".time-passing");
        const year = document.querySelector(".time-player output");
        const note = () => passed.push([Number(year.querySelector("b").textContent),
            line.textContent, line.getBoundingClientRect().right,
            line.scrollWidth - line.clientWidth]);
        new MutationObserver(note).observe(line, { childList: true });
    }""")
    page.locator(PLAY).click()
    page.locator(ENDED).wait_for(timeout=60_000)
    named = [
        (year, line, right, over)
        for year, line, right, over in page.evaluate("passed")
        if "◆" in line
    ]
    assert {year for year, *_ in named} & set(range(2008, 2016))
    for year, line, right, over in named:
        assert any(str(one) in line for one in range(year - 2, year + 1)) or "·" not in line, line
        assert right <= 390 - 8 and over <= 0
