"""A command ends with its code, and without a word where nobody reads on."""

import os
import subprocess
import sys

import pytest

from geodata import ROOT
from geodata.commands import NOBODY_READS

BEGIN = "import sys\nfrom geodata.commands import run_command\n"


def ended(*arguments: str, out: int = subprocess.PIPE, err: int = subprocess.PIPE, **settings: str):
    """A run of Python with these arguments, in the folder of the project."""
    command, told = [sys.executable, *arguments], {**os.environ, **settings}
    return subprocess.run(
        command, cwd=ROOT, stdout=out, stderr=err, text=True, env=told, check=False
    )


@pytest.fixture
def nobody():
    """The end of a pipe from which nobody reads any more."""
    reading, writing = os.pipe()
    os.close(reading)
    yield writing
    os.close(writing)


@pytest.mark.parametrize(
    ("main", "code"),
    [("lambda: 0", 0), ("lambda: 1", 1), ("lambda: None", 0), ("lambda: sys.exit(2)", 2)],
)
def test_the_code_is_that_of_the_command(main, code):
    assert ended("-c", f"{BEGIN}run_command({main})").returncode == code


def test_what_is_wrong_with_a_command_itself_is_told():
    done = ended("-c", f"{BEGIN}run_command(lambda: 1 / 0)")
    assert (done.returncode, "ZeroDivisionError" in done.stderr) == (1, True)


def test_what_is_wrong_is_told_also_where_nobody_reads_the_rest(nobody):
    code = f"{BEGIN}run_command(lambda: print('a') or 1 / 0)"
    done = ended("-c", code, out=nobody, PYTHONUNBUFFERED="")
    assert "ZeroDivisionError" in done.stderr


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("words", ["'a'", "'a' * 1_000_000"])
def test_a_command_of_which_nobody_reads_the_rest_says_no_word(nobody, words, unbuffered):
    code = f"{BEGIN}run_command(lambda: print({words}))"
    done = ended("-c", code, out=nobody, PYTHONUNBUFFERED=unbuffered)
    assert (done.returncode, done.stderr) == (NOBODY_READS, "")


def test_neither_does_one_of_which_nobody_reads_what_is_wrong(nobody):
    code = f"{BEGIN}run_command(lambda: print('a', file=sys.stderr) or print('b'))"
    assert ended("-c", code, out=nobody, err=nobody).returncode == NOBODY_READS


@pytest.mark.parametrize(
    "command",
    [
        ["annotations.readings"],
        ["annotations.readings", "--mentions", "annotations/mentions.csv"],
        ["annotations.undo"],
        ["geodata.geocode", "도문"],
    ],
)
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_the_commands_of_the_project_can_be_cut_short(nobody, command, unbuffered):
    done = ended("-m", *command, out=nobody, PYTHONUNBUFFERED=unbuffered)
    assert (done.returncode, done.stderr) == (NOBODY_READS, "")


def test_help_can_be_cut_short(nobody):
    done = ended("-m", "annotations.check", "--help", out=nobody, PYTHONUNBUFFERED="")
    assert (done.returncode, done.stderr) == (NOBODY_READS, "")
