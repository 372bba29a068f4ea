"""What is published of a record is as coarse as its profiles ask, and says so."""

from datetime import date

import pytest

from annotations.certainty import basis_of_date, is_date_in_doubt
from annotations.check.everything import check
from annotations.collection import load
from annotations.publication.publish import published
from tests.collections import collection_of, csv_of, good_tables
from tests.views.routes import EXACT, PLACES, stop_rows

TODAY = date(2026, 11, 24)
ROUTE = (
    {"place": "dalian", "date": "1996-05-12"},
    {"place": "tumen", "date": "", "after": "by-sea:1", "duration": "P8D", **EXACT},
    {"place": "seoul", "date": "1999-02"},
)
OTHER = {"id": "by-land", "title": "By land"}


def whole(*profiles: dict[str, str], route=ROUTE, **rows):
    """A journey by sea over three towns and one by land to two of them, with these profiles."""
    stops = [
        *stop_rows("by-sea", *route),
        *stop_rows("by-land", {"place": "tumen"}, {"place": "seoul"}),
    ]
    tables = {"journeys": [{"summary": "She hid."}, OTHER], "stops": stops, **rows}
    return collection_of(places=list(PLACES), publication=list(profiles), **tables)


def shown(*profiles: dict[str, str], **rows):
    """What of these records is published."""
    return published(whole(*profiles, **rows))


def stop(collection, order: int, journey: str = "by-sea"):
    """A stop by its order."""
    return collection.journeys[journey].stops[order - 1]


def test_a_place_is_moved_to_the_middle_of_its_cell_under_the_name_of_its_area():
    told = stop(shown({"record": "by-sea:1", "place": "0.1deg"}), 1)
    assert (told.place.lat, told.place.lon, told.place.name) == (38.95, 121.65, "China")
    assert told.generalized == ("place:0.1deg",)
    assert told.place.uncertainty_m >= 5000 + 7000


def test_a_place_is_shown_in_less_detail_only_in_the_journey_that_asks_for_it():
    collection = shown({"record": "by-sea:2", "place": "country"})
    assert stop(collection, 2).place.name == "China"
    assert stop(collection, 1, "by-land").place.id == "tumen"
    assert "tumen" in collection.places


def test_a_place_is_also_called_by_what_stands_before_a_comma_where_its_id_says_so():
    camp = {"id": "yodok", "name": "Yodok, camp 15", "variants": "", "geonames": ""}
    gate = {"id": "seoul-gate", "name": "A gate, Seoul", "variants": "", "geonames": ""}
    route = ({"place": "dalian"},)

    def published_of(*profiles: dict[str, str], summary: str):
        tables = {
            "journeys": [{}, OTHER | {"summary": summary}],
            "stops": [*stop_rows("by-sea", *route), *stop_rows("by-land", {"place": "seoul"})],
        }
        places = [*PLACES, camp, gate]
        rows = collection_of(places=places, publication=list(profiles), **tables)
        return published(rows).journeys

    hidden = [{"record": each, "place": "withheld"} for each in ("yodok", "seoul-gate")]
    assert "by-land" not in published_of(*hidden, summary="He was held at Yodok.")
    assert "by-land" in published_of(*hidden, summary="He stood at a gate.")


def test_a_profile_of_a_place_holds_wherever_it_comes():
    rows = {"events": [{"places": "tumen;dalian"}]}
    collection = shown({"record": "tumen", "place": "country"}, **rows)
    assert stop(collection, 2).place.name == stop(collection, 1, "by-land").place.name == "China"
    assert "tumen" not in collection.places
    event = collection.events["famine"]
    assert (event.places, event.generalized) == (("cn", "dalian"), ("place:area",))


@pytest.mark.parametrize(
    ("profile", "shows"),
    [
        ({"record": "by-sea:1", "place": "withheld"}, "arrived"),
        ({"record": "by-sea:3", "place": "country"}, "arrived"),
        ({"record": "by-sea:3", "place": "withheld"}, ""),
        ({"record": "by-sea:3", "names": "role", "role": "The end is withheld."}, ""),
    ],
)
def test_an_outcome_is_withheld_with_the_place_of_the_last_stop_or_what_happened_there(
    profile, shows
):
    collection = shown(profile, journeys=[{"outcome_kind": "arrived"}, OTHER])
    assert collection.journeys["by-sea"].outcome_kind == shows


