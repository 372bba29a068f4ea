"""What was found in the tables, as sentences."""

from __future__ import annotations

from collections.abc import Mapping

from annotations.search import Found
from views.text import Markup, _, el, labels, ngettext


def found_sentence(found: Found, listed: int) -> str:
    """How many rows of how many fit, and that not all of them are listed where that is so."""
    count, total = len(found.rows), len(found.sheet.rows)
    file = f"{found.sheet.table}.csv"
    told = ngettext("{n} of {total} row in {file}", "{n} of {total} rows in {file}", total).format(
        n=f"{count:,}", total=f"{total:,}", file=file
    )
    journeys = len(found.journeys)
    of = ngettext("from {n} journey", "from {n} journeys", journeys).format(n=f"{journeys:,}")
    whole = f"{told}, {of}." if journeys and found.sheet.table != "journeys" else f"{told}."
    if count <= listed:
        return whole
    rest = _("The first {n} are listed; the files contain all of them.").format(n=f"{listed:,}")
    return f"{whole} {rest}"


def counts_line(counts: Mapping[str, int], table: str) -> Markup:
    """How many rows of the other tables fit, of those that can be asked the same."""
    others = [f"{labels.table(name)} {count:,}" for name, count in counts.items() if name != table]
    if not others:
        return Markup("")
    return el("p", _("In the other tables: "), " · ".join(others), cls="muted")
