"""What was read again, as it stands beside the tables and in the docs."""

import re

import pytest

from annotations.collection.load import load
from annotations.readings import compared, read_again, reading
from annotations.readings.__main__ import main
from annotations.store import CsvStore
from geodata import ROOT

PAGE = ROOT / "docs" / "data" / "agreement.md"


def test_every_journey_was_read_a_second_time_or_is_said_not_to_have_been():
    journeys = load(CsvStore()).collection.journeys
    assert read_again().keys() == compared().keys()
    assert read_again().keys() <= journeys.keys()
    assert {one.read for one in read_again().values()} <= {"whole", "excerpts", "none"}
    assert {one.verdict for one in read_again().values()} <= {"agrees", "first", "second", "none"}


def test_stops_that_were_not_read_again_are_stops_of_their_journey():
    journeys = load(CsvStore()).collection.journeys
    for read in read_again().values():
        orders = {stop.order for stop in journeys[read.journey].stops}
        assert set(read.unseen) <= orders, read.journey


def test_a_journey_is_reviewed_only_where_all_of_its_stops_were_read_again():
    for key, journey in load(CsvStore()).collection.journeys.items():
        read = read_again().get(key)
        was_read = read is not None and read.read != "none" and not read.unseen
        assert (journey.status == "reviewed") <= was_read, key


def test_the_docs_have_the_figures_that_the_command_prints(capsys):
    assert main([]) == 0
    assert capsys.readouterr().out.strip() in PAGE.read_text(encoding="utf-8")


def test_our_own_stops_agree_with_themselves_whole(capsys):
    assert main(["--compare", str(ROOT / "annotations" / "stops.csv")]) == 0
    told = capsys.readouterr().out
    assert re.search(r"\| F1 \| 1\.000 \| 1\.000 \| 1\.000 \|", told)


def test_what_is_saved_of_a_reading_has_neither_places_nor_dates(tmp_path):
    file, saved = tmp_path / "mine.csv", tmp_path / "saved.csv"
    file.write_text("journey,place,date\nkim-seong-min-1996,dalian,1996-02\n")
    assert main(["--compare", str(file), "--save", str(saved)]) == 0
    told = saved.read_text().splitlines()
    assert told[0] == "journey,first,second,dates"
    assert [row for row in told if row.endswith(",1,same")]
    assert not re.search("dalian|1996-02", saved.read_text())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("journey,place\na,b\n", "There is no column date. Add it."),
        ("journey,place,date\na,b\n", "mine.csv:2"),
        ("journey,place,date\nnobody,b,\n", "No journey has the id 'nobody'"),
        ("journey,place,date\nkim-seong-min-1996,dalian,1996-13\n", "has no month 13"),
        ('journey,place,date\n"a,b\n', "unexpected end of data"),
    ],
)
def test_a_reading_that_cannot_be_read_is_answered_in_a_sentence(tmp_path, capsys, text, words):
    file = tmp_path / "mine.csv"
    file.write_text(text)
    assert main(["--compare", str(file)]) == 1
    assert words in capsys.readouterr().err


def test_rows_of_one_journey_are_one_reading_in_their_order(tmp_path):
    file = tmp_path / "mine.csv"
    file.write_text("place,date,journey\nb,,x\na,2004,x\n")
    assert [stop.place for stop in reading(file)["x"]] == ["b", "a"]
