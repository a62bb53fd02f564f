"""Modality: done, to come, possible, wanted, proposed."""

import pytest

from nutgraf.compare.modality import compare_modality
from nutgraf.compare.order import order_accounts
from nutgraf.compare.paraphrase import compare_paraphrases
from nutgraf.compare.quotes import collect_quotes
from nutgraf.compare.statements import Scene, cut_statements
from nutgraf.records.comparison import Calendar
from nutgraf.records.copies import Copies

FIRST, LATER = "2026-03-04", "2026-03-06"

TOLD_APART = [
    (
        "update",
        "The ferry crews of Port Vell will begin a strike on Friday.",
        "The ferry crews of Port Vell began a strike on Friday.",
    ),
    (
        "update",
        "The harbour board said it would close the old fish market.",
        "The harbour board closed the old fish market.",
    ),
    (
        "update",
        "Parliament may close the fish market.",
        "Parliament will close the fish market.",
    ),
    (
        "update",
        "The union urged the harbour master to reopen the north quay.",
        "The harbour master has reopened the north quay.",
    ),
    (
        "update",
        "The council proposed closing the swimming baths.",
        "The swimming baths were closed by the council.",
    ),
    (
        "differ",
        "The shipyard dismissed forty welders.",
        "The shipyard will dismiss forty welders.",
    ),
]  # fmt: skip

ONE_STATE = [
    ("The strike of the ferry crews will begin Monday.", "The strike of the ferry crews is set to begin Monday."),
    ("“We will close the fish market,” the board said.", "The board said it would close the fish market."),
    ("The board announced that it will close the fish market.", "The fish market will be closed by the board."),
    ("The board closed the fish market.", "The fish market has been closed by the board."),
    ("The two ministers met at the villa on Sunday.", "The two ministers will meet at the villa on Thursday."),
    ("The two ministers met at the villa.", "The two ministers will meet again at the villa."),
    ("The shipyard dismissed forty welders.", "The shipyard will dismiss sixty welders."),
    ("The shipyard dismissed forty welders.", "The shipyard will hire forty welders."),
    ("The board closed the fish market.", "The council will close the library."),
    ("The army of Norland attacked the port of Vale.", "The port of Vale will attack the army of Norland."),
    ("The board closed the fish market.", "If the board will close the fish market, nobody pays."),
    ("The board closed the fish market.", "The fish market would have closed."),
    ("The ministry delayed the harbour tax.", "The ministry will delay the harbour tax."),
    ("The board closed the fish market.", "Nobody knows whether the board will close the fish market."),
    ("The board did not close the fish market.", "The board will not close the fish market."),
    ("The trawler sank off the cape.", "The harbour board may sink a new well."),
    ("It will close the fish market.", "The board closed the meat market."),
    ("The union wants the board to close the fish market.", "The board may close the fish market."),
    ("The ferry master said the crossing was calm.", "The ferry master will say the crossing was calm."),
]


def compared(texts, days, make_accounts):
    accounts = make_accounts(*texts, published=days)
    scene = Scene(tuple(accounts), {a.article.id: a.article.carrier for a in accounts}, {}, {})
    order = order_accounts(accounts, Calendar((), ()), Copies(tuple((a.article.id,) for a in accounts), (), "test"))
    group = [told for account in accounts for told in cut_statements(account, scene)]
    return compare_modality(group, {a.article.id: a.article.text for a in accounts}, order)


@pytest.mark.parametrize(("verdict", "first", "later"), TOLD_APART)
def test_one_deed_in_two_states(verdict, first, later, make_accounts):
    found = compared((first, later), (FIRST, LATER), make_accounts)
    assert [finding.verdict.value for finding in found] == [verdict]
    assert {cell.article for cell in found[0].cells} == {"0", "1"}


@pytest.mark.parametrize("days", [(FIRST, LATER), (LATER, FIRST), (FIRST, FIRST)])
@pytest.mark.parametrize(("left", "right"), ONE_STATE)
def test_one_state_and_two_deeds_are_no_finding(left, right, days, make_accounts):
    assert compared((left, right), days, make_accounts) == ()


def test_cells_are_the_verb_and_what_was_read_from_it(make_accounts):
    texts = "The strike of the ferry crews will begin.", "The strike of the ferry crews began."
    (found,) = compared(texts, (FIRST, LATER), make_accounts)
    assert [(cell.words, cell.value) for cell in found.cells] == [("will begin", "will happen"), ("began", "happened")]
    assert all(texts[int(cell.article)][cell.span.start : cell.span.end] == cell.words for cell in found.cells)


def test_two_accounts_of_one_day_leave_two_readings(make_accounts):
    texts = "The strike of the ferry crews will begin.", "The strike of the ferry crews began."
    assert [found.verdict.value for found in compared(texts, (FIRST, FIRST), make_accounts)] == ["unsure"]


