import numpy as np
import pytest

from nutgraf.extract.alike import DOUBT, doubt_unlike
from nutgraf.extract.roles import HEAD, TEXT, Told
from nutgraf.models.line_roles import BEGINS, SCORES

BARE, SIGNED, TIMED = ("title", "body"), ("title", "byline", "body"), ("time", "title", "body")
STRAIGHT = ("body", "body")


def page(*articles):
    """The lines of some articles, each the labels of its lines up to the first paragraph."""
    lines = []
    for labels in articles:
        for at, label in enumerate(labels):
            lines.append(Told(label, at == 0, False, TEXT if label == "body" else HEAD))
    return tuple(lines)


def doubted(*articles):
    """Which of the articles have a doubtful beginning."""
    told = page(*articles)
    scores = doubt_unlike(np.zeros((len(told), SCORES), dtype=np.int64), told)
    begins = [at for at, line in enumerate(told) if line.begins]
    return [] if scores is None else [begins.index(at) for at in np.flatnonzero(scores[:, BEGINS] == -DOUBT)]


@pytest.mark.parametrize(
    ("articles", "unlike"),
    [
        ((BARE,), []),
        ((BARE, BARE, BARE), []),
        ((SIGNED, BARE), [1]),
        ((SIGNED, SIGNED, BARE, BARE), [2, 3]),
        ((SIGNED, BARE, BARE), []),
        ((TIMED, TIMED, TIMED, SIGNED), [3]),
        ((TIMED, TIMED, SIGNED), []),
        ((TIMED, TIMED, TIMED, STRAIGHT), [3]),
        ((("caption", "time", "title", "body"), TIMED, TIMED, TIMED), []),
    ],
)
def test_a_beginning_unlike_the_others_is_doubted(articles, unlike):
    assert doubted(*articles) == unlike


def test_the_scores_given_are_left_as_they_are():
    told = page(SIGNED, BARE)
    scores = np.zeros((len(told), SCORES), dtype=np.int64)
    doubt_unlike(scores, told)
    assert (scores == 0).all()
