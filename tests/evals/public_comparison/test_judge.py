"""The judge under test: found by name or file, and what of its pairs is not read."""

import numpy as np
import pytest
from evals.public_comparison.judge import LARGER, NoNetwork, count_cut, find_judge, likely, name_network

from nutgraf.models.entailer import MOST, RELATIONS, Relation


def test_a_network_that_is_not_there_is_named(tmp_path):
    with pytest.raises(NoNetwork, match=r"tried\.onnx is not there"):
        find_judge(tmp_path / "tried.onnx")


def test_a_network_is_named_by_its_file_and_what_is_in_it(tmp_path):
    place = tmp_path / "tried.onnx"
    place.write_bytes(b"abc")
    assert name_network(place) == "tried.onnx, SHA-256 ba7816bf8f01"


def test_relations_are_added_up_pair_by_pair():
    scores = np.arange(10.0).reshape(2, 5)
    same, entails = RELATIONS.index(Relation.SAME), RELATIONS.index(Relation.ENTAILS)
    assert list(likely(scores, LARGER)) == [same + entails, 10 + same + entails]


def test_pairs_with_an_end_that_is_not_read_are_counted():
    long = "ferry " * (MOST + 1)
    assert count_cut([("The ferry left.", "It left."), (long, "It left."), ("It left.", long), (long, long)]) == 3
    assert count_cut([("ferry " * MOST, "")]) == 0
