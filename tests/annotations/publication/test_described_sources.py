"""A source that would tell what a profile hides is described, under an id that tells nothing."""

import pytest

from annotations.publication.publish import published
from annotations.publication.published_stories import published_stories
from annotations.references import Citation
from annotations.stories.records import Step, Story
from tests.collections import collection_of
from tests.views.routes import PLACES, stop_rows

HER = {
    "id": "park-minsuh-2015", "title": "Park Minsuh: my way out", "author": "Park Minsuh",
    "publisher": "A station", "published": "2015-03-04", "note": "She speaks of Jongori.",
    "url": "https://station.example/2015/03/park-minsuh",
}  # fmt: skip
REPORT = {
    "id": "report", "kind": "report", "title": "How people leave", "sha256": "",
    "url": "https://report.example/leaving",
}  # fmt: skip
JOURNEYS = [
    {"title": "One way", "people": "a woman", "summary": "She hid.", "sources": "park-minsuh-2015"},
    {"id": "by-land", "title": "By land", "summary": "They hid.", "sources": "report"},
]
ROLE = {"record": "by-sea", "names": "role", "role": "a woman"}
WITHHELD = {"record": "by-sea", "place": "withheld", "date": "withheld"}
PLACES_OF_REPORT = [{**row, "sources": "report"} for row in PLACES]
MENTION = {"id": "park-minsuh-p2-sea", "quote": "a ship", "value": "", "certainty": "unresolved"}


def whole(profile, source=HER, **rows):
    """A journey that one source tells, and one by a report; the profile is of either."""
    mine, others = stop_rows("by-sea", {"place": "dalian"}), stop_rows("by-land", {})
    tables = {
        "journeys": [{**JOURNEYS[0], "sources": source["id"]}, JOURNEYS[1]],
        "stops": [
            *({**row, "sources": f"{source['id']}[2]"} for row in mine),
            *({**row, "sources": "report"} for row in others),
        ],
        "sources": [source, REPORT],
        "places": PLACES_OF_REPORT,
        "events": [{"sources": "report", "places": ""}],
        "arrivals": [{"sources": "report"}],
        "mentions": [{**MENTION, "source": source["id"]}],
    }
    return collection_of(publication=[profile], **(tables | rows))


def shown(profile, source=HER, **rows):
    """What is published of these records."""
    return published(whole(profile, source, **rows))


def test_a_source_that_names_her_is_described_by_kind_and_year():
    records = shown(ROLE)
    (source,) = (each for each in records.sources.values() if each.id != "report")
    assert (source.id, source.title, source.author) == ("source-1", "A testimony", "")
    assert (source.publisher, source.published, source.url) == ("A station", "2015", "")
    assert (source.note, source.generalized) == ("", ("source:kind",))
    assert "minsuh" not in repr(records).lower() and "Jongori" not in repr(records)
    assert records.journeys["by-sea"].cited_sources == {"source-1"}


def test_the_year_of_a_described_source_is_no_finer_than_the_date_of_the_journey():
    assert shown({**ROLE, "date": "period"}).sources["source-1"].published == "201X"
    assert shown({**ROLE, "date": "withheld"}).sources["source-1"].published == ""


def test_a_title_that_tells_the_place_or_the_day_is_described_where_these_are_hidden():
    plain = {**HER, "id": "talk", "title": "A talk", "author": "", "note": "", "url": ""}
    told = {"place": "province"}, "From Jongori to the sea"
    day = {"date": "year"}, "A talk about the winter of 2008"
    for profile, title in (told, day):
        sources = shown({"record": "by-sea", **profile}, {**plain, "title": title}).sources
        assert "source-1" in sources and "talk" not in sources
    untold = shown({"record": "by-sea", **day[0]}, {**plain, "title": told[1]})
    assert untold.sources["talk"].title == told[1]


def test_an_address_or_an_id_that_tells_is_not_published():
    plain = {**HER, "title": "A talk", "author": "", "note": "", "kind": "article"}
    by_id = {**plain, "url": "https://station.example/1"}
    by_address = {**plain, "id": "talk"}
    people = [{**JOURNEYS[0], "people": "Park Minsuh"}, JOURNEYS[1]]
    for source in (by_id, by_address):
        journeys = [{**people[0], "sources": source["id"]}, people[1]]
        records = shown(ROLE, source, journeys=journeys, names=[{"name": "Park Minsuh"}])
        assert "source-1" in records.sources and "minsuh" not in repr(records).lower()


