"""What needs review, in words: the lists, and how far the opened journey or text has come."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from urllib.parse import urlencode

from annotations.records import Collection
from annotations.review import CHANGED, NEVER, RETURNED, LoneRow, Unit, is_own_work
from views.panels import table
from views.staff.saves import by_whom
from views.text import Markup, _, el, labels, ngettext

GROUPS = (CHANGED, RETURNED, NEVER)
MOST_SHOWN = 200


def waiting_sentence(count: int) -> str:
    """How many proposals need review."""
    words = ngettext(
        "{n} proposal needs review by someone other than its writer.",
        "{n} proposals need review by someone other than their writers.",
        count,
    )
    return words.format(n=f"{count:,}") if count else _("No proposal needs review.")


def waiting_panel(collection: Collection, units: Sequence[Unit], me: str) -> Markup:
    """Every group with what needs review in it, each with a link that opens it."""
    parts = (_group(collection, group, units, me) for group in GROUPS)
    return el("div", el("div", *parts, cls="gaps"), cls="review")


def _group(collection: Collection, group: str, units: Iterable[Unit], me: str) -> Markup:
    found = [unit for unit in units if unit.waits == group]
    title, words = {
        CHANGED: (
            _("For a second look: in the tables, accepted by one person"),
            _(
                "One person wrote and accepted these rows, so visitors see them as drafts. A "
                "second person looks at them."
            ),
        ),
        RETURNED: (
            _("Returned for changes"),
            _(
                "Their authors correct them. They come up for review again once something in "
                "them has changed."
            ),
        ),
        NEVER: (
            _("Never reviewed"),
            _("They are as they were first written. There is no hurry, and anybody may start."),
        ),
    }[group]
    more = len(found) - MOST_SHOWN
    return el(
        "section",
        el("h2", f"{title}: {len(found):,}"),
        el("p", words, cls="muted") if found else el("p", _("None."), cls="muted"),
        _list(collection, group, found[:MOST_SHOWN], me) if found else "",
        el("p", _("And {n} more.").format(n=f"{more:,}"), cls="muted") if more > 0 else "",
        id=f"review-{group.replace(' ', '-')}",
    )


def _list(collection: Collection, group: str, units: Sequence[Unit], me: str) -> Markup:
    if group == NEVER:
        return table((_("What"), _("Rows")), ((_link(collection, u), _rows(u)) for u in units))
    if group == RETURNED:
        heads = (_("What"), _("Returned by"), _("Reason"), _("Last changed by"))
        rows = (
            (_link(collection, u), by_whom(u.returned), u.returned.why, _last(u, me))
            for u in units
            if u.returned
        )
        return table(heads, rows)
    heads = (_("What"), _("Last changed by"), _("What changed"), _("Rows"))
    return table(
        heads, ((_link(collection, u), _last(u, me), _changed(u), _rows(u)) for u in units)
    )


def lone_rows_heading(count: int) -> Markup:
    """Over the rows of no journey that only one person stands behind, and what to do with them."""
    title = _(
        "Events, figures, statements, names, places and sources that only one person stands behind"
    )
    words = _("They are in the tables. Open one, and say that it is right if it is.")
    heading = el("section", el("h2", f"{title}: {count:,}"), el("p", words, cls="muted"))
    return el("div", el("div", heading, cls="gaps"), cls="review")


def lone_row_title(row: LoneRow, me: str) -> str:
    """A row that one person stands behind, in one line: what, in which table, who and when."""
    cells = row.change.after or {}
    named = filter(None, map(cells.get, ("title", "subject", "name")))
    name = next(named, row.change.key_after)
    whom = by_whom(row.last)
    own = _("you wrote some of it, so somebody else must review it")
    told = f"{whom} ({own})" if row.is_own_work(me) else whom
    return f"{labels.table(row.change.table)} · {name} · {told}"


def unit_title(collection: Collection, unit: Unit) -> str:
    """The journey, or the text whose words are reviewed."""
    if unit.table == "journeys":
        return unit.rows["journeys", unit.key].get("title") or unit.key
    source = collection.sources.get(unit.key)
    return _("Marked words in “{source}”").format(source=source.title if source else unit.key)


def _link(collection: Collection, unit: Unit) -> Markup:
    query = urlencode({"journey" if unit.table == "journeys" else "source": unit.key})
    return el("a", unit_title(collection, unit), href=f"review?{query}", target="_self")


def _last(unit: Unit, me: str) -> str:
    if unit.last is None:
        return ""
    own = _("you wrote some of it, so somebody else must review it")
    return f"{by_whom(unit.last)} ({own})" if is_own_work(unit, me) else by_whom(unit.last)


def _changed(unit: Unit) -> str:
    new = sum(change.before is None for change in unit.changes)
    gone = sum(change.after is None for change in unit.changes)
    counts = (
        (new, _("{n} new")),
        (len(unit.changes) - new - gone, _("{n} changed")),
        (gone, _("{n} removed")),
    )
    return ", ".join(words.format(n=n) for n, words in counts if n) or _("nothing in the end")


def _rows(unit: Unit) -> str:
    return str(len(unit.rows))


def standing(unit: Unit, me: str) -> str:
    """Where an opened unit stands: who changed it, who reviewed it, and what comes next."""
    parts = []
    if unit.last:
        parts.append(_("Last changed by {whom}.").format(whom=by_whom(unit.last)))
    if unit.reviewed:
        parts.append(_("Last reviewed by {whom}.").format(whom=by_whom(unit.reviewed)))
    if not parts:
        parts.append(_("It has not been changed here, and nobody has reviewed it."))
    if not unit.waits:
        parts.append(_("Nothing here needs review."))
    return " ".join(parts)
