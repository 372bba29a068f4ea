"""A figure in a story is the one of the record that it names, and an unknown one is told."""

from datetime import date

import pytest

from annotations.collection.load import load
from annotations.dates import parse_duration
from annotations.store.files.store import CsvStore
from annotations.stories.figures import UnknownFigure, figure, figures_in, named
from tests.collections import collection_of
from tests.stories import HEAD, STEP, loaded, problems_with, with_keys

DATED = collection_of(
    places=[{}, {"id": "seoul", "name": "Seoul", "country": "KR", "lat": "37.57", "lon": "126.98",
                 "name_ko": "", "name_zh": ""},
            {"id": "north", "name": "North", "kind": "area", "lat": "", "lon": "", "name_ko": "",
             "name_zh": "", "coordinateUncertaintyInMeters": ""}],
    stops=[
        {"date": "1996-02"},
        {"order": "2", "date": "", "after": "by-sea:1", "duration": "P40D"},
        {"order": "3", "date": "1999-02", "after": "by-sea:2", "duration": "P3Y"},
        {"order": "4", "date": ""},
    ],
    arrivals=[
        {"start_year": "", "end_year": "1998", "men": "831", "women": "116", "total": "947"},
        {"start_year": "1999", "end_year": "2001", "men": "565", "women": "478", "total": "1043"},
        {"start_year": "1999", "end_year": "1999", "men": "", "women": "", "total": "148",
         "series": "single-year"},
        {},
    ],
)  # fmt: skip


def why_not(reference: str) -> str:
    """Why a reference names no figure."""
    with pytest.raises(UnknownFigure) as unknown:
        figure(reference, DATED)
    return str(unknown.value)


@pytest.mark.parametrize("reference", ["by-sea:2", "by-sea:2.when", " by-sea:2 "])
def test_a_stop_alone_stands_for_when_it_was(reference):
    assert figure(reference.strip(), DATED) == DATED.journeys["by-sea"].stops[1]


def test_the_ends_of_its_days_and_what_lies_between_are_figures_too():
    assert figure("by-sea:2.first", DATED) == date(1996, 3, 8)
    assert figure("by-sea:2.last", DATED) == date(1996, 4, 13)
    assert figure("by-sea:2.days", DATED) == 36
    assert figure("famine.first", DATED) == date(1994, 1, 1)
    assert figure("famine", DATED) == DATED.events["famine"]


def test_a_length_from_stop_to_stop_is_never_more_or_less_than_all_statements_allow():
    least, most = (figure(f"by-sea:2-3.{field}", DATED) for field in ("least", "most"))
    assert (least, most) == (parse_duration("P2Y9M"), parse_duration("P3Y"))
    assert figure("by-sea:1-2.least", DATED) == parse_duration("P36D")
    assert figure("by-sea:1-2.most", DATED) == parse_duration("P44D")


@pytest.mark.parametrize(
    ("reference", "number"),
    [
        ("arrivals:2002", 1142),
        ("arrivals:2002.women", 632),
        ("arrivals:2002.men", 510),
        ("arrivals:2002.percent", 55),
        ("arrivals:..1998", 947),
        ("arrivals:1999", 148),
        ("arrivals:1999-2001", 1043),
        ("arrivals:1999-2002", 2185),
        ("arrivals:1999-2002.women", 1110),
        ("arrivals:..2002", 3132),
        ("km:dalian,seoul", 494),
    ],
)
def test_people_and_kilometres_are_numbers(reference, number):
    assert figure(reference, DATED) == number


