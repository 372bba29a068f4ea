"""`requirements.lock` has what the app needs, in the versions of `requirements.txt`, with hashes.

`.ci/lock --check` asks an index of packages whether it is whole; this needs no network.
"""

import re

from geodata import ROOT

PIN = re.compile(r"^([\w.-]+)==([^ ;\\\n]+)", re.MULTILINE)
APP, REST = (ROOT / "requirements.txt").read_text(encoding="utf-8").split("\n# Tests\n")
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")


def pins(text: str) -> dict[str, str]:
    """The version of each package, by its name as an index writes it."""
    return {name.lower().replace("_", "-"): version for name, version in PIN.findall(text)}


def test_what_the_app_pins_is_locked_in_that_version():
    assert pins(APP).items() <= pins(LOCK).items()


def test_no_package_is_locked_that_only_the_tests_need():
    assert {"pytest", "hypothesis", "ruff", "mypy", "uv"} <= pins(REST).keys()
    assert not {"pytest", "hypothesis", "ruff", "mypy", "uv"} & pins(LOCK).keys()


def test_every_locked_package_has_the_hash_of_a_file():
    entries = re.split(r"^(?=[\w.-]+==)", LOCK, flags=re.MULTILINE)[1:]
    assert len(entries) >= len(pins(APP))
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_no_address_of_an_index_is_in_the_lock():
    assert re.findall(r"https?://|--index|--find-links", LOCK) == []