def test_an_outcome_is_withheld_with_the_words_about_it():
    told = {"outcome": "She was safe in Tumen.", "outcome_kind": "in-transit"}
    collection = shown({"record": "by-sea:2", "place": "country"}, journeys=[told, OTHER])
    assert (collection.journeys["by-sea"].outcome, collection.journeys["by-sea"].outcome_kind) == (
        "",
        "",
    )


def test_of_several_profiles_the_coarsest_holds():
    collection = shown(
        {"record": "by-sea", "place": "country"}, {"record": "by-sea:1", "place": "0.1deg"}
    )
    assert stop(collection, 1).place.kind == "country"


def test_a_building_is_told_by_the_cell_of_its_town():
    route = ({"place": "embassy"}, {"place": "seoul"})
    told = stop(shown({"record": "by-sea:1", "place": "1deg"}, route=route), 1)
    assert (told.place.lat, told.place.lon) == (39.5, 116.5)


def test_a_place_that_is_coarse_already_stays_as_it_is():
    route = ({"place": "china"}, {"place": "seoul"})
    told = stop(shown({"record": "by-sea:1", "place": "country"}, route=route), 1)
    assert (told.place.id, told.generalized) == ("china", ())


def test_a_withheld_place_is_none_and_said():
    told = stop(shown({"record": "by-sea:2", "place": "withheld"}), 2)
    assert (told.place, told.withheld) == (None, ("place",))


def test_a_place_told_by_its_role_has_no_name_of_its_own():
    collection = shown({"record": "tumen", "names": "role", "role": "a border town"})
    told = stop(collection, 2).place
    assert (told.name, told.name_ko, told.variants) == ("a border town", "", ())
    assert "tumen" not in told.id and "tumen" not in collection.places
    assert stop(collection, 2).generalized == ("place:role",)


@pytest.mark.parametrize(
    ("level", "text", "first", "last"),
    [
        ("month", "1996-05", "1996-05-01", "1996-05-31"),
        ("year", "1996", "1996-01-01", "1996-12-31"),
        ("period", "199X", "1990-01-01", "1999-12-31"),
    ],
)
def test_a_date_is_widened_as_text_and_as_days(level, text, first, last):
    told = stop(shown({"record": "by-sea:1", "date": level}), 1)
    assert told.date == text
    assert (told.span.earliest.isoformat(), told.span.latest.isoformat()) == (first, last)
    assert told.generalized == (f"date:{level}",)


def test_a_withheld_date_has_no_days_though_order_would_give_some():
    told = stop(shown({"record": "by-sea:1", "date": "withheld"}), 1)
    assert (told.date, told.span.known, told.withheld) == ("", False, ("date",))


def test_a_length_that_would_give_a_hidden_day_back_goes():
    told = stop(shown({"record": "by-sea:1", "date": "year"}), 2)
    assert (told.after, told.duration, told.tolerance) == ("", "", "")
    assert "length" in told.withheld
    assert told.span.earliest.isoformat() == "1996-01-01"
    assert told.span.latest.isoformat() == "1999-02-28"


def test_a_length_between_days_that_are_told_stays():
    told = stop(shown({"record": "by-sea:3", "date": "year"}), 2)
    assert (told.after, told.duration, told.span.earliest.isoformat()) == (
        "by-sea:1", "P8D", "1996-05-20",
    )  # fmt: skip


def test_a_day_that_only_a_length_gives_is_widened_too():
    told = stop(shown({"record": "by-sea:2", "date": "month"}), 2)
    assert (told.date, told.duration, told.computed_from) == ("1996-05", "", ())


