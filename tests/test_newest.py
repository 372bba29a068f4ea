"""What is said of the newest versions: which hold, and which of them it is that breaks."""

from geodata import ROOT
from tests import newest

PINNED = {"one": "1.0", "two": "2.0", "three": "3.0"}
NEWEST = {"one": "1.1", "two": "2.5", "three": "3.0"}


def attempts(*broken: dict[str, str]):
    """Breaks with any of these versions; notes what was tried."""
    tried = []

    def attempt(versions):
        tried.append(dict(versions))
        return "test_x - gone" if any(one.items() <= versions.items() for one in broken) else ""

    return attempt, tried


def test_every_line_of_the_requirements_is_read():
    text = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    listed = [line.partition(" ;")[0] for line in lines]  # without where it is for
    assert [f"{name}=={version}" for name, version in newest.pins(text).items()] == listed


def test_where_all_hold_together_none_is_tried_alone():
    attempt, tried = attempts()
    assert newest.verdicts(PINNED, NEWEST, attempt) == dict.fromkeys(PINNED, "")
    assert tried == [NEWEST]


def test_the_package_that_breaks_is_found_among_the_newer_ones():
    attempt, tried = attempts({"two": "2.5"})
    found = newest.verdicts(PINNED, NEWEST, attempt)
    assert found == {"one": "", "two": "test_x - gone", "three": ""}
    assert tried[1:] == [PINNED | {"one": "1.1"}, PINNED | {"two": "2.5"}]


def test_packages_that_break_only_together_are_all_named():
    attempt, _tried = attempts({"one": "1.1", "two": "2.5"})
    found = newest.verdicts(PINNED, NEWEST, attempt)
    assert {name for name, why in found.items() if why.startswith("only together")} == {
        *("one", "two")
    }


def test_the_table_says_what_broke_first():
    printed = "...\nFAILED tests/a.py::test_a - AssertionError: gone\nFAILED tests/b.py::test_b\n"
    why = newest.first_broken(printed)
    table = list(newest.lines({"one": "1.0"}, {"one": "1.1"}, {"one": why}))
    assert table[1].split(maxsplit=3) == [
        *("one", "1.0", "1.1", "breaks: tests/a.py::test_a - AssertionError: gone")
    ]


def test_without_an_index_it_says_what_it_needs(monkeypatch, capsys):
    class Nothing:
        def __init__(self, _folder) -> None:
            pass

        def install(self, _packages) -> None:
            raise newest.NoIndex("no such host")

    monkeypatch.setattr(newest, "Environment", Nothing)
    assert newest.main([]) == 2
    told = capsys.readouterr().out
    assert "pip can reach" in told and "no such host" in told
