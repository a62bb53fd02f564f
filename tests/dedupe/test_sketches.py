"""Sketches and candidates: shared passages are met for certain, in any batch, and crowds cost little."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.dedupe.candidates import CROWD, find_candidates, rank_of
from nutgraf.dedupe.sketches import SURE_PASSAGE, KeyKind, kind_of, sketch_articles


def keys_of(articles, batch):
    """Return the keys of each article, sketched in batches of a size."""
    found = []
    for start in range(0, len(articles), batch):
        part = articles[start : start + batch]
        keys, owners = sketch_articles(part)
        found += [keys[owners == place].tolist() for place in range(len(part))]
    return found


def word(number):
    return f"w{number}"


@settings(max_examples=60)
@given(st.lists(st.integers(0, 40), max_size=60), st.lists(st.integers(50, 90), max_size=60), st.data())
def test_a_passage_that_is_long_enough_is_met_for_certain(write, left, right, data):
    passage = [word(100 + number) for number in range(SURE_PASSAGE)]
    texts = []
    for others in (left, right):
        at = data.draw(st.integers(0, len(others)))
        texts.append(" ".join([*map(word, others[:at]), *passage, *map(word, others[at:])]))
    one, two = keys_of([write("a", texts[0]), write("b", texts[1])], 2)
    assert any(kind_of(key) is KeyKind.PASSAGE for key in set(one) & set(two))


WORDS = st.lists(st.sampled_from(["a", "b’s", "Ç", "d.\n", "e"]), max_size=70).map(" ".join)


@given(st.lists(WORDS, max_size=7), st.integers(1, 7))
def test_a_sketch_does_not_depend_on_what_is_sketched_with_it(write, texts, batch):
    articles = [write(f"{place}", text, title=text[:40]) for place, text in enumerate(texts)]
    assert keys_of(articles, batch) == keys_of(articles, 1)


def test_boilerplate_gives_no_keys(write):
    line = "Sign up for our newsletter and get every story of the coast and the valley before breakfast each day."
    (keys,) = keys_of([write("a", line)], 1)
    assert KeyKind.PASSAGE not in map(kind_of, keys)


def slow_candidates(keys, owners):
    """Return what `find_candidates` should: key by key, with plain lists."""
    holders = {}
    for key, owner in sorted(zip(keys, owners, strict=True)):
        holders.setdefault(key, []).append(owner)
    return {
        (one, two)
        for key, found in holders.items()
        for place, one in enumerate(found[: CROWD[kind_of(key)]])
        for two in found[place + 1 :]
    }


@given(st.sets(st.tuples(st.integers(-4, 4), st.integers(0, 60)), max_size=300))
def test_candidates_share_a_key_and_one_is_among_its_first(held):
    rows = sorted(held)
    keys, owners = (np.array([row[side] for row in rows], dtype=np.int64) for side in (0, 1))
    found = [tuple(pair) for pair in find_candidates(keys, owners).tolist()]
    assert len(found) == len(set(found))
    assert set(found) == slow_candidates(keys.tolist(), owners.tolist())


@pytest.mark.parametrize("article", ["", "a", "0f" * 16])
def test_ranks_are_whole_numbers_that_a_database_holds(article):
    assert 0 <= rank_of(article) < 2**63