def test_a_date_that_stands_for_computed_days_is_computed_and_as_certain_as_its_length():
    hidden = {"record": "by-sea", "date": "year"}
    doubted = {**ROUTE[1], "date_certainty": "probable", "date_basis": "inferred"}
    records = shown(hidden, route=(ROUTE[0], doubted, ROUTE[2]))
    first, counted = stop(records, 1), stop(records, 2)
    assert (counted.date, basis_of_date(counted)) == ("1996", "computed")
    assert is_date_in_doubt(counted)
    assert basis_of_date(first) == first.basis
    doubt = {"certainty": "possible"}
    ordered = stop(shown(hidden, route=(ROUTE[0], {"date": "", **doubt}, ROUTE[2])), 2)
    assert (bool(ordered.date), basis_of_date(ordered)) == (True, "computed")
    assert not is_date_in_doubt(ordered)  # its place is in doubt, its days are not


def test_a_month_that_a_length_narrows_to_a_day_is_told_as_a_month():
    route = (ROUTE[0], {**ROUTE[1], "date": "1996-05"}, ROUTE[2])
    told = stop(shown({"record": "by-sea:2", "date": "month"}, route=route), 2)
    assert told.span.earliest.isoformat() == "1996-05-01"
    assert told.generalized == ("date:month",)


def test_a_date_told_no_finer_stays_as_it_is_told():
    told = stop(shown({"record": "by-sea:3", "date": "month"}), 3)
    assert (told.date, told.generalized) == ("1999-02", ())


def test_a_journey_that_counts_from_a_hidden_one_counts_no_more():
    rows = {
        "stops": [
            *stop_rows("by-sea", *ROUTE),
            *stop_rows("by-land", {"date": "", "after": "by-sea:1", "duration": "P3D", **EXACT}),
        ]
    }
    assert stop(whole(**rows), 1, "by-land").span.earliest.isoformat() == "1996-05-15"
    for profile in ({"date": "year"}, {"date": "withheld", "place": "withheld"}):
        told = stop(shown({"record": "by-sea", **profile}, **rows), 1, "by-land")
        assert (told.after, told.duration, told.computed_from) == ("", "", ())
        assert not told.span.known


MENTIONS = [
    {"id": "port"},
    {"id": "day", "kind": "date", "value": "1996-05-12", "quote": "12 May", "start": "39"},
    {"id": "again", "quote": "Dalian"},
    {"id": "sea", "quote": "a ship", "value": "", "certainty": "unresolved"},
    {"id": "later", "kind": "date", "value": "1996-05-20", "quote": "later!", "anchor": "day"},
    {"id": "elsewhere", "paragraph": "7"},
]
TOLD = ({**ROUTE[0], "mentions": "port;day;sea", "sources": "interview[2]"}, *ROUTE[1:])


def test_the_words_of_a_hidden_place_and_day_go_from_the_whole_text_and_are_counted():
    collection = shown(
        {"record": "by-sea:1", "place": "country", "date": "year"}, route=TOLD, mentions=MENTIONS
    )
    told = stop(collection, 1)
    assert told.mentions == ()
    assert "words:3" in told.withheld
    assert not collection.mentions


def test_the_words_of_paragraphs_that_tell_of_somebody_else_stay():
    others = [{"summary": "She hid."}, {**OTHER, "sources": "interview[7]"}]
    told = shown(
        {"record": "by-sea:1", "place": "country"},
        route=TOLD, mentions=MENTIONS, journeys=others,
    )  # fmt: skip
    assert set(told.mentions) == {"day", "later", "elsewhere"}


def test_the_words_of_a_place_stay_where_only_the_day_is_hidden():
    collection = shown({"record": "by-sea:1", "date": "year"}, route=TOLD, mentions=MENTIONS)
    assert [mention.id for mention in stop(collection, 1).mentions] == ["port", "sea"]
    assert set(collection.mentions) == {"port", "again", "sea", "elsewhere"}


def test_a_withheld_journey_is_not_there_and_its_own_words_neither():
    collection = shown(
        {"record": "by-sea", "place": "withheld", "date": "withheld"},
        route=TOLD, mentions=MENTIONS,
        journeys=[{}, {**OTHER, "sources": "interview[7]"}], events=[{"sources": "interview[7]"}],
        stops=[
            *stop_rows("by-sea", *TOLD),
            *({**row, "sources": "interview[7]"} for row in stop_rows("by-land", {})),
        ],
    )  # fmt: skip
    assert set(collection.journeys) == {"by-land"}
    assert set(collection.mentions) == {"elsewhere"}


