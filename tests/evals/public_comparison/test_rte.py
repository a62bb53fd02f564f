"""Texts that entail a sentence or not: both ways of writing the answer."""

import pytest
from evals.public_comparison.rte import FOLDER, ROUNDS, Entailed, measure, read_round
from tests.evals.public_comparison.judges import judge_by_word

OLD = """<?xml version="1.0" encoding="UTF-8"?>
<entailment-corpus>
<pair id="1" value="TRUE" task="IR"><t>The ferry &amp; its crew left.</t><h>same</h></pair>
<pair id="2" value="FALSE" task="IR"><t> The ferry left. </t><h>contradicts</h></pair>
</entailment-corpus>"""
NEW = OLD.replace('value="TRUE"', 'entailment="YES"').replace('value="FALSE"', 'entailment="NO"')


@pytest.fixture
def cache(tmp_path):
    (tmp_path / FOLDER).mkdir(parents=True)
    for number in ROUNDS:
        (tmp_path / FOLDER / f"rte{number}_test.xml").write_text(OLD if number == "1" else NEW, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("number", ["1", "2"])
def test_both_rounds_are_read_alike(cache, number):
    assert read_round(cache / FOLDER / f"rte{number}_test.xml") == [
        Entailed("The ferry & its crew left.", "same", True),
        Entailed("The ferry left.", "contradicts", False),
    ]


def test_each_round_has_its_figure_and_all_together(cache):
    (sheet,) = measure(cache, judge_by_word)
    ours = sheet.lines[0].figures
    assert list(ours) == ["RTE-1", "RTE-2", "RTE-3", "all"]
    assert [figure.value for figure in ours.values()] == [1.0] * 4
    assert sheet.what.startswith("6 pairs")
