"""What was read again, as it stands beside the tables and in the docs."""

import re

import pytest

from annotations.check.readings import check_readings
from annotations.collection.load import load
from annotations.readings import compared, read_again, reading
from annotations.readings.__main__ import main
from annotations.store import REVIEWED, CsvStore
from geodata import ROOT

PAGE = ROOT / "docs" / "data" / "agreement.md"
SECOND = "second reading"


def test_the_files_of_both_readings_have_no_problem():
    journeys = load(CsvStore()).collection
    assert list(map(str, check_readings(ROOT / "annotations" / "readings", journeys))) == []
    assert read_again().keys() == compared().keys()


def test_what_the_second_reading_accepted_was_read_again_at_every_stop():
    """The history names it as who reviewed; whoever else accepts a journey needs no row here."""
    accepted = {
        line.key
        for line in CsvStore().lines()
        if (line.table, line.act, line.who) == ("journeys", REVIEWED, SECOND)
    }
    assert accepted
    for key in accepted & load(CsvStore()).collection.journeys.keys():
        read = read_again()[key]
        assert (read.read != "none", read.unseen) == (True, ()), key


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