def test_a_role_stands_for_title_people_and_summary():
    collection = shown({"record": "by-sea", "names": "role", "role": "a sailor"})
    journey = collection.journeys["by-sea"]
    assert {journey.title, journey.people, journey.summary} == {"a sailor"}
    assert journey.generalized == ("names:role",)


def test_a_role_of_a_stop_stands_for_what_happened():
    told = stop(shown({"record": "by-sea:1", "names": "role", "role": "waits"}), 1)
    assert (told.role, told.generalized) == ("waits", ("what:role",))


def test_texts_that_would_tell_are_left_out_and_counted():
    route = (
        {**ROUTE[0], "role": "hides in Dalian", "note": "On 12 May.", "mode": "on foot"},
        *ROUTE[1:],
    )
    told = stop(shown({"record": "by-sea:1", "place": "country", "date": "month"}, route=route), 1)
    assert (told.role, told.note, told.mode) == ("", "", "on foot")
    assert "text:2" in told.withheld


KIM = {"id": "trip", "title": "Mike Kim on a trip", "people": "Mike Kim", "summary": "He went."}


def test_a_journey_that_would_still_tell_is_not_published_and_the_check_says_why():
    journeys = [{"summary": "She hid in Dalian.", "outcome_kind": "arrived"}, OTHER]
    profile = {"record": "by-sea:1", "place": "country"}
    assert set(shown(profile, journeys=journeys).journeys) == {"by-land"}
    tables = {
        "places": csv_of("places", *PLACES),
        "journeys": csv_of("journeys", *journeys),
        "stops": csv_of("stops", *stop_rows("by-sea", *ROUTE), *stop_rows("by-land", {})),
    }
    told = good_tables(publication=csv_of("publication", profile), **tables)
    (problem,) = map(str, check(told, today=TODAY))
    assert problem.startswith("journeys.csv:2:summary  of 'by-sea' says 'Dalian', which public")


@pytest.mark.parametrize(
    ("key", "profile", "word"),
    [
        ("dalian-way", {"place": "country"}, "dalian"),
        ("left-in-may-1996", {"date": "year"}, "may"),
        ("left-1996", {"date": "period"}, "1996"),
        ("from-jongori", {"place": "province"}, "jongori"),
        ("minsuh", {"names": "role", "role": "a woman"}, "minsuh"),
        ("parkminsuh", {"names": "role", "role": "a woman"}, "park-minsuh"),
    ],
)
def test_a_journey_whose_id_would_tell_is_not_published_and_the_check_says_how(key, profile, word):
    row = {"people": "Park Minsuh", "summary": "She hid."}
    row["outcome"] = "She never saw Jongori again."
    tables = {"journeys": csv_of("journeys", {"id": key, **row})}
    tables["stops"] = csv_of("stops", {"journey": key, "role": "waits"})
    names = [{"name": name} for name in ("Park Minsuh", "Never Jongori")]
    tables |= {"publication": csv_of("publication", {"record": key, **profile})}
    told = good_tables(names=csv_of("names", *names), **tables)
    (problem,) = map(str, check(told, today=TODAY))
    assert problem.startswith(f"journeys.csv:2:id  of '{key}' gives away '{word}'")
    assert problem.endswith(f"python -m annotations.rename {key} NEW.")
    assert not published(load(told).collection).journeys


def test_a_village_that_no_table_lists_is_hidden_in_every_record_where_a_stop_hides_it():
    route = ({**ROUTE[0], "role": "hides in Jongori"}, *ROUTE[1:])
    journeys = [{"summary": "She hid.", "note": "She left Jongori."}, OTHER]
    collection = shown({"record": "by-sea:1", "place": "province"}, route=route, journeys=journeys)
    assert "Jongori" not in repr(collection)
    journeys[1] = {**OTHER, "note": "Many pass Jongori."}
    collection = shown({"record": "by-sea:1", "place": "province"}, route=route, journeys=journeys)
    assert collection.journeys["by-land"].note == "Many pass Jongori."
    assert stop(collection, 1).role == ""


