"""What describes the tables is what the schema says, and others can read the tables by it."""

import csv
import json
import re
import shutil

import pytest

from annotations.describe.__main__ import PACKAGE, PAGE, main, outdated
from annotations.describe.columns import BEGIN, END, columns, columns_page
from annotations.describe.datapackage import datapackage
from annotations.store import CsvStore
from annotations.tables import FORMS, TABLES
from geodata import ROOT

FIELDS = {
    (resource["name"], field["name"]): field
    for resource in datapackage()["resources"]
    for field in resource["schema"]["fields"]
}


def errors_of(folder) -> set[tuple[str, str]]:
    """The tables and columns with an error in a folder that has the package; "" for a row."""
    limit = csv.field_size_limit()
    try:  # it raises the limit for the whole process once it is imported
        from frictionless import Package

        report = Package(str(folder / PACKAGE)).validate()
    finally:
        csv.field_size_limit(limit)
    found = [(task.name, error) for task in report.tasks for error in task.errors]
    assert not report.errors
    return {(name, getattr(error, "field_name", "")) for name, error in found}


@pytest.fixture
def copied(tmp_path):
    """A folder with the package and its tables, to be changed."""
    for path in (PACKAGE, *(table.path for table in TABLES.values())):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / path, tmp_path / path)
    return tmp_path


def test_the_files_that_describe_the_tables_are_current():
    assert list(outdated()) == []
    assert main(["--check"]) == 0


def test_the_package_and_all_tables_are_valid_for_others():
    assert errors_of(ROOT) == set()


@pytest.mark.parametrize(
    ("table", "line", "at"),
    [
        ("events", "x,1996,A title,Words.,,party,KP,,interview,high", ("events", "category")),
        ("events", "A b,1996,A title,Words.,,world,KP,,interview,high", ("events", "id")),
        ("events", "x,1996,A title,Words.,,world,China,,interview,high", ("events", "countries")),
        ("events", "x,1996,A title,Words.,,world,KP,,interview[,high", ("events", "sources")),
        ("arrivals", "2030,1900,,,10,interview,,ministry,", ("arrivals", "end_year")),
        ("names", "Mike Kim,work,Why.,", ("names", "")),
        ("stops", "nowhere,1,,role,,,,,,stated,certain,,,interview,,", ("stops", "")),
    ],
)
def test_a_broken_row_is_an_error_for_others_too(copied, table, line, at):
    path = copied / TABLES[table].path
    path.write_text(f"{path.read_text(encoding='utf-8')}{line}\n", encoding="utf-8")
    assert errors_of(copied) == {at}


def test_every_column_is_a_field_of_the_package_and_a_row_of_the_page():
    wanted = {(table.name, name) for table in TABLES.values() for name in table.names}
    sections = re.split(r"^## Columns of (\w+)\.csv$", columns(), flags=re.MULTILINE)
    rows = {
        (table, name)
        for table, text in zip(sections[1::2], sections[2::2], strict=True)
        for name in re.findall(r"^\| `(\w+)` \|", text, flags=re.MULTILINE)
    }
    assert wanted == set(FIELDS) == rows


def test_the_fields_stand_in_the_order_of_the_headers():
    for resource in datapackage()["resources"]:
        header = CsvStore().table(resource["name"]).header.rstrip("\n")
        assert [field["name"] for field in resource["schema"]["fields"]] == header.split(",")


def test_one_key_in_a_cell_is_a_foreign_key_and_a_list_of_keys_has_a_pattern():
    keys = {
        resource["name"]: [key["fields"] for key in resource["schema"].get("foreignKeys", ())]
        for resource in datapackage()["resources"]
    }
    assert keys["stops"] == [["journey"], ["place"]] and keys["mentions"] == [["source"]]
    pattern = FIELDS["stops", "mentions"]["constraints"]["pattern"]
    assert re.fullmatch(pattern, "port; dalian") and not re.fullmatch(pattern, "port;;A b")
    assert re.fullmatch(FIELDS["events", "sources"]["constraints"]["pattern"], "a[2];b")


def test_a_pattern_of_the_package_is_understood_by_programs_in_any_language():
    assert [form.pattern for form in FORMS.values() if "(?P" in form.pattern] == []


def test_the_records_are_licensed_as_the_readme_says():
    (licence,) = datapackage()["licenses"]
    assert licence["name"] == "CC-BY-4.0"
    assert json.loads((ROOT / PACKAGE).read_text(encoding="utf-8"))["licenses"] == [licence]


def test_a_page_keeps_everything_but_its_columns():
    page = f"# Tables\n\n{BEGIN}\nold\n{END}\n\nMore.\n"
    assert columns_page(page) == f"# Tables\n\n{BEGIN}\n\n{columns()}\n\n{END}\n\nMore.\n"
    assert columns_page(columns_page(page)) == columns_page(page)


@pytest.mark.parametrize("page", ("", BEGIN, END, f"{END}{BEGIN}"))
def test_a_page_without_a_place_for_the_columns_is_told_how_to_make_one(page):
    with pytest.raises(ValueError, match="Write <!-- columns: begin -->"):
        columns_page(page)


def test_a_file_that_is_out_of_date_ends_the_check_with_1_and_is_written_anew(
    tmp_path, monkeypatch, capsys
):
    for path in (PACKAGE, PAGE):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(f"{BEGIN}{END}", encoding="utf-8")
    monkeypatch.setattr("annotations.describe.__main__.ROOT", tmp_path)
    assert main(["--check"]) == 1
    assert f"{PACKAGE} is not what the schema says" in capsys.readouterr().err
    assert main([]) == 0
    assert main(["--check"]) == 0
    assert (tmp_path / PACKAGE).read_bytes() == (ROOT / PACKAGE).read_bytes()
