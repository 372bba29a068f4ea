"""The command line: ranked candidates in a readable table, kind words for everything else."""

import json
import unicodedata

import pytest

from geodata.geocode import main


def columns(line):
    """Cells of a printed line by the terminal column in which each starts."""
    wide = "".join(c + "\0" if unicodedata.east_asian_width(c) in "WF" else c for c in line)
    return wide


def test_a_korean_name_prints_its_candidate_with_country_place_uncertainty_and_source(capsys):
    assert main(["도문"]) == 0
    header, line = capsys.readouterr().out.splitlines()
    for words in (
        "Tumen",
        "图们",
        "CN",
        "Jilin",
        "42.9656, 129.8420",
        "3",
        "GeoNames",
        "0.95",
        "project variant",
    ):
        assert words in line
    assert header.split()[:3] == ["score", "place", "ko"]


def test_the_columns_stand_under_one_another_in_spite_of_wide_signs(capsys):
    assert main(["Jilin"]) == 0
    header, *lines = map(columns, capsys.readouterr().out.splitlines())
    assert len(lines) == 2
    for line in lines:
        assert line[header.index("country") :].startswith("CN")
        assert line[header.index("kind") :].startswith(("province", "town"))


def test_candidates_are_ranked_and_can_be_limited(capsys):
    assert main(["Pingxiang", "--limit", "2"]) == 0
    _, first, second = capsys.readouterr().out.splitlines()
    assert "Guangxi" in first and "Jiangxi" in second


def test_country_and_province_leave_out_the_others(capsys):
    assert main(["Ji'an", "--country", "CN", "--admin1", "Jilin"]) == 0
    _, line = capsys.readouterr().out.splitlines()
    assert "Jilin" in line and "Jiangxi" not in line


def test_json_is_the_same_answer_for_machines(capsys):
    assert main(["두만강", "--json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert (
        row["id"] == "tumen-river" and row["lat"] is None and row["country"] == ["KP", "CN", "RU"]
    )


def test_an_unknown_name_exits_1_with_near_spellings(capsys):
    assert main(["Yangji"]) == 1
    out, err = capsys.readouterr()
    assert out == "" and "Yanji" in err and "'Yangji'" in err


def test_a_name_in_the_wrong_country_says_where_it_is_known(capsys):
    assert main(["Yanji", "--country", "KP"]) == 1
    assert "Yanji, Jilin, CN" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["", "   ", "x" * 10_000, "Tu\x07men", "\x1b[31mTumen", "\udcff"])
def test_a_name_that_can_be_none_exits_2_with_one_clear_line(capsys, name):
    assert main([name]) == 2
    out, err = capsys.readouterr()
    assert (
        out == ""
        and err.startswith("The name")
        and len(err.splitlines()) == 1
        and "\x1b" not in err
    )


@pytest.mark.parametrize(
    "options", [["--limit", "0"], ["--limit", "-3"], ["--limit", "many"], ["--limit", "²"]]
)
def test_a_limit_that_is_none_is_refused(capsys, options):
    with pytest.raises(SystemExit) as stopped:
        main(["Yanji", *options])
    assert stopped.value.code == 2
    assert "from 1 up" in capsys.readouterr().err


def test_a_country_that_is_none_is_refused(capsys):
    assert main(["Yanji", "--country", "Narnia"]) == 2
    assert "'Narnia' is not a country" in capsys.readouterr().err
