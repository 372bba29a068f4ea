"""All of the timeline but its marks: its axes, the words beside them, and the chosen period."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from annotations.selection import Filters
from views.atlas import GREY, HAIRLINE, INK, MEN, MUTED, PAGE, WOMEN, see_through
from views.text import _, labels, ngettext
from views.timeline.axes import (
    AXIS_END,
    AXIS_START,
    CUMULATIVE_SCALE,
    EVENT_LANE,
    GAP,
    JOURNEYS_FLOOR,
    LANES,
    LINE,
    WIDE,
    Form,
    Scale,
    lane_ticks,
)
from views.timeline.plotly_data import PlotlyLayout, PlotlyNote


def layout(
    filters: Filters,
    cumulative: bool,
    scale: Scale | None = None,
    bars: Sequence[str] = (),
    form: Form = WIDE,
    notes: Sequence[PlotlyNote] = (),
) -> PlotlyLayout:
    """Everything of the figure but its marks: size, axes, hairlines and the chosen period.

    With a `scale` the room of the journeys counts them by months. `bars` are the lines that
    explain the bars of the journeys, `notes` what else is written over the marks.
    """
    ticks: list[tuple[float, str]] = [(people, f"{people:,}") for people in (0, 1000, 2000, 3000)]
    ticks += [_scale_tick(scale, form)] if scale else []
    ticks += zip(lane_ticks(form), map(labels.category, LANES), strict=True)
    ticks += _bar_ticks(bars, form.journey_room if scale is None else form.area_room - LINE)
    ticks += _key_ticks() if form.names_above else ()
    top = form.events_floor + len(LANES) * EVENT_LANE
    return dict(
        height=form.height,
        barmode="overlay",
        margin={"l": form.left, "r": 52 if cumulative else 14, "t": 4, "b": 22},
        paper_bgcolor=PAGE,
        plot_bgcolor=PAGE,
        font={
            "family": '"Source Sans", "Noto Sans", sans-serif',
            "size": max(12, form.type_px),
            "color": INK,
        },
        hoverlabel={
            "bgcolor": PAGE,
            "bordercolor": HAIRLINE,
            "font": {"color": INK, "size": 13},
            "align": "left",
        },
        dragmode="select",
        selectdirection="h",
        newselection={"line": {"color": INK, "width": 1, "dash": "solid"}},
        clickmode="event+select",
        showlegend=False,
        xaxis={
            "type": "date",
            "range": [AXIS_START.isoformat(), AXIS_END.isoformat()],
            "tickformat": "%Y",
            "ticklabelmode": "period",
            "tickangle": 0,
            "showgrid": False,
            "fixedrange": True,
            "zeroline": False,
        },
        yaxis={
            "range": [0, top],
            "tickvals": [height for height, _text in ticks],
            "ticktext": [text for _height, text in ticks],
            "showgrid": False,
            "zeroline": False,
            "fixedrange": True,
        },
        yaxis2={
            "overlaying": "y",
            "side": "right",
            "range": [0, top * CUMULATIVE_SCALE],
            "tickvals": [0, 10_000, 20_000, 30_000],
            "ticktext": ["0", "10,000", "20,000", "30,000"],
            "showgrid": False,
            "zeroline": False,
            "fixedrange": True,
        },
        shapes=_shapes(filters, scale, form),
        annotations=[
            *([] if form.names_above else _key_notes()),
            *([_area_legend(scale, form)] if scale else []),
            *notes,
        ],
    )


def _key() -> tuple[tuple[str, str, str], ...]:
    """What the colours of the counts mean: a colour, a sign and words an entry."""
    return (
        (MUTED, "├─┤", _("several years")),
        (GREY, "■", _("total, not split")),
        (WOMEN, "■", _("women")),
        (MEN, "■", _("men")),
    )


def _key_notes() -> list[PlotlyNote]:
    """The key of the counts in the empty room over the first years."""
    return [
        {
            "name": "counts",
            "x": AXIS_START.isoformat(),
            "y": 2940 - 470 * position,
            "text": f'<span style="color:{colour}">{sign}</span> {name}',
            "showarrow": False,
            "xanchor": "left",
            "font": {"size": WIDE.type_px},
        }
        for position, (colour, sign, name) in enumerate(_key())
    ]


def _key_ticks() -> Iterable[tuple[float, str]]:
    """The key of the counts above them at the left: over the first years it would need too many."""
    return (
        (JOURNEYS_FLOOR + LINE * (row + 0.5), f'{name} <span style="color:{colour}">{sign}</span>')
        for row, (colour, sign, name) in enumerate(reversed(_key()))
    )


def _bar_ticks(lines: Sequence[str], room: float) -> Iterable[tuple[float, str]]:
    """What the looks of the bars mean, beside them at the left like the names of the lanes.

    The words of an axis end where it begins, however wide they are: nothing has to measure them,
    which goes wrong where the page was drawn out of sight.
    """
    return (
        (JOURNEYS_FLOOR + room - LINE * (position + 0.5), line)
        for position, line in enumerate(lines)
    )


def _scale_tick(scale: Scale, form: Form) -> tuple[float, str]:
    """The height of the highest month, and its count in words."""
    words = ngettext("{n:,} journey", "{n:,} journeys", scale.greatest)
    return JOURNEYS_FLOOR + form.area_room, words.format(n=scale.greatest)


def _area_legend(scale: Scale, form: Form) -> PlotlyNote:
    """What the areas mean, above them at the left."""
    return {
        "x": AXIS_START.isoformat(),
        "y": JOURNEYS_FLOOR + form.journey_room,
        "text": scale.legend,
        "showarrow": False,
        "xanchor": "left",
        "yanchor": "top",
        "font": {"size": form.type_px},
    }


def _shapes(filters: Filters, scale: Scale | None, form: Form) -> list[dict[str, object]]:
    """Hairlines of the counts and between the parts, and the chosen period as a frame."""
    line: dict[str, object] = {
        "type": "line",
        "xref": "paper",
        "x0": 0,
        "x1": 1,
        "layer": "below",
        "line": {"color": HAIRLINE, "width": 1},
    }
    levels = [1000, 2000, 3000, form.events_floor - GAP / 2]
    levels += [JOURNEYS_FLOOR + form.area_room] if scale else []
    shapes = [line | {"y0": level, "y1": level} for level in levels]
    if not filters.whole_time:
        shapes.append(
            {
                "type": "rect",
                "x0": f"{filters.first}-01-01",
                "x1": f"{filters.last + 1}-01-01",
                "yref": "paper",
                "y0": 0,
                "y1": 1,
                "fillcolor": see_through(INK, 0.07),
                "line": {"color": INK, "width": 1},
                "layer": "below",
            }
        )
    return shapes
