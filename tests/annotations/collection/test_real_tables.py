"""The project's own tables hold what the four texts and the public record say."""

import hashlib
import re
from dataclasses import replace

import pytest

from annotations.check.everything import check
from annotations.codes import TRAVELLERS
from annotations.collection.load import load
from annotations.dates import parse
from annotations.selection.filters import PUBLIC_RECORD, told_by
from annotations.store.files.beside.texts import TextFolder
from annotations.store.files.store import CsvStore
from annotations.store.files.table_text import parsed
from annotations.tables.schema import TABLES
from geodata import ROOT
from tests.collections import text_of

TEXTS = ROOT.parent / "shared" / "sources"
FOUR_TEXTS = {
    "kim-seong-min-escape",
    "kim-seong-min-democracy",
    "birrell-2023",
    "rfa-mike-kim-2009",
}


@pytest.fixture(scope="module")
def collection():
    """The project's own tables as they are read."""
    return load(CsvStore()).collection


def texts_of(collection) -> dict[str, str]:
    """The annotated texts by the id of their source, found by their digest."""
    contents = [path.read_bytes() for path in TEXTS.glob("*.txt")]
    digests = {hashlib.sha256(content).hexdigest(): content.decode() for content in contents}
    sources = collection.sources.values()
    return {s.id: digests[s.sha256] for s in sources if s.sha256 in digests}


def journeys_told_by(collection, texts: set[str]) -> list:
    """The journeys that one of these texts tells, or the public record alone."""
    return [j for j in collection.journeys.values() if told_by(j, FOUR_TEXTS) & texts]


def places_of(journey) -> list[str]:
    """The places of a journey in order, one that comes twice in a row once."""
    ids = [stop.place.id for stop in journey.stops if stop.place]
    return [key for before, key in zip([None, *ids], ids, strict=False) if key != before]


def test_the_tables_have_no_problem():
    assert "\n".join(map(str, check(CsvStore()))) == ""


YET_TO_COME = {"rfa-p54-may", "rfa-p55-may", "rfa-p55-after-i-graduate", "rfa-p57-the-summer"}


def test_no_mention_is_dated_after_its_text_but_what_a_speaker_looks_forward_to(collection):
    """A time that runs "up to now" ends on the day of the text, not with its month or year."""
    later = set()
    for mention in collection.mentions.values():
        told = parse(mention.value) if mention.kind == "date" and mention.value else None
        published = collection.sources[mention.source].published
        if told and parse(published).precision == "day":
            last = parse(published).span.latest
            later |= {mention.id} if told.span.latest is None or told.span.latest > last else set()
    assert later == YET_TO_COME


@pytest.mark.skipif(not TEXTS.is_dir(), reason="the four texts are their publishers', not here")
def test_every_quote_stands_in_its_text():
    assert "\n".join(map(str, check(CsvStore(), TextFolder(TEXTS)))) == ""


def test_the_four_texts_are_sources_with_the_digest_of_what_was_annotated(collection):
    annotated = {source.id for source in collection.sources.values() if source.sha256}
    assert annotated == FOUR_TEXTS
    assert {mention.source for mention in collection.mentions.values()} <= FOUR_TEXTS


def test_the_four_texts_tell_at_least_twenty_journeys(collection):
    assert len(journeys_told_by(collection, FOUR_TEXTS)) >= 20


def test_the_public_record_adds_at_least_eight_routes_of_two_or_more_places(collection):
    public = journeys_told_by(collection, {PUBLIC_RECORD})
    assert len([journey for journey in public if len(set(places_of(journey))) >= 2]) >= 8


def test_the_public_record_is_never_told_as_stated_by_one_of_the_texts(collection):
    for journey in journeys_told_by(collection, {PUBLIC_RECORD}):
        assert {stop.basis for stop in journey.stops} <= {"external", "inferred"}, journey.id


def test_every_stop_cites_a_source_that_is_in_the_table(collection):
    stops = [stop for journey in collection.journeys.values() for stop in journey.stops]
    assert len(stops) > 100
    for stop in stops:
        assert stop.sources, stop.id
        assert {citation.source for citation in stop.sources} <= set(collection.sources), stop.id


def test_every_stop_that_is_stated_shows_the_words_that_state_it(collection):
    for journey in collection.journeys.values():
        for stop in journey.stops:
            assert stop.mentions or stop.basis != "stated", stop.id


def test_the_general_route_leads_through_five_countries_in_this_order(collection):
    corridor = collection.journeys["the-way"]
    countries = [stop.place.country for stop in corridor.stops]
    line = [code for code in ("KP", "CN", "LA", "TH", "KR") if (code,) in countries]
    assert list(dict.fromkeys(countries)) == [(code,) for code in line]
    assert line == ["KP", "CN", "LA", "TH", "KR"]
    assert corridor.kind == "corridor"
    assert not corridor.span.known


