"""How attribution is scored in the published setting."""

import json

from evals.annotation.attribution import join_content, score
from evals.annotation.cofenet import FOLDER, read_instances, without_repeats
from training.tagger.labelled import Mark

TOKENS = ["``", "We", "go", ".", "''", "said", "Low", "."]
LABELS = ["B-content", "I-content", "I-content", "I-content", "I-content", "B-cue", "B-source", "O"]


def write(tmp_path, *rows):
    folder = tmp_path / FOLDER / "polnear"
    folder.mkdir(parents=True)
    (folder / "test.txt").write_text("".join(json.dumps(row) + "\n" for row in rows))
    return read_instances(tmp_path, "polnear", "test")


def row(number="text_a", labels=LABELS):
    return {"tokens": TOKENS, "labels": labels, "id": number}


def test_words_are_joined_as_print_and_labels_become_spans(tmp_path):
    (instance,) = write(tmp_path, row())
    assert instance.text == "“We go.” said Low."
    assert [(instance.text[mark.start : mark.end], mark.label) for mark in instance.gold] == [
        ("“We go.”", "content"), ("said", "cue"), ("Low", "source"),
    ]  # fmt: skip


def test_a_text_of_several_annotators_counts_once_without_repeats(tmp_path):
    instances = write(tmp_path, row("text_a"), row("text_b"), row("other_c"))
    assert [instance.text_id for instance in without_repeats(instances)] == ["text_a", "other_c"]


def test_exact_spans_and_single_words(tmp_path):
    instances = write(tmp_path, row())
    line = score("x", instances, lambda one: [Mark(0, 6, "content"), Mark(9, 13, "cue"), Mark(14, 17, "source")])
    assert line.figures["cue"].value == line.figures["source"].value == 1.0
    assert line.figures["content"].value == 0.0
    assert round(line.figures["content, words"].value, 3) == round(2 * 3 / 8, 3)


def test_content_is_joined_inside_one_pair_of_marks_only():
    text = "“We go. We stay.” He left. So it is."
    first, second = Mark(0, 7, "content"), Mark(8, 17, "content")
    assert join_content(text, [first, second]) == [Mark(0, 17, "content")]
    apart = [Mark(18, 26, "content"), Mark(27, 36, "content")]
    assert join_content(text, apart) == apart
