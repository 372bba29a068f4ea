"""Whether the newest versions of all that we need hold: `python -m tests.newest`.

Makes a virtual environment with the newest version of each package of `requirements.txt` and runs
in it the contract tests and the suite without a browser. Where something breaks, each package that
is newer than its pin is tried alone among the pinned ones, to say which it is. Prints a table and
ends with 1 if anything breaks. Needs a package index that pip can reach, and ends with 2 where
there is none. The progress goes to the standard error.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import venv
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from geodata import ROOT
from geodata.commands import run_command

PIN = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)", re.MULTILINE)
CHECKS = (["tests/contracts"], ["tests", "--ignore=tests/contracts"])
NO_INDEX = (
    "The newest versions could not be installed. This needs a package index that pip can reach: "
    "with a network, or with the settings of pip that name one."
)

Try = Callable[[Mapping[str, str]], str]


class NoIndex(Exception):
    """Packages could not be installed; says what pip said."""


def pins(requirements: str) -> dict[str, str]:
    """The version of each package that a text of requirements pins."""
    return dict(PIN.findall(requirements))


class Environment:
    """A virtual environment in a folder."""

    def __init__(self, folder: Path) -> None:
        venv.create(folder, with_pip=True, clear=True)
        self._python = str(folder / ("Scripts" if sys.platform == "win32" else "bin") / "python")

    def install(self, packages: Sequence[str]) -> None:
        """Install packages, each a name or a name with its version. Raises `NoIndex`."""
        done = self._run("pip", "install", "--quiet", "--upgrade", *packages)
        if done.returncode:
            raise NoIndex(done.stderr.strip().rpartition("\n")[2])

    def versions(self) -> dict[str, str]:
        """The version of every package in it, by its name in lower case."""
        listed = self._run("pip", "list", "--format=freeze").stdout
        return {name.lower(): version for name, version in pins(listed).items()}

    def broken(self) -> str:
        """The first test that fails in it, with its reason; "" where all hold."""
        for tests in CHECKS:
            _say(f"  pytest {tests[0]} without a browser")
            done = self._run("pytest", *tests, "-q", "-rfE", "-m", "not browser")
            if done.returncode:
                return first_broken(done.stdout) or done.stderr.strip().rpartition("\n")[2]
        return ""

    def _run(self, module: str, *words: str) -> subprocess.CompletedProcess[str]:
        command = [self._python, "-m", module, *words]
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def first_broken(printed: str) -> str:
    """The first test that pytest says has failed, with its reason; "" where it says none."""
    found = re.search(r"^(?:FAILED|ERROR) (.+)$", printed, re.MULTILINE)
    return found[1] if found else ""


def verdicts(pinned: Mapping[str, str], newest: Mapping[str, str], attempt: Try) -> dict[str, str]:
    """What breaks with the newest version of each package: "" for one that holds.

    `attempt` gives what breaks with versions by package. A package that is as new as its pin is
    not tried alone; what breaks with none of the others alone breaks with all of them together.
    """
    whole = attempt(newest)
    if not whole:
        return dict.fromkeys(pinned, "")
    newer = [name for name in pinned if newest[name] != pinned[name]]
    found = {name: attempt({**pinned, name: newest[name]}) for name in newer}
    if not any(found.values()):
        found = dict.fromkeys(newer, f"only together with the others: {whole}")
    return dict.fromkeys(pinned, "") | found


def lines(
    pinned: Mapping[str, str], newest: Mapping[str, str], found: Mapping[str, str]
) -> Iterator[str]:
    """The table, a line at a time."""
    yield f"{'package':<20} {'pinned':<12} {'newest':<12} newest holds"
    for name, version in pinned.items():
        said = f"breaks: {found[name]}" if found[name] else "holds"
        yield f"{name:<20} {version:<12} {newest[name]:<12} {said}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Try the newest versions, and print the table once all of it is known."""
    argparse.ArgumentParser("python -m tests.newest", description=__doc__).parse_args(arguments)
    pinned = pins((ROOT / "requirements.txt").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:

        def environment(packages: Sequence[str]) -> Environment:
            made = Environment(Path(folder) / "venv")
            made.install(packages)
            return made

        def attempt(versions: Mapping[str, str]) -> str:
            packages = [f"{name}=={version}" for name, version in versions.items()]
            changed = [f"{name} {v}" for name, v in versions.items() if v != pinned[name]]
            _say(f"trying {', '.join(changed) or 'what is pinned'}")
            return environment(packages).broken()

        try:
            _say("asking for the newest versions")
            there = environment(list(pinned)).versions()
            newest = {name: there[name.lower()] for name in pinned}
            found = verdicts(pinned, newest, attempt)
        except NoIndex as why:
            print(NO_INDEX, f"pip says: {why}", sep="\n")
            return 2
    print(*lines(pinned, newest, found), sep="\n")
    return 1 if any(found.values()) else 0


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


if __name__ == "__main__":
    run_command(main)
