"""A duration is as many days as the calendar allows, no fewer and no more."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.dates.durations import parse_duration, usual_tolerance


@pytest.mark.parametrize(
    ("text", "shortest", "longest"),
    [
        ("P40D", 40, 40),
        ("P2W", 14, 14),
        ("P0D", 0, 0),
        ("P1M", 28, 31),
        ("P6M", 181, 184),
        ("P1Y", 365, 366),
        ("P3Y", 1095, 1096),
        ("P1Y6M", 546, 550),
        ("P400Y", 146_097, 146_097),
        ("P1M2W3D", 45, 48),
    ],
)
def test_days_and_weeks_are_exact_while_months_and_years_are_ranges(text, shortest, longest):
    told = parse_duration(text)
    assert (told.shortest_days, told.longest_days, told.text) == (shortest, longest, text)


def test_a_backward_duration_counts_towards_the_past():
    told = parse_duration("-P1M")
    assert (told.shortest_days, told.longest_days, told.backwards) == (-31, -28, True)


@given(st.integers(1, 9000), st.integers(1, 12), st.integers(0, 600))
def test_no_run_of_months_is_outside_the_range(year, month, months):
    last = year * 12 + month - 1 + months
    length = date(last // 12, last % 12 + 1, 1) - date(year, month, 1)
    told = parse_duration(f"P{months}M")
    assert told.shortest_days <= length.days <= told.longest_days


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("PT3H", "write P1D"),
        ("P1DT3H", "write P1D"),
        ("P1.5Y", "P1Y6M"),
        ("P1,5Y", "P1Y6M"),
        ("P", "P40D, P2W, P1Y6M"),
        ("40D", "P40D, P2W, P1Y6M"),
        ("P3D2W", "P40D, P2W, P1Y6M"),
        ("p3d", "P40D, P2W, P1Y6M"),
        ("P٣D", "P40D, P2W, P1Y6M"),
        ("", "P40D, P2W, P1Y6M"),
    ],
)
def test_a_refused_duration_names_its_remedy(text, remedy):
    with pytest.raises(ValueError, match=remedy):
        parse_duration(text)


@pytest.mark.parametrize(
    ("told", "tolerance"),
    [
        ("P8D", "P1D"),
        ("P9D", "P1D"),
        ("P10D", "P1D"),
        ("P40D", "P4D"),
        ("P100D", "P10D"),
        ("P2W", "P3D"),
        ("P6M", "P15D"),
        ("P10M", "P1M"),
        ("P3Y", "P6M"),
        ("P10Y", "P1Y"),
        ("P1Y6M", "P15D"),
        ("-P3D", "P1D"),
        ("P0D", "P1D"),
    ],
)
def test_a_told_length_may_be_off_by_half_its_unit_or_a_tenth_of_a_round_number(told, tolerance):
    assert usual_tolerance(told) == tolerance
