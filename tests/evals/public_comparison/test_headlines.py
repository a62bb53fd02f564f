"""Nearness of two headlines out of relations: the set's own scale, whichever comes first."""

import pytest
from evals.public_comparison.headlines import SCALE, tell_nearness
from tests.evals.public_comparison.judges import judge_by_word

from nutgraf.models.entailer import RELATIONS, Relation


def test_every_relation_has_its_value_on_the_scale():
    assert set(SCALE) == set(RELATIONS)
    assert (
        SCALE[Relation.SAME] == 5 > SCALE[Relation.ENTAILS] > SCALE[Relation.RELATED] > SCALE[Relation.UNRELATED] == 0
    )


def test_nearness_is_the_mean_of_the_scale_by_how_likely_each_relation_is():
    sure, doubt = 0.8, 0.05
    same = sure * 5 + doubt * (4 + 3 + 2)
    apart = doubt * (5 + 4 + 3 + 2)
    told = tell_nearness([("Ferry sinks", "same Ferry sinks"), ("Ferry sinks", "Mill burns")], judge_by_word)
    assert told == pytest.approx([same, apart])


def test_the_order_of_two_headlines_does_not_matter():
    pair = ("Ferry sinks entails", "Ferry sinks related")
    assert tell_nearness([pair], judge_by_word) == tell_nearness([pair[::-1]], judge_by_word)
