"""What visitors see less of, or nothing, is protected; what they see whole is not."""

from annotations.collection.load import load
from annotations.publication.protected_rows import protected_rows
from annotations.publication.publish import published
from tests.collections import collection_of, csv_of, good_tables
from tests.views.routes import PLACES, stop_rows

WITHHELD = {"record": "by-sea", "place": "withheld", "date": "withheld"}
OTHER = {"id": "by-land", "title": "By land"}


def records(*profiles: dict[str, str], journey: dict[str, str] | None = None, **rows):
    """A journey by sea over two towns and one by land to the second, with these profiles."""
    stops = [
        *stop_rows("by-sea", {"place": "dalian"}, {"place": "seoul"}),
        *stop_rows("by-land", {"place": "seoul"}),
    ]
    tables = {"journeys": [{"summary": "She hid.", **(journey or {})}, OTHER], "stops": stops}
    return collection_of(places=list(PLACES), publication=list(profiles), **tables | rows)


def keys(collection, table: str) -> set[str]:
    """The keys of the protected rows of a table."""
    return set(protected_rows(collection).keys[table])


def test_nothing_is_protected_where_nothing_is_hidden():
    assert not any(protected_rows(records()).keys.values())


def test_a_withheld_journey_is_protected_with_its_stops_and_nobody_elses():
    collection = records(WITHHELD)
    assert keys(collection, "journeys") == {"by-sea"}
    assert keys(collection, "stops") == {"by-sea:1", "by-sea:2"}


def test_a_journey_that_is_left_out_since_its_title_tells_a_hidden_place_is_protected():
    collection = records(
        {"record": "dalian", "place": "withheld"}, journey={"title": "Out of Dalian"}
    )
    assert "by-sea" not in published(collection).journeys
    assert keys(collection, "journeys") == {"by-sea"}
    assert keys(collection, "stops") == {"by-sea:1", "by-sea:2"}


def test_a_building_in_a_hidden_town_is_protected_with_the_stop_in_it():
    stops = stop_rows("by-sea", {"place": "embassy"}, {"place": "seoul"})
    collection = records(
        {"record": "beijing", "place": "country"}, stops=[*stops, *stop_rows("by-land", {})]
    )
    assert {"beijing", "embassy"} <= keys(collection, "places")
    assert "by-sea:1" in keys(collection, "stops")


def test_an_event_at_a_hidden_place_is_protected():
    assert keys(records({"record": "dalian", "place": "country"}), "events") == {"famine"}


def test_a_source_is_protected_only_where_all_that_cite_it_are():
    other = {"id": "report", "title": "A report"}
    mine = {"sources": "report"}
    stops = [{**row, **mine} for row in stop_rows("by-sea", {"place": "dalian"})]
    rows = {"sources": [{}, other], "stops": [*stops, *stop_rows("by-land", {"place": "seoul"})]}
    assert keys(records(WITHHELD, journey=mine, **rows), "sources") == {"report"}
    assert keys(records(WITHHELD, **rows), "sources") == {"report"}  # cited by its stop alone


def test_without_a_table_of_publication_that_can_be_read_no_journey_is_licensed():
    collection = load(good_tables(publication="nonsense\n1\n")).collection
    assert not published(collection).journeys
    assert keys(collection, "journeys") == {"by-sea"}
    assert keys(collection, "stops") == {"by-sea:1"}
    assert keys(collection, "sources") == {"interview"}


def test_a_row_that_cannot_be_read_is_protected_and_so_is_every_row_of_publication():
    stops = csv_of("stops", {}, {"order": "2", "certainty": "nonsense"})
    protected = protected_rows(load(good_tables(stops=stops)).collection)
    assert protected.has("stops", "by-sea:9") and not protected.has("stops", "by-sea:1")
    assert protected.has("publication", "by-sea") and not protected.has("arrivals", "2002")


def test_a_proposal_that_would_show_a_journey_again_leaves_it_protected():
    now, shown_again = records(WITHHELD), records()
    both = protected_rows(now) | protected_rows(shown_again)
    assert both.has("journeys", "by-sea") and not both.has("journeys", "by-land")
