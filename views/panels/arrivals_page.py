"""The arrivals as a chart of their own, and how to read it."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go

from annotations.records import Collection, Journey
from annotations.selection import FIRST_YEAR, LAST_YEAR, Filters, OwnArrivals
from views.atlas import GREY, HAIRLINE, INK, MEN, PAGE, SOFT_INK, WOMEN, as_css, see_through
from views.panels.reading import table
from views.text import Markup, _, el, plain
from views.timeline import arrivals_traces

HEIGHT, OWN_HEIGHT = 340, 220
SURE, PALE = SOFT_INK, see_through(SOFT_INK, 0.16)


def arrivals_figure(collection: Collection) -> go.Figure:
    """Every year as a bar: men, women, and totals without a split; several years as a bracket."""
    figure = go.Figure(arrivals_traces(collection, Filters()))
    figure.update_layout(
        **_look(HEIGHT),
        yaxis={
            "range": [0, 3400],
            "tickformat": ",",
            "gridcolor": HAIRLINE,
            "fixedrange": True,
            "zeroline": False,
        },
    )
    return figure


def arrivals_key() -> Markup:
    """What the marks of the arrivals mean: beside the chart, where no measuring can cut it."""
    return _key(
        (_square(WOMEN), _("women")),
        (_square(MEN), _("men")),
        (_square(GREY), _("total, no split found")),
        ("├─┤", _("several years together")),
    )


def own_key() -> Markup:
    """What the two parts of the bars of our own journeys mean."""
    return _key((_square(SURE), _("definitely")), (_square(PALE), _("possibly")))


def _key(*entries: tuple[str, str]) -> Markup:
    told = (child for sign, name in entries for child in (el("span", sign, f" {name}"), " "))
    return el("p", *told, cls="chart-key")


def _square(colour: str) -> Markup:
    size = "display:inline-block;width:.8em;height:.8em;vertical-align:-.05em;overflow:hidden"
    look = f"{size};border:1px solid {as_css(SURE)};background:{as_css(colour)}"
    return el("span", Markup("&#8203;"), style=look)


def own_figure(years: Sequence[OwnArrivals]) -> go.Figure:
    """Our own journeys by the year of arrival: solid at least so many, pale at most."""
    middles = [f"{row.year}-07-02" for row in years]
    shared = {"x": middles, "width": 295 * 86_400_000, "hoverinfo": "text"}
    hover = [own_hover(row) for row in years]
    least = go.Bar(
        y=[row.least for row in years],
        marker_color=SURE,
        hovertext=hover,
        **shared,
    )
    rest = go.Bar(
        y=[row.most - row.least for row in years],
        base=[row.least for row in years],
        marker={"color": PALE, "line": {"color": SURE, "width": 1}},
        hovertext=hover,
        **shared,
    )
    figure = go.Figure([least, rest])
    figure.update_layout(
        **_look(OWN_HEIGHT),
        yaxis={"dtick": 1, "gridcolor": HAIRLINE, "fixedrange": True, "zeroline": False},
    )
    return figure


def own_words(undated: Sequence[Journey]) -> Markup:
    """What these bars count, what they do not, and who is in no bar for want of a date."""
    words = _(
        "Each bar counts journeys, not people, and only those recorded here: it says nothing "
        "about how many people came. The solid part is how many certainly arrived in that "
        "year. The pale part above it is how many more may have: their date allows other "
        "years too, or it is not certain that they arrived."
    )
    names = ", ".join(journey.title for journey in undated)
    missing = (
        _("Not in any bar, because no date is given: {names}.").format(names=names) if names else ""
    )
    return el("div", el("p", words), el("p", missing) if missing else "", cls="prose")


def own_hover(row: OwnArrivals) -> str:
    """At least and at most so many in a year, and which journeys they are."""
    count = (
        _("{year}: {least}").format(year=row.year, least=row.least)
        if row.least == row.most
        else _("{year}: at least {least}, at most {most}").format(
            year=row.year, least=row.least, most=row.most
        )
    )
    sure = [plain(journey.title) for journey in row.definitely]
    perhaps = [
        plain(_("{title} (possibly)").format(title=journey.title)) for journey in row.possibly
    ]
    return "<br>".join([f"<b>{count}</b>", *sure, *perhaps])


def own_table(years: Sequence[OwnArrivals]) -> Markup:
    """The same as a table: the years in which one of our journeys can have arrived."""
    rows = [
        (
            str(row.year),
            str(row.least),
            str(row.most),
            ", ".join(journey.title for journey in row.definitely),
            ", ".join(journey.title for journey in row.possibly),
        )
        for row in years
        if row.most
    ]
    heads = (_("Year"), _("At least"), _("At most"), _("Definitely"), _("Possibly"))
    return table(heads, rows, numbers=(1, 2))


def _look(height: int) -> dict[str, object]:
    """What both charts of the page share: paper, type, and the years."""
    return {
        "height": height,
        "barmode": "overlay",
        "margin": {"l": 48, "r": 10, "t": 10, "b": 30},
        "paper_bgcolor": PAGE,
        "plot_bgcolor": PAGE,
        "font": {"family": '"Source Sans", "Noto Sans", sans-serif', "size": 13, "color": INK},
        "hoverlabel": {
            "bgcolor": PAGE,
            "bordercolor": HAIRLINE,
            "font": {"color": INK},
            "align": "left",
        },
        "showlegend": False,
        "xaxis": {
            "type": "date",
            "range": [f"{FIRST_YEAR}-01-01", f"{LAST_YEAR}-01-01"],
            "tickformat": "%Y",
            "ticklabelmode": "period",
            "tickangle": 0,
            "fixedrange": True,
            "showgrid": False,
        },
    }


def traps() -> Markup:
    """Three things that most charts of these numbers get wrong, in our own words."""
    lines = (
        _(
            "The first figure in the ministry’s table covers everyone who came between the "
            "war and the end of 1998. It is not the figure for 1998 alone, when 71 people "
            "came."
        ),
        _(
            "The second figure covers 1999, 2000 and 2001 together. Both are drawn here as "
            "brackets over their years, because a bar as high as the number would say that so "
            "many came in each year."
        ),
        _("For single years before 2002 we found no published count of men and women."),
        _(
            "The ministry has gone back and corrected its counts, so what it printed earlier "
            "sometimes differs a little. Such figures have a column of their own."
        ),
    )
    return el("div", el("ul", *(el("li", line) for line in lines)), cls="prose")