def test_a_name_hidden_in_a_title_is_hidden_in_events_notes_and_sources():
    collection = shown(
        {"record": "trip", "names": "role", "role": "a helper"},
        journeys=[{"summary": "She hid.", "note": "After Mike Kim."}, OTHER, KIM],
        stops=[*stop_rows("by-sea", *ROUTE), *stop_rows("by-land", {}), *stop_rows("trip", {})],
        events=[{}, {"id": "book", "title": "Mike Kim writes a book"}],
        sources=[{"title": "A talk with Mike Kim", "publisher": "A station"}],
    )
    assert collection.journeys["by-sea"].note == ""
    assert set(collection.events) == {"famine"}
    (source,) = collection.sources.values()
    assert (source.title, source.publisher) == ("A testimony", "A station")
    assert collection.names == ()


def test_somebody_in_a_role_is_not_named_by_a_part_of_the_name_in_another_record():
    journeys = [{"title": "Park Minsuh", "people": "Park Minsuh", "summary": "She hid."}]
    journeys.append({**OTHER, "note": "Minsuh's sister went too.", "outcome": "She met Mrs Park."})
    names = [{"name": name} for name in ("Park Minsuh", "Mrs Park")]
    profile = {"record": "by-sea", "names": "role", "role": "a woman"}
    collection = shown(profile, journeys=journeys, names=names)
    assert "Minsuh" not in repr(collection)
    assert "Mrs Park" in repr(collection)


def test_the_published_collection_has_no_profiles_and_the_same_is_published_twice():
    collection = whole({"record": "by-sea", "place": "1deg", "date": "year"})
    assert published(collection) == published(collection)
    assert not published(collection).publication
    assert not published(whole({})).publication


GONE = {"record": "by-land", "place": "withheld", "date": "withheld"}


def test_no_event_rests_on_paragraphs_that_only_a_withheld_journey_tells():
    told = {"id": "by-land", "title": "By land", "sources": "interview[7]"}
    rows = {"journeys": [{"summary": "She hid."}, told]}
    theirs = {"id": "stopped", "title": "Some are stopped", "sources": "interview[7]"}
    shared = {**theirs, "id": "also", "sources": "interview[7];interview[2]"}
    events = shown(GONE, events=[theirs, shared], **rows).events
    assert set(events) == {"also"}
    whole = {"journeys": [rows["journeys"][0], {**told, "sources": "interview"}]}
    assert not shown(GONE, events=[theirs], **whole).events
    assert set(shown(events=[theirs, shared], **rows).events) == {"stopped", "also"}


def test_no_event_is_called_as_a_withheld_journey_is():
    told = {"id": "by-land", "title": "Two on a train", "people": "two"}
    rows = {"journeys": [{"summary": "She hid."}, told]}
    rows["events"] = [{"title": "Two on a train are seen"}, {"id": "other", "title": "Two"}]
    assert set(shown(GONE, **rows).events) == {"other"}
    assert len(shown(**rows).events) == 2


COARSE = {"place": "country", "date": "year"}
NOTHING_OF_IT = {"place": "withheld", "date": "withheld"}
DATED = {"kind": "date", "value": "1996-05", "quote": "May 1996", "certainty": "certain"}


@pytest.mark.parametrize("levels", [COARSE, NOTHING_OF_IT, {"date": "year"}])
def test_the_less_of_a_journey_is_told_the_fewer_words_are_marked_where_another_is_told_too(levels):
    words = (
        {"id": "its-own", "value": "dalian", "quote": "Dalian"},
        {"id": "of-both", "value": "seoul", "quote": "Seoul"},
        {"id": "beside", **DATED},
    )
    rows = {
        "journeys": [{"summary": "She hid in May 1996."}, OTHER],  # not shown without its month
        "mentions": [{"paragraph": "2", "end": str(39 + len(m["quote"])), **m} for m in words],
        "stops": [
            *stop_rows("by-sea", {"place": "dalian", "mentions": "its-own", "date": "1996-05"}),
            *stop_rows("by-land", {"place": "seoul", "mentions": "of-both"}),
        ],
        "sources": [{}],
    }
    rows["stops"] = [{**row, "sources": "interview[2]"} for row in rows["stops"]]
    mentions = published(collection_of(
        places=list(PLACES), publication=[{"record": "by-sea", **levels}], **rows,
    )).mentions  # fmt: skip
    assert "beside" not in mentions
    assert "of-both" in mentions
