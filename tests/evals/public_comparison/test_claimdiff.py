"""Claims that strengthen or weaken each other: both questions on the same pairs."""

import json

import pytest
from evals.public_comparison.claimdiff import FOLDER, PARTS, measure, read_claims
from tests.evals.public_comparison.judges import judge_by_word

CLAIMS = [
    ("Harbour", "The ferry was late.", "It was an hour late entails", 1, 0),
    ("Harbour", "The ferry was late.", "It was on time contradicts", 0, 1),
    ("Bridge", "The bridge is safe.", "Engineers passed it related", 1, 0),
    ("Bridge", "The bridge is safe.", "The mayor likes tea unrelated", 0, 0),
]


@pytest.fixture
def cache(tmp_path):
    for column, place in enumerate(PARTS.values(), 3):
        rows = [{"topic": one[0], "claim_a": one[1], "claim_b": one[2], "relation": one[column]} for one in CLAIMS]
        path = tmp_path / FOLDER / place.format("test")
        path.parent.mkdir(parents=True)
        path.write_text(json.dumps({"data": rows}), encoding="utf-8")
    return tmp_path


def test_the_claims_of_a_part(cache):
    told = read_claims(cache / FOLDER / PARTS["weakens"].format("test"))
    assert [one.does for one in told] == [False, True, False, False]
    assert told[0].topic == "Harbour"


def test_relations_answer_both_questions(cache):
    (sheet,) = measure(cache, judge_by_word)
    assert {name: figure.value for name, figure in sheet.lines[0].figures.items()} == pytest.approx(
        {f"{name} {what}": 1.0 for name in PARTS for what in ("accuracy", "F1", "AUC")}
    )
    floor = sheet.lines[-1].figures
    assert (floor["strengthens accuracy"], floor["weakens accuracy"]) == (0.5, 0.75)
    assert floor["weakens F1"] == pytest.approx(0.4)
