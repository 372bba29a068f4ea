"""Take a record out of tables and stories: `python -m annotations.withdraw ID [--dry-run]`.

ID is a journey, an event or a mention. Printed is where it stood, one line each. What pages show,
downloads and one-file lessons are made from the tables and follow by themselves; files that
somebody has taken along, and older versions in a repository, do not.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from annotations.check import check
from annotations.problems import Problem, did_you_mean, shown
from annotations.record_files import RecordFiles
from annotations.stories import StoryFolder
from annotations.withdrawal import NotWithdrawn, Withdrawal


class TextTables:
    """Tables and stories that are held as texts, to be checked before they are written."""

    def __init__(self, texts: Mapping[str, str | None], stories: StoryFolder) -> None:
        self._texts = {name: text for name, text in texts.items() if text is not None}
        self._stories = stories

    def read(self, name: str) -> str:
        """A table by its name, or a story by its file. Raises `FileNotFoundError`."""
        key = f"stories/{name}" if name.endswith(".yaml") else f"{name}.csv"
        if key not in self._texts:
            raise FileNotFoundError(2, "No such file", key)
        return self._texts[key].encode(errors="surrogateescape").decode("utf-8-sig", "replace")

    def names(self) -> list[str]:
        """The files of the stories."""
        return [name.removeprefix("stories/") for name in self._texts if name.endswith(".yaml")]

    def pictures(self) -> frozenset[str]:
        """The pictures that stories may show."""
        return self._stories.pictures()

    def picture(self, name: str) -> bytes:
        """A picture by its name."""
        return self._stories.picture(name)

    def version(self) -> tuple:
        """The texts themselves."""
        return tuple(self._texts.items())


def new_problems(
    before: Mapping[str, str], after: Mapping[str, str | None], stories: StoryFolder
) -> list[Problem]:
    """The problems that were not there before, wherever their lines are now."""
    tables = (TextTables(texts, stories) for texts in (before, {**before, **after}))
    old, new = (check(texts, stories=texts) for texts in tables)
    known = {replace(problem, line=0) for problem in old}
    return [problem for problem in new if replace(problem, line=0) not in known]


def main(arguments: Sequence[str] | None = None) -> int:
    """Take the record out and print where it stood; 1 where there is none such, else 0."""
    parser = argparse.ArgumentParser(prog="python -m annotations.withdraw", description=__doc__)
    parser.add_argument("id", help="id of a journey, an event or a mention")
    parser.add_argument("--dry-run", action="store_true", help="print only, and write nothing")
    parser.add_argument(
        "--root", type=Path, help="folder with annotations/ and geodata/ (default: this project)"
    )
    options = parser.parse_args(arguments)
    root = options.root or Path(__file__).parents[1]
    if not root.is_dir():
        parser.error(f"--root {root} is no folder. Give one that is there.")
    files = RecordFiles(root)
    withdrawal = Withdrawal(files.texts())
    known = withdrawal.ids()
    if options.id not in known:
        meant = did_you_mean(options.id, known) or " Write the id of a journey, event or mention."
        print(f"no record {shown(options.id)}.{meant}", file=sys.stderr)
        return 1
    try:
        withdrawal.take_out(options.id)
    except NotWithdrawn as reason:
        print(reason, file=sys.stderr)
        return 1
    _tell(withdrawal, options.id, files, StoryFolder(root / "annotations" / "stories"))
    if not options.dry_run:
        files.replace(withdrawal.texts)
    count = len(withdrawal.texts)
    done = "would be written" if options.dry_run else "written"
    print(f"{count} file{'' if count == 1 else 's'} {done}", file=sys.stderr)
    return 0


def _tell(withdrawal: Withdrawal, record: str, files: RecordFiles, stories: StoryFolder) -> None:
    """Print what is taken out, and then what is left for a person to do."""
    for file, line, column, what in sorted(withdrawal.places):
        print(Problem(file, line, column, what))
    for file, line, column, what in sorted(withdrawal.to_read):
        print(Problem(file, line, column, what))
    for file, line in withdrawal.named_still(record, files.guides()):
        print(Problem(file, line, "", f"still names '{record}'. Rewrite it."))
    for problem in new_problems(withdrawal.before, withdrawal.texts, stories):
        print(problem)


if __name__ == "__main__":
    sys.exit(main())
