"""The tables of figures are what the benchmarks print: their rows, their targets, what is met."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.benchmarks import attacks, growth, hand_edits, hostile, saving, slow_phone, visitors
from tests.benchmarks.table import FIGURE, LABEL, OTHERS, ROWS, SIZES, TARGET, Row
from tests.docs.pages import blocks, page, section

PAGE = page("docs/develop/benchmarks.md")
CELL = FIGURE + TARGET


def printed(title: str) -> list[str]:
    """The lines of what a benchmark printed, as they stand in the section of that title."""
    (block,) = blocks(section(PAGE, title), "text")
    return block.splitlines()


def cells(line: str) -> list[str]:
    """The cells of a line behind its words, each with its figure and its target."""
    rest = line[LABEL:]
    return [rest[at : at + CELL] for at in range(0, len(rest), CELL)]


def wrong_cells(row: Row, line: str, sizes: tuple[int, ...]) -> Iterator[str]:
    """The cells of a line that the benchmark would not print for these figures."""
    yield from () if len(cells(line)) == len(sizes) else (f"{len(cells(line))} cells",)
    for cell, size in zip(cells(line), sizes, strict=False):
        figure = float(re.search(r"[\d,.]*\d", cell)[0].replace(",", ""))
        if row.cell(figure, size).rstrip() != cell.rstrip():
            yield cell.strip()


def wrong_lines(
    rows: tuple[Row, ...], lines: list[str], sizes: tuple[int, ...]
) -> dict[str, list[str]]:
    """What is wrong in the lines of a table, by the words of the row that should stand there."""
    found = {}
    for row, line in zip(rows, lines, strict=True):
        is_it = line[:LABEL].rstrip() == row.words
        if wrong := list(wrong_cells(row, line, sizes)) if is_it else [line]:
            found[row.words] = wrong
    return found


def test_the_table_of_speed_has_the_rows_and_targets_of_the_benchmark():
    head, *lines = printed("Measure the speed")
    assert head.split()[4:] == [f"{size:,}" for size in SIZES]
    assert wrong_lines(ROWS, lines[: len(ROWS)], SIZES) == {}
    assert lines[len(ROWS)].split() == ["at", "any", "size"]
    assert wrong_lines(OTHERS, lines[len(ROWS) + 1 :], SIZES[:1]) == {}


def test_the_table_of_visitors_has_the_rows_and_targets_of_the_benchmark():
    head, *lines, memory = printed("Measure many visitors at once")
    often = f"every {visitors.EVERY_S} s for {visitors.SECONDS} s"
    assert head == f"{visitors.VISITORS} visitors at once, each filtering {often}"
    assert wrong_lines(visitors.ROWS, lines, SIZES[:1]) == {}
    assert re.fullmatch(r"  every 30 s: \d+(, \d+)* MB", memory)


def test_the_table_of_growth_has_the_rows_and_targets_of_the_benchmark():
    head, *lines = printed("Measure what grows")
    assert head.split()[4:] == [f"{size:,}" for size in growth.SIZES]
    assert wrong_lines(growth.ROWS, lines[: len(growth.ROWS)], growth.SIZES) == {}
    assert wrong_lines(growth.OTHERS, lines[len(growth.ROWS) :], growth.SIZES[:1]) == {}


def test_the_table_of_attacks_has_the_rows_and_targets_of_the_benchmark():
    assert wrong_lines(attacks.ROWS, printed("Attack it"), SIZES[:1]) == {}


def test_the_table_of_the_slow_phone_has_the_rows_and_targets_of_the_benchmark():
    _head, *lines = printed("Measure a slow phone")
    wide = LABEL + CELL
    assert wrong_lines(slow_phone.ROWS, [line[:wide].rstrip() for line in lines], SIZES[:1]) == {}
    for row, line in zip(slow_phone.ROWS, lines, strict=True):
        plain = line[wide:].strip()
        figure = float(re.search(r"[\d,.]*\d", plain)[0].replace(",", ""))
        assert row.form.format(figure) == plain


def test_the_lines_on_saving_tell_of_as_many_kills_and_saves_as_the_benchmark_makes():
    killed, crowded = printed("Try to break a save")
    assert re.fullmatch(
        rf"{saving.KILLS} kills, [\d,]+ saves accepted and \d+ more completed, \d+ kills after a "
        r"save had counted and before it was completed, [\d.]+ s: 0 faults",
        killed,
    )
    assert re.fullmatch(
        rf"two writers with {saving.SAVES} saves each at once, [\d.]+ s: 0 faults", crowded
    )


def test_the_lines_on_edits_by_hand_tell_of_as_many_as_the_benchmark_makes():
    ways = hand_edits.in_the_file, hand_edits.by_another_file
    for line, way in zip(printed("Edit by hand during a save"), ways, strict=True):
        words = f"{hand_edits.EDITS} edits {way.__name__.replace('_', ' ')} during a save"
        assert re.fullmatch(rf"{words}, \d+ savers told, [\d.]+ s: 0 lost", line)


def test_the_table_of_hostile_rows_adds_up_and_has_the_words_of_the_benchmark():
    told = dict(re.split(r"  +", line) for line in printed("Try hostile rows"))
    source = Path(hostile.__file__).read_text(encoding="utf-8")
    assert {words for words in told if f'("{words}", ' not in source} == set()
    rows, refused, stored = (int(each.replace(",", "")) for each in list(told.values())[:3])
    assert rows == refused + stored == hostile.ROWS


@pytest.mark.parametrize(
    "change",
    (("≥ 50 NOT met", "≥ 50 met"), ("≤ 17 met", "≤ 18 met"), ("first map", "second map")),
)
def test_a_line_that_the_benchmark_would_not_print_is_found_out(change):
    lines = [line.replace(*change) for line in printed("Measure the speed")]
    assert wrong_lines(ROWS, lines[1 : len(ROWS) + 1], SIZES)
