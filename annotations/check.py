"""Every problem of every table and story: `python -m annotations.check [--texts DIR]`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from annotations.collection import Loaded, load
from annotations.people import check_names, check_names_of_stories
from annotations.problems import Problem, shown
from annotations.publication_check import check_profiles, check_published_stories
from annotations.quotes import check_quotes
from annotations.stories import StoryFiles, StoryFolder, load_stories
from annotations.tables import CsvTables, Tables
from geodata.basemap import unit_codes


def check(
    tables: Tables,
    texts: Path | None = None,
    stories: StoryFiles | None = None,
    today: date | None = None,
) -> list[Problem]:
    """All problems in the order of file and line; empty where everything holds.

    `texts` is the folder of the annotated texts; without it quotes are not compared. Without
    `stories` none are read. `today`, by default the real day, decides which reviews are due.
    """
    loaded = load(tables)
    problems = problems_of(loaded, texts, today)
    if stories is not None:
        problems += problems_of_stories(stories, loaded)
    return sorted(problems)


def problems_of(
    loaded: Loaded, texts: Path | None = None, today: date | None = None
) -> list[Problem]:
    """The problems of tables that are loaded already."""
    profiles = check_profiles(loaded, today or date.today())
    problems = [*loaded.problems, *check_names(loaded), *_check_units(loaded), *profiles]
    if texts is not None:
        problems += check_quotes(loaded, texts)
    return sorted(problems)


def problems_of_stories(stories: StoryFiles, loaded: Loaded) -> list[Problem]:
    """The problems of stories, held against the tables."""
    told = load_stories(stories, loaded.collection)
    names = check_names_of_stories(told, loaded.collection)
    hidden = check_published_stories(told, loaded.collection)
    return sorted([*told.problems, *names, *hidden])


def _check_units(loaded: Loaded) -> list[Problem]:
    """A problem for each extent that names no unit of the basemap: it could not be drawn."""
    known = unit_codes()
    remedy = "Write an ISO 3166 code that it has, river:Name, or place:id."
    return [
        loaded.problem(
            "places", place.id, "extent", f"names {shown(unit)}, not in the basemap. {remedy}"
        )
        for place in loaded.collection.places.values()
        for unit in place.extent
        if not unit.startswith("place:") and unit not in known
    ]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the problems, one a line; 1 where there is any, else 0."""
    parser = argparse.ArgumentParser(prog="python -m annotations.check", description=__doc__)
    parser.add_argument("--texts", type=Path, help="folder of the texts, to hold quotes against")
    parser.add_argument(
        "--root", type=Path, help="folder with annotations/ and geodata/ (default: this project)"
    )
    options = parser.parse_args(arguments)
    for name, folder in (("--texts", options.texts), ("--root", options.root)):
        if folder and not folder.is_dir():
            parser.error(f"{name} {folder} is no folder. Give one that is there.")
    root = options.root or Path(__file__).parents[1]
    stories = StoryFolder(root / "annotations" / "stories")
    problems = check(CsvTables(root), options.texts, stories)
    for problem in problems:
        print(problem)
    print(f"{len(problems)} problem{'' if len(problems) == 1 else 's'}", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
