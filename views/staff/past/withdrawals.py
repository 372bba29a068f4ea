"""What goes with a withdrawal, how thoroughly it was searched for, and what nobody can reach."""

from __future__ import annotations

from annotations.store import Removal
from annotations.withdraw import Proof
from views.text import Markup, _, el, labels, ngettext


def rows_that_go(plan: Removal) -> Markup:
    """How many rows go of which tables, and how many lines of the history and files."""
    lines = sum(line is None for line in plan.lines.values())
    counts = [
        *((labels.table(table), count) for table, count in plan.gone.items()),
        (_("Lines of the history"), lines),
        (_("Stories, drafts, proposals, texts and pages"), plan.removed),
    ]
    items = [el("li", el("b", f"{count:,}"), f" {name}") for name, count in counts if count]
    none = el("li", _("No row of a table: it stands elsewhere only."))
    return el("ul", *(items or [none]), cls="going")


def searched(found: Proof) -> str:
    """How much was searched for what tells of it, and whether any of that was found."""
    words = sum(found.words.values())
    looked = _("{files} files were searched for {words} ids, names, titles and exact words of it.")
    said = looked.format(files=f"{found.read:,}", words=f"{words:,}")
    if not found.found:
        return f"{said} {_('Nothing of it is left.')}"
    count = len(found.found)
    left = ngettext(
        "{n} of them still holds some of it.", "{n} of them still hold some of it.", count
    )
    return f"{said} {left.format(n=f'{count:,}')}"


def reach_of_withdrawal() -> str:
    """What a withdrawal cannot reach, and somebody has to remove by hand."""
    return _(
        "Out of reach: older commits and other clones of the repository, backups, other machines, "
        "and what people have downloaded, printed or copied. Remove it there too."
    )
