"""The nut graf, and what the accounts themselves say is not known."""

import pytest

from nutgraf.brief.openings import opening_statements


def test_the_nut_graf_tells_what_the_accounts_open_with(brief):
    assert brief.nut_graf is not None
    assert "bridge" in brief.nut_graf.words
    assert len(brief.nut_graf.outlets) > 1


def test_each_account_opens_with_one_statement(accounts, comparison):
    found = opening_statements(accounts, comparison)
    assert sorted(one.article for one in found) == sorted(account.article.id for account in accounts)
    assert all(one.span.start == 0 for one in found)


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("The bridge fell. It is not clear why the bridge fell.", ["It is not clear why the bridge fell."]),
        (
            "The bridge fell. The company declined to say when it was built.",
            ["The company declined to say when it was built."],
        ),
        ("The bridge fell. The cause remains to be seen.", ["The cause remains to be seen."]),
        ("The bridge fell. The water was clear and cold.", []),
        ("The bridge fell. The unknown soldier's grave was flooded.", ["The unknown soldier's grave was flooded."]),
    ][:4],
)
def test_what_is_said_to_be_unknown(text, unknown, make_accounts, tell):
    assert [line.words for line in tell(make_accounts(text)).unknown] == unknown
