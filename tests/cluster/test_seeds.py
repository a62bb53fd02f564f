"""The first two steps: seeds, and small seeds that gather."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.cluster.seeds import FLOOR, GATHER, SMALL, TOGETHER, gather_seeds, link_texts, mean_likeness
from nutgraf.cluster.shelf import Tie

KEYS = "abcdefghij"


def tied(pairs, keys=KEYS):
    """Return the ties of texts, given {"ab": likeness}."""
    ties = {key: [] for key in keys}
    for (one, two), whole in pairs.items():
        ties[one].append(Tie(two, whole, whole))
        ties[two].append(Tie(one, whole, whole))
    return ties


def all_tied(keys, whole):
    return {f"{one}{two}": whole for one, two in combinations(keys, 2)}


def link(keys, pairs, **limits):
    return ["".join(seed) for seed in link_texts(list(keys), tied(pairs), **limits)]


def gather(seeds, pairs, **limits):
    """Return each core as the seeds in it, given seeds such as "abc"."""
    groups = gather_seeds([tuple(seed) for seed in seeds.split()], tied(pairs), **limits)
    return [" ".join("".join(seed) for seed in group) for group in groups]


@pytest.mark.parametrize(("whole", "found"), [(TOGETHER, ["ab"]), (TOGETHER - 1, ["a", "b"])])
def test_two_texts_are_a_seed_from_the_threshold_on(whole, found):
    assert link("ba", {"ab": whole}) == found


@pytest.mark.parametrize(("whole", "found"), [(GATHER, ["a b"]), (GATHER - 1, ["a", "b"])])
def test_two_seeds_gather_from_the_threshold_on(whole, found):
    assert gather("a b", {"ab": whole}) == found


def test_texts_without_a_tie_count_as_quite_unlike():
    """At 700,000 and the floor the mean is just 440,000."""
    assert link("abc", {"ab": 900_000, "ac": 700_000}) == ["abc"]
    assert link("abc", {"ab": 900_000, "ac": 699_999}) == ["ab", "c"]
    assert link("abc", {"ab": 900_000, "ac": 700_000, "bc": FLOOR - 100_000}) == ["abc"]


def test_of_equals_the_first_texts_are_linked_in_whatever_order_they_are_given():
    assert link("cba", {"ab": 500_000, "bc": 500_000}) == link("bca", {"bc": 500_000, "ab": 500_000}) == ["ab", "c"]
    assert gather("c b a", {"ab": 350_000, "bc": 350_000}) == ["a b", "c"]


def test_texts_that_are_not_asked_for_do_not_enter():
    assert link("ab", {"ac": 900_000, "bc": 900_000, "ab": 100_000}) == ["a", "b"]


def test_nothing_gives_nothing():
    assert link_texts([], {}) == gather_seeds([], {}) == []


def test_a_seed_that_is_not_small_gathers_nothing():
    small, large = KEYS[:SMALL], KEYS[: SMALL + 1]
    assert gather(f"{small} j", {f"{key}j": GATHER for key in small}) == [f"{small} j"]
    assert gather(f"{large} j", {f"{key}j": GATHER for key in large}) == [large, "j"]


def test_what_gathered_to_more_than_a_few_gathers_no_more():
    """Seven together are one more than a few: the last stays out, however near."""
    pairs = {"ac": 900_000} | all_tied("abcdefg", 800_000) | {f"{key}h": 700_000 for key in "abcdefg"}
    assert gather("abcd efg h", pairs) == ["abcd efg", "h"]


def test_seeds_of_one_core_stand_in_their_order():
    assert gather("d bc a", all_tied("abcd", GATHER)) == ["a bc d"]


def test_the_mean_is_over_all_pairs_and_the_ties_of_one_side_are_enough():
    ties = tied({"ac": 500_000, "bd": 300_001, "ab": 900_000, "cd": 900_000})
    own = {key: ties[key] for key in "ab"}
    assert mean_likeness(("a", "b"), ("c", "d"), own) == FLOOR + (320_000 + 120_001) // 4
    assert mean_likeness(("a",), ("e",), own) == FLOOR
    assert mean_likeness(("a",), ("b",), tied({"ab": FLOOR - 1})) == FLOOR


CHAIN = {"ab": 500_000, "bc": 450_000, "cd": 500_000, "ef": 440_000}


@pytest.mark.parametrize(
    ("crowd", "found"),
    [
        (4, ["ab", "cd", "ef", "g"]),
        (3, ["ab", "cd", "ef", "g"]),
        (1, ["a", "b", "c", "d", "e", "f", "g"]),
    ],
)
def test_a_crowd_falls_apart_where_it_hangs_together_least(crowd, found):
    assert link("abcdefg", CHAIN, crowd=crowd) == found


def test_a_crowd_is_parted_and_what_hangs_together_beside_it_is_not():
    """Six of which all are alike are more than five, and stay texts by themselves; two beside them are a seed."""
    pairs = all_tied("abcdef", 450_000) | {"gh": 440_000}
    assert link("abcdefgh", pairs, crowd=6) == ["abcdef", "gh"]
    assert link("abcdefgh", pairs, crowd=5) == ["a", "b", "c", "d", "e", "f", "gh"]


def test_in_a_crowd_the_nearest_are_still_linked_at_the_first_threshold():
    """The crowd parts at 460,000; then the three are linked at 440,000, as if there had been no crowd."""
    pairs = {"ab": 470_000, "bc": 460_000, "ac": 420_000, "cd": 459_999, "de": 470_000}
    assert link("abcde", pairs, crowd=4) == ["abc", "de"]


def test_what_gathers_nothing_holds_no_crowd_together():
    """Two pairs of seeds that only a large seed is near to are two pairs."""
    large = "abcdefg"
    pairs = all_tied("hi", GATHER) | {f"{key}{one}": GATHER for key in large for one in "hj"}
    apart = [*gather(large, pairs, crowd=2), *gather("h i", pairs, crowd=2), *gather("j", pairs, crowd=2)]
    assert gather(f"{large} h i j", pairs, crowd=2) == apart == [large, "h i", "j"]


@st.composite
def graphs(draw):
    levels = st.sampled_from([0, 0, 200_000, GATHER, 400_000, TOGETHER, 500_000, 700_000])
    return {pair: draw(levels) for pair in all_tied(KEYS[: draw(st.integers(1, 8))], 0)}


@settings(max_examples=100)
@given(graphs(), st.randoms(use_true_random=False), st.sampled_from([1, 3, 1000]))
def test_every_text_is_in_one_seed_and_every_seed_in_one_core_in_any_order(pairs, random, crowd):
    ties = tied(pairs)
    keys, shuffled = list(KEYS), random.sample(KEYS, len(KEYS))
    seeds = link_texts(keys, ties, crowd)
    mixed = {key: random.sample(several, len(several)) for key, several in ties.items()}
    assert link_texts(shuffled, mixed, crowd) == seeds
    assert sorted(key for seed in seeds for key in seed) == keys
    cores = gather_seeds(seeds, ties, crowd)
    assert gather_seeds(random.sample(seeds, len(seeds)), mixed, crowd) == cores
    assert sorted(seed for core in cores for seed in core) == seeds
