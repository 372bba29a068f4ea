"""The documentation speaks as the app does: its labels are those on the screen, its words plain."""

import re

import pytest
from babel.messages.pofile import read_po

from geodata import ROOT
from tests.docs.pages import PAGES, page, prose

# The pages that tell how the app is used.
GUIDES = ("visit", "teach", "annotate", "review-and-save", "operate")
# What stands in quotation marks there and is no label: a question, examples, words of a table.
EXAMPLES = {
    "Where did they go, and when?",
    "about 2000",
    "about 2000: 1999 to 2001",
    "a woman in her twenties",
}
# Labels that stand in bold type.
IN_BOLD = {"Accept it", "Return it for changes", "Comment", "Hide it from visitors now"}
# What stumbles, and has a plainer word.
STUMBLING = re.compile(
    r"by way of|the way as such|more coarsely|sent back|thrown? away|take it in|taken? along|"
    r"held against|\bmend(?:ed|s)?\b|\blacks?\b|second pair of eyes|leave to travel|play time",
    re.IGNORECASE,
)
PRIVATE = re.compile(r"(?<![\w.])/(?:root|work|tmp|home)/")


def words_of_the_app() -> set[str]:
    """Every message of the template for translators, in both its forms where it has two."""
    with (ROOT / "views" / "locale" / "messages.pot").open("rb") as template:
        ids = [message.id for message in read_po(template)]
    return {words for one in ids for words in (one if isinstance(one, tuple) else (one,))}


def labels(text: str) -> set[str]:
    """What a page quotes from the screen, with the names that it gives to pages of the app."""
    words = " ".join(re.sub("`[^`]*`", "", prose(text)).split())
    bold = {label.strip(".:,") for label in re.findall(r"\*\*([^*]+)\*\*", words)}
    pages = re.findall(r"\b[Tt]he ([A-Z][a-z]+(?: and [a-z]+)?) page\b", words)
    return {*re.findall(r'"([^"]+)"', words), *pages, *(bold & IN_BOLD)} - EXAMPLES


@pytest.mark.parametrize("guide", GUIDES)
def test_a_label_that_is_quoted_stands_on_the_screen(guide):
    quoted = labels(page(f"docs/{guide}.md"))
    assert quoted and quoted - words_of_the_app() == set()


def test_every_example_and_every_label_in_bold_is_still_in_a_page():
    told = " ".join(" ".join(prose(page(f"docs/{guide}.md")) for guide in GUIDES).split())
    assert {words for words in EXAMPLES | IN_BOLD if words not in told} == set()


def test_a_label_that_is_not_on_the_screen_is_found_out():
    text = 'The Gaps and doubts page has "Throw away"; **Accept it.** opens the Reviews page.'
    quoted = {"Gaps and doubts", "Throw away", "Accept it", "Reviews"}
    assert labels(text) == quoted
    assert quoted - words_of_the_app() == {"Throw away", "Reviews"}


def test_every_page_of_the_app_has_the_name_that_the_readme_gives_it():
    names = re.findall(r"^\| ([\w ]+) \| `/\w*` \|", page("README.md"), flags=re.MULTILINE)
    assert names and set(names) - words_of_the_app() == set()


def test_every_page_of_the_app_answers_the_question_that_the_readme_gives_it():
    """All but the first page, whose title says what its filters leave."""
    asked = re.findall(r"^\| [\w ]+ \| `/\w+` \| ([^?|]+\?)", page("README.md"), flags=re.MULTILINE)
    assert len(asked) > 10 and set(asked) - words_of_the_app() == set()


def test_no_word_of_the_app_stumbles_where_there_is_a_plainer_one():
    told = re.compile(rf"{STUMBLING.pattern}|\btold\b|known how|how sure (?:$|\W)", re.IGNORECASE)
    assert {words for words in words_of_the_app() if told.search(words)} == set()


@pytest.mark.parametrize("path", PAGES)
def test_no_page_stumbles_over_a_word_that_has_a_plainer_one(path):
    assert STUMBLING.findall(prose(page(path))) == []


def test_a_word_that_stumbles_is_found_out():
    assert STUMBLING.findall("It goes by way of Laos, and lacks a date.") == ["by way of", "lacks"]


@pytest.mark.parametrize("path", PAGES)
def test_no_page_names_a_folder_of_somebody_s_machine(path):
    assert PRIVATE.findall(page(path)) == []
