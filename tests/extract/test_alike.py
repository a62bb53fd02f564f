import numpy as np
import pytest

from nutgraf.extract.alike import DOUBT, EXPECT, doubt_unlike, expect_alike
from nutgraf.extract.lines import read_lines
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


PROSE = "The ferry to Skarn Head sailed on Friday after three weeks in the dock, the harbour master, Otto Brem, said."


def expected(texts, begins):
    """Which lines are expected to begin an article, where some are known to."""
    lines = read_lines("\n\n".join(texts))
    told = tuple(Told("body", at in begins, False, TEXT) for at in range(len(lines)))
    scores = expect_alike(lines, np.zeros((len(told), SCORES), dtype=np.int64), told)
    return [] if scores is None else np.flatnonzero(scores[:, BEGINS] == EXPECT).tolist()


def test_of_lines_that_stand_alike_the_last_begins_as_the_others_do():
    texts = [f"PORT {name} — {PROSE}" for name in ("VELL", "ECHO", "HOLLIN", "OSWIN", "BRACK")]
    assert expected(["Home", *texts, "Share"], {2}) == []
    assert expected(["Home", *texts, "Share"], {2, 3}) == [4]
    assert expected(["Home", *texts, PROSE], {1, 2, 4, 5}) == [3]


def test_headings_of_one_rank_begin_alike():
    texts = [words for name in ("Ferry", "Crane", "Quay") for words in (f"### {name} fares", PROSE)]
    assert expected([*texts, "### In numbers", "- Three: the fare.", "- Nine: the boats."], {0, 2, 4}) == [6]


def test_a_page_of_one_text_expects_no_other():
    assert expected([f"PORT VELL — {PROSE}", PROSE, f"PORT ECHO — {PROSE}"], {0}) == []
