"""Every page of the app has the style sheet, once; nothing else is changed for it."""

import pytest

from tests.doors import asked, page
from views.server.page import first
from views.server.page.introduction import Introduction
from views.server.page.sheet import SHEETS, sheet_words

STREAMLITS = b'<html><head></head><body><p></p><div id="root"></div></body></html>'
RULE = ".stMainBlockContainer"
STYLE = "\n".join(sheet.read_text(encoding="utf-8") for sheet in SHEETS)


@pytest.fixture(autouse=True)
def before_a_page_has_run(monkeypatch):
    """Nothing is said with the first page yet."""
    monkeypatch.setattr(first, "_says", [])


@pytest.mark.parametrize("path", ("/", "/journeys", "/records", "/no-such-page", "/staff/", "/a.b"))
def test_every_page_has_the_sheet_before_all_else_in_its_body(path):
    body = asked(Introduction(page(STREAMLITS)), path).body
    assert body.count(RULE.encode() + b" {") == STYLE.count(RULE + " {")
    assert body.index(b"<body><style>") < body.index(RULE.encode()) < body.index(b"<p>")


def test_all_sheets_are_in_it_and_no_rule_ends_it_early():
    body = asked(Introduction(page(STREAMLITS)), "/records").body.decode()
    assert STYLE in body
    assert "</" not in STYLE


@pytest.mark.parametrize(
    "path", ("/app/static/atlas/made/1.html", "/_stcore/health", "/static/a.css")
)
def test_a_file_stays_as_it_is(path):
    assert asked(Introduction(page(STREAMLITS)), path).body == STREAMLITS


def test_a_page_that_is_not_streamlits_stays_as_it_is():
    assert asked(Introduction(page(b"<body><p>")), "/records").body == b"<body><p>"


def test_words_in_a_sheet_cannot_end_it():
    assert sheet_words({"a": '"</style>\n\\'}) == '--a: "\\22 \\3c /style>\\a \\5c ";'
