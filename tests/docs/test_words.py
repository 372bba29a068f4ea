"""The documentation speaks as the app does: its labels are those on the screen, its words plain."""

import re

import pytest
from babel.messages.pofile import read_po

from geodata import ROOT
from tests.docs.pages import PAGES, page, prose

# What the pages quote from the screen.
LABELS = {
    "docs/visit.md": ("Also possibly", "Embed"),
    "docs/teach.md": (
        *("Present", "As one file", "Handout"),
        *("Add this view to a story", "Download the draft"),
    ),
    "docs/review-and-save.md": ("Map and timeline of these rows",),
    "docs/operate.md": ("Staff", "Online map tiles"),
}
# What stumbles, and has a plainer word.
STUMBLING = re.compile(
    r"by way of|the way as such|more coarsely|sent back|thrown? away|take it in|taken? along|"
    r"held against|\bmend(?:ed|s)?\b|\blacks?\b|second pair of eyes|leave to travel|play time",
    re.IGNORECASE,
)
PRIVATE = re.compile(r"(?<![\w.])/(?:root|work|tmp|home)/")


def words_of_the_app() -> set[str]:
    """Every message of the template for translators."""
    with (ROOT / "views" / "locale" / "messages.pot").open("rb") as template:
        return {message.id for message in read_po(template) if isinstance(message.id, str)}


@pytest.mark.parametrize("path", LABELS)
def test_a_label_that_is_quoted_stands_on_the_screen(path):
    quoted = set(re.findall(r'"([^"]+)"', " ".join(prose(page(path)).split())))
    assert set(LABELS[path]) - quoted == set()
    assert set(LABELS[path]) - words_of_the_app() == set()


def test_every_page_of_the_app_has_the_name_that_the_readme_gives_it():
    names = re.findall(r"^\| ([\w ]+) \| `/\w*` \|", page("README.md"), flags=re.MULTILINE)
    assert names and set(names) - words_of_the_app() == set()


@pytest.mark.parametrize("path", PAGES)
def test_no_page_stumbles_over_a_word_that_has_a_plainer_one(path):
    assert STUMBLING.findall(prose(page(path))) == []


def test_a_word_that_stumbles_is_found_out():
    assert STUMBLING.findall("It goes by way of Laos, and lacks a date.") == ["by way of", "lacks"]


@pytest.mark.parametrize("path", PAGES)
def test_no_page_names_a_folder_of_somebody_s_machine(path):
    assert PRIVATE.findall(page(path)) == []
