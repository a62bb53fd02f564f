"""How our cutting is held against CofeNet's: token by token, on invented text."""

from evals.annotation.amber.__main__ import main
from evals.annotation.amber.instances import Cut
from evals.annotation.amber.proof import labels_of, marks_on, prove, sheet_of
from evals.annotation.cofenet import Instance
from training.tagger.labelled import Mark, guess_spaces, join_words, marks_of_tags

WORDS = ["“", "We", "go", "to", "U.S", ".", ",", "”", "said", "Low", "."]
LABELS = ["B-content", *["I-content"] * 7, "B-cue", "B-source", "O"]
ROLES = {"content": "content", "cue": "cue", "source": "source"}


def instance(labels, name="text_a"):
    text, places = join_words(WORDS, guess_spaces(WORDS))
    return Instance(name, text, tuple(places), marks_of_tags(labels, places, ROLES))


OURS = Cut(
    "text_a", "“We go to U.S.,” said Low.", (Mark(0, 16, "content"), Mark(17, 21, "cue"), Mark(22, 25, "source"))
)


def test_our_marks_give_their_labels():
    theirs = instance(LABELS)
    assert labels_of(theirs, marks_on(theirs, OURS)) == labels_of(theirs, theirs.gold)


def test_every_instance_is_counted_once():
    other = instance(["O", "O", *LABELS[2:]])
    proof = prove([instance(LABELS), other, instance(LABELS, "text_b")], [OURS, OURS])
    assert (proof.instances, proof.cut, proof.labelled) == (3, 2, 1)
    assert {role: counts.tolist() for role, counts in proof.tokens.items()} == {
        "source": [2, 2, 2], "cue": [2, 2, 2], "content": [14, 16, 14],
    }  # fmt: skip
    line = sheet_of(proof).lines[2]
    assert (line.figures["precision"], line.figures["recall"]) == (14 / 16, 1.0)


def test_a_missing_pack_is_said_and_is_no_success(tmp_path, capsys):
    assert main(["--cache", str(tmp_path)]) == 1
    assert "not run" in capsys.readouterr().out