def test_each_journey_ends_where_its_outcome_says(collection):
    """A person who is `returned` was last in North Korea, one who `arrived` in the South.

    Whoever `died` was last in one of them. A last stop that is not certain may be a plan or a
    guess, which is no outcome.
    """
    travellers = [j for j in collection.journeys.values() if j.kind in TRAVELLERS]
    assert len(travellers) > 40
    for journey in travellers:
        last = [stop for stop in journey.stops if stop.place][-1:]
        end = last[0].place.country if last else ()
        north, south = ("KP",), ("KR",)
        meant = {"arrived": {south}, "returned": {north}, "died": {north, south}}
        if journey.outcome_kind in meant:
            assert end in meant[journey.outcome_kind], journey.id
        elif last and end in (("KR",), ("KP",)) and len(journey.stops) > 1:
            assert last[0].certainty in ("probable", "possible"), journey.id


def test_the_addresses_of_sources_are_those_of_their_publishers(collection):
    """Not those of a port, a mirror, a test server or a picture on the page."""
    odd = re.compile(r":\d+/|eth\.limo|//proof\.|@@|cdurl|//feeds\.")
    assert [s.id for s in collection.sources.values() if odd.search(s.url)] == []


def test_a_source_with_a_day_says_what_was_read(collection):
    sources = collection.sources.values()
    assert {s.id for s in sources if s.accessed and not s.read_as} == set()
    assert {s.id for s in sources if s.accessed and "Read as" in s.note} == set()


def test_words_of_ours_in_a_title_stand_in_square_brackets(collection):
    ours = re.compile(r"\((?:in [A-Z]|paper|short|review)")
    assert [s.id for s in collection.sources.values() if ours.search(s.title)] == []


def test_every_building_abroad_has_a_name_in_korean_and_in_chinese(collection):
    for place in collection.places.values():
        if place.kind == "building" and place.country != ("KR",):
            assert place.name_ko and place.name_zh, place.id


def test_every_point_says_how_far_off_it_may_be(collection):
    points = [place for place in collection.places.values() if place.is_point]
    assert len(points) > 50
    assert [place.id for place in points if place.uncertainty_m is None] == []


@pytest.mark.parametrize(
    ("key", "sounds", "read"),
    [("tumen", "투먼", "도문"), ("yanji", "옌지", "연길"), ("dandong", "단둥", "단동"),
     ("changbai", "창바이", "장백"), ("shenyang", "선양", "심양")],
)  # fmt: skip
def test_a_town_in_china_is_spelled_in_korean_as_it_sounds_in_chinese(
    collection, key, sounds, read
):
    place = collection.places[key]
    assert place.name_ko == sounds and read in place.variants


def test_a_journey_begins_in_north_korea_only_where_its_leaving_is_told(collection):
    """The rule is in `docs/data/places.md`; that somebody is from there alone makes no stop."""
    travellers = [j for j in collection.journeys.values() if j.kind in TRAVELLERS]
    first = [j.stops[0] for j in travellers]
    inferred = {s.journey for s in first if s.basis == "inferred" and s.place.country == ("KP",)}
    assert inferred == {
        "activist-son",  # an attempt to be brought out of the country
        "boy-tumen-2000",  # crosses the river
        "early-defector-2000",  # flees after the death of her parents
        "kim-seong-min-1996",  # comes from the army
        "man-family-punished",  # after his escape
    }
    assert {"unhcr-office-seven-2001", "nine-young-people-2013"} <= {
        s.journey for s in first if s.basis == "external" and s.place.country == ("KP",)
    }


def test_only_those_who_told_of_russia_were_there(collection):
    """Nobody is drawn there because it lies on the way; a source says that they were there."""
    assert {j.id for j in collection.journeys.values() if "RU" in j.countries} == {
        "jang-ki-hong-1991",  # left a logging camp
        "lee-min-bok-1990",  # was helped there
        "oh-kil-nam-1986",  # was led through it on the way to Europe
        "park-choong-il-1999",  # was arrested there and handed back
    }


def test_only_a_helpers_trip_and_a_general_route_have_no_outcome(collection):
    without = {j.kind for j in collection.journeys.values() if not j.outcome_kind}
    assert without == {"helper", "corridor", "trafficking"}


def test_kim_seong_mins_journey_has_eight_stops_of_which_dalian_is_certain(collection):
    stops = collection.journeys["kim-seong-min-1996"].stops
    assert len(stops) == 8
    (dalian,) = [stop for stop in stops if stop.place.id == "dalian"]
    assert (dalian.certainty, dalian.basis) == ("certain", "stated")


def test_taowen_is_only_probably_tumen(collection):
    stops = collection.journeys["kim-seong-min-1996"].stops
    (tumen,) = [stop for stop in stops if stop.place.id == "tumen"]
    assert tumen.certainty == "probable"
    assert "Taowen" in [mention.quote for mention in tumen.mentions]


# Checked by hand: forty days are 36 to 44, eight 7 to 9, nine 8 to 10; fifty days may count from
# the crossing itself, and three years before February 1999 may be two and a half.
KIMS_DAYS = (
    (None, "1996-02-29"),
    ("1996-02-01", "1996-02-29"),
    ("1996-03-08", "1996-04-13"),
    ("1996-03-15", "1996-04-22"),
    ("1996-03-15", "1996-08-23"),
    ("1996-03-23", "1996-08-31"),
    ("1996-03-23", "1996-08-31"),
    ("1999-02-01", "1999-02-28"),
)


