"""Scores of chains, on small examples counted by hand and on the worked example of the scorer's definitions."""

from itertools import permutations

import numpy as np
import pytest
from evals.annotation.chains import best_matching, chains_of, conll_figures, score_chains
from hypothesis import given
from hypothesis import strategies as st


def figures(gold, told):
    row = score_chains([frozenset(chain) for chain in gold], [frozenset(chain) for chain in told])
    return [float(value) for value in conll_figures(np.array([row]))[0]]


# MUC, B-cubed and CEAF-e of the published example: key {a b c} {d e f g}, response {a b} {c d} {f g h i}.
PUBLISHED = (["abc", "defg"], ["ab", "cd", "fghi"])


def test_the_published_example():
    conll, muc, cubed, ceaf = figures(*PUBLISHED)
    # MUC: recall (1 + 1) / 5, precision (1 + 0 + 1) / 5
    assert muc == pytest.approx(0.4)
    # B-cubed: recall 1/7 (4/3 + 1/3 + 1/4 + 4/4) = 5/12, precision 1/8 (4/2 + 1/2 + 1/2 + 4/4) = 1/2
    assert cubed == pytest.approx(2 * (5 / 12) * 0.5 / (5 / 12 + 0.5))
    # CEAF-e: likeness 4/5 and 4/8, recall 1.3 / 2, precision 1.3 / 3
    assert ceaf == pytest.approx(2 * 0.65 * (1.3 / 3) / (0.65 + 1.3 / 3))
    assert conll == pytest.approx((muc + cubed + ceaf) / 3)


@pytest.mark.parametrize(
    ("gold", "told", "expected"),
    [
        (["abc", "de"], ["abc", "de"], [1, 1, 1, 1]),
        (["abc"], [], [0, 0, 0, 0]),
        (["ab", "cd"], ["abcd"], [(0.8 + 2 / 3 + 4 / 9) / 3, 0.8, 2 / 3, 4 / 9]),
    ],
)
def test_small_examples(gold, told, expected):
    assert figures(gold, told) == pytest.approx(expected)


def test_chains_gather_mentions_of_one_entity():
    assert sorted(map(sorted, chains_of({1: "x", 2: "y", 3: "x"}))) == [[1, 3], [2]]


@given(st.lists(st.lists(st.integers(0, 9), min_size=3, max_size=3), min_size=1, max_size=5))
def test_the_best_matching_is_as_good_as_any(rows):
    gains = np.array(rows, dtype=float)
    pairs = best_matching(gains)
    short, long = sorted(gains.shape)
    table = gains if gains.shape[0] <= gains.shape[1] else gains.T
    best = max(sum(table[i, j] for i, j in enumerate(order)) for order in permutations(range(long), short))
    assert sum(gains[row, column] for row, column in pairs) == pytest.approx(best)
    assert len({row for row, _ in pairs}) == len({column for _, column in pairs}) == len(pairs) == short
