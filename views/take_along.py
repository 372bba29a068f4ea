"""Writes a story as one file: `python -m views.take_along kim-seong-min`.

It exits with 0 where the file was written whole, with 1 where the story has problems or the file
could not be made, and with 2 where there is no such story.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from annotations.collection import load
from annotations.problems import did_you_mean, shown
from annotations.publication import published, published_stories
from annotations.records import Collection
from annotations.store import CsvStore, Stories
from annotations.stories import Story, load_stories
from geodata.commands import run_command
from views.atlas import packed, prepare, scene
from views.lessons import (
    PAPERS,
    Inlined,
    Kind,
    NoChromium,
    NotPrinted,
    file_name,
    handout_page,
    lesson,
    lesson_page,
    pdf_of,
    story_selection,
)
from views.panels import account
from views.text import _, current_language


def main(arguments: Sequence[str] | None = None, files: Stories | None = None) -> int:
    """Run the command line and return its exit code."""
    options = _options(arguments)
    files = files or CsvStore().stories
    whole = load(CsvStore().snapshot()).collection
    told = load_stories(files, whole)
    known = [name.removesuffix(".yaml") for name in files.names() if name.endswith(".yaml")]
    if options.story not in known:
        print(_unknown(options.story, known), file=sys.stderr)
        return 2
    problems = [one for one in told.problems if one.file == f"stories/{options.story}.yaml"]
    for problem in problems:
        print(problem, file=sys.stderr)
    story = published_stories(told.stories, whole).get(options.story)
    if story is None:
        if options.story in told.stories:
            print(
                _("Nothing in this story may be published: see publication.csv."), file=sys.stderr
            )
        return 1
    path = options.output or Path(_name(options))
    try:
        data = _made(options, published(whole), story, files)
        path.write_bytes(data)
    except (NoChromium, NotPrinted, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{path}  {len(data) / 1_000_000:.1f} MB")
    return 1 if problems else 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m views.take_along",
        description=_(
            "Write a story as one file that opens and prints without a network: the lesson, "
            "or its handout with any option except -o."
        ),
    )
    parser.add_argument("story", help=_("the id of a story, such as kim-seong-min"))
    parser.add_argument("--handout", action="store_true", help=_("the handout for pupils"))
    parser.add_argument(
        "--notes", action="store_true", help=_("the teacher’s handout, with the presenter’s notes")
    )
    parser.add_argument(
        "--page", action="store_true", help=_("the handout on one page: a map and the questions")
    )
    parser.add_argument("--pdf", action="store_true", help=_("the handout as PDF; needs Chromium"))
    parser.add_argument("--paper", choices=PAPERS, help=_("the paper of the handout (A4)"))
    parser.add_argument(
        "-o", "--output", type=Path, help=_("the file to write (default: named after the story)")
    )
    options = parser.parse_args(arguments)
    if options.notes and options.page:
        parser.error(_("--page has no room for the notes of --notes. Make two files."))
    return options


def _is_handout(options: argparse.Namespace) -> bool:
    asked = options.handout or options.notes or options.page
    return bool(asked or options.pdf or options.paper)


def _kind(options: argparse.Namespace) -> Kind:
    return "teacher" if options.notes else "one-page" if options.page else "handout"


def _name(options: argparse.Namespace) -> str:
    if not _is_handout(options):
        return f"{options.story}.html"
    return file_name(options.story, _kind(options), "pdf" if options.pdf else "html")


def _unknown(story: str, known: Sequence[str]) -> str:
    """That there is no such story, and which there are."""
    told = _("There is no story {story}.").format(story=shown(story)) + did_you_mean(story, known)
    follows = _("The stories are:")
    return "\n  ".join((f"{told} {follows}", *known))


def _made(
    options: argparse.Namespace, collection: Collection, story: Story, files: Stories
) -> bytes:
    """The file itself."""
    prepare()
    drawn = packed(scene(collection, current_language(), "relief.webp"))
    given = lesson(collection, story, drawn["id"])
    told = (step.picture for step in story.steps)
    names = {picture.file for picture in told if picture and not picture.data}
    pictures = {name: files.picture(name) for name in names}
    if not _is_handout(options):
        read = account(collection, story_selection(collection, story))
        return lesson_page(given, drawn, Inlined(), pictures, read).encode("utf-8")
    paper = options.paper or PAPERS[0]
    page = handout_page(given, drawn, Inlined(), pictures, paper, _kind(options))
    return pdf_of(page, paper) if options.pdf else page.encode("utf-8")


if __name__ == "__main__":
    run_command(main)
