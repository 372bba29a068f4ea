"""What a reference manager reads is what was cited, whatever signs stand in it."""

import json
import re
from datetime import date
from itertools import accumulate

import bibtexparser
import pytest
import rispy
from jsonschema import Draft7Validator
from pylatexenc.latex2text import LatexNodes2Text

from annotations.collection import load
from annotations.records import Source
from annotations.store import CsvStore
from geodata import ROOT
from views.citing import FORMATS, formats, in_format, record_item, source_item

SCHEMA = ROOT.parent / "shared" / "conformance" / "csl-citation.json"
ODD = "A & B, 100% of {x}: $5 \\input{/etc} ~ ^ _ # “혜산” é\nTY  - EVIL @misc{y,"
OURS = record_item("x", "Mrs. Lee’s way", "https://a.org/?journey=x", "A school", date(2026, 1, 5))


def source(**cells: str) -> Source:
    """A source with these cells."""
    plain = dict.fromkeys(
        ("author", "publisher", "published", "url", "accessed", "language", "rights", "sha256"), ""
    )
    return Source(**{**plain, "id": "s", "title": "T", "kind": "news", "note": "", **cells})


def all_items():
    """Every source of the tables, and a record of these pages."""
    sources = load(CsvStore()).collection.sources.values()
    return [*map(source_item, sources), OURS]


def one(name: str, **cells: str) -> str:
    """A source in a format."""
    return in_format(name, [source_item(source(**cells))])


def test_every_source_is_an_item_by_the_schema_of_the_field():
    if not SCHEMA.exists():
        pytest.skip("the schema of citations does not lie beside this repository")
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    item = {**schema, "$ref": "#/definitions/csl-data-item"}
    check = Draft7Validator({key: item[key] for key in ("definitions", "$ref")})
    told = json.loads(in_format("csl-json", all_items()))
    assert len(told) > 100
    assert [fault.message for one in told for fault in check.iter_errors(one)] == []


def test_a_reader_of_bibtex_finds_every_source_with_its_title_and_address():
    items = all_items()
    library = bibtexparser.parse_string(in_format("bibtex", items))
    assert not library.failed_blocks
    plain = LatexNodes2Text(keep_braced_groups=False).latex_to_text
    told = {entry.key: entry.fields_dict for entry in library.entries}
    assert set(told) == {item["id"] for item in items}
    for item in items:
        address = told[item["id"]].get("url")
        assert (address.value if address else None) == item.get("URL")
        words = plain(told[item["id"]]["title"].value)
        assert re.sub(r"\W", "", words) == re.sub(r"\W", "", item["title"])


def test_a_reader_of_ris_finds_every_source_with_its_title_and_address():
    items = all_items()
    told = {one["id"]: one for one in rispy.loads(in_format("ris", items))}
    assert {(key, one["title"], *one.get("urls", ())) for key, one in told.items()} == {
        (item["id"], item["title"], *filter(None, [item.get("URL")])) for item in items
    }


def test_no_word_of_a_source_becomes_a_command_or_another_entry():
    tex = bibtexparser.parse_string(one("bibtex", title=ODD, author=ODD))
    assert len(tex.entries) == 1 and not tex.failed_blocks
    assert "\\input" not in tex.entries[0].fields_dict["title"].value
    (ris,) = rispy.loads(one("ris", title=ODD, author=ODD, publisher=ODD))
    assert ris["type_of_reference"] == "NEWS" and "EVIL" in ris["title"]
    assert json.loads(one("csl-json", title=ODD))[0]["title"] == ODD


@pytest.mark.parametrize(
    ("published", "parts"),
    [
        ("2003-07-05", {"date-parts": [[2003, 7, 5]]}),
        ("2013-02?", {"date-parts": [[2013, 2]], "circa": True}),
        ("2014~", {"date-parts": [[2014]], "circa": True}),
        ("2001/2002-03", {"date-parts": [[2001], [2002, 3]]}),
        ("199X", {"literal": "199X"}),
        ("2001-21", {"literal": "2001-21"}),
        ("../2001", {"literal": "../2001"}),
        ("[2001,2003]", {"literal": "[2001,2003]"}),
    ],
)
def test_a_date_is_cited_no_more_exactly_than_it_is_known(published, parts):
    assert source_item(source(published=published))["issued"] == parts


def test_the_text_names_who_what_where_and_when():
    words = one(
        "text", author="Ian Birrell", title="How to escape", publisher="UnHerd", kind="article",
        published="2023-11-21", url="https://unherd.com/x", accessed="2026-11-23",
    )  # fmt: skip
    assert words == (
        "Ian Birrell, “How to escape”, UnHerd, 21 November 2023, https://unherd.com/x, "
        "read 23 November 2026."
    )
    assert in_format("text", [OURS]) == (
        "“Mrs. Lee’s way”, Ways out: journeys out of North Korea, and who says so, A school, "
        "https://a.org/?journey=x, read 5 January 2026."
    )


@pytest.mark.parametrize("name", FORMATS)
def test_a_source_of_which_only_the_title_is_known_is_cited_by_that(name):
    assert "T" in one(name)
    assert not re.search(r"None|\{\}|, ,|\[\]", one(name))


@pytest.mark.parametrize("title", ("A}}}@misc(x, note = 1)", "{{{B", "C\\}{", "{"))
def test_a_brace_of_a_title_neither_opens_nor_ends_anything_in_bibtex(title):
    depths = list(accumulate({"{": 1, "}": -1}.get(sign, 0) for sign in formats._latex(title)))
    assert min(depths) >= 0 and depths[-1] == 0  # as BibTeX counts, also behind a backslash
