"""Points: what accounts say together, and how many of them."""

import pytest

from nutgraf.compare.points import stand
from nutgraf.records.comparison import OriginGroup, Standing

ORIGINS = tuple(OriginGroup(name, (name,), "") for name in "abcde")


@pytest.mark.parametrize(
    ("articles", "standing"),
    [
        ({"a"}, Standing.ONE),
        ({"a", "b"}, Standing.SOME),
        ({"a", "b", "c"}, Standing.MOST),
        ({"a", "b", "c", "d", "e"}, Standing.ALL),
    ],
)
def test_standing(articles, standing):
    assert stand(articles, ORIGINS) is standing


def test_two_copies_of_one_origin_stand_alone():
    assert stand({"a", "b"}, (OriginGroup("x", ("a", "b"), ""), OriginGroup("y", ("c",), ""))) is Standing.ONE


def test_the_words_of_a_point_are_a_statements_own(make_accounts, compare):
    comparison = compare(
        make_accounts("The bridge fell before dawn. It rained.", "Before dawn the bridge fell. Shops shut.")
    )
    for point in comparison.points:
        assert (point.words, point.span) in [(one.words, one.span) for one in point.statements]


def test_what_only_one_tells_is_said_to_be_found_only_there(make_accounts, compare):
    comparison = compare(make_accounts("A crab with two tails was found.", "The council voted for the budget."))
    reasons = [finding.reason for point in comparison.points for finding in point.findings]
    assert "Found only in Sund Gazette, in the texts read." in reasons