@pytest.mark.parametrize(
    ("reference", "told"),
    [
        ("by-see:2", "no journey 'by-see'. Did you mean 'by-sea'?"),
        ("by-sea:9", "no stop 9 in 'by-sea', which has 4. Correct the number."),
        ("by-sea:2.frist", "'by-sea:2.frist' has no figure 'frist'. Did you mean 'first'?"),
        ("by-sea", "'by-sea' is a whole journey. Name a stop of it, as in 'by-sea:1'."),
        ("by-sea:x", "'by-sea:x' names no stop. Write 'by-sea:1', with .first or .last or .days"),
        ("by-sea:4.last", "'by-sea:4' is open on that side. Write '{by-sea:4}'."),
        ("by-sea:1-2", "'by-sea:1-2' does not say which figure it is. Write one of least, most."),
        ("by-sea:3-4.most", "nobody knows the most time from 'by-sea:3' to 'by-sea:4'. Name st"),
        ("by-sea:2-1.least", "nobody knows the least time from 'by-sea:2' to 'by-sea:1'. Name "),
        ("famin", "no event 'famin'. Did you mean 'famine'?"),
        ("arrival:2002", "no journey 'arrival'. Did you mean 'arrivals'?"),
        ("by-sea:1.First", "'by-sea:1.First' names no stop. Write 'by-sea:1', with .first"),
        ("famine:1", "'famine' is an event, which has no stops. Leave out what follows it."),
        ("km:dalian", "'km:dalian' names no two places."),
        ("km", "'km' is not whole. Write 'arrivals:2009' or 'km:pyongyang,seoul'."),
        (
            "arrivals:2003",
            "no rows of one series in arrivals.csv make 'arrivals:2003'. Write years",
        ),
        (
            "arrivals:2000-2002",
            "no rows of one series in arrivals.csv make 'arrivals:2000-2002'. Of these",
        ),
        ("arrivals:two", "'arrivals:two' names no years. Write arrivals:2009, "),
        ("arrivals:1999.men", "'arrivals:1999' is not split into men and women. Leave the field"),
        ("km:dalian,seol", "no place 'seol'. Did you mean 'seoul'?"),
        ("km:dalian", "'km:dalian' names no two places. Write km:pyongyang,seoul."),
        ("km:dalian,north", "'north' is known only as an area, so nothing can be measured"),
        ("", "no event ''. Write journey:order, or an event's id."),
    ],
)
def test_what_no_record_has_is_told_with_the_nearest(reference, told):
    assert why_not(reference).startswith(told)


def problems_of_left_out(*lines: str) -> list[str]:
    """The problems of a story whose step with these keys is left out, and the next is not."""
    told = loaded(with_keys(*lines) + STEP.replace("The port", "The sea"))
    assert [step.heading for step in told.stories["story"].steps] == ["The sea"]
    return list(map(str, told.problems))


def test_the_check_tells_an_unknown_figure_by_the_line_of_its_key():
    assert problems_of_left_out("question: When was {by-see:1}?") == [
        "stories/story.yaml:9:question  no journey 'by-see'. Did you mean 'by-sea'?"
    ]
    summary = HEAD.replace("What is told.", "It was {famin}.") + STEP
    (problem,) = loaded(summary).problems
    assert str(problem) == "stories/story.yaml:4:summary  no event 'famin'. Did you mean 'famine'?"


@pytest.mark.parametrize("text", ["by-land:1} and", "{famine", "{{famine}"])
def test_a_brace_without_its_other_half_is_told(text):
    (problem,) = problems_of_left_out(f'notes: "{text}"')
    assert ":9:notes  has a brace without its other half." in problem


def test_a_figure_where_none_is_read_is_told():
    (problem,) = problems_with("care: hunger in {famine}")
    told = "9:care  figures are read in text, plain, question, notes, tasks, summary, debrief"
    assert told in problem


def test_a_story_with_a_known_figure_has_no_problem():
    assert loaded(with_keys("notes: It was {by-land:1}, {famine}.")).problems == []


def test_what_a_reference_names_is_known_without_looking_it_up():
    text = "From {by-sea:2-3.least} to { famine } by {km:dalian,seoul}; {arrivals:2002}."
    assert [name for each in figures_in(text) for name in named(each)] == [
        ("stops", "by-sea:2"), ("stops", "by-sea:3"), ("events", "famine"),
        ("places", "dalian"), ("places", "seoul"),
    ]  # fmt: skip


def test_our_own_records_have_no_journey_that_is_called_like_a_figure():
    assert {"arrivals", "km"}.isdisjoint(load(CsvStore()).collection.journeys)
