"""Statements: an account cut into the things it says."""

import pytest

from nutgraf.compare.statements import Scene, attribution_at, cut_statements
from nutgraf.records.annotation import Attribution, AttributionKind


def told_of(account):
    return cut_statements(account, Scene((account,), {account.article.id: "Sund Gazette"}, {}, {}))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge fell. Nobody was hurt.", ["The bridge fell.", "Nobody was hurt."]),
        (
            "The bridge fell into the river before dawn, but the ferry kept running through the day.",
            ["The bridge fell into the river before dawn", "but the ferry kept running through the day."],
        ),
        ("The bridge fell, but nobody was hurt.", ["The bridge fell, but nobody was hurt."]),
        (
            "“The bridge fell into the river before dawn, but nobody in the town was hurt,” Ilse Brandt said.",
            ["“The bridge fell into the river before dawn, but nobody in the town was hurt,” Ilse Brandt said."],
        ),
    ],
)
def test_sentences_and_long_clauses(text, expected, make_account):
    assert [one.statement.words for one in told_of(make_account(text))] == expected


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("The bridge will reopen in May.", "will"),
        ("The bridge may reopen in May.", "may"),
        ("The union wants a new bridge.", "wants"),
        ("The ministry denied the report.", "denies"),
        ("The bridge collapsed.", "did"),
        ("The bridge is old.", "states"),
    ],
)
def test_mode(text, mode, make_account):
    assert told_of(make_account(text))[0].statement.mode == mode


@pytest.mark.parametrize(
    ("text", "negative"),
    [("The bridge was not safe.", True), ("The bridge wasn’t safe.", True), ("The bridge was safe.", False)],
)
def test_negation(text, negative, make_account):
    assert told_of(make_account(text))[0].negative is negative


def test_every_statement_is_verbatim_and_in_order(make_account):
    account = make_account(
        "Ilse Brandt said the bridge fell. It was old; nobody had looked at it for years.\n\nIt rained."
    )
    told = told_of(account)
    assert all(account.article.words(one.statement.span) == one.statement.words for one in told)
    assert [one.statement.span.start for one in told] == sorted(one.statement.span.start for one in told)
    assert len({one.statement.id for one in told}) == len(told)


def attribution(kind, start, end):
    return Attribution(start, end, kind, "x", None, None, start, end)


def test_somebodys_attribution_comes_before_the_outlets_own():
    own, named = attribution(AttributionKind.OWN, 0, 50), attribution(AttributionKind.NAMED, 10, 30)
    assert attribution_at((own, named), 5, 40) is named


def test_a_stretch_that_nothing_covers_rests_on_the_outlet():
    assert attribution_at((attribution(AttributionKind.NAMED, 60, 90),), 0, 50).kind is AttributionKind.OWN
