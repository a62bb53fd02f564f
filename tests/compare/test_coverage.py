"""Coverage: what each account alone tells, in any order of the accounts."""

import msgspec

from nutgraf.records.copies import Copies

TEXTS = (
    "The ferry Saltwind hit the harbour wall at Port Vell on Tuesday. A bakery gave out bread to the drivers.",
    "The ferry Saltwind hit the harbour wall at Port Vell on Tuesday. The captain, Orla Venn, declined to comment.",
    "On Tuesday the ferry Saltwind hit the harbour wall at Port Vell.",
)


def words_alone(accounts, coverage):
    articles = {account.article.id: account.article for account in accounts}
    return [articles[span.article].words(span) for span in coverage.alone.spans]


def test_what_no_other_account_tells_is_alone(make_accounts, compare):
    accounts = make_accounts(*TEXTS)
    first, second, third = compare(accounts).coverage
    assert words_alone(accounts, first) == ["A bakery gave out bread to the drivers."]
    assert first.alone.remark == "1 of its 2 statements stands in no account of another origin."
    assert words_alone(accounts, second) == ["The captain, Orla Venn, declined to comment."]
    assert third.alone.remark == "Everything it says is told by an account of another origin too."


def test_a_copy_does_not_take_from_what_its_text_alone_tells(make_accounts, compare):
    accounts = make_accounts(TEXTS[0], TEXTS[0], TEXTS[2])
    coverage = compare(accounts, Copies((("0", "1"), ("2",)), (), "test")).coverage
    for one in coverage[:2]:
        assert words_alone(accounts, one) == ["A bakery gave out bread to the drivers."]


def test_of_one_origin_nothing_is_said_to_be_alone(make_accounts, compare):
    (only,) = compare(make_accounts(TEXTS[0])).coverage
    assert only.alone.remark == "No account of another origin was read, so what it alone tells is not known."


def test_an_empty_text_says_so(make_accounts, compare):
    empty = compare(make_accounts(TEXTS[0], "")).coverage[1]
    assert (empty.alone.statements, empty.alone.spans) == (0, ())
    assert empty.alone.remark == "No statement was found in its text."
    assert empty.left_out.unclaimed == "no statement was found in its text"


def test_nothing_is_shared_with_an_account_that_tells_something_else(make_accounts, compare):
    coverage = compare(make_accounts(TEXTS[2], "The council voted for the budget.")).coverage
    assert {one.alone.remark for one in coverage} == {"Nothing it says was found in an account of another origin."}


def test_every_account_is_covered_in_any_order(make_accounts, compare):
    accounts = make_accounts(*TEXTS)
    wanted = compare(accounts).coverage
    assert [one.article for one in wanted] == ["0", "1", "2"]
    assert msgspec.json.encode(compare(accounts[::-1]).coverage) == msgspec.json.encode(wanted)
