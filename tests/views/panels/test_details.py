"""Behind every mark stand its words: where, when, how sure, and who says so in which words."""

import re
from dataclasses import replace
from html import unescape

import pytest

from annotations.dates.edtf import parse
from tests.collections import collection_of
from tests.views.routes import EXACT, PLACES, route, stop_rows
from views.panels.details import event_details, journey_details, stop_details
from views.panels.reading import arrivals_table, source_entry, stops_table
from views.text.citations import terms
from views.text.when import computed_words

COLOUR = "#A8401A"
ELEMENTS = re.compile(r"<\s*/?\s*\w+")


def text_of(markup: str) -> str:
    """The words that a reader sees."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", markup)).split())


def sections(markup: str) -> dict[str, str]:
    """The words of each section by its heading."""
    found = re.findall(r"<section><h3>(.*?)</h3>(.*?)</section>", markup)
    return {text_of(title): text_of(inner) for title, inner in found}


def stop_of(*stops, number: int = 1, **cells) -> str:
    """The details of a stop of a journey with these stops."""
    records, journey = route(*stops, **cells)
    return stop_details(records, journey, journey.stops[number - 1], COLOUR)


def test_the_details_of_a_stop_hold_place_time_certainty_source_paragraph_and_exact_words(records):
    journey = records.journeys["kim-seong-min-1996"]
    stop = next(stop for stop in journey.stops if stop.place and stop.place.id == "dalian")
    shown = stop_details(records, journey, stop, COLOUR)
    parts = sections(shown)
    assert parts["When"].startswith("in February 1996")
    assert parts["Where"].startswith("Dalian, Liaoning, China")
    assert "Kim Seong Min: Leaving North Korea, paragraph 5" in parts["Who says so"]
    assert '<q class="words">port of Dalian</q>' in shown
    assert "place is certain" in text_of(shown)
    assert f"stop {stop.order} of {len(journey.stops)}" in text_of(shown)


def test_every_answer_names_the_rights_of_its_source_and_the_day_it_was_read(records):
    for journey in records.journeys.values():
        shown = [journey_details(records, journey, COLOUR)]
        shown += [stop_details(records, journey, stop, COLOUR) for stop in journey.stops]
        cited = [journey.sources, *(stop.sources for stop in journey.stops)]
        for answer, citations in zip(shown, cited, strict=True):
            for citation in citations:
                assert terms(records.sources[citation.source]) in unescape(answer), journey.id
    for event in records.events.values():
        answer = unescape(event_details(records, event))
        assert all(terms(records.sources[citation.source]) in answer for citation in event.sources)


def test_a_day_of_reading_that_nobody_wrote_down_is_said_to_be_missing(records):
    source = next(iter(records.sources.values()))
    for read_as, words in (
        ("page", "Read on 23 November 2026."),
        ("stored-copy", "A stored copy was read on 23 November 2026."),
        ("excerpt", "The beginning of a stored copy was read on 23 November 2026."),
    ):
        assert words in terms(replace(source, accessed="2026-11-23", read_as=read_as))
    assert "not recorded" in terms(replace(source, accessed=""))


def test_every_stop_of_our_records_shows_its_words_and_its_sources(records):
    for journey in records.journeys.values():
        for stop in journey.stops:
            shown = stop_details(records, journey, stop, COLOUR)
            marked = {unescape(quote) for quote in re.findall(r'<q class="words">(.*?)</q>', shown)}
            assert marked == {mention.quote for mention in stop.mentions}, stop.id
            for citation in stop.sources:
                source = records.sources[citation.source]
                assert source.title in unescape(shown), stop.id


def test_a_date_that_is_not_told_is_said_to_be_unknown():
    parts = sections(stop_of({"place": "", "date": "", "certainty": "unresolved"}))
    assert parts["When"] == "date not given"
    assert parts["Where"] == "No place is given."


def chips(*stops) -> list[str]:
    """The short phrases at the head of the last of these stops."""
    collection, journey = route(*stops)
    markup = stop_details(collection, journey, journey.stops[-1], "#000000")
    return re.findall(r'class="chip">([^<]+)<', markup)


def test_the_details_say_of_place_and_date_apart_how_sure_they_are():
    doubted = {"place": "seoul", "date": "2004-11", "date_certainty": "probable"}
    assert chips(doubted) == ["place from another source", "place is certain", "date is probable"]
    assert sections(stop_of(doubted))["When"].startswith("probably in November 2004")
    assert chips({"place": "seoul", "certainty": "probable", "date_certainty": "certain"}) == [
        "place from another source", "place is probable", "date is certain",
    ]  # fmt: skip


def test_a_stop_without_a_date_or_a_place_says_nothing_of_how_sure_that_is():
    dateless = chips({"place": "seoul", "date": ""})
    assert dateless == ["place from another source", "place is certain"]
    placeless = {"place": "", "certainty": "unresolved", "date_certainty": "certain"}
    assert chips(placeless) == ["event from another source", "date is certain"]
    assert chips({"place": "", "certainty": "unresolved"}) == [
        "event from another source", "certainty of the date not recorded",
    ]  # fmt: skip


def test_the_list_says_of_place_and_date_apart_how_they_are_known():
    cells = {"place": "seoul", "basis": "external", "date": "2004-11", "date_basis": "inferred"}
    listed = stops_table(*route(cells | {"date_certainty": "possible"}))
    for words in (
        "possibly in November 2004",
        "The date is inferred from the source.",
        "place from another source, place is certain, date is possible",
    ):
        assert words in listed


# What a row needs to be stated.
WORDS = {"mentions": "port", "sources": "interview[2]"}


@pytest.mark.parametrize(
    ("basis", "words"),
    [
        ("stated", "The source states the length of time; the days are computed."),
        ("inferred", "The length of time is inferred from the source; the days are computed."),
        ("external", "The length of time is from another source; the days are computed."),
    ],
)
def test_a_computed_date_says_how_its_length_is_known(basis, words):
    stops = (
        {"place": "dalian", "date": "1996-02"},
        {"date": "", "after": "by-sea:1", "duration": "P40D", "date_basis": basis} | EXACT | WORDS,
        {"date": ""},
        {"date": "1999"},
    )
    collection, journey = route(*stops)
    counted, ordered = journey.stops[1:3]
    assert words in sections(stop_details(collection, journey, counted, "#000000"))["When"]
    said = sections(stop_details(collection, journey, ordered, "#000000"))["When"]
    assert "No date is given; the days are computed." in said


def test_a_computed_date_says_what_it_was_computed_from():
    stops = (
        {"place": "dalian", "date": "1996-02"},
        {"place": "tumen", "date": "", "after": "by-sea:1", "duration": "P40D", **EXACT},
    )
    collection, journey = route(*stops)
    assert computed_words(collection, journey, journey.stops[1]) == [
        "computed: 40 days after stop 1, in February 1996"
    ]
    assert computed_words(collection, journey, journey.stops[0]) == []
    assert sections(stop_of(*stops, number=2))["When"].startswith(
        "between 12 March and 9 April 1996"
    )


def test_a_stop_that_only_its_neighbours_bound_names_them():
    collection, journey = route(
        {"place": "dalian", "date": "1996-02"}, {"place": "tumen", "date": ""}, {"date": "1996-05"}
    )
    (line,) = computed_words(collection, journey, journey.stops[1])
    assert line == "computed from stops 1, 3"


def test_a_stop_that_counts_from_an_event_names_it_by_its_title():
    collection, journey = route(
        {"place": "dalian", "date": "", "after": "famine", "duration": "P3D"}, {"date": ""}
    )
    for stop in journey.stops:
        (line,) = computed_words(collection, journey, stop)
        assert "Famine" in line and "famine" not in line


def test_the_way_between_two_towns_has_a_computed_length_and_one_from_an_area_none():
    towns = sections(stop_of({"place": "dalian"}, {"place": "seoul", "mode": "by ship"}, number=2))
    assert towns["How they got here"] == (
        "From Dalian. By ship. 494 km as the crow flies (computed)"
    )
    area = sections(stop_of({"place": "china"}, {"place": "seoul"}, number=2))
    assert area["How they got here"] == "From somewhere in China. How they travelled is not stated."


def test_the_first_stop_has_no_way_that_led_to_it():
    assert "How they got here" not in sections(stop_of({"place": "dalian"}))


def test_an_area_says_that_no_point_is_drawn():
    assert "no point is drawn" in sections(stop_of({"place": "china"}))["Where"]
    assert "no point is drawn" not in sections(stop_of({"place": "dalian"}))["Where"]
    assert "within about 5 km" in sections(stop_of({"place": "dalian"}))["Where"]


def test_heavy_content_is_announced_and_shut_until_it_is_asked_for():
    told = {"summary": "It was hard.", "outcome": "They parted.", "care": "violence;loss"}
    records, journey = route({"place": "dalian"}, **told)
    shown = journey_details(records, journey, COLOUR)
    (inside,) = re.findall(r'<details class="gate"><summary>.*?</summary>(.*?)</details>', shown)
    assert "It was hard." in inside and "They parted." in inside
    assert "Content note: violence, loss" in text_of(shown)
    outside = shown.replace(inside, "")
    assert "It was hard." not in outside and "They parted." not in outside
    assert "<details open" not in shown


def test_an_account_without_a_content_note_is_shown_at_once():
    records, journey = route({"place": "dalian"}, summary="They crossed.")
    shown = journey_details(records, journey, COLOUR)
    assert "<details" not in shown
    assert "They crossed." in text_of(shown)


def test_a_journey_says_where_it_is_not_shown_and_why():
    records, journey = route({"place": "china", "date": ""})
    shown = text_of(journey_details(records, journey, COLOUR))
    assert "Not on the map: only one country or region is named." in shown
    assert "Not on the timeline: no date is given." in shown


def test_an_event_shows_its_date_places_confidence_and_sources(records):
    event = records.events["hwang-jang-yop-1997"]
    parts = sections(event_details(records, event))
    assert parts["When"] == "on 12 February 1997"
    assert parts["Where"] == records.places[event.places[0]].name
    assert "Confidence: high" in parts["Who says so"]
    for citation in event.sources:
        assert records.sources[citation.source].title in parts["Who says so"]


def test_every_event_of_our_records_has_its_details(records):
    for event in records.events.values():
        assert event.title in unescape(event_details(records, event))


def plain_twin(hostile):
    """The same records with harmless texts."""
    word = {"title": "x", "summary": "x"}
    journey = hostile.journeys["by-sea"]
    stops = tuple(
        replace(
            s, role="x", mode="x", note="x", place=replace(s.place, name="x", admin1="x", note="x")
        )
        for s in journey.stops
    )
    plain = replace(journey, people="x", outcome="x", note="x", stops=stops, **word)
    return replace(
        hostile,
        journeys={"by-sea": plain},
        events={"famine": replace(hostile.events["famine"], care="x", **word)},
        sources={key: replace(source, title="x") for key, source in hostile.sources.items()},
    )


@pytest.mark.parametrize(
    "show",
    [
        lambda records, journey: stop_details(records, journey, journey.stops[1], COLOUR),
        lambda records, journey: journey_details(records, journey, COLOUR),
        lambda records, journey: event_details(records, records.events["famine"]),
        stops_table,
        lambda records, journey: source_entry(records, next(iter(records.sources.values()))),
    ],
)
def test_a_hostile_text_adds_no_element_to_any_details(hostile, show):
    plain = plain_twin(hostile)
    shown = show(hostile, hostile.journeys["by-sea"])
    assert ELEMENTS.findall(shown) == ELEMENTS.findall(show(plain, plain.journeys["by-sea"]))
    assert "alert(1)" in text_of(shown)


def test_a_hostile_quote_is_text():
    quote = "<b>`x`</b>"
    records = collection_of(places=list(PLACES), stops=stop_rows("by-sea", {"place": "dalian"}))
    mention = replace(records.mentions["port"], quote=quote)
    journey = records.journeys["by-sea"]
    stop = replace(journey.stops[0], mentions=(mention,))
    shown = stop_details(records, journey, stop, COLOUR)
    assert '<q class="words">&lt;b&gt;`x`&lt;/b&gt;</q>' in shown


def test_a_count_without_a_split_says_so_and_is_not_a_zero():
    rows = [
        {"start_year": "1998", "end_year": "1998", "men": "", "women": "", "total": "71"},
        {"start_year": "", "end_year": "1998", "men": "0", "women": "947", "total": "947"},
    ]
    records = collection_of(arrivals=rows)
    shown = arrivals_table(records, records.arrivals)
    assert text_of(shown).count("not found") == 2
    assert '<td class="number">0</td>' in shown
    assert "from the war to 1998" in text_of(shown)


def test_dates_of_the_details_are_those_of_the_record():
    told = "2003-07-04"
    assert parse(told).span.earliest.day == 4
    assert sections(stop_of({"place": "dalian", "date": told}))["When"] == (
        "on 4 July 2003 The date is from another source."
    )


def test_a_stop_of_a_heavy_journey_is_announced_before_it_is_told(records):
    journey = records.journeys["two-brothers"]
    stop = journey.stops[-1]
    markup = stop_details(records, journey, stop, "#000000")
    role = stop.role[0].upper() + stop.role[1:]
    assert markup.index("Content note: execution") < markup.index(role)
    light = records.journeys["the-way"]
    assert "Content note" not in stop_details(records, light, light.stops[0], "#000000")


def test_of_a_country_only_the_country_is_called_known(records):
    journey = records.journeys["kim-seong-min-1996"]
    assert "only the area is known" in stop_details(records, journey, journey.stops[0], "#000000")
    assert "place is certain" in stop_details(records, journey, journey.stops[1], "#000000")


def test_a_journey_of_points_alone_has_a_computed_length(records):
    told = journey_details(records, records.journeys["six-women-qingdao-2007"], "#000000")
    assert "km from place to place, as the crow flies (computed)" in told
    areas = journey_details(records, records.journeys["kim-seong-min-1996"], "#000000")
    assert "km from place to place" not in areas
