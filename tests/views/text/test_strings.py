"""Every string that a person sees can be translated, and the template for translators is current.

After a change of words, write the template anew from the root of the project:

    pybabel extract --no-location --omit-header --sort-output \\
        -o views/locale/messages.pot views pages dashboard.py
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import plotly.graph_objects as go
import pytest
from babel.messages import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from annotations.selection.filters import Filters, select
from geodata import ROOT
from tests.collections import many_journeys
from tests.views.routes import route
from views.atlas.scene import scene
from views.panels import counters, headline, selection_sentence
from views.panels.details import journey_details, stop_details
from views.panels.method_text import method
from views.panels.reading import stops_table
from views.text import i18n, labels
from views.timeline.figure import timeline

TEMPLATE = ROOT / "views" / "locale" / "messages.pot"
GETTEXT = {"_", "N_", "ngettext", "pgettext"}
WORDS = re.compile(r"[\w’]*[A-Za-z]{2}[\w’]*[,;:]? [A-Za-z][\w ,.;:’“”()–—?!{}/-]*")
# Never on the screen, or the same in every language: names of traces, what Plotly and HTML call
# things, commands, who a record was written by, what stands in downloaded files, in the tables
# or in the log.
NOT_SEEN = {
    *("journey names", "event names", "shadow bands", "shadow events", "period numbers"),
    *("middle right", "middle left", "top center", "top left"),
    *("noopener noreferrer", "details source"),
    "CC BY 4.0, https://creativecommons.org/licenses/by/4.0/",
    "Ways out, records annotated from published testimony; places from GeoNames, CC BY 4.0",
    "joins the places named; not the path taken",
    "streamlit run dashboard.py --server.address 127.0.0.1 -- --staff",
    "Ways Out",  # what a typeface calls itself
    "Ministry of Unification",  # how the name of a source begins
    "The way as such",  # in the addresses of old links
    *("muted who", "place draft", "date unresolved"),
    "Property of its publisher. Not copied here: only facts in our own words and the short exact "
    "words that name a place or a date.",
    "The tables may hold a save that was cut short.",
}


def modules() -> Iterator[Path]:
    """Every module whose strings a visitor may see."""
    yield ROOT / "dashboard.py"
    for room in ("views", "pages"):
        yield from sorted((ROOT / room).rglob("*.py"))


def extracted() -> set[tuple]:
    """Each message that the code asks for, with its plural and its context."""
    found = set()
    for path in modules():
        for _line, message, _comments, context in extract_from_file(
            "python", path, DEFAULT_KEYWORDS
        ):
            forms = message if isinstance(message, tuple) else (message,)
            found.add((forms, context))
    return found


def in_template() -> set[tuple]:
    """Each message of the template, with its plural and its context."""
    with TEMPLATE.open("rb") as file:
        return {
            (message.id if isinstance(message.id, tuple) else (message.id,), message.context)
            for message in read_po(file)
            if message.id
        }


def bare_words(source: str) -> set[str]:
    """Strings of two words or more that gettext does not see, but for docstrings and errors."""
    tree, passed = ast.parse(source), set()
    for node in ast.walk(tree):
        called = isinstance(node, ast.Call) and getattr(node.func, "id", "") in GETTEXT
        stands_alone = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        if called or stands_alone or isinstance(node, ast.Raise):
            passed |= {id(inner) for inner in ast.walk(node)}
    return {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in passed
        and WORDS.fullmatch(node.value.strip())
    }


def test_the_template_for_translators_holds_exactly_the_strings_of_the_code():
    """Where it does not, run the command at the head of this file."""
    assert in_template() == extracted()


def asked_inside_another(source: str) -> list[str]:
    """The calls of gettext inside an f-string: before Python 3.12 nothing extracts them."""
    return [
        ast.unparse(call)
        for string in ast.walk(ast.parse(source))
        if isinstance(string, ast.JoinedStr)
        for call in ast.walk(string)
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") in GETTEXT
    ]


def test_no_words_are_asked_for_where_an_older_python_does_not_find_them():
    found = {path: asked_inside_another(path.read_text(encoding="utf-8")) for path in modules()}
    assert {path: calls for path, calls in found.items() if calls} == {}
    assert asked_inside_another("f\"<p>{_('Who says so?')}</p>\"") == ["_('Who says so?')"]


def test_no_words_bypass_gettext():
    found = {path: bare_words(path.read_text(encoding="utf-8")) for path in modules()}
    assert {path: words - NOT_SEEN for path, words in found.items() if words - NOT_SEEN} == {}


def test_words_that_bypass_gettext_are_found_out():
    assert bare_words('st.title("Where did they go?")') == {"Where did they go?"}
    assert bare_words('f"Timeline {a} to {b}: {n} journeys, all of them"')
    assert bare_words('"""A docstring of words."""\nst.title(_("Where did they go?"))') == set()
    assert bare_words('raise ValueError("no such thing")') == set()


@pytest.fixture
def pseudo(tmp_path, monkeypatch) -> Iterator[str]:
    """A language in which each message is the English one in double brackets."""
    catalog = Catalog(locale="eo")
    for forms, context in extracted():
        told = tuple(f"⟦{form}⟧" for form in forms)
        several = len(forms) > 1
        catalog.add(forms if several else forms[0], told if several else told[0], context=context)
    folder = tmp_path / "eo" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "messages.mo").open("wb") as file:
        write_mo(file, catalog)
    monkeypatch.setattr(i18n, "LOCALE", tmp_path)
    i18n._catalogue.cache_clear()
    i18n.use_language("eo")
    yield "eo"
    i18n.use_language("en")
    i18n._catalogue.cache_clear()


def untranslated(words: str) -> str:
    """What of some words stands outside the brackets."""
    while (inner := re.sub(r"⟦[^⟦⟧]*⟧", "", words)) != words:
        words = inner
    return words


def test_another_language_reaches_labels_counters_and_sentences(pseudo, records):
    selection = select(records, Filters(1996, 1999, countries=frozenset({"KP", "CN"})))
    said = (
        labels.kind("helper"),
        labels.country("KP"),
        labels.basis("stated"),
        labels.within("definitely"),
        labels.within("possibly"),
        labels.category("entry"),
        labels.confidence("low"),
        headline(select(records, Filters()), None),
        selection_sentence(records, selection),
        counters(selection),
    )
    assert [words for words in said if re.search("[A-Za-z]", untranslated(words))] == []


def test_another_language_reaches_map_and_timeline(pseudo, records):
    assert all(words.startswith("⟦") for words in scene(records, "eo", None)["strings"].values())
    figure = go.Figure(timeline(records, select(records, Filters())))
    assert all(tick.startswith("⟦") for tick in figure.layout.yaxis.ticktext[-5:])
    assert all("⟦" in note.text for note in figure.layout.annotations)


@pytest.mark.parametrize("period", [(1990, 2026), (2001, 2002), (1995, 2015)])
def test_another_language_reaches_the_months_of_many_journeys(pseudo, period):
    made = many_journeys(400)
    figure = go.Figure(timeline(made, select(made, Filters(*period))))
    (months,) = (trace.hovertext[0] for trace in figure.data if trace.name == "months")
    scale, legend = figure.layout.yaxis.ticktext[4], figure.layout.annotations[-1].text
    bare = [re.sub("<[^>]*>", " ", words) for words in (*months, scale, legend)]
    assert [words for words in bare if re.search("[A-Za-z]", untranslated(words))] == []


def test_another_language_reaches_the_headings_of_details_and_tables(pseudo):
    records, journey = route({"place": "dalian"}, {"place": "seoul", "note": "x"}, care="loss")
    shown = stop_details(records, journey, journey.stops[1], "#000000")
    shown += journey_details(records, journey, "#000000") + stops_table(records, journey) + method()
    headings = re.findall(r"<(?:h3|th|summary|h2)\b[^>]*>(.*?)</", shown)
    words = [heading for heading in headings if re.search("[A-Za-z]", heading)]
    records_own = {"Dalian", "Seoul", journey.title}
    assert {word for word in words if not word.startswith("⟦")} <= records_own
