"""What was done to protect people is said in the details and in every download."""

import csv
import io
import json

from annotations.publication.publish import published
from annotations.selection.filters import Filters, select
from tests.collections import collection_of
from tests.views.routes import PLACES, stop_rows
from views.atlas.scene import not_on_map, scene
from views.panels.details import event_details, journey_details, stop_details
from views.panels.exports import geojson, stops_csv
from views.panels.reading import stops_table
from views.text import labels, place_certainty, when_sentence
from views.text.protection import protections
from views.timeline.figure import not_on_timeline

ROUTE = ({"place": "dalian", "date": "1996-05-12"}, {"place": "seoul"})


def shown(*profiles: dict[str, str], route=ROUTE):
    """The records of a journey with these profiles, as they are published, and the journey."""
    records = published(
        collection_of(
            places=list(PLACES),
            journeys=[{"summary": "Somebody went away."}],
            stops=stop_rows("by-sea", *route),
            publication=list(profiles),
        )
    )
    return records, records.journeys["by-sea"]


def test_a_sentence_for_each_thing_stands_in_details_table_and_files():
    profile = {"record": "by-sea", "place": "0.1deg", "date": "year", "names": "role", "role": "x"}
    records, journey = shown(profile, route=({**ROUTE[0], "note": "In Dalian."}, ROUTE[1]))
    stop = journey.stops[0]
    told = protections(stop)
    assert told == [
        "The place is shown as a square of 0.1 degrees, drawn at its centre.",
        "Only the year of the date is shown.",
        "1 text of these records is withheld.",
    ]
    details = stop_details(records, journey, stop, "#000")
    assert "To protect people" in details
    for page in (details, stops_table(records, journey)):
        assert all(sentence in page for sentence in told)
    assert "The people are described by a role." in journey_details(records, journey, "#000")
    selection = select(records, Filters())
    line = next(csv.DictReader(io.StringIO(stops_csv(records, selection), newline="")))
    feature = json.loads(geojson(records, selection))["features"][0]["properties"]
    for file in (line, feature):
        assert file["dataGeneralizations"] == " ".join(
            ["The people are described by a role.", *told[:2]]
        )
        assert file["informationWithheld"] == told[2]


def test_no_source_is_said_to_state_a_year_that_was_computed():
    route = ({"place": "dalian", "date": "1996-05-12"}, {"date": ""}, {"date": "1996-07"})
    records, journey = shown({"record": "by-sea", "date": "year"}, route=route)
    details = stop_details(records, journey, journey.stops[1], "#000")
    assert "No date is given; the days are computed." in details
    assert not any(word in details for word in ("states the date", "date is certain"))
    lines = csv.DictReader(io.StringIO(stops_csv(records, select(records, Filters())), newline=""))
    file = [*lines][1]
    assert (file["date"], file["date_basis"], file["date_certainty"]) == ("1996", "computed", "")


def test_nothing_is_said_where_nothing_was_done():
    records, journey = shown()
    assert "To protect people" not in stop_details(records, journey, journey.stops[0], "#000")
    line = next(csv.DictReader(io.StringIO(stops_csv(records, select(records, Filters())))))
    assert (line["dataGeneralizations"], line["informationWithheld"]) == ("", "")


def test_a_cell_is_a_soft_point_somewhere_in_its_area():
    records, journey = shown({"record": "by-sea:1", "place": "1deg"})
    mark = scene(records, "en", None)["journeys"][0]["marks"][0]
    assert (mark["soft"], mark["lat"], mark["lng"]) == (True, 38.5, 121.5)
    assert mark["told"] == mark["short"] == "somewhere in China"
    assert mark["metres"] >= 70_000
    assert "within about" in stop_details(records, journey, journey.stops[0], "#000")


def test_a_place_told_as_its_country_is_drawn_as_an_area():
    records, journey = shown({"record": "by-sea:1", "place": "country"})
    mark = scene(records, "en", None)["journeys"][0]["marks"][0]
    assert mark["codes"] == ("CN",)
    assert place_certainty(journey.stops[0]) == "place shown in less detail"


def test_withheld_is_not_shown_as_never_told():
    profiles = ({"record": f"by-sea:{n}", "place": "withheld", "date": "withheld"} for n in (1, 2))
    records, journey = shown(*profiles)
    stop = journey.stops[0]
    assert (labels.place(stop), when_sentence(stop)) == ("place withheld", "date withheld")
    assert not_on_map(journey) == "its place is withheld"
    assert not_on_timeline(journey) == "its date is withheld"
    details = stop_details(records, journey, stop, "#000")
    assert "The place is withheld." in details and "No place is given." not in details


def test_what_happened_is_said_to_be_withheld_where_it_would_tell():
    records, journey = shown(
        {"record": "by-sea:1", "place": "country"},
        route=({**ROUTE[0], "role": "in Dalian"}, ROUTE[1]),
    )
    assert "What happened is withheld." in stop_details(records, journey, journey.stops[0], "#000")


def test_an_event_at_a_hidden_place_says_so():
    records, _ = shown({"record": "dalian", "place": "country"})
    details = event_details(records, records.events["famine"])
    assert "A place is shown in less detail." in details
    assert "China" in details and "Dalian" not in details
