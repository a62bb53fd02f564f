"""Lists: what one account counts up and another leaves out."""

import pytest

CASES = [
    (
        "The union's demands are higher pay, more inspectors, and a seat on the board.",
        "The union's demands are higher pay, more inspectors, a seat on the board, and a public register.",
        ["differ"],
    ),
    (
        "Schools were closed in Bergen, Oslo and Trondheim.",
        "Schools were closed in Bergen, Oslo, Trondheim and Hamar.",
        ["differ"],
    ),
    (
        "Schools were closed in Bergen, Oslo and Trondheim.",
        "Schools stayed shut in Trondheim, Bergen and Oslo.",
        ["agree"],
    ),
    ("He bought bread, milk, and cheese.", "The agenda covers trade, fishing, and border controls.", []),
    ("Schools were closed in Bergen, Oslo and Trondheim.", "The band plays in Lisbon, Porto and Faro.", []),
]


@pytest.mark.parametrize(("left", "right", "verdicts"), CASES)
def test_lists(left, right, verdicts, find):
    assert [verdict for verdict, _ in find("lists", left, right)] == verdicts


@pytest.mark.parametrize(("left", "right", "verdicts"), CASES)
def test_whoever_tells_first_the_verdict_is_the_same(left, right, verdicts, find):
    assert [verdict for verdict, _ in find("lists", right, left)] == verdicts


def test_the_reason_names_the_item_that_only_one_has(make_accounts, compare):
    comparison = compare(make_accounts(*CASES[0][:2]))
    reason = next(finding.reason for finding in comparison.findings if finding.kind.value == "lists")
    assert "public register" in reason
    assert "Port Vell Courier" in reason
