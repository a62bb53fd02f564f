"""Words that reporters use for one thing."""

import pytest

from nutgraf.compare.synonyms import same_thing
from nutgraf.models.terms import content_stems


def folded(word):
    return same_thing(content_stems(word)[0])


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("meeting", "summit"),
        ("killed", "died"),
        ("truce", "ceasefire"),
        ("arrested", "detained"),
        ("flooding", "floods"),
    ],
)
def test_one_thing(left, right):
    assert folded(left) == folded(right)


@pytest.mark.parametrize(
    ("left", "right"), [("killed", "injured"), ("arrested", "released"), ("won", "lost"), ("opened", "closed")]
)
def test_two_things(left, right):
    assert folded(left) != folded(right)


@pytest.mark.parametrize("word", ["bridge", "crab", "museum"])
def test_a_word_in_no_line_stands_for_itself(word):
    assert folded(word) == content_stems(word)[0]
