"""Every command of the documentation can be run as it stands there, and none is left out."""

import ast
import importlib.util
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from geodata import ROOT
from tests.docs.pages import PAGES, blocks, inline_code, page, sections

RUN = "pip install -r requirements.txt && streamlit run dashboard.py"
TEST = "pip install -r requirements.txt && pytest"
ROOMS = ("annotations", "geodata", "views", "pages", "tests")
# Builders ask for packages that the app does not need; the others take no options.
WITHOUT_HELP = {
    *("geodata.build_basemap", "geodata.build_gazetteer"),
    *("tests.benchmarks.geocoder", "tests.browser.see_first_journey"),
}
COMMAND = re.compile(r"python -m ((?:annotations|geodata|views|tests)[\w.]*\w)(.*)")
OPTION = re.compile(r"(?<![\w-])--?[a-z][a-z-]*")


def commands(text: str) -> list[tuple[str, str]]:
    """Each command of our own in a text: its module, and what stands behind it."""
    lines = [line for block in blocks(text, "bash") for line in block.splitlines()]
    found = map(COMMAND.match, (*lines, *inline_code(text)))
    return [match.groups() for match in found if match]


def options(text: str) -> set[str]:
    """The options that a section gives to the commands it names, or explains by themselves."""
    given = [rest for _, rest in commands(text)]
    alone = [code for code in inline_code(text) if OPTION.match(code)]
    return {option for words in (*given, *alone) for option in OPTION.findall(words)}


def ends_like_the_others(path: Path) -> bool:
    """Whether a module runs its command by `run_command`, so that `| head -1` says nothing."""
    *_, last = ast.parse(path.read_text(encoding="utf-8")).body
    return isinstance(last, ast.If) and ast.unparse(last.body[0]).startswith("run_command(")


def files_with_a_command(root: Path) -> Iterator[Path]:
    """Each file that `python -m` runs."""
    for room in ROOMS:
        for path in sorted((root / room).rglob("*.py")):
            if '\nif __name__ == "__main__":\n' in path.read_text(encoding="utf-8"):
                yield path


def modules_with_a_command(root: Path) -> Iterator[str]:
    """Each module that `python -m` runs, as it is written behind it."""
    for path in files_with_a_command(root):
        name = ".".join(path.relative_to(root).with_suffix("").parts)
        yield name.removesuffix(".__main__")


@cache
def help_of(module: str) -> str:
    """What a command prints when it is asked for help."""
    done = subprocess.run(
        [sys.executable, "-m", module, "--help"],
        cwd=ROOT, check=True, capture_output=True, text=True,
    )  # fmt: skip
    return done.stdout


def unknown_options(text: str) -> set[str]:
    """The options of a section that none of the commands it names has."""
    named = {module for module, _ in commands(text)}
    if not named or named & WITHOUT_HELP:
        return set()
    return options(text) - set(OPTION.findall(" ".join(map(help_of, named))))


NAMED = {module for text in PAGES.values() for module, _ in commands(text)}
WITH_HELP = sorted(NAMED - WITHOUT_HELP)


def test_both_commands_stand_alone_in_blocks_of_the_readme_to_run_first_and_test_second():
    here = blocks(page("README.md"), "bash")
    assert [block for block in here if "requirements.txt &&" in block] == [RUN, TEST]


@pytest.mark.parametrize("module", sorted(NAMED))
def test_a_command_that_is_named_exists(module):
    found = importlib.util.find_spec(module)
    assert found
    assert not found.submodule_search_locations or importlib.util.find_spec(f"{module}.__main__")


@pytest.mark.parametrize("module", WITH_HELP)
def test_a_command_that_is_named_says_how_it_is_used(module):
    assert f"python -m {module}" in " ".join(help_of(module).split())


@pytest.mark.parametrize("path", [path for path, text in PAGES.items() if commands(text)])
def test_an_option_that_is_named_beside_a_command_is_one_of_its_own(path):
    assert {option for part in sections(page(path)) for option in unknown_options(part)} == set()


def test_an_option_that_no_command_has_is_found_out():
    text = "# Look\n\n`python -m annotations.check --txts a` and `--root DIR` or `--rot`\n"
    assert unknown_options(text) == {"--txts", "--rot"}


@pytest.mark.parametrize("module", WITH_HELP)
def test_every_option_of_a_command_is_explained_where_the_command_is_named(module):
    parts = (part for text in PAGES.values() for part in sections(text))
    explained = {o for part in parts if module in dict(commands(part)) for o in options(part)}
    assert set(re.findall(r"--[a-z][a-z-]*", help_of(module))) - explained <= {"--help"}


def test_every_command_of_the_code_is_in_the_documentation():
    assert set(modules_with_a_command(ROOT)) - NAMED == set()


def test_every_command_ends_in_the_same_way():
    assert [path for path in files_with_a_command(ROOT) if not ends_like_the_others(path)] == []


def test_a_command_of_a_module_and_one_of_a_room_are_found(tmp_path):
    for name in ("annotations/check/__main__.py", "geodata/ask.py", "geodata/quiet.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        end = "" if "quiet" in name else 'if __name__ == "__main__":\n    pass\n'
        (tmp_path / name).write_text(f'"""A module."""\n\n{end}', encoding="utf-8")
    assert set(modules_with_a_command(tmp_path)) == {"annotations.check", "geodata.ask"}
