"""The brief: every line is words of an account, and what nobody tells is said."""

from itertools import permutations

import msgspec


def lines_of(brief):
    answers = [line for answer in brief.answers for line in answer.lines]
    return [brief.headline, *([brief.nut_graf] if brief.nut_graf else []), *answers, *brief.points, *brief.unknown]


def test_every_line_is_verbatim_at_its_first_evidence(accounts, brief):
    articles = {account.article.id: account.article for account in accounts}
    for line in lines_of(brief):
        assert articles[line.evidence[0].article].words(line.evidence[0]) == line.words


def test_any_order_of_accounts_gives_the_same_brief_to_the_byte(accounts, tell, brief):
    wanted = msgspec.json.encode(brief)
    assert all(msgspec.json.encode(tell(list(order))) == wanted for order in permutations(accounts))


def test_the_five_questions_are_always_asked(brief):
    assert [answer.question for answer in brief.answers] == ["who", "what", "when", "where", "why"]


def test_points_that_several_tell_come_first(brief, comparison):
    assert len(brief.points) >= 1
    assert all(len(line.outlets) > 1 for line in brief.points)


def test_what_no_text_tells_is_said(make_accounts, tell):
    brief = tell(make_accounts("It rained."))
    assert "Not found in the texts read: why." in brief.remarks
    assert any(remark.startswith("Names no source for anything it says: Sund Gazette") for remark in brief.remarks)


def test_one_origin_is_said_to_confirm_nothing(make_accounts, tell):
    brief = tell(make_accounts("The bridge fell before dawn, Ilse Brandt said."))
    assert any("one origin behind this story" in remark for remark in brief.remarks)
