"""The table of arrivals says what the ministry says, and each period is the period it counts."""

import csv

from geodata import ROOT

TABLE = ROOT / "annotations" / "arrivals.csv"


def rows_of(series: str) -> list[dict[str, str]]:
    """The rows of one series, in the order of the table."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["series"] == series]


def people(rows: list[dict[str, str]], column: str) -> int:
    """The sum of a column; an empty cell raises `ValueError`, it is no zero."""
    return sum(int(row[column]) for row in rows)


def test_the_ministry_series_adds_up_to_its_own_total_of_34537():
    ministry = rows_of("ministry")
    assert people(ministry, "men") == 9_593
    assert people(ministry, "women") == 24_944
    assert people(ministry, "total") == 34_537


def test_men_and_women_of_each_ministry_row_make_its_total():
    for row in rows_of("ministry"):
        assert int(row["men"]) + int(row["women"]) == int(row["total"]), row


def test_the_ministry_total_to_2023_is_the_one_published_in_january_2024():
    to_2023 = [row for row in rows_of("ministry") if int(row["end_year"]) <= 2023]
    assert (people(to_2023, "men"), people(to_2023, "women")) == (9_542, 24_536)


def test_everyone_to_1998_is_a_period_with_no_first_year_and_not_the_year_1998():
    first = rows_of("ministry")[0]
    assert (first["start_year"], first["end_year"], first["total"]) == ("", "1998", "947")
    (year_1998,) = [row for row in rows_of("single-year") if row["start_year"] == "1998"]
    assert year_1998["total"] == "71"


def test_1999_to_2001_is_one_period_that_the_three_single_years_add_up_to():
    second = rows_of("ministry")[1]
    assert (second["start_year"], second["end_year"]) == ("1999", "2001")
    three = [row for row in rows_of("single-year") if row["start_year"] in ("1999", "2000", "2001")]
    assert len(three) == 3
    assert people(three, "total") == int(second["total"]) == 1_043


def test_no_year_from_2002_to_2025_is_missing_or_told_twice():
    later = rows_of("ministry")[2:]
    assert [row["start_year"] for row in later] == [str(year) for year in range(2002, 2026)]
    assert all(row["start_year"] == row["end_year"] for row in later)


def test_early_years_have_a_split_by_sex_where_pages_agree_on_the_total():
    single = rows_of("single-year")
    unsplit = [row for row in single if not row["men"]]
    assert [row["start_year"] for row in unsplit] == ["1995", "1998"]
    assert all("men" in row["variants"] for row in unsplit)
    for row in single:
        if row not in unsplit:
            assert int(row["men"]) + int(row["women"]) == int(row["total"]), row


def test_men_and_women_of_1999_to_2001_add_up_to_those_of_the_period():
    second = rows_of("ministry")[1]
    three = [row for row in rows_of("single-year") if row["start_year"] in ("1999", "2000", "2001")]
    for column in ("men", "women"):
        assert people(three, column) == int(second[column])


def test_the_years_1990_to_1994_add_up_to_the_published_86():
    early = [row for row in rows_of("single-year") if int(row["end_year"]) <= 1994]
    assert people(early, "total") == 86


def test_each_number_names_a_source():
    assert all(row["sources"] for series in ("ministry", "single-year") for row in rows_of(series))
