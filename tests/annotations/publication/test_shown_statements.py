"""A statement is shown where its source, its words and all that it bears on are shown whole."""

import pytest

from annotations.collection import load
from annotations.publication import protected_rows, published
from tests.collections import collection_of, csv_of, good_tables

LETTER = {"id": "letter", "sha256": "", "kind": "article", "title": "A letter"}
OTHER = {"id": "by-land", "title": "By land", "sources": "interview[5]"}
STOPS = [{}, {"journey": "by-land", "mentions": "", "basis": "inferred", "sources": "interview[5]"}]
BY_SEA = "by-sea"


def shown(statement: dict[str, str], *profiles: dict[str, str], **tables) -> set[str]:
    """The statements that are published beside two journeys with these profiles."""
    apart = {"about": "", "mentions": "", "place": "", "source": "interview[9]"}
    collection = collection_of(
        sources=[{}, LETTER],
        journeys=[{}, OTHER],
        stops=STOPS,
        statements=[{**apart, **statement}, {**apart, "id": "letters", "source": "letter[3]"}],
        publication=list(profiles),
        **tables,
    )
    found = published(collection).statements
    assert set(collection.statements) - set(found) == {
        key for key in collection.statements if protected_rows(collection).has("statements", key)
    }
    return set(found)


HIDDEN = {"record": BY_SEA, "place": "withheld", "date": "withheld"}
LESS = {"record": BY_SEA, "place": "country"}


def test_nothing_is_hidden_where_no_profile_asks_for_it():
    assert shown({"about": BY_SEA, "mentions": "port", "source": "interview[2]"}) == {
        "claim",
        "letters",
    }


@pytest.mark.parametrize("profile", [HIDDEN, LESS])
@pytest.mark.parametrize(
    "statement",
    [
        {"about": BY_SEA},
        {"about": f"by-land;{BY_SEA}"},
        {"mentions": "port"},
        {"source": "interview[2]"},
        {"subject": "Boats that she saw in Dalian", "about": BY_SEA},
    ],
)
def test_what_bears_on_a_hidden_journey_or_stands_where_it_is_told_is_not_shown(profile, statement):
    assert shown(statement, profile) == {"letters"}


def test_what_names_a_place_that_is_hidden_everywhere_is_not_shown():
    assert shown({"subject": "Boats in Dalian"}, {"record": "dalian", "place": "country"}) == {
        "letters"
    }


def test_what_bears_on_an_open_journey_beside_a_hidden_one_stays():
    assert shown({"about": "by-land"}, HIDDEN) == {"claim", "letters"}


def test_a_place_that_is_hidden_everywhere_takes_its_statements_along():
    profile = {"record": "dalian", "place": "country"}
    assert shown({"place": "dalian"}, profile) == {"letters"}


def test_what_bears_on_an_event_of_which_a_place_is_hidden_is_not_shown():
    profile = {"record": "dalian", "place": "country"}
    assert shown({"about": "famine"}, profile) == {"letters"}
    assert shown({"about": "famine"}, LESS) == {"claim", "letters"}


def test_a_source_that_only_hidden_journeys_cite_takes_its_statements_along():
    only = {"sources": "letter[7]"}
    told = [{**only}, OTHER]
    collection = collection_of(
        sources=[{}, LETTER],
        journeys=told,
        stops=[{**only, "mentions": "", "basis": "inferred"}, STOPS[1]],
        statements=[{"about": "", "mentions": "", "place": "", "source": "letter[3]"}],
        publication=[HIDDEN],
    )
    assert set(published(collection).statements) == set()


def test_what_only_a_statement_about_a_hidden_journey_rests_on_is_not_shown():
    extra = {"id": "extra", "source": "letter", "paragraph": "3"}
    beside = {**extra, "id": "beside", "quote": "a boat", "start": "30", "end": "36"}
    other = {"about": "", "mentions": "", "place": "", "id": "other", "source": "interview[9]"}
    collection = collection_of(
        sources=[{}, LETTER],
        mentions=[{}, extra, beside],
        journeys=[{}, OTHER],
        stops=STOPS,
        statements=[{"about": BY_SEA, "mentions": "extra", "source": "letter[3]"}, other],
        publication=[HIDDEN],
    )
    found = published(collection)
    assert {"extra", "beside"}.isdisjoint(found.mentions)
    assert "letter" not in found.sources and "interview" in found.sources


@pytest.mark.parametrize("profile", [HIDDEN, LESS])
def test_words_that_a_shown_statement_rests_on_too_stay(profile):
    extra = {"id": "extra", "source": "letter", "paragraph": "3"}
    stated = {"mentions": "extra", "source": "letter[3]", "place": ""}
    collection = collection_of(
        sources=[{}, LETTER],
        mentions=[{}, extra],
        journeys=[{}, OTHER],
        stops=STOPS,
        statements=[{**stated, "about": BY_SEA}, {**stated, "id": "other", "about": "by-land"}],
        publication=[profile],
    )
    found = published(collection)
    assert set(found.statements) == {"other"}
    assert "extra" in found.mentions and "letter" in found.sources


def test_a_source_under_a_description_takes_its_statements_along():
    role = {"record": BY_SEA, "names": "role", "role": "A woman who left."}
    assert shown({"source": "interview[9]"}, role) == {"letters"}


def test_of_a_table_of_profiles_that_cannot_be_read_no_statement_is_shown():
    many = [{"record": "nowhere"}] * 101
    alone = {"about": "", "mentions": "", "place": "", "source": "letter[3]"}
    tables = good_tables(
        publication=csv_of("publication", *many),
        sources=csv_of("sources", {}, LETTER),
        statements=csv_of("statements", alone),
    )
    whole = load(tables).collection
    assert whole.statements and not published(whole).statements


def test_one_that_differs_from_a_hidden_one_no_longer_names_it():
    rows = [
        {"differs": "second"},
        {"id": "second", "differs": "claim", "about": "", "mentions": "", "place": "",
         "source": "letter[3]"},
    ]  # fmt: skip
    collection = collection_of(sources=[{}, LETTER], statements=rows, publication=[HIDDEN])
    found = published(collection).statements
    assert set(found) == {"second"} and found["second"].differs == ()
