"""Claims that are supported or refuted: how they are read, what is left out, and how they are scored."""

import json

import pytest
from evals.public_comparison.fever import FIRST, FOLDER, TAUGHT, TEST, figures, leave_out, measure, read_claims
from tests.evals.public_comparison.judges import judge_by_word


def row(identity, claim, evidence, label, key="evidence"):
    return {"id": identity, "claim": claim, key: evidence, "label": label}


@pytest.fixture
def cache(tmp_path):
    parts = {
        TEST: [
            row("12", "The ferry sank entails", "A ferry sank.", "SUPPORTS"),
            row("120000002", "The ferry floats contradicts", "A ferry sank.", "REFUTES"),
            row("13", "The bridge fell related", "A bridge fell.", "SUPPORTS"),
            row("14", "The dam held contradicts", "A dam held.", "SUPPORTS"),
        ],
        TAUGHT: [row("13", "The bridge stood", "A bridge fell.", "REFUTES")],
        FIRST: [row("99", "The mill burned same", "A mill burned.", "SUPPORTS", "evidence_sentence")],
    }
    for name, rows in parts.items():
        place = tmp_path / FOLDER / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return tmp_path


def test_edited_pairs_go_back_to_one_base_and_both_keys_are_read(cache):
    test, first = read_claims(cache / FOLDER / TEST), read_claims(cache / FOLDER / FIRST)
    assert [one.base for one in test] == ["12", "12", "13", "14"]
    assert [one.supported for one in test] == [True, False, True, True]
    assert first[0].evidence == "A mill burned."


def test_what_shares_a_text_or_a_base_with_what_was_learned_is_left_out(cache):
    test, taught = read_claims(cache / FOLDER / TEST), read_claims(cache / FOLDER / TAUGHT)
    assert [one.base for one in leave_out(test, taught)] == ["12", "12", "14"]


def test_related_is_no_answer_where_the_likeliest_relation_counts(cache):
    told = figures(read_claims(cache / FOLDER / TEST), judge_by_word)
    assert told["accuracy"].value == pytest.approx(0.75)
    assert told["as it is told"].value == pytest.approx(0.5)


def test_the_sheet_has_a_line_for_what_was_never_learned_from(cache):
    (sheet,) = measure(cache, judge_by_word)
    assert [line.system for line in sheet.lines[:3]] == [
        "nutgraf",
        "nutgraf, the 3 of them that share no text with the part learned from",
        "nutgraf, the 1 of v0.1 that share no text with the part learned from",
    ]
    assert sheet.lines[2].figures["accuracy"].value == 1.0
    assert [line.system for line in sheet.lines if line.ours] == [line.system for line in sheet.lines[:3]]
