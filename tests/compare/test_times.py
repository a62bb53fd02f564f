"""Times: when the accounts say that one thing happens."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.compare.times import overlap

BRIDGE = "The bridge at Korsund will reopen to traffic on {}, the roads agency said."


@pytest.mark.parametrize(
    ("left", "right", "verdicts"),
    [
        (BRIDGE.format("March 6"), BRIDGE.format("6 March"), ["agree"]),
        (BRIDGE.format("Friday"), BRIDGE.format("March 6"), ["agree"]),
        (BRIDGE.format("March 6"), BRIDGE.format("March 9"), ["differ"]),
        (BRIDGE.format("10 a.m. on March 6"), BRIDGE.format("3 p.m. on March 6"), ["differ"]),
        (
            "The bridge at Korsund closed on January 6 after a crack was found.",
            "The ferry at Korsund starts on March 9 with two boats.",
            [],
        ),
        ("Ilse Brandt was born on May 3, 1970.", "Ilse Brandt was elected on June 5, 2022.", []),
    ],
)
def test_days_of_one_thing(left, right, verdicts, find):
    assert [verdict for verdict, _ in find("times", left, right)] == verdicts


def test_the_day_of_the_announcement_is_no_day_of_the_thing(find):
    left = "The roads agency announced on March 2 that the bridge at Korsund will reopen to traffic on March 6."
    assert "differ" not in [verdict for verdict, _ in find("times", left, BRIDGE.format("March 6"))]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("2026-03-06", "2026-03-06", True),
        ("2026-03-06", "2026-03-07", False),
        ("2026-03", "2026-03-07", True),
        ("2026", "2026-03-07", True),
        ("2026-03-01/2026-03-05", "2026-03-05/2026-03-09", True),
        ("2026-03-01/2026-03-04", "2026-03-05", False),
        ("2026-03-06T10:00", "2026-03-06T15:00", False),
        ("2026-03-06T10:00", "2026-03-06", True),
    ],
)
def test_times_that_can_be_one(left, right, expected):
    assert overlap(left, right) is expected


DAYS = st.dates().map(lambda day: day.isoformat())


@given(DAYS, DAYS)
def test_overlap_is_mutual(left, right):
    assert overlap(left, right) == overlap(right, left)


@given(DAYS)
def test_a_day_lies_in_its_month_and_year(day):
    assert overlap(day, day[:7])
    assert overlap(day[:4], day)
