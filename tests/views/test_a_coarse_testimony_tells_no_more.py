"""A testimony in less detail tells neither name nor village nor month in anything that is sent.

No table lists her name or the village: they stand in texts of ours and of the source alone.
"""

import re

import pytest

from annotations.publication.publish import published
from annotations.publication.published_stories import published_stories
from annotations.stories.records import Shown, Step, Story
from tests.collections import collection_of
from tests.views.routes import PLACES, stop_rows
from tests.views.sent import sent

NAME = ("Minsuh", "minsuh", "민서")
VILLAGE = ("Jongori", "jongori", "종오리", "hoeryong")
# The bars of a chart stand for days between two years, so that bare months are there by chance.
DAY = ("'2008-12", "winter", "December", "Chuseok", "'2014-09", "41 years", "14 June")
OPEN = {"record": "testimony", "place": "as-is", "date": "as-is", "names": "as-is"}
LEVELS = [
    ({"names": "role", "role": "a woman from the north"}, NAME),
    ({"place": "province"}, VILLAGE),
    ({"date": "year"}, DAY),
    (
        {"place": "province", "date": "year", "names": "role", "role": "a woman"},
        (*NAME, *VILLAGE, *DAY),
    ),
    (
        {"place": "country", "date": "period"},
        (*VILLAGE, *DAY, "'2008", "of 2008", "'2014", "Hamgyong"),
    ),
    ({"place": "withheld"}, (*VILLAGE, "Hamgyong", "Yanji")),
]
HOERYONG = {
    "id": "hoeryong", "name": "Hoeryong", "kind": "town", "country": "KP", "lat": "42.44",
    "lon": "129.75", "admin1": "North Hamgyong", "sources": "park-minsuh-2016[1]",
}  # fmt: skip
SOURCE = {
    "id": "park-minsuh-2016", "title": "Park Minsuh: from Jongori to Seoul",
    "author": "Park Minsuh (민서)", "publisher": "A station", "published": "2016-06-14",
    "url": "https://station.example/2016/park-minsuh-jongori",
    "note": "She left in the winter of 2008 and speaks of Jongori.",
}  # fmt: skip
TEXTS = {
    "outcome": "Held in Jongori until around Chuseok 2014.",
    "note": "Park Minsuh was 41 years old on 14 June 2016.",
}
ROWS = (
    {
        "place": "hoeryong",
        "date": "2008-12/2009-02",
        "role": "crosses near Jongori",
        "mode": "on foot from Jongori",
        "note": "In the winter of 2008.",
        "mentions": "minsuh-home;minsuh-winter",
    },
    {"place": "", "date": "2014-09", "role": "is held in 종오리", "mentions": "chuseok"},
    {"place": "yanji", "date": "2015", "role": "hides", "note": "So Minsuh said."},
)
QUOTES = {
    "minsuh-home": ("place", "Hoeryong", "hoeryong"),
    "minsuh-winter": ("date", "the winter of 2008", "2008-12~"),
    "chuseok": ("date", "around Chuseok 2014", "2014-09~"),
    "village": ("place", "Jongori", ""),
    "near": ("place", "a village by the Jongori brook", ""),
    "age": ("date", "41 years old", ""),
    "today": ("date", "14 June 2016", "2016-06-14"),
}
YANJI = {"id": "yanji", "name": "Yanji", "lat": "42.9", "lon": "129.5", "admin1": "Jilin"}


def whole(profile):
    """Her journey, and one by land that a report tells of."""
    cited = {"sources": "park-minsuh-2016[3]"}
    mentions = [
        {
            "id": id_, "source": "park-minsuh-2016", "paragraph": f"{3 + n % 2}", "start": "1",
            "end": f"{1 + len(quote)}", "kind": kind, "quote": quote, "value": value,
            "certainty": "certain" if value else "unresolved",
        }
        for n, (id_, (kind, quote, value)) in enumerate(QUOTES.items())
    ]  # fmt: skip
    report = {"id": "report", "kind": "report", "title": "How people leave", "sha256": ""}
    journeys = [
        {
            "id": "testimony", "title": "One woman's way", "people": "a woman",
            "summary": "She left.", **cited, **TEXTS,
        },
        {"id": "by-land", "title": "By land", "summary": "They left.", "sources": "report"},
    ]  # fmt: skip
    if profile["names"] == "role":
        journeys[0] |= {"title": "Park Minsuh", "summary": "Park Minsuh left Jongori."}
    stops = [{**row, "sources": "park-minsuh-2016[3]"} for row in stop_rows("testimony", *ROWS)]
    stops += [{**row, "sources": "report"} for row in stop_rows("by-land", {"place": "tumen"})]
    return collection_of(
        sources=[SOURCE, report], mentions=mentions, journeys=journeys, stops=stops,
        places=[*({**row, "sources": "report"} for row in (*PLACES, YANJI)), HOERYONG],
        events=[{"sources": "report", "places": "tumen"}], arrivals=[{"sources": "report"}],
        publication=[profile],
    )  # fmt: skip


def story(text, of_all=""):
    """A story whose steps show her journey, and everything."""
    steps = (
        Step("Her way", text, show=(Shown("testimony", (1,)),)),
        Step("All", of_all),
        Step("Others", "By land.", show=(Shown("by-land", (1,)),)),
    )
    return {"story": Story("story", "A story", "all", 5, "", "Of two.", steps)}


def found(words, text):
    """Those of some words that a text has."""
    return {word for word in words if re.search(rf"(?<!\d){re.escape(word)}", text)}


@pytest.mark.parametrize(("levels", "hidden"), LEVELS, ids=lambda value: str(value)[:60])
def test_nothing_that_is_sent_tells_more_than_the_levels_of_a_testimony(levels, hidden):
    records = whole(OPEN | levels)
    of_all = f"In {hidden[0]}." if hidden != DAY else ""
    told = published_stories(story(f"In {' '.join(hidden)}.", of_all), records)
    shown = published(records)
    assert set(shown.journeys) == {"testimony", "by-land"}
    assert found(hidden, sent(shown, told)) == set()


@pytest.mark.parametrize(("levels", "hidden"), LEVELS, ids=lambda value: str(value)[:60])
def test_what_the_levels_hide_would_be_found_if_it_were_sent(levels, hidden):
    records = whole(OPEN | levels)
    assert found(hidden, sent(records, story("Nothing."))) == set(hidden)


def test_what_the_levels_leave_is_still_there():
    text = sent(published(whole(OPEN | {"place": "province", "date": "year"})), {})
    assert {"2008", "2014", "North Hamgyong", "She left."} == found(
        {"2008", "2014", "North Hamgyong", "She left."}, text
    )
    assert "To protect people, the source is not named." in text
