import io

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.models.line_roles import LABELS, SCORES, load_network, read_network, run_network, score_lines

WIDTH = load_network().layers[0].weights.shape[1]


def page(seed, lines):
    return np.random.default_rng(seed).integers(0, 17, (lines, WIDTH)).astype(np.uint8)


def test_there_is_a_score_for_each_label_and_for_both_beginnings():
    scores = score_lines(page(1, 7))
    assert scores.shape == (7, SCORES)
    assert len(LABELS) + 2 == SCORES
    assert scores.dtype == np.int64


@settings(max_examples=20)
@given(st.integers(0, 1000), st.integers(1, 400))
def test_scores_do_not_depend_on_how_the_page_is_cut_for_the_sums(seed, lines):
    """Sums are of whole numbers: a plain loop in another order gives the very same scores."""
    features = page(seed, lines)
    network = load_network()
    first = network.layers[0]
    padded = np.pad(features.astype(np.int64), ((1, 1), (0, 0)))
    weights = first.weights.astype(np.int64)
    at = lines // 2
    slow = [int(sum((padded[at + step] * weights[step][:, out]).sum() for step in (2, 0, 1))) for out in range(3)]
    from nutgraf.models.line_roles import _convolved

    fast = _convolved(features, first)[at, :3] - first.bias[:3]
    assert slow == fast.astype(np.int64).tolist()
    assert (run_network(network, features) == run_network(network, features.copy())).all()


def test_a_network_is_read_from_its_file():
    arrays = {
        "weights0": np.ones((1, 2, 1), np.int16),
        "bias0": np.zeros(1, np.int64),
        "weights1": np.full((1, 1, SCORES), 4, np.int16),
        "bias1": np.zeros(SCORES, np.int64),
        "dilations": np.array([1, 1], np.int8),
        "shifts": np.array([0, 1], np.int8),
        "most": np.array(255, np.int32),
    }
    held = io.BytesIO()
    np.savez(held, **arrays)
    network = read_network(held.getvalue())
    assert run_network(network, np.array([[3, 4]], np.uint8))[0, 0] == (3 + 4) * 4 // 2


@pytest.mark.parametrize("lines", [1, 2, 3])
def test_the_shortest_pages_have_scores(lines):
    assert score_lines(page(2, lines)).shape == (lines, SCORES)
