"""Nothing that a profile hides is in anything that is sent to a browser or downloaded.

Every text that may hold it holds it here, in some examples: the name of a place in three
scripts, its position, a day in four ways, a title and the name of a person.
"""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st

from annotations.publication.publish import published
from annotations.publication.published_stories import published_stories
from annotations.records import Collection
from annotations.references import Citation
from annotations.stories.records import Camera, Shown, Step, Story
from geodata.coarser import in_cell
from tests.collections import collection_of
from tests.views.routes import EXACT, PLACES, stop_rows
from tests.views.sent import sent
from views.atlas.packed import packed
from views.atlas.scene import DAY_ZERO, scene

PLACE = ("Quellbach", "물샘마을", "泉溪村", "Spring-Brook", "quellbach")
DAY, TITLE, NAME, PEOPLE = date(1996, 5, 17), "Lan Terne goes", "Lan Terne", "Lan Terne, a tailor"
DATES = ("1996-05-17", "17 May", "May 17", "1996-05-25", "25 May")  # and what is counted from it
TEXTS = ("outcome", "note", "role", "mode", "stop_note", "after_role", "mention_note", "other_note")
TELLING = (f"Once in {PLACE[0]}.", "It was 17 May.", f"So said {NAME}.", "Nothing more.")


def whole(profile: dict[str, str], lat: float, lon: float, texts: dict[str, str]) -> Collection:
    """A journey whose first stop is at the place and on the day, and one that has neither."""
    place = {
        "id": PLACE[4], "name": PLACE[0], "name_ko": PLACE[1], "name_zh": PLACE[2],
        "variants": PLACE[3], "admin1": "Jilin", "lat": f"{lat}", "lon": f"{lon}",
        "note": "Quellbach lies by a brook.", "geonames": "7654321",
    }  # fmt: skip
    told = {"sources": "interview[2]", "basis": "stated"}
    stops = stop_rows(
        "by-sea",
        {
            **told, "place": PLACE[4], "date": DAY.isoformat(), "mentions": "there;then",
            "role": texts["role"], "mode": texts["mode"], "note": texts["stop_note"],
        },
        {
            **told, "place": "beijing", "date": "", "after": "by-sea:1", "duration": "P8D",
            "mentions": "length", "role": texts["after_role"], **EXACT,
        },
        {"place": "seoul", "date": "1999"},
    )  # fmt: skip
    moment = {"kind": "date", "start": "1"}
    mentions = [
        {"id": "there", "quote": PLACE[0], "value": PLACE[4], "start": "1", "end": "10"},
        {"id": "then", "quote": "17 May", "value": DAY.isoformat(), "end": "7", **moment},
        {
            "id": "length", "quote": "eight days after it", "value": "", "duration": "P8D",
            "certainty": "unresolved", "anchor": "by-sea:1", "end": "20", **moment,
        },
        {"id": "again", "quote": PLACE[3], "value": PLACE[4], "start": "50", "end": "62"},
        {
            "id": "else", "quote": "the sea", "value": "", "certainty": "unresolved",
            "start": "70", "end": "77", "note": texts["mention_note"],
        },
    ]  # fmt: skip
    journeys = [
        {
            "title": TITLE, "people": PEOPLE, "summary": "Somebody went away.",
            "outcome": texts["outcome"], "note": texts["note"],
        },
        {"id": "by-land", "title": "By land", "summary": "Others.", "sources": "interview[9]"},
    ]  # fmt: skip
    other = stop_rows("by-land", {"place": "tumen", "date": "2003", "note": texts["other_note"]})
    return collection_of(
        places=[*PLACES, place], mentions=mentions, journeys=journeys,
        stops=[*stops, *({**row, "sources": "interview[9]"} for row in other)],
        names=[{"name": NAME}], publication=[profile],
        events=[{}, {"id": "talk", "title": "A talk", "summary": texts["other_note"] or "None."}],
    )  # fmt: skip


def stories_of(lat: float, lon: float, text: str) -> dict[str, Story]:
    """A story that shows the journey, looks at the place, and may tell of it."""
    shown = {"show": (Shown("by-sea", (1, 2)),), "opened": ("by-sea", 1)}
    steps = (
        Step("First", "They set out.", camera=Camera(lat, lon, 7), **shown),
        Step("Then", text, sources=(Citation("interview"),), **shown),
        Step("Others", "By land.", show=(Shown("by-land", (1,)),)),
    )
    return {"story": Story("story", "A story", "all", 5, "", "Of two ways.", steps)}


