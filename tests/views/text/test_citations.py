"""The short name of a source says no more than what is public of it."""

from dataclasses import replace

import pytest

from annotations.store.files.store import CsvStore
from annotations.tables.changes import rows_by_key
from geodata import ROOT
from views.text import short_source

BIRRELL = "birrell-2023"


def named(records, **cells) -> str:
    """What the source is called where these cells of it are other ones."""
    source = replace(records.sources[BIRRELL], **cells)
    return short_source(replace(records, sources={**records.sources, BIRRELL: source}), BIRRELL)


@pytest.mark.parametrize(
    ("cells", "name"),
    [
        ({}, "Ian Birrell 2023"),
        ({"published": "202X"}, "Ian Birrell"),
        ({"published": "2020/2023"}, "Ian Birrell"),
        ({"published": ""}, "Ian Birrell"),
        ({"author": "", "title": "An article"}, "An article"),
        ({"author": "Kim Seong Min (interview)", "published": "2014", "title": "X"}, "X"),
    ],
)
def test_a_source_is_called_by_what_is_public_of_it(cells, name, records):
    assert named(records, **cells) == name


def test_a_source_that_is_withheld_has_no_name(records):
    assert short_source(replace(records, sources={}), BIRRELL) == "a text that is not here"


def test_no_name_of_a_person_stands_in_the_code():
    """Nor in what the pages say by themselves: whoever is hidden or withdrawn would stay there."""
    people = [
        row["name"]
        for row in rows_by_key(CsvStore(), "names").values()
        if row["kind"] == "public person"
    ]
    files = [
        path
        for folder in ("views", "annotations", "pages", "geodata", "static")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in (".py", ".js", ".ts", ".css", ".pot")
        and not {"vendor", "made"} & {*path.parts}
    ]
    code = "\n".join(path.read_text(encoding="utf-8") for path in files)
    assert people and len(files) > 100
    assert [name for name in people if name in code] == []
