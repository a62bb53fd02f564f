"""Premises and hypotheses with three answers; premises that were learned from are told apart."""

import pytest
from evals.public_comparison.triples import FOLDER, TAUGHT, TEST, measure
from tests.evals.public_comparison.judges import judge_by_word

HEAD = "GoldLabel,Premise,Hypothesis,PairID\n"


@pytest.fixture
def cache(tmp_path):
    (tmp_path / FOLDER).mkdir(parents=True)
    (tmp_path / FOLDER / TEST).write_text(
        HEAD
        + "entailment,A ferry leaves.,A boat leaves entails,1\n"
        + 'contradiction,"A ferry, late, leaves.",A boat stays contradicts,2\n'
        + "neutral,A dog barks.,A boat leaves unrelated,3\n"
        + "neutral,A dog sleeps.,A boat leaves same,4\n",
        encoding="utf-8",
    )
    (tmp_path / FOLDER / TAUGHT).write_text(HEAD + "entailment,A dog sleeps.,A dog is there,9\n", encoding="utf-8")
    return tmp_path


def test_three_answers_out_of_five_relations(cache):
    (sheet,) = measure(cache, judge_by_word)
    assert sheet.lines[0].figures["accuracy"].value == pytest.approx(0.75)


def test_a_premise_that_was_learned_from_is_left_out_of_the_second_line(cache):
    (sheet,) = measure(cache, judge_by_word)
    assert sheet.lines[1].system == "nutgraf, the 3 of them whose premise was not learned from"
    assert sheet.lines[1].figures["accuracy"].value == 1.0
    assert "holds the premise of 1 of the test pairs" in sheet.notes[0]
