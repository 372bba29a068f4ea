"""How long the geocoder takes to load, and how much memory: in a process of its own.

`python -m tests.benchmarks.geocoder` prints both as JSON.
"""

from __future__ import annotations

import json
import subprocess
import sys
from time import perf_counter

import psutil

from annotations.collection.load import load
from annotations.store.files.store import CsvStore
from geodata import ROOT
from geodata.commands import run_command
from geodata.geocoder import Gazetteer

NAME = "도문"


def loaded() -> dict[str, float]:
    """Milliseconds and megabytes of a geocoder that has answered its first name."""
    command = [sys.executable, "-m", "tests.benchmarks.geocoder"]
    printed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    return json.loads(printed.stdout)


def names_a_second() -> float:
    """Look-ups a second over the names of every place of our own table."""
    gazetteer = Gazetteer()
    names = [place.name for place in load(CsvStore()).collection.places.values()] * 20
    start = perf_counter()
    for name in names:
        gazetteer.geocode(name, exactly_one=False)
    return len(names) / (perf_counter() - start)


def main() -> None:
    """Load it here and now; what is only read for the first answer counts too."""
    process = psutil.Process()
    before, start = process.memory_info().rss, perf_counter()
    gazetteer = Gazetteer()
    gazetteer.geocode(NAME, exactly_one=False)
    taken_s, more = perf_counter() - start, process.memory_info().rss - before
    print(json.dumps({"geocoder_ms": taken_s * 1000, "geocoder_mb": more / 1024**2}))


if __name__ == "__main__":
    run_command(main)