def test_one_voice_sure_and_unsure_on_one_day_is_a_difference(make_accounts):
    texts = "The harbour board will close the fish market.", "The harbour board may close the fish market."
    assert [found.verdict.value for found in compared(texts, (FIRST, FIRST), make_accounts)] == ["differ"]


def test_two_voices_may_be_sure_and_unsure_at_once(make_accounts):
    texts = (
        "Orla Venn, the mayor, said the harbour board will close the fish market.",
        "Ivo Krantz, a trader, said the harbour board may close the fish market.",
    )
    assert [found.verdict.value for found in compared(texts, (FIRST, FIRST), make_accounts)] == ["unsure"]


def test_what_was_decided_is_no_doubt_on_what_was_done(make_accounts):
    texts = "The shipyard decided to dismiss forty welders.", "The shipyard dismissed forty welders."
    assert compared(texts, (FIRST, FIRST), make_accounts) == ()
    assert [found.verdict.value for found in compared(texts, (FIRST, LATER), make_accounts)] == ["update"]


def test_the_order_of_the_statements_does_not_matter(make_accounts):
    texts = "The strike of the ferry crews will begin.", "The strike of the ferry crews began.", "It rained in Marl."
    accounts = make_accounts(*texts, published=(FIRST, LATER))
    scene = Scene(tuple(accounts), {a.article.id: a.article.carrier for a in accounts}, {}, {})
    order = order_accounts(accounts, Calendar((), ()), Copies((), (), "test"))
    group = [told for account in accounts for told in cut_statements(account, scene)]
    by_id = {a.article.id: a.article.text for a in accounts}
    assert compare_modality(group, by_id, order) == compare_modality(group[::-1], by_id, order)


CALLED_OFF = [
    ("update", "Crews are due to walk out on Friday.", "Friday’s strike by the ferry crews was called off."),
    ("update", "Walkouts are planned for Thursday and Friday.", "Friday’s strike by ferry crews has been cancelled."),
    ("differ", "The board called off the regatta of the sea scouts.", "The regatta of the sea scouts will start soon."),
    ("update", "Governor Orla Venn is expected at the signal tower on Friday.",
     "Governor Orla Venn climbed the signal tower on Friday."),
]  # fmt: skip

NOT_CALLED_OFF = [
    ("Crews are due to walk out on Thursday.", "The regatta of the ferry crews on Thursday was called off."),
    ("The market will open on Friday.", "Friday’s strike by the ferry crews was called off."),
    ("Crews are due to walk out on Saturday.", "Friday’s strike by the ferry crews was called off."),
    ("Crews may walk out on Friday.", "The bishop called off a sermon on Friday."),
    ("Governor Orla Venn is expected at the signal tower on Saturday.",
     "Governor Orla Venn climbed the signal tower on Friday."),
    ("Governor Orla Venn is expected at the signal tower on Friday.", "Ivo Krantz climbed the signal tower on Friday."),
    ("Governor Orla Venn is expected at the signal tower.", "Governor Orla Venn painted the signal tower as a girl."),
]  # fmt: skip


@pytest.mark.parametrize(("verdict", "first", "later"), CALLED_OFF)
def test_what_was_called_off_and_who_was_there(verdict, first, later, make_accounts):
    found = compared((first, later), (FIRST, LATER), make_accounts)
    assert [finding.verdict.value for finding in found] == [verdict]


@pytest.mark.parametrize(("first", "later"), NOT_CALLED_OFF)
def test_other_things_are_neither_called_off_nor_kept(first, later, make_accounts):
    assert compared((first, later), (FIRST, LATER), make_accounts) == ()


def test_who_still_announces_what_was_called_off_is_named(make_accounts):
    texts = (
        "Crews are due to walk out on Friday.",
        "Friday’s strike by the ferry crews was called off.",
        "Crews are due to walk out today.",
    )
    (found,) = compared(texts, (FIRST, "2026-03-05", LATER), make_accounts)
    assert found.verdict.value == "update"
    assert "Norland Herald, printed later, still tells it as to come" in found.reason


def test_one_remark_told_in_other_words_is_no_second_finding(make_accounts):
    texts = (
        "“The north quay could collapse under the weight of the lorries,” Ilse Brandt said.",
        "Ilse Brandt said the north quay will collapse under the weight of lorries.",
    )
    accounts = make_accounts(*texts)
    scene = Scene(tuple(accounts), {a.article.id: a.article.carrier for a in accounts}, {}, {})
    order = order_accounts(accounts, Calendar((), ()), Copies((), (), "test"))
    group = [told for account in accounts for told in cut_statements(account, scene)]
    quoted = [one for account in accounts for one in collect_quotes(account, scene)]
    by_id = {a.article.id: a.article.text for a in accounts}
    retold = compare_paraphrases(group, quoted, by_id, {})
    assert len(compare_modality(group, by_id, order)) == 1
    assert compare_modality(group, by_id, order, retold) == ()
