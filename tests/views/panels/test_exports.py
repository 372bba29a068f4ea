"""Downloads hold what is selected, its sources and licence, and no formula that runs."""

import csv
import io
import json
import re
from dataclasses import replace

import pytest

from annotations.selection.filters import Filters, select
from tests.views.routes import HOSTILE, route
from views.panels.exports import COLUMNS, LICENCE, geojson, stops_csv


def rows_of(collection, filters: Filters | None = None) -> list[dict[str, str]]:
    """The lines of the CSV file, by column."""
    text = stops_csv(collection, select(collection, filters or Filters()))
    return list(csv.DictReader(io.StringIO(text, newline="")))


def features_of(collection, filters: Filters | None = None) -> list[dict]:
    """The features of the GeoJSON file."""
    return json.loads(geojson(collection, select(collection, filters or Filters())))["features"]


def test_a_line_says_of_place_and_date_apart_how_known_and_how_sure_they_are():
    records, _journey = route(
        {"date": "2004-11", "date_basis": "inferred", "date_certainty": "probable"},
        {"date": "2004-12", "certainty": "probable"},
        {"date": ""},
    )
    columns = ("basis", "certainty", "date_basis", "date_certainty")
    wanted = [
        ("external", "certain", "inferred", "probable"),
        ("external", "probable", "external", "probable"),
        ("external", "certain", "", ""),
    ]
    assert [tuple(line[name] for name in columns) for line in rows_of(records)] == wanted
    points = [f["properties"] for f in features_of(records) if "order" in f["properties"]]
    assert [tuple(each[name] for name in columns) for each in points] == wanted


def test_a_line_gives_a_journey_no_days_that_its_text_does_not_give(records):
    lines = [line for line in rows_of(records) if line["journey"] == "two-women-laos-2004"]
    assert {line["journey_when"] for line in lines} == {"probably some days in November 2004"}


def test_a_line_holds_a_stop_with_its_days_words_sources_and_licence(records):
    chosen = Filters(1996, 1998)
    lines = rows_of(records, chosen)
    stops = [stop for j in select(records, chosen).journeys for stop in j.stops]
    assert [(line["journey"], int(line["order"])) for line in lines] == [
        (stop.journey, stop.order) for stop in stops
    ]
    assert all(line["licence"] == LICENCE for line in lines)
    assert all(line["sources"] and line["source_pages"] for line in lines)
    dalian = next(line for line in lines if line["place"] == "dalian")
    assert (dalian["place"], dalian["earliest"], dalian["latest"]) == (
        "dalian",
        "1996-02-01",
        "1996-02-29",
    )
    assert dalian["when"] == "in February 1996"
    assert dalian["journey_when"] == "February 1996 to February 1999"
    assert "port of Dalian" in dalian["words"]


def test_the_columns_are_those_that_are_promised(empty):
    assert stops_csv(empty, select(empty, Filters())) == ",".join(COLUMNS) + "\n"


def test_unknown_stays_empty_in_a_line():
    records, _ = route({"place": "", "date": ""})
    (line,) = rows_of(records)
    unknown = "place lat lon coordinateUncertaintyInMeters date earliest latest mode".split()
    assert {column: line[column] for column in unknown} == dict.fromkeys(unknown, "")


@pytest.mark.parametrize(
    "cell",
    [
        '=HYPERLINK("https://example.org","x")',
        "＝1+1",
        "＋1",
        "－1+1",
        "＠SUM(1)",
        "+1+cmd",
        "@SUM(A1)",
        "-1+2",
    ],
)
def test_a_cell_that_a_spreadsheet_would_run_starts_with_an_apostrophe(cell):
    records, journey = route({"place": "dalian"})
    stop = replace(journey.stops[0], role=cell)
    records = replace(records, journeys={"by-sea": replace(journey, title=cell, stops=(stop,))})
    (line,) = rows_of(records)
    assert line["title"] == line["role"] == f"'{cell}"


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("\n=1+1", "'\n'=1+1"),
        ("\t=1+1", "'\t'=1+1"),
        ("a;=1+1;b", "a;'=1+1;b"),
        ('a;"=1+1;b', "a;'\"=1+1;b"),
        ("a\n@SUM(A1)", "a\n'@SUM(A1)"),
        ("a; b - c;d", "a; b - c;d"),
    ],
)
def test_no_part_of_a_cell_is_run_where_semicolons_part_cells(cell, told):
    records, journey = route({"place": "dalian"})
    records = replace(records, journeys={"by-sea": replace(journey, title=cell)})
    assert [line["title"] for line in rows_of(records)] == [told]
    parts = re.split("[;\t\n]", stops_csv(records, select(records, Filters())))
    assert not any(part.lstrip('"').startswith(("=", "@")) for part in parts)


def test_a_negative_degree_stays_a_number():
    records, journey = route({"place": "dalian"})
    south = replace(records.places["dalian"], lat=-8.5)
    stop = replace(journey.stops[0], place=south)
    records = replace(records, journeys={"by-sea": replace(journey, stops=(stop,))})
    (line,) = rows_of(records)
    assert line["lat"] == "-8.5"


def test_a_hostile_cell_comes_back_from_both_files_as_it_was(hostile):
    assert {line["title"] for line in rows_of(hostile)} == {HOSTILE}
    stops = [feature for feature in features_of(hostile) if ">" not in feature["id"]]
    assert {feature["properties"]["title"] for feature in stops} == {HOSTILE}


def test_a_position_in_geojson_is_longitude_then_latitude():
    records, _ = route({"place": "dalian"}, {"place": "seoul"})
    first, last, leg = features_of(records)
    assert first["geometry"] == {"type": "Point", "coordinates": [121.6, 38.91]}
    assert last["geometry"] == {"type": "Point", "coordinates": [126.98, 37.57]}
    assert leg["geometry"] == {
        "type": "LineString",
        "coordinates": [[121.6, 38.91], [126.98, 37.57]],
    }
    assert leg["properties"]["basis"] == "external"


def test_an_area_has_no_geometry_and_no_leg():
    records, _ = route({"place": "china"}, {"place": "dalian"}, {"place": "embassy"})
    features = features_of(records)
    assert [feature["id"] for feature in features] == ["by-sea:1", "by-sea:2", "by-sea:3"]
    assert [bool(feature["geometry"]) for feature in features] == [False, True, False]


def test_the_geojson_of_our_records_is_valid_and_says_its_licence(records):
    selection = select(records, Filters())
    whole = json.loads(geojson(records, selection))
    assert (whole["type"], whole["licence"]) == ("FeatureCollection", LICENCE)
    ids = [feature["id"] for feature in whole["features"]]
    assert len(ids) == len(set(ids))
    stops = {stop.id for journey in selection.journeys for stop in journey.stops}
    assert {key for key in ids if ">" not in key} == stops
    for feature in whole["features"]:
        assert feature["type"] == "Feature"
        if feature["geometry"]:
            positions = feature["geometry"]["coordinates"]
            for lon, lat in positions if isinstance(positions[0], list) else [positions]:
                assert -180 <= lon <= 180 and -90 <= lat <= 90


def test_an_empty_selection_is_an_empty_file(empty):
    assert features_of(empty) == []
