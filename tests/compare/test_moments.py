"""Moments: when two printed times can be one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.compare.moments import hours_apart, one_time, read_moment, same_day


def one(left, right):
    return one_time(read_moment(left, ""), read_moment(right, ""))


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("2026-03-06", "2026-03-06", True),
        ("2026-03-06", "2026-03-07", False),
        ("2026-03", "2026-03-07", True),
        ("2026-02", "2026-03-07", False),
        ("2026", "2026-03-07", True),
        ("2025", "2026-03-07", False),
        ("2026-03-01/2026-03-05", "2026-03-05/2026-03-09", True),
        ("2026-03-01/2026-03-04", "2026-03-05", False),
        ("2026-03-06T10:00", "2026-03-06T15:00", False),
        ("2026-03-06T10:00", "2026-03-06", True),
        ("--03-06", "2026-03-06", True),
        ("--03-06", "2026-03-09", False),
    ],
)
def test_times_that_can_be_one(left, right, expected):
    assert one(left, right) is expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("weekday:MON", "weekday:MON", True),
        ("weekday:MON", "weekday:WED", False),
        ("monthday:03-06", "monthday:03-06/03-08", True),
        ("monthday:03-06", "monthday:03-07/03-08", False),
        ("month:03", "monthday:03-07", True),
        ("month:04", "monthday:03-07", False),
        ("weekday:MON", "monthday:03-07", True),
    ],
)
def test_a_time_whose_year_is_not_known_is_read_from_its_words(left, right, expected):
    assert same_day(read_moment("", left), read_moment("", right)) is expected
    assert same_day(read_moment("", right), read_moment("", left)) is expected


def test_hours_of_one_day_are_counted_and_hours_of_two_days_are_not():
    ten, three = read_moment("2026-03-06T10:00", ""), read_moment("", "clock:15:30")
    assert hours_apart(ten, three) == 5.5
    assert hours_apart(ten, read_moment("2026-03-07T15:00", "")) == 0


def test_nothing_known_is_no_named_time():
    assert not read_moment("", "").named


DAYS = st.dates().map(lambda day: day.isoformat())


@given(DAYS, DAYS)
def test_one_time_is_mutual(left, right):
    assert one(left, right) == one(right, left)


@given(DAYS)
def test_a_day_lies_in_its_month_and_year(day):
    assert one(day, day[:7])
    assert one(day[:4], day)
