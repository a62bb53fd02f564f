"""GAP's two decisions on an invented passage, and its figures counted by hand."""

import numpy as np
import pytest
from evals.annotation.gap import Passage, decide, gap_figures, score_row

TEXT = "Ada Low met Bea Holm in town. Low said she was tired."


def passage(right):
    return Passage("p", TEXT, (39, 42), ((0, 7), (12, 20)), right)


def test_a_pronoun_is_brought_to_a_name_by_its_entity():
    assert decide(passage((True, False)), given=True, guess=True) == (True, False, True)


def test_rows_and_figures():
    rows = [score_row(passage((True, False)), True, True), score_row(passage((False, False)), True, False)]
    assert rows == [[1, 2, 1, 0, 0, 0], [0, 1, 0, 0, 0, 0]]
    f1, masculine, feminine, ratio, precision, recall = gap_figures(np.array([np.sum(rows, axis=0)], dtype=float))[0]
    assert (f1, masculine, feminine, ratio) == (pytest.approx(0.5), 0, pytest.approx(0.5), 0)
    assert (precision, recall) == (pytest.approx(1 / 3), 1)
