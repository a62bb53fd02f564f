"""What teachers say becomes the label that a student learns."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from training.tagger.examples import NOT_ASKED, TAUGHT, rows_of, width, windows_of
from training.tagger.labelled import Document, Mark, Sentence
from training.tagger.taught import ELSEWHERE, TEACHERS, put_together, teacher_of

NAMED = Sentence("Ilse Varga left Port Sund.", {TAUGHT: (Mark(0, 10, "person"), Mark(16, 25, "place"))})
PLAIN = Sentence("The Halden Council met on Friday.", {"time": (Mark(26, 32, "time"),)})


def _said(rows, seed):
    """Return what a made-up teacher says of every piece."""
    dice = np.random.default_rng(seed)
    return dice.dirichlet(np.ones(width(TAUGHT)), sum(len(row.pieces) for row in rows)).astype(np.float16)


@given(st.text(min_size=1, max_size=40))
def test_a_document_of_uner_always_has_the_same_one_teacher_and_others_have_all(name):
    mine = teacher_of(Document(TAUGHT, name, ()))
    assert mine == teacher_of(Document(TAUGHT, name, (NAMED,)))
    assert 0 <= mine < TEACHERS
    assert teacher_of(Document("gum", name, ())) == -1


def test_a_label_of_uner_is_half_its_own_and_half_of_the_teacher_that_never_saw_it():
    document = Document(TAUGHT, "made", (NAMED,))
    rows = rows_of(document)
    told = [_said(rows, seed) for seed in range(TEACHERS)]
    shares = put_together([document], [rows], told)[NAMED.text].astype(np.float32)
    own = rows[0].labels[TAUGHT]
    for piece, label in enumerate(own.tolist()):
        if label == NOT_ASKED:
            assert not shares[piece].any()
            continue
        expected = 0.5 * told[teacher_of(document)][piece].astype(np.float32)
        expected[label] += 0.5
        assert np.allclose(shares[piece], expected, atol=2e-3)


def test_other_text_has_the_mean_of_all_teachers_and_counts_less():
    document = Document("gap", "made", (PLAIN,))
    rows = rows_of(document)
    told = [_said(rows, seed) for seed in range(TEACHERS)]
    shares = put_together([document], [rows], told)[PLAIN.text].astype(np.float32)
    asked = rows[0].labels["time"] != NOT_ASKED
    assert np.allclose(shares[asked], ELSEWHERE * np.mean(told, axis=0)[asked], atol=2e-3)
    assert np.allclose(shares.sum(axis=1), np.where(asked, ELSEWHERE, 0), atol=5e-3)


def test_what_was_taught_takes_the_place_of_the_labels_and_stands_at_its_pieces_in_the_window():
    document = Document(TAUGHT, "made", (PLAIN, NAMED))
    told = np.full((len(rows_of(document)[1].pieces), width(TAUGHT)), 0.25, dtype=np.float16)
    rows = rows_of(document, {NAMED.text: told})
    assert TAUGHT not in rows[1].labels
    (window,) = windows_of(rows, 160)
    assert len(window.taught) == len(window.pieces)
    assert (window.taught.sum(axis=1) > 0).sum() == len(told)
    start = 2 + len(rows[0].pieces)  # behind the mark that opens and the one that parts
    assert np.array_equal(window.taught[start : start + len(told)], told)