def test_kim_seong_mins_days_are_those_that_a_hand_finds(collection):
    stops = collection.journeys["kim-seong-min-1996"].stops
    found = [(stop.span.earliest, stop.span.latest) for stop in stops]
    assert [tuple(day and day.isoformat() for day in days) for days in found] == list(KIMS_DAYS)
    assert [stop.order for stop in stops if stop.date] == [2, 8]
    assert "kim-seong-min-1996:2" in stops[2].computed_from


def test_an_arrival_before_the_arrest_is_one_problem_that_names_both_rows():
    row = "kim-seong-min-1996,9,seoul,arrived,1996-01,,,,,stated,certain,,,kim-seong-min-escape[7],"
    row += "kse-p7-february-1999,"

    ours = CsvStore().snapshot()
    stops = text_of(ours.table("stops")) + f"{row}\n"
    one_more = {**ours.tables, "stops": parsed("stops", stops.encode()).sheet}
    (problem,) = load(replace(ours, tables=one_more)).problems
    assert "kim-seong-min-1996:9" in str(problem)
    assert "kim-seong-min-1996:8" in str(problem) or "kim-seong-min-1996:2" in str(problem)
    assert str(problem).startswith("stops.csv:")


TURNED_FROM_AN_ANCHOR = re.compile(r" ago$|^last year$|^earlier this year$| days? later$|^May$")


def test_each_date_that_is_counted_names_what_it_counts_from(collection):
    dates = [m for m in collection.mentions.values() if m.kind == "date"]
    counted = [m for m in dates if TURNED_FROM_AN_ANCHOR.search(m.quote)]
    assert len(counted) >= 9
    assert [m.id for m in counted if not m.anchor] == []


def test_a_date_that_counts_from_nothing_named_has_a_note_or_stands_by_itself(collection):
    for mention in collection.mentions.values():
        by_itself = mention.kind == "place" or re.search(r"(1[89]|20)[0-9]{2}", mention.quote)
        assert mention.anchor or mention.note or by_itself, mention.id


def test_no_word_for_another_north_and_no_capital_is_resolved_to_a_namesake(collection):
    values = {key: mention.value for key, mention in collection.mentions.items()}
    assert values["rfa-p26-the-north"] == "united-states"
    assert values["birrell-p4-the-south"] == "south-korea"
    assert values["birrell-p14-beijing-zero-covid"] == "beijing"


def test_a_page_label_dates_nothing(collection):
    labels = {"kse-p4-page-label", "ksd-p4-page-label"}
    stops = [stop for journey in collection.journeys.values() for stop in journey.stops]
    assert labels.isdisjoint(m.anchor for m in collection.mentions.values())
    assert labels.isdisjoint(m.id for stop in stops for m in stop.mentions)


def test_every_place_name_of_a_text_is_annotated_each_time_it_stands(collection):
    """China, North Korea and the like by count: a missed one changes the number."""
    told = [m.quote for m in collection.mentions.values() if m.kind == "place"]
    counts = {name: told.count(name) for name in ("North Korea", "South Korea", "China", "Laos")}
    assert counts == {"North Korea": 38, "South Korea": 13, "China": 48, "Laos": 3}


@pytest.mark.skipif(not TEXTS.is_dir(), reason="the four texts are their publishers', not here")
def test_every_place_name_in_a_text_stands_under_a_mention(collection):
    names = {place.name for place in collection.places.values()}
    word = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(names, key=len)))})(?!\w)")
    for key, text in texts_of(collection).items():
        spans = [(m.start, m.end) for m in collection.mentions.values() if m.source == key]
        end_of_article = max(end for _, end in spans)
        found = [match.span() for match in word.finditer(text, 0, end_of_article)]
        assert found, key
        missed = [s for s in found if not any(a <= s[0] and s[1] <= b for a, b in spans)]
        assert [text[slice(*span)] for span in missed] == []


def test_there_are_at_least_sixty_events_in_all_five_categories(collection):
    assert len(collection.events) >= 60
    assert len({event.category for event in collection.events.values()}) == 5


def test_no_country_area_or_river_is_a_point_and_no_position_is_exact(collection):
    for place in collection.places.values():
        assert place.is_point <= (place.kind in ("town", "building")), place.id
        assert place.uncertainty_m is None or place.uncertainty_m > 0, place.id


def test_every_source_is_named_by_a_row_of_another_table(collection):
    tables = CsvStore()
    others = "\n".join(text_of(tables.table(name)) for name in TABLES if name != "sources")
    named = set(re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)*", others))
    assert set(collection.sources) - named == set()


def test_the_look_at_the_consulate_lies_between_a_move_and_an_entry_of_other_journeys(collection):
    last = collection.journeys["shanghai-scouting"].stops[-1]
    heard = collection.journeys["four-teenagers-shanghai"].stops[1]
    assert not last.date
    assert last.span == heard.span
    assert (last.span.earliest.year, last.span.latest.isoformat()) == (2003, "2003-07-04")
    assert {"mike-kim-border-years:2", "four-teenagers-shanghai:3"} <= set(last.computed_from)
