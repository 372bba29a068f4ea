"""What the sources count as marks of the timeline, in the gap between journeys and events."""

from __future__ import annotations

from annotations.records import Collection
from annotations.selection import Filters
from annotations.statements import Statement
from views.atlas import INK, PAGE
from views.text import statement_hover
from views.timeline.axes import AXIS_END, AXIS_START, GAP, Form
from views.timeline.marks import middle, same_when_selected
from views.timeline.plotly_data import PlotlyTrace

# Before the id of a statement: what is clicked may be a journey or an event too.
STATEMENT = "statement:"


def stated_trace(collection: Collection, filters: Filters, form: Form) -> PlotlyTrace:
    """A ring for each dated statement, in the middle of the days that it allows.

    Those that the period keeps out are left out: without a day none can be drawn at all.
    """
    shown = [each for each in collection.statements.values() if _is_in(each, filters)]
    return dict(
        type="scatter",
        mode="markers",
        name="statements",
        x=[middle(each.span).isoformat() for each in shown],
        y=[form.events_floor - GAP / 2] * len(shown),
        marker={"symbol": "circle", "size": 8, "color": PAGE, "line": {"width": 2, "color": INK}},
        customdata=[f"{STATEMENT}{each.id}" for each in shown],
        hovertext=[statement_hover(collection, each) for each in shown],
        hoverinfo="text",
        showlegend=False,
        **same_when_selected(),
    )


def _is_in(statement: Statement, filters: Filters) -> bool:
    """True for a statement with a day on the axis that may lie in the period."""
    early, late = statement.span.earliest, statement.span.latest
    if not statement.span.known:
        return False
    if (late and late < AXIS_START) or (early and early >= AXIS_END):
        return False
    first, last = filters.first, filters.last
    after = early is None or early.year <= last
    return filters.whole_time or (after and (late is None or late.year >= first))
