"""What the pages show as examples is what the app and its commands give."""

import hashlib
import re
import shlex
import subprocess
import sys

import pytest

from annotations.dates import parse
from annotations.store.files.store import CsvStore
from geodata.geocode import main as geocode
from tests.collections import text_of
from tests.docs.pages import PAGES, blocks, page, section
from views.panels.embedding import BOTH_PX, HEIGHTS_PX, MAP, TIMELINE, frame_code

TEXT = "On the 1st he was caught in\r\nthe port of Dalian – 大连.\n"


def scripts(path: str) -> list[list[str]]:
    """The commands of a page that hand a script to Python, as words."""
    found = (shlex.split(block) for block in blocks(page(path), "bash") if "python -c" in block)
    return [words for words in found if words[:2] == ["python", "-c"]]


def run(words: list[str], **replaced: str) -> str:
    """What a command prints, with other words in place of some."""
    command = [sys.executable, *(replaced.get(word, word) for word in words[1:])]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def test_the_answer_of_the_gazetteer_is_the_one_printed_there(capsys):
    assert geocode(["도문"]) == 0
    assert capsys.readouterr().out.rstrip("\n") in blocks(page("docs/data/places.md"), "text")


def test_the_problem_shown_there_is_what_the_check_says():
    with pytest.raises(ValueError) as problem:
        parse("1951-13")
    (shown,) = blocks(page("docs/data/README.md"), "text")
    assert shown == f"stops.csv:9:date  {problem.value}"


def test_a_record_cited_there_exists():
    cited = {key for text in PAGES.values() for key in re.findall(r"record `([a-z0-9-]+)`", text)}
    journeys = text_of(CsvStore().table("journeys"))
    assert cited
    assert {key for key in cited if f"\n{key}," not in journeys} == set()


def test_the_frame_shown_there_is_what_the_app_gives():
    title = "Kim Seong Min, February 1996 to February 1999"
    code = frame_code("https://example.org", MAP, {"period": ["1996", "1999"]}, title)
    assert blocks(page("docs/visit.md"), "html") == [code]


def test_the_heights_of_a_frame_are_enough_for_what_the_page_asks():
    said = section(page("docs/visit.md"), "Put a view into your own page")
    least = [int(px) for px in re.search(r"(\d+) pixels.*?(\d+), and both\s+together (\d+)",
                                         said, flags=re.DOTALL).groups()]  # fmt: skip
    given = [HEIGHTS_PX[MAP], HEIGHTS_PX[TIMELINE], BOTH_PX]
    assert all(low <= px for low, px in zip(least, given, strict=True))


def test_the_digest_and_the_offsets_of_words_are_what_the_commands_print(tmp_path):
    path = tmp_path / "text.txt"
    path.write_bytes(TEXT.encode())
    digest, offsets = scripts("docs/annotate.md")
    here = {"../texts/jo-2011.txt": str(path)}
    assert run(digest, **here) == hashlib.sha256(TEXT.encode()).hexdigest()
    start, end = map(int, run(offsets, **here).split())
    assert TEXT[start:end] == "port of Dalian"


def test_the_command_for_a_cookie_secret_prints_one_that_is_long_enough():
    (secret,) = scripts("docs/operate.md")
    assert len(run(secret)) >= 32


@pytest.mark.parametrize("row", re.findall(r"^\| (`.+?) \| (.+) \|$", section(
    page("docs/data/dates.md"), "Write a date"), flags=re.MULTILINE))  # fmt: skip
def test_every_date_shown_there_can_be_read(row):
    for text in re.findall(r"`([^`]+)`", row[0]):
        assert parse(text).span.known


@pytest.mark.parametrize(
    ("text", "first", "last"),
    (
        ("2000~", "1999-01-01", "2001-12-31"),
        ("2000?", "2000-01-01", "2000-12-31"),
        ("2001-24", "2001-12-01", "2002-02-28"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("1996-02/1999-02", "1996-02-01", "1999-02-28"),
    ),
)
def test_a_date_means_what_the_page_says(text, first, last):
    assert f"`{text}`" in page("docs/data/dates.md")
    span = parse(text).span
    assert (str(span.earliest), str(span.latest)) == (first, last)
