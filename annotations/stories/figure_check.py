"""Do the words under the keys of a story take figures that the records have, and only there?"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from annotations.records import Collection
from annotations.stories.entries import Entry
from annotations.stories.figures import MARK, UnknownFigure, figure, figures_in
from annotations.stories.records import STEP_FIGURES, STORY_FIGURES


def check_figures(
    entry: Entry, keys: Sequence[str], collection: Collection, report: Callable[[str, str], object]
) -> None:
    """Report what no record has, and braces where no figure is read or without their other half.

    `report` is what becomes of the entry: what would be read out with its braces cannot stand.
    """
    for key, _line in entry.lines():
        text = entry.told(key)
        if key not in keys:
            if MARK.search(text):
                read = ", ".join(dict.fromkeys((*STEP_FIGURES, *STORY_FIGURES)))
                entry.warn(key, f"figures are read in {read}, not here. Write it in words.")
            continue
        for reference in figures_in(text):
            try:
                figure(reference, collection)
            except UnknownFigure as unknown:
                report(key, str(unknown))
        if "{" in (rest := MARK.sub("", text)) or "}" in rest:
            report(key, "has a brace without its other half. Close it, or leave it out.")
