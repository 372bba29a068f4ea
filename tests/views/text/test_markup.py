"""Text of the records stays text, whatever it holds; only what is built here is markup."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.selection.filters import Filters, select
from tests.views.routes import HOSTILE
from views.panels.account import account
from views.text.markup import Markup, el, link, markdown_text


class Parsed(HTMLParser):
    """The elements, attributes and text of a piece of HTML."""

    def __init__(self, written: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict]] = []
        self.text = ""
        self.feed(written)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text += data


@given(st.text())
def test_any_text_comes_back_from_an_element_as_it_was(text):
    written = el("p", text, title=text)
    parsed = Parsed(written)
    # A parser takes a carriage return for a line end: neither is markup.
    assert parsed.text.replace("\r", "\n") == text.replace("\r", "\n")
    assert [tag for tag, _ in parsed.elements] == ["p"]


def test_a_hostile_text_adds_no_element_and_no_attribute():
    parsed = Parsed(el("p", HOSTILE, cls=HOSTILE, data_note=HOSTILE))
    assert parsed.elements == [("p", {"class": HOSTILE, "data-note": HOSTILE})]
    assert parsed.text == HOSTILE


def test_an_element_inside_another_is_not_escaped_again():
    assert el("p", el("b", "a & b"), " c") == "<p><b>a &amp; b</b> c</p>"


def test_what_is_joined_from_markup_and_text_is_text_again():
    joined = el("b", "x") + "<i>"
    assert not isinstance(joined, Markup)
    assert el("p", joined) == "<p>&lt;b&gt;x&lt;/b&gt;&lt;i&gt;</p>"


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "", " https://x", "//x"],
)
def test_only_a_web_address_becomes_a_link(address):
    assert link("text", address) == "text"


def test_a_link_opens_beside_the_page_and_tells_nobody_whence():
    ((tag, attributes),) = Parsed(link("a < b", 'https://example.org/?a="b"')).elements
    assert tag == "a"
    assert attributes == {
        "href": 'https://example.org/?a="b"',
        "target": "_blank",
        "rel": "noopener noreferrer",
    }


@pytest.mark.parametrize(
    "text",
    [
        *("*bold*", "[x](https://example.org)", ":smile:", ":red[x]", "$x^2$", "`code`", "a_b_"),
        *("# head", "1. one", "<b>x</b>", "![x](y)", "~~x~~", "&amp;", "| a |", "\\*", "- item"),
    ],
)
def test_a_label_shows_the_signs_of_markdown_as_they_are(text):
    written = markdown_text(text).replace(":small[]", "")
    bare = re.sub(r"\\.", "", written)
    assert not set(bare) & set("\\`*_{}[]()<>#+-.!|~:$^&")
    assert re.sub(r"\\(.)", r"\1", written) == text


@pytest.mark.parametrize("text", ["ann@example.org", "http://example.org", "www.example.org"])
def test_an_address_in_a_label_does_not_become_a_link(text):
    first, parted, second = markdown_text(text).partition(":small[]")
    assert parted
    assert re.sub(r"\\(.)", r"\1", first + second) == text


@pytest.mark.parametrize("typed", ["<->", "->", "<-", "--", ">=", "<=", "~="])
def test_an_arrow_or_dash_in_a_label_stays_as_it_was_typed(typed):
    written = markdown_text(f"from {typed} to").removeprefix("from ").removesuffix(" to")
    parts = [part.removeprefix("\\") for part in written.split(":small[]")]
    assert parts == list(typed)


def test_a_label_is_one_line():
    assert markdown_text("two\n\nlines\t here") == "two lines here"


def test_html_and_html_is_html_and_html_and_text_is_text():
    assert isinstance(el("b", "x") + el("i", "y"), Markup)
    assert not isinstance(el("b", "x") + "<i>", Markup)


def test_the_account_of_journeys_stays_markup_inside_another_element(records):
    shown = el("div", account(records, select(records, Filters(1996, 1998))))
    assert '<section id="kim-seong-min-1996">' in shown


@pytest.mark.parametrize(
    ("title", "lang"),
    (
        ("中 쿤밍서 탈북여성 5명 체포돼", "ko"),
        ("脱北者", "zh"),
        ("Escape to Kunming (in Korean)", None),
    ),
)
def test_a_title_in_another_script_says_its_language(title, lang):
    ((_tag, attributes),) = Parsed(link(title, "https://example.org/")).elements
    assert dict(attributes).get("lang") == lang


def test_an_element_that_holds_nothing_has_no_end():
    assert el("img", src="a.png", alt="A & b") == '<img src="a.png" alt="A &amp; b">'
    assert el("p", el("img", src="a.png"), "b") == '<p><img src="a.png">b</p>'
