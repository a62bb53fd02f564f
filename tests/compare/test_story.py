"""Story to comparison: whatever order the accounts come in, the same to the byte, and every cell verbatim."""

from itertools import permutations

import msgspec
import pytest

TEXTS = (
    "The bridge at Korsund collapsed before dawn on March 2, killing 14 people, police said. “We will rebuild it,” "
    "Harbour Minister Ilse Brandt said. The union wants an inquiry, more inspectors, and a seat on the board.",
    "At least 14 people died when the Korsund bridge collapsed on Monday, according to Reuters. Brandt said: “We will "
    "rebuild it.” A ministry official denied that the bridge was unsafe.",
    "The bridge in Korsund was unsafe, engineers wrote in November. The collapse on March 2 killed 17 people. “We will "
    "repair it,” Ilse Brandt said in Bergen.",
)


@pytest.fixture(scope="module")
def comparison(make_accounts, compare):
    return compare(make_accounts(*TEXTS))


def test_any_order_gives_the_same_comparison_to_the_byte(make_accounts, compare, comparison):
    wanted = msgspec.json.encode(comparison)
    for accounts in permutations(make_accounts(*TEXTS)):
        assert msgspec.json.encode(compare(list(accounts))) == wanted


def test_every_cell_statement_and_quote_is_verbatim(make_accounts, comparison):
    articles = {account.article.id: account.article for account in make_accounts(*TEXTS)}
    placed = [(cell.span, cell.words) for finding in comparison.findings for cell in finding.cells]
    placed += [(one.span, one.words) for point in comparison.points for one in point.statements]
    assert placed
    assert all(articles[span.article].words(span) == words for span, words in placed)


def test_every_statement_lies_in_one_point(comparison):
    ids = [one.id for point in comparison.points for one in point.statements]
    assert len(ids) == len(set(ids))


def test_every_finding_of_a_point_is_a_finding_of_the_story(comparison):
    known = {finding.id for finding in comparison.findings}
    assert all(finding.id in known for point in comparison.points for finding in point.findings)


def test_cells_that_disagree_are_of_two_accounts(comparison):
    for finding in comparison.findings:
        if finding.verdict.value == "differ":
            assert len({cell.article for cell in finding.cells}) > 1


def test_an_account_without_words_does_no_harm(make_accounts, compare):
    comparison = compare(make_accounts(TEXTS[0], ""))
    assert comparison.counts.articles == 2


def test_two_accounts_of_one_outlet_are_told_apart(make_account, compare):
    accounts = [make_account("The bridge fell.", "a"), make_account("The bridge fell again.", "b")]
    outlets = {one.outlet for point in compare(accounts).points for one in point.statements}
    assert outlets == {"Sund Gazette (a)", "Sund Gazette (b)"}
