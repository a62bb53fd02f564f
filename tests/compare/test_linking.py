"""Average link: what is near is joined while all of it stays near; what must stay apart never is."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from nutgraf.compare.linking import link_mean


def one_each(count):
    return {number: Counter([f"article {number}"]) for number in range(count)}


def test_a_chain_of_near_things_is_not_joined_where_its_ends_are_strangers():
    assert link_mean(one_each(3), {(0, 1): 0.9, (1, 2): 0.8}, 0.5) == [(0, 1), (2,)]


def test_things_that_are_all_near_are_one():
    assert link_mean(one_each(3), {(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.6}, 0.5) == [(0, 1, 2)]


def test_what_must_stay_apart_is_never_joined():
    def apart(here, there):
        return {0, 1} <= {*here, *there}

    assert link_mean(one_each(3), {(0, 1): 0.9, (1, 2): 0.8}, 0.3, apart) == [(0,), (1, 2)]


def test_a_thing_that_stands_in_many_articles_counts_for_each():
    articles = {0: Counter("abc"), 1: Counter("d"), 2: Counter("e")}
    near = {(0, 1): 0.6, (1, 2): 0.9, (0, 2): 0.1}
    assert link_mean(articles, near, 0.5) == [(0,), (1, 2)]


PAIRS = st.dictionaries(
    st.tuples(st.integers(0, 6), st.integers(0, 6)).filter(lambda pair: pair[0] < pair[1]),
    st.floats(0, 1).map(lambda value: round(value, 3)),
)


@given(PAIRS, st.randoms(use_true_random=False))
def test_the_order_of_the_pairs_changes_nothing_and_nothing_is_lost(pairs, dice):
    mixed = dict(dice.sample(sorted(pairs.items()), len(pairs)))
    joined = link_mean(one_each(7), pairs, 0.4)
    assert joined == link_mean(one_each(7), mixed, 0.4)
    assert sorted(number for group in joined for number in group) == list(range(7))
