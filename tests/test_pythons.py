"""The versions of Python that are declared are those that are promised and tried."""

import re
import tomllib

from geodata import ROOT

DECLARED = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_readme_and_the_run_from_nothing_name_the_declared_pythons():
    lowest, above = re.fullmatch(
        r">=3\.(\d+),<3\.(\d+)", DECLARED["project"]["requires-python"]
    ).groups()
    minors = [f"3.{minor}" for minor in range(int(lowest), int(above))]
    (promised,) = re.findall(
        r"You need Python ([^,]+(?:, [\d.]+)* or [\d.]+),",
        (ROOT / "README.md").read_text(encoding="utf-8"),
    )
    assert re.findall(r"3\.\d+", promised) == minors
    tried = re.findall(r"for version in ([\d. ]+);", (ROOT / ".ci" / "run").read_text("utf-8"))
    assert [tries.split() for tries in tried] == [minors]


def test_the_code_is_linted_for_the_oldest_of_them():
    oldest = DECLARED["project"]["requires-python"].partition(",")[0].removeprefix(">=")
    assert DECLARED["tool"]["ruff"]["target-version"] == f"py{oldest.replace('.', '')}"


def test_what_one_python_alone_tries_has_tests_beside_it_that_all_of_them_try():
    mark = "pytest.mark." + "thorough"
    texts = (path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    counts = [(text.count(mark), text.count("def test_")) for text in texts if mark in text]
    assert counts
    assert all(thorough < tests for thorough, tests in counts)