@pytest.mark.parametrize(
    "address", ["%EB%B0%95%EB%AF%BC%EC%88%98", "박민수-탈북", "park%252Dminsuh"]
)
def test_a_name_in_an_address_is_not_published_however_it_is_encoded(address):
    source = {**HER, "id": "talk", "title": "A talk", "author": "", "note": "", "kind": "article"}
    source["url"] = f"https://station.example/{address}"
    people = [{**JOURNEYS[0], "people": "Park Minsuh, 박민수", "sources": "talk"}, JOURNEYS[1]]
    records = shown(ROLE, source, journeys=people)
    assert records.sources["source-1"].url == ""


@pytest.mark.parametrize("column", ["title", "author", "publisher", "rights", "note", "url", "id"])
@pytest.mark.parametrize("profile", [ROLE, WITHHELD])
def test_no_column_of_a_source_that_others_cite_too_names_her(profile, column):
    telling = {"url": "https://x.example/park-minsuh", "id": "park-minsuh"}
    word = telling.get(column, "Rights with Park Minsuh")
    other = {**REPORT, column: word}
    rows = [{**JOURNEYS[0], "sources": HER["id"]}, {**JOURNEYS[1], "sources": other["id"]}]
    stops = [
        *({**row, "sources": HER["id"]} for row in stop_rows("by-sea", {"place": "dalian"})),
        *({**row, "sources": other["id"]} for row in stop_rows("by-land", {})),
    ]
    cited = {"sources": other["id"]}
    records = shown(
        profile, sources=[HER, other], journeys=rows, stops=stops, arrivals=[cited],
        places=[{**row, **cited} for row in PLACES], events=[{**cited, "places": ""}],
    )  # fmt: skip
    assert "by-land" in records.journeys
    assert "minsuh" not in repr(records).lower()


def test_a_source_that_tells_nothing_stays_as_it_is():
    records = shown({"record": "by-land", "date": "year", "place": "province"})
    assert records.sources["report"].title == "How people leave"
    assert records.sources["report"].generalized == ()
    assert records.sources["park-minsuh-2015"].url == HER["url"]


def test_words_of_a_described_source_have_ids_that_do_not_tell():
    records = shown({**ROLE, "date": "year"})
    assert list(records.mentions) == ["source-1-words-1"]
    assert records.mentions["source-1-words-1"].source == "source-1"


def test_a_source_of_nothing_but_withheld_journeys_is_not_there():
    place = {**PLACES[0], "id": "only-hers", "name": "Only Hers", "sources": HER["id"]}
    records = shown(WITHHELD, places=[*PLACES_OF_REPORT, place])
    assert set(records.sources) == {"report"}
    assert "only-hers" not in records.places and "minsuh" not in repr(records).lower()


def test_a_step_of_a_story_cites_a_described_source_by_its_new_id_and_no_story_a_hidden_one():
    told = (Citation(HER["id"], "2"), Citation("report"))
    step = Step("They leave", "They leave.", sources=told)
    stories = {"story": Story("story", "A story", "all", 5, "", "Of two.", (step,))}
    (step,) = published_stories(stories, whole(ROLE))["story"].steps
    assert ";".join(map(str, step.sources)) == "source-1[2];report"
    assert published_stories(stories, whole(WITHHELD)) == {}


@pytest.mark.parametrize("profile", [ROLE, WITHHELD])
def test_marked_words_of_others_have_another_id_where_theirs_tells(profile):
    mine = {**MENTION, "id": "report-p2-ship", "source": "report"}
    telling = [{**mine, "id": "report-p2-minsuh", "anchor": ""}, mine]
    mentions = shown(profile, mentions=telling).mentions
    assert "report-p2-ship" in mentions and len(mentions) == 2
    assert "minsuh" not in repr(mentions)
    assert "report-p2-minsuh" in shown({**ROLE, "names": "as-is"}, mentions=telling).mentions


@pytest.mark.parametrize("profile", [ROLE, WITHHELD])
def test_no_other_journey_calls_whoever_tells_by_a_part_of_their_name(profile):
    of_hers = {**JOURNEYS[0], "sources": HER["id"]}
    named = {**JOURNEYS[1], "summary": "They hid.", "outcome": "Minsuh helped them."}
    (told,) = (j for key, j in shown(profile, journeys=[of_hers, named]).journeys.items()
               if key == "by-land")  # fmt: skip
    assert told.outcome == ""
