"""What is selected as files to download, each with its sources and licence in it."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator

from annotations.certainty import basis_of_date, certainty_of_date, says_when
from annotations.records import Collection, Journey, Stop
from annotations.selection import Selection
from geodata.cells import cell_of
from views.text import (
    cited_sources,
    generalizations,
    journey_when,
    labels,
    when_sentence,
    withholdings,
)

LICENCE = "CC BY 4.0, https://creativecommons.org/licenses/by/4.0/"
CREDIT = "Ways out, records annotated from published testimony; places from GeoNames, CC BY 4.0"
FORMULA_SIGNS = tuple("=+-@\t\r\n＝＋－＠")
# Where a comma stands in numbers, a spreadsheet parts cells by semicolons, and within quotes too.
PARTED = re.compile(r"(?<=[;\t\r\n])(?=\"*[=+\-@＝＋－＠])")
NOT_THE_WAY = "joins the places named; not the path taken"
COLUMNS = (
    "journey,title,people,kind,status,outcome_kind,journey_when,care,order,place,place_name,country,lat,lon,coordinateUncertaintyInMeters,role,date,"
    "earliest,latest,when,mode,basis,certainty,date_basis,date_certainty,words,sources,source_pages,"
    "dataGeneralizations,informationWithheld,licence"
).split(",")


def stops_csv(collection: Collection, selection: Selection) -> str:
    """One line a stop of every selected journey, with computed days and the words behind it.

    A cell that a spreadsheet would take for a formula starts with an apostrophe.
    """
    written = io.StringIO(newline="")
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(COLUMNS)
    for journey, stop in _stops(selection):
        writer.writerow(harmless(str(cell)) for cell in _stop_cells(collection, journey, stop))
    return written.getvalue()


def _stops(selection: Selection) -> Iterator[tuple[Journey, Stop]]:
    return ((journey, stop) for journey in selection.journeys for stop in journey.stops)


def _stop_cells(collection: Collection, journey: Journey, stop: Stop) -> tuple[object, ...]:
    place = stop.place
    return (
        journey.id,
        journey.title,
        journey.people,
        journey.kind,
        journey.status,
        journey.outcome_kind,
        journey_when(journey),
        journey.care,
        stop.order,
        place.id if place else "",
        labels.place(stop),
        cell_of(place.country) if place else "",
        place.lat if place and place.is_point else "",
        place.lon if place and place.is_point else "",
        place.uncertainty_m if place and place.uncertainty_m else "",
        labels.happened(stop),
        stop.date,
        stop.span.earliest or "",
        stop.span.latest or "",
        when_sentence(stop),
        stop.mode,
        stop.basis,
        stop.certainty,
        *_of_date(stop),
        "; ".join(mention.quote for mention in stop.mentions),
        cell_of(map(str, stop.sources)),
        "; ".join(title for _source, title in cited_sources(collection, stop.sources)),
        " ".join(generalizations(journey) + generalizations(stop)),
        " ".join(withholdings(journey) + withholdings(stop)),
        LICENCE,
    )


def _of_date(stop: Stop) -> tuple[str, str]:
    """How the date is known and how certain it is; empty where a stop has none to show."""
    if not says_when(stop):
        return (basis_of_date(stop) if stop.date else ""), ""
    return basis_of_date(stop), certainty_of_date(stop)


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula, also where signs are as wide as letters.

    Neither is a part of it one, where a spreadsheet parts cells by other signs than a comma.
    """
    is_negative = cell[:1] == "-" and _is_number(cell)
    whole = f"'{cell}" if cell.startswith(FORMULA_SIGNS) and not is_negative else cell
    return PARTED.sub("'", whole)


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


def geojson(collection: Collection, selection: Selection) -> str:
    """The selected stops and legs as a GeoJSON FeatureCollection (RFC 7946: lon before lat).

    A stop known only as an area has a null geometry; only two points make a leg.
    """
    features = [_stop_feature(collection, journey, stop) for journey, stop in _stops(selection)]
    features += [leg for journey in selection.journeys for leg in _leg_features(journey)]
    whole = {
        "type": "FeatureCollection",
        "licence": LICENCE,
        "credit": CREDIT,
        "features": features,
    }
    return json.dumps(whole, ensure_ascii=False, indent=1)


def _point(stop: Stop) -> list[float] | None:
    point = stop.place.point if stop.place else None
    return [point[1], point[0]] if point else None


def _stop_feature(collection: Collection, journey: Journey, stop: Stop) -> dict[str, object]:
    point = _point(stop)
    cells = dict(zip(COLUMNS, _stop_cells(collection, journey, stop), strict=True))
    properties = {
        name: str(cell) for name, cell in cells.items() if name not in ("lat", "lon", "licence")
    }
    return {
        "type": "Feature",
        "id": stop.id,
        "geometry": {"type": "Point", "coordinates": point} if point else None,
        "properties": properties,
    }


def _leg_features(journey: Journey) -> Iterator[dict[str, object]]:
    for start, goal in zip(journey.stops, journey.stops[1:], strict=False):
        if _point(start) and _point(goal):
            yield {
                "type": "Feature",
                "id": f"{start.id}>{goal.order}",
                "geometry": {"type": "LineString", "coordinates": [_point(start), _point(goal)]},
                "properties": {
                    "journey": journey.id,
                    "basis": goal.basis,
                    "mode": goal.mode,
                    "note": NOT_THE_WAY,
                },
            }