def hidden_by(profile: dict[str, str], lat: float, lon: float) -> set[str]:
    """What must not be found where this profile holds."""
    positions = {f"{degrees:.{places}f}" for degrees in (lat, lon) for places in (2, 3, 5)}
    hidden = {*PLACE, *positions, "7654321"} if profile["place"] != "as-is" else set()
    if profile["date"] != "as-is":
        hidden |= {*DATES, "eight days after"}
    return hidden | ({TITLE, NAME, PEOPLE} if profile["names"] == "role" else set())


def told_by_others(profile: dict[str, str]) -> str:
    """What other records tell; a profile hides a name in it, and a place that it is of."""
    if profile["names"] == "role":
        return TELLING[2]
    return TELLING[0] if profile["record"] == PLACE[4] else TELLING[3]


def found(words: set[str], text: str) -> set[str]:
    """Those of some words that a text has, in small or capital letters, from their beginning."""
    return {word for word in words if re.search(rf"(?<!\d){re.escape(word)}", text, re.IGNORECASE)}


def days_in(records: Collection) -> set[int]:
    """Every day that the scene holds as a number."""
    return {day for span in packed(scene(records, "en", None))["spans"] for day in span}


PLACE_LEVELS = st.sampled_from(["as-is", "0.1deg", "1deg", "province", "country", "withheld"])
PROFILES = st.one_of(
    st.fixed_dictionaries(
        {
            "record": st.just("by-sea"),
            "place": PLACE_LEVELS,
            "date": st.sampled_from(["as-is", "month", "year", "period", "withheld"]),
            "names": st.sampled_from(["as-is", "role"]),
            "role": st.just("a craftsman"),
        }
    ),
    st.fixed_dictionaries(
        {
            "record": st.sampled_from(["by-sea:1", PLACE[4]]),
            "place": PLACE_LEVELS,
            "date": st.sampled_from(["as-is", "month", "year", "period", "withheld"]),
            "names": st.just("as-is"),
        }
    ),
)
# Where none of the other towns lies, so that no number is there by chance.
LATS = st.integers(2_000_000, 3_599_999).map(lambda number: number / 100_000)
LONS = st.integers(10_000_000, 11_499_999).map(lambda number: number / 100_000)
SAID = st.fixed_dictionaries(dict.fromkeys(TEXTS, st.sampled_from(TELLING)))


@settings(max_examples=40, deadline=None, derandomize=True, phases=[Phase.explicit, Phase.generate])
@given(PROFILES, LATS, LONS, SAID, st.sampled_from(TELLING))
def test_nothing_that_a_profile_hides_is_shown(profile, lat, lon, said, story_text):
    said = said | {"other_note": told_by_others(profile)}
    hidden = hidden_by(profile, lat, lon)
    records = whole(profile, lat, lon, said)
    middles = [in_cell(records.places[PLACE[4]], side) for side in (0.1, 1)]
    shown_anyway = {f"{degrees:.2f}" for cell in middles for degrees in (cell.lat, cell.lon)}
    assume(not hidden & shown_anyway)
    shown = published(records)
    text = sent(shown, published_stories(stories_of(lat, lon, story_text), records))
    assert found(hidden, text) == set()
    if profile["date"] != "as-is":
        assert not {(DAY - DAY_ZERO).days, (DAY - DAY_ZERO).days + 8} & days_in(shown)


@pytest.mark.parametrize("hides", [{"place": "province"}, {"date": "year"}, {"names": "role"}])
def test_what_is_hidden_would_be_found_if_it_were_shown(hides):
    profile = {"record": "by-sea", "place": "as-is", "date": "as-is", "names": "as-is", **hides}
    lat, lon = 41.23456, 126.98765
    records = whole(profile | {"role": "x"}, lat, lon, dict.fromkeys(TEXTS, " ".join(TELLING)))
    text = sent(records, stories_of(lat, lon, TELLING[0])) + "7654321"
    hidden = hidden_by(profile, lat, lon) - {"41.23", "41.235", "126.99", "126.988", *PLACE[1:3]}
    never_written_so = {"May 17"}
    assert hidden - never_written_so == found(hidden, text)
    assert {(DAY - DAY_ZERO).days, (DAY - DAY_ZERO).days + 8} <= days_in(records)


@pytest.mark.parametrize("record", ["by-sea", "by-sea:1", PLACE[4]])
def test_what_is_hidden_costs_no_journey_that_does_not_tell_it(record):
    profile = {"record": record, "place": "province", "date": "year"}
    said = dict.fromkeys(TEXTS, " ".join(TELLING[:2])) | {"other_note": "Nothing more."}
    shown = published(whole(profile, 41.23456, 126.98765, said))
    assert set(shown.journeys) == {"by-sea", "by-land"}
    assert set(shown.events) == {"famine", "talk"}
