"""The table of figures: each beside what is asked of it, and whether that is met."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

SIZES = (26, 1_000, 10_000)
LABEL, FIGURE, TARGET = 46, 10, 17


@dataclass(frozen=True)
class Row:
    """A figure: its name in the code, its words, its form, and its targets for each of `SIZES`.

    A target is the most that the figure may be, or with `least` the least.
    """

    name: str
    words: str
    form: str
    targets: tuple[float, ...] = ()
    least: bool = False

    def cell(self, figure: float, journeys: int) -> str:
        """The figure, and beside it the target of the next of `SIZES` and whether it is met."""
        told = f"{self.form.format(figure):>{FIGURE}}"
        if not self.targets:
            return told + " " * TARGET
        place = sum(journeys > size for size in SIZES[:-1])
        target = self.targets[place]
        met = figure >= target if self.least else figure <= target
        sign = "≥" if self.least else "≤"
        return told + f"  {sign} {target:,} {'met' if met else 'NOT met'}".ljust(TARGET)


MS, TIMES, KB = "{:,.0f} ms", "{:.2f} ×", "{:,.0f} kB"
# What depends on the number of journeys: a column for each.
ROWS = (
    Row("first_ms", "first map on the screen, median", MS),
    Row("first_empty_ms", "  an empty map and an empty chart", MS),
    Row("first_ratio", "  ours against these", TIMES, (1.25, 1.4, 2)),
    Row("brush_ms", "move of a drag to the drawn map, median", "{:.2f} ms", (17, 17, 20)),
    Row("brush_p95_ms", "  95th percentile", "{:.2f} ms", (34, 34, 40)),
    Row("handled_ms", "  from the event's handler, median", "{:.2f} ms"),
    Row("plain_ms", "release to a plain app's rebuilt map, median", MS),
    Row("plain_ratio", "  that against our median", "{:.1f} ×", (30, 50, 100), least=True),
    Row("frames", "maps drawn a second while playing", "{:.0f}", (50, 50, 30), least=True),
    Row("sent", "messages to the server during a drag", "{:.0f}", (0, 0, 0)),
    Row("server_ms", "  processor time of the server", MS),
    Row("release_ms", "release to the updated list, median", MS),
    Row("release_empty_ms", "  a run of an app with nothing in it", MS),
    Row("release_ratio", "  ours against that", TIMES, (1.5, 1.5, 2)),
    Row("filter_ms", "filter's click to the drawn map, median", MS),
    Row("filter_most_ms", "  the slowest", MS),
    Row("renewed", "  how often that made the map anew", "{:.0f}", (0, 0, 0)),
    Row("cold_kb", "sent to the browser: first load", KB),
    Row("warm_kb", "  second load", KB),
    Row("release_kb", "  each release", KB),
    Row("found_ms", "rows found, sorted and counted, the slowest", "{:.1f} ms", (30, 150, 150)),
    Row("indexed_ms", "  once before: reading and indexing all rows", MS),
    Row("memory_mb", "memory of the server after all visits", "{:,.0f} MB"),
)
# What does not: one column.
OTHERS = (
    Row("tables_ms", "reading and tying together our own tables", MS),
    Row("resolved_s", "days of 10,000 journeys of ten stops", "{:.2f} s"),
    Row("lesson_kb", "the largest lesson as one file", KB, (8_000,) * 3),
    Row("lesson_ms", "  opened from a disk to its first map, median", MS, (2_000,) * 3),
    Row("lesson_whole_ms", "  to map and timeline", MS),
    Row("geocoder_ms", "geocoder: loaded and first name answered", MS, (200,) * 3),
    Row("geocoder_mb", "  memory", "{:.0f} MB", (60,) * 3),
    Row("names", "  names a second", "{:,.0f}", (5_000,) * 3, least=True),
)


def lines(by_size: Mapping[int, Mapping[str, float]], others: Mapping[str, float]) -> Iterator[str]:
    """The table, a line at a time; every row must have its figures."""
    yield from _part("journeys of nine stops", [f"{size:,}" for size in by_size])
    for row in ROWS:
        cells = (row.cell(figures[row.name], size) for size, figures in by_size.items())
        yield f"{row.words:<{LABEL}}{''.join(cells)}".rstrip()
    yield from _part("", ["at any size"])
    for row in OTHERS:
        yield f"{row.words:<{LABEL}}{row.cell(others[row.name], SIZES[0])}".rstrip()


def _part(what: str, heads: list[str]) -> Iterator[str]:
    columns = "".join(f"{head:>{FIGURE}}{'':{TARGET}}" for head in heads)
    yield f"{what:<{LABEL}}{columns}".rstrip()
