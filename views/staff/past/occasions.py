"""What became public, in words: each save as visitors saw it, and what stands of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from annotations.audit import Audit, Occasion, PublicRow, Since, is_alone
from annotations.collection import TABLE
from annotations.publication import published
from annotations.records import Collection
from annotations.references import journey_and_order
from annotations.store import ACCEPTED, HIDDEN, REVIEWED, WITHDRAWN, Line
from annotations.tables import Cells
from views.panels import table
from views.staff.proposals import changed_counts
from views.staff.saves import by_whom, deed, review_words, save_title
from views.text import Markup, _, el, labels, ngettext

MOST_TITLES, MOST_ROWS = 2, 50


def occasion_title(lines: Sequence[Line], told: Occasion, now: Audit) -> str:
    """A save in one line: which records, who, when, who agreed, and what is public of it now."""
    first = lines[0]
    if first.act == WITHDRAWN:
        return save_title(lines)
    rows = told.seen or told.rows
    names = list(dict.fromkeys(record_title(now, row.line) for row in rows))
    what = ", ".join(names[:MOST_TITLES])
    if (more := len(names) - MOST_TITLES) > 0:
        what = _("{records} and {n} more").format(records=what, n=f"{more:,}")
    return " · ".join(filter(None, (what, deed(first), review_words(first), standing(told))))


def standing(told: Occasion) -> str:
    """What visitors see now of a save, in a few words."""
    if told.undone:
        return _("undone")
    made = [row for row in told.rows if row.line.table != TABLE and row.line.after is not None]
    if not made:
        return _hidden_now(told)
    count = len(told.stands)
    if count == len(made):
        return _("public now")
    if not count:
        return _("no longer public") if told.seen else _("never public")
    return _("{n} of {rows} rows public now").format(n=f"{count:,}", rows=f"{len(made):,}")


def _hidden_now(told: Occasion) -> str:
    """What visitors see now of the records that a save hid or showed again."""
    seen = {row.since.sight for row in told.rows if row.line.table == TABLE}
    if not seen:
        return ""
    if seen == {"nothing"}:
        return _("hidden now")
    return _("public now") if seen == {"whole"} else _("in less detail now")


def record_title(now: Audit, line: Line) -> str:
    """What a row is about, as a reader knows it; of a count, how it changed."""
    cells, key = line.after or line.before or {}, line.change.key_after
    if line.table == "arrivals":
        return _count(line, cells)
    if line.table in ("stops", TABLE):
        return _titled(now, key)
    titles = {"mentions": f"“{cells.get('quote', '')}”", "places": cells.get("name", "")}
    return titles.get(line.table) or cells.get("title") or cells.get("subject") or key


def _titled(now: Audit, key: str) -> str:
    """The title of a journey, the name of a place, or a stop with the title of its journey."""
    if name := now.cells("places", key).get("name"):
        return name
    journey, order = journey_and_order(key)
    title = now.cells("journeys", journey).get("title") or journey
    return _("{title}, stop {order}").format(title=title, order=order) if order else title


def _count(line: Line, cells: Cells) -> str:
    years = "–".join(dict.fromkeys((cells.get("start_year", ""), cells.get("end_year", ""))))
    totals = [state.get("total", "") for state in (line.before, line.after) if state]
    count = " → ".join(dict.fromkeys(map(_thousands, totals)))
    return _("Arrivals {years}: {count}").format(years=years, count=count)


def _thousands(number: str) -> str:
    return f"{int(number):,}" if number.isdecimal() else number


def who_stands_behind(lines: Sequence[Line]) -> str:
    """Who wrote a save, who agreed to it, and where nobody else did."""
    first = lines[0]
    wrote = _names(line.who for line in lines)
    if first.act == HIDDEN:
        return _("{who} hid it at once, which needs no second person.").format(who=wrote)
    if first.act == REVIEWED:
        return _("{who} took a second look at what was public already.").format(who=wrote)
    agreed = _names(who for line in lines for who in line.reviewers)
    words = _("Written by {who}.").format(who=wrote)
    if agreed:
        words += " " + _("Agreed to by {who}.").format(who=agreed)
    if any(map(is_alone, lines)):
        by_one = _("Accepted alone: nobody else agreed before it became public.")
        direct = _("Saved without a proposal: nobody else agreed before it became public.")
        words += " " + (by_one if first.act == ACCEPTED else direct)
    return words


def _names(names: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(names))


def occasion_panel(
    lines: Sequence[Line], told: Occasion, now: Audit, before: Collection, after: Collection
) -> Markup:
    """Who stands behind a save, what each of its rows changed for visitors, and what stands.

    `before` and `after` are all records around the save, hidden ones included.
    """
    rows = [row for row in told.rows if row.line.table != TABLE] or list(told.rows)
    rows += [row for row in told.rows if row not in rows]
    heads = (_("Record"), _("What changed"), _("What visitors saw then"), _("Since"))
    body = table(heads, (_row(now, row) for row in rows[:MOST_ROWS]))
    more = len(rows) - MOST_ROWS
    left = el("p", _("And {n} more.").format(n=f"{more:,}"), cls="muted") if more > 0 else ""
    counts = changed_counts(published(before), published(after))
    who = el("p", who_stands_behind(lines))
    return el("div", who, body, left, counts, cls="gaps")


def _row(now: Audit, row: PublicRow) -> tuple[str, ...]:
    kind = el("small", labels.table(row.line.table))
    name = el("span", record_title(now, row.line), kind)
    return name, effect_label(row), sight_label(row.after), since_words(row.since, row.line)


def effect_label(row: PublicRow) -> str:
    """What a row changed for visitors."""
    if row.effect == "hidden" and row.after == "less":
        return _("Shown in less detail")
    return {
        "new": _("New"),
        "changed": _("Changed"),
        "removed": _("Removed"),
        "shown": _("Shown again"),
        "hidden": _("Hidden"),
        "status": _("Only whether it was reviewed"),
        "unseen": _("Nothing: it did not become public"),
    }[row.effect]


def sight_label(sight: str) -> str:
    """What visitors see of a row."""
    return {
        "whole": _("all of it"),
        "less": _("in less detail"),
        "nothing": _("nothing"),
    }[sight]


def since_words(since: Since, line: Line) -> str:
    """What became of a row since a save, and what visitors see of it now."""
    whom = by_whom(since.by) if since.by else _("somebody, outside the app")
    if since.fate == "undone":
        return _("Undone by {whom}").format(whom=whom)
    if since.fate == "gone":
        return _("Removed by {whom}").format(whom=whom)
    if since.fate == "changed":
        return _("Changed by {whom}").format(whom=whom)
    if line.after is None and line.table != TABLE:
        return _("Still removed")
    now = {
        "whole": _("Public now"),
        "less": _("Public now, in less detail"),
        "nothing": _("Not shown to visitors now"),
    }[since.sight]
    if since.reviewed is None:
        return now
    return _("{now}. Reviewed by {whom}").format(now=now, whom=by_whom(since.reviewed))


def untold_sentence(count: int) -> str:
    """How many rows came with the repository, which no save tells of."""
    words = ngettext(
        "{n} row came with the repository or was edited outside the app: Git has its history.",
        "{n} rows came with the repository or were edited outside the app: Git has their history.",
        count,
    )
    return words.format(n=f"{count:,}")


def later_panel(later: Sequence[Line]) -> Markup:
    """Why a save cannot be undone as it is, and what to do."""
    said = _("Its rows were changed since, so it cannot be undone by itself.")
    first = _("Undo these first, from the top, or correct the rows with Annotate or Import:")
    hand = _("No save tells how. Correct the rows with Annotate or Import, or in the tables.")
    rows = [el("li", deed(line), f": {line.why}" if line.why else "") for line in later]
    return el("div", el("p", f"{said} {first if later else hand}"), el("ul", *rows))
