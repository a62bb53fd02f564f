"""Contradictions in words: set side by side as unsure, never twice, and never within one text."""

from tests.compare.test_candidates import told_by
from tests.conftest import accounts_of

from nutgraf.compare.contradictions import FEATURES, WEIGHTS, contradiction
from nutgraf.models.entailer import Relation

OPEN = "The museum in Lower Tarn is open to visitors again."
SHUT = "The museum in Lower Tarn is closed to visitors."
OTHER = "A crab with two tails was found off the coast of Vale."


def likely(contradicts):
    return {
        relation: contradicts if relation is Relation.CONTRADICTS else (1 - contradicts) / 4 for relation in Relation
    }


def test_the_surer_the_entailer_the_surer_the_contradiction():
    left, right = told_by(accounts_of(OPEN, SHUT))
    assert contradiction(left, right, 0.8, likely(0.1)) < contradiction(left, right, 0.8, likely(0.9))


def test_each_thing_weighed_has_a_weight():
    assert len(FEATURES) == len(WEIGHTS)


def test_what_may_contradict_is_unsure_and_keeps_the_very_words(make_accounts, compare):
    comparison = compare(make_accounts(f"{OPEN} {OTHER}", SHUT))
    found = [one for one in comparison.findings if one.kind in {"content", "denial"} and one.verdict == "unsure"]
    assert [sorted(cell.words for cell in one.cells) for one in found] == [sorted((OPEN, SHUT))]
    assert all("for the reader to judge" in one.reason for one in found)


def test_a_text_that_prints_both_contradicts_nobody(make_accounts, compare):
    comparison = compare(make_accounts(f"{OPEN} {SHUT}", SHUT))
    assert not [one for one in comparison.findings if one.verdict == "unsure"]
