"""Quotation against paraphrase: somebody's words, and another account's telling of them."""

import pytest

from nutgraf.compare.paraphrase import compare_paraphrases
from nutgraf.compare.quotes import collect_quotes
from nutgraf.compare.statements import Scene, cut_statements

KEPT = [
    ("“The north quay will be closed to lorries until the cracks are filled,” Ilse Brandt said.",
     "Ilse Brandt said the north quay would be closed to lorries until the cracks had been filled."),
    ("“We dismissed forty welders because the orders for trawlers stopped,” Ivo Krantz said.",
     "Ivo Krantz said that forty welders had been dismissed because orders for trawlers stopped."),
    ("“Nobody warned the ferry crews about the sandbank off the lighthouse,” Orla Venn said.",
     "Orla Venn said nobody had warned ferry crews of the sandbank off the lighthouse."),
    ("“We will probably sell the dredger and the two tugboats this summer,” Ivo Krantz said.",
     "Ivo Krantz said the two tugboats and the dredger might be sold this summer."),
]  # fmt: skip

LOST = [
    ("differ", "“The north quay could collapse under the weight of the lorries,” Ilse Brandt said.",
     "Ilse Brandt said the north quay will collapse under the weight of lorries.", "“could collapse”"),
    ("differ", "“We did not inspect the cracks in the north quay,” Ilse Brandt said.",
     "Ilse Brandt said they had inspected the cracks in the north quay.", "“did not inspect”"),
    ("differ", "“We dismissed forty welders because the orders for trawlers stopped,” Ivo Krantz said.",
     "Ivo Krantz said sixty welders had been dismissed because orders for trawlers stopped.", "“sixty”"),
    ("differ", "“The tugboats should be sold before the dredger is scrapped,” Ivo Krantz said.",
     "Ivo Krantz said the tugboats will be sold before the dredger is scrapped.", "“should be sold”"),
    ("unsure", "“At least forty houses behind the harbour wall were flooded with oily water,” Orla Venn said.",
     "Orla Venn said forty houses behind the harbour wall had been flooded with oily water.", "“at least” is left out"),
    ("unsure", "“Rust probably weakened the chains of the north drawbridge,” Ilse Brandt said.",
     "Ilse Brandt said rust had weakened the chains of the north drawbridge.", "“probably” is left out"),
    ("unsure", "“I think rust weakened the chains of the north drawbridge,” Ilse Brandt said.",
     "Ilse Brandt said rust had weakened the chains of the north drawbridge.", "“I think” is left out"),
    ("unsure", "“Oily water flooded forty houses behind the harbour wall,” Orla Venn said.",
     "Orla Venn said oily water had flooded houses behind the harbour wall.", "“forty” is left out"),
]  # fmt: skip

NO_TELLING = [
    # another speaker, the outlet's own voice
    ("“The north quay will be closed to lorries until the cracks are filled,” Ilse Brandt said.",
     "Ivo Krantz said the north quay will be closed to lorries until the cracks are filled."),
    ("“The north quay could collapse under the weight of the lorries,” Ilse Brandt said.",
     "The north quay will collapse under the weight of the lorries."),
    # another remark of the same speaker
    ("“The north quay could collapse under the weight of the lorries,” Ilse Brandt said.",
     "Ilse Brandt said the lorries would pay a toll at the customs house from May."),
    ("“We did not inspect the cracks in the north quay,” Ilse Brandt said.",
     "Ilse Brandt said the north quay had earned more in tolls than the ferry."),
    ("“We dismissed forty welders because the orders for trawlers stopped,” Ivo Krantz said.",
     "Ivo Krantz said he had been a welder himself for nine years."),
    # the telling account prints the words too
    ("“The north quay could collapse under the weight of the lorries,” Ilse Brandt said.",
     "Ilse Brandt said the north quay will collapse under the weight of lorries. “The north quay could collapse under "
     "the weight of the lorries,” she said."),
    # two quotations, two tellings
    ("“The north quay could collapse under the weight of the lorries,” Ilse Brandt said.",
     "“The north quay will collapse under the weight of lorries,” Ilse Brandt said."),
    ("Ilse Brandt said the north quay could collapse under the weight of the lorries.",
     "Ilse Brandt said the north quay will collapse under the weight of lorries."),
    # the same words without their marks
    ("“The north quay could collapse under the weight of the lorries,” Ilse Brandt said.",
     "The north quay could collapse under the weight of the lorries, Ilse Brandt said."),
    # too few words
    ("“It could collapse,” Ilse Brandt said.", "Ilse Brandt said it will collapse."),
    # it says no, and nothing shows to what
    ("“The chains of the north drawbridge were never safe to lift in a gale,” Ilse Brandt said.",
     "Ilse Brandt said the chains of the north drawbridge were safe to lift in a gale."),
]  # fmt: skip


def compared(texts, make_accounts):
    accounts = make_accounts(*texts)
    scene = Scene(tuple(accounts), {a.article.id: a.article.carrier for a in accounts}, {}, {})
    group = [told for account in accounts for told in cut_statements(account, scene)]
    quoted = [one for account in accounts for one in collect_quotes(account, scene)]
    by_id = {a.article.id: a.article.text for a in accounts}
    found = compare_paraphrases(group, quoted, by_id, {})
    assert found == compare_paraphrases(group[::-1], quoted[::-1], by_id, {})
    return found


@pytest.mark.parametrize(("quotation", "telling"), KEPT)
def test_a_faithful_telling_agrees(quotation, telling, make_accounts):
    assert [found.verdict.value for found in compared((quotation, telling), make_accounts)] == ["agree"]


@pytest.mark.parametrize(("verdict", "quotation", "telling", "told"), LOST)
def test_what_is_changed_or_left_out_is_told(verdict, quotation, telling, told, make_accounts):
    (found,) = compared((quotation, telling), make_accounts)
    assert found.verdict.value == verdict
    assert told in found.reason


@pytest.mark.parametrize(("quotation", "telling"), NO_TELLING)
def test_other_remarks_and_other_voices_are_no_telling(quotation, telling, make_accounts):
    assert compared((quotation, telling), make_accounts) == ()


@pytest.mark.parametrize(("quotation", "telling"), KEPT)
def test_a_shorter_telling_is_no_loss(quotation, telling, make_accounts):
    longer = quotation.replace(",”", ", and on Sunday I will go fishing with my brother,”")
    assert {found.verdict.value for found in compared((longer, telling), make_accounts)} <= {"agree"}


def test_cells_are_the_quotation_and_the_telling(make_accounts):
    (found,) = compared(KEPT[0], make_accounts)
    assert [(cell.value, cell.words) for cell in found.cells] == [
        ("quoted", "The north quay will be closed to lorries until the cracks are filled,"),
        ("in other words", "the north quay would be closed to lorries until the cracks had been filled."),
    ]


def test_every_account_that_prints_the_words_has_a_cell(make_accounts):
    (found,) = compared((KEPT[0][0], KEPT[0][1], KEPT[0][0]), make_accounts)
    assert sorted(cell.article for cell in found.cells) == ["0", "1", "2"]
