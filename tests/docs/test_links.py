"""Every link of the documentation leads somewhere, and every page can be reached."""

import re
from pathlib import PurePosixPath

import pytest

from geodata import ROOT
from tests.docs.pages import PAGES, anchors, inline_code, links, page

OUTSIDE = ("http://", "https://")
FILE = re.compile(r"(?:[\w-]+/)+[\w-]+\.\w+")
FOLDER = re.compile(r"(?:\.?[\w-]+/)+")
# Where somebody puts pictures beside the stories, once there are some.
TO_COME = {"pictures/"}


def resolved(path: str, target: str) -> str:
    """Where a link of the page at `path` leads, as a path from the root."""
    found = (ROOT / path).parent / target.partition("#")[0] if target[0] != "#" else ROOT / path
    return found.resolve().relative_to(ROOT).as_posix()


def broken(path: str, text: str) -> set[str]:
    """The links of a page, found at `path`, that lead to no file or to no heading."""
    wrong = set()
    for target in links(text):
        if target.startswith(OUTSIDE):
            continue
        there, heading = resolved(path, target), target.partition("#")[2]
        known = anchors(PAGES[there] if there != path else text) if there in PAGES else set()
        if not (ROOT / there).exists() or (heading and heading not in known):
            wrong.add(target)
    return wrong


def ignored() -> set[str]:
    """What Git is told to ignore: it is there only once the app has run."""
    return set((ROOT / ".gitignore").read_text(encoding="utf-8").split())


@pytest.mark.parametrize("path", PAGES)
def test_every_link_leads_to_a_file_and_a_heading_that_exist(path):
    assert broken(path, page(path)) == set()


@pytest.mark.parametrize(
    "target",
    ("nowhere.md", "visit.md#no-such-heading", "#no-such-heading", "../docs/data/no.md#dates"),
)
def test_a_link_that_leads_nowhere_is_found_out(target):
    assert broken("docs/README.md", f"# Title\n\n[words]({target})\n") == {target}


def test_a_heading_is_reached_by_its_words_in_small_letters():
    text = "# What `it` stores, and [where](a.md)\n\n```bash\n# no heading\n```\n## Two\n## Two\n"
    assert anchors(text) == {"what-it-stores-and-where", "two", "two-1"}


def test_every_page_is_reached_from_the_readme():
    reached, waiting = set(), ["README.md"]
    while waiting:
        path = waiting.pop()
        if path not in reached and path in PAGES:
            reached.add(path)
            inside = (link for link in links(page(path)) if not link.startswith(OUTSIDE))
            waiting += [resolved(path, link) for link in inside]
    assert set(PAGES) - reached == set()


@pytest.mark.parametrize("path", PAGES)
def test_every_file_and_folder_named_as_code_exists(path):
    named = {code for code in inline_code(page(path)) if FILE.fullmatch(code)}
    named |= {code for code in inline_code(page(path)) if FOLDER.fullmatch(code)}
    roots = (ROOT, ROOT / PurePosixPath(path).parent)
    missing = {name for name in named if not any((root / name).exists() for root in roots)}
    assert missing - ignored() - TO_COME == set()


def test_the_readme_fits_on_a_page():
    assert len(page("README.md").splitlines()) <= 120
