"""The entailer: what one text says beside another, likely enough to sum to one, and the same in any company."""

import numpy as np
import pytest

from nutgraf.models.entailer import RELATIONS, Relation, judge_pairs, read_pair

SAME = ("The ferry sank off Port Vell on Friday.", "On Friday the ferry sank off Port Vell.")
CONTRARY = ("Nine people were killed in the fire.", "Fourteen people were killed in the fire.")
STRANGERS = ("Nine people were killed in the fire.", "The museum bought a painting by a local artist.")


def likeliest(pair):
    return RELATIONS[int(judge_pairs([pair])[0].argmax())]


@pytest.mark.parametrize(
    ("pair", "allowed"),
    [
        (SAME, {Relation.SAME, Relation.ENTAILS}),
        (CONTRARY, {Relation.CONTRADICTS}),
    ],
)
def test_plain_pairs_are_judged_as_a_reader_would(pair, allowed):
    assert likeliest(pair) in allowed


def test_likelihoods_are_thousandths_that_sum_to_about_one():
    judged = judge_pairs([SAME, CONTRARY, STRANGERS])
    assert judged.shape == (3, len(RELATIONS))
    assert np.allclose(judged.sum(axis=1), 1, atol=0.005)
    assert np.allclose(judged * 1000, np.rint(judged * 1000))


def test_a_pair_is_judged_alike_alone_and_among_others():
    alone = [judge_pairs([pair])[0] for pair in (SAME, CONTRARY, STRANGERS)]
    assert np.array_equal(judge_pairs([STRANGERS, SAME, CONTRARY, SAME]), [alone[2], alone[0], alone[1], alone[0]])


def test_no_pairs_are_no_rows():
    assert judge_pairs([]).shape == (0, len(RELATIONS))


def test_each_piece_has_its_features():
    pieces, features = read_pair(*CONTRARY)
    assert len(pieces) == len(features)
