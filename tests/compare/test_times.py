"""Times: when the accounts say that one thing happens."""

import pytest

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
