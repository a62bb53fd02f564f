"""Who is with whom: mentions in one point, statements that share an event, and what is counted of them."""

import numpy as np
import pytest
from evals.annotation.chains import conll_figures
from evals.public_comparison import placed
from evals.public_comparison.mentions import Mention
from evals.public_comparison.placed import Compared, Placed
from tests.conftest import accounts_of, compare_of

# Two outlets say that a ferry sank and that divers went down; a third statement of the second tells of a mayor.
STORY = Compared(
    "ferry",
    (
        Placed(Mention("one", 0, "SINK", "sink"), "s1", "p1"),
        Placed(Mention("one", 9, "DIVE", "dive"), "s1", "p1"),
        Placed(Mention("two", 0, "SINK", "sink"), "s2", "p1"),
        Placed(Mention("two", 40, "DIVE", "descend"), "s3", "p2"),
        Placed(Mention("two", 80, "SAY", "say"), "alone 4", "alone 4"),
    ),
    outside=0,
    silent=1,
)


def test_mentions_are_counted_across_texts_alone():
    # told: s1's two with s2's one; gold: SINK with SINK, DIVE with DIVE
    assert placed.count_mentions(STORY, placed.in_one_point(STORY)) == (1, 2, 2)
    assert placed.count_mentions(STORY, placed.of_one_lemma(STORY)) == (1, 1, 2)
    assert placed.count_mentions(STORY, placed.all_together(STORY)) == (2, 6, 2)


def test_statements_are_together_where_they_have_an_event_in_common():
    # s1 shares SINK with s2 and DIVE with s3; only s2 is in its point
    assert placed.count_statements(STORY, placed.in_one_point(STORY)) == (1, 1, 2)
    assert placed.count_statements(STORY, placed.all_together(STORY)) == (2, 3, 2)


def test_statements_that_share_an_event_are_the_best_that_points_could_do():
    best = placed.of_sharing_statements(STORY)
    assert placed.count_statements(STORY, best) == (2, 2, 2)
    assert placed.count_mentions(STORY, best) == (2, 4, 2)


def test_the_gold_chains_themselves_have_the_full_score():
    keys = [one.mention.chain for one in STORY.mentions]
    assert conll_figures(np.array([placed.count_chains(STORY, keys)]))[0, 0] == pytest.approx(1.0)
    alone = conll_figures(np.array([placed.count_chains(STORY, range(len(STORY.mentions)))]))[0, 0]
    assert 0 < alone < 1


def test_a_mention_outside_every_statement_stands_alone():
    text = "The ferry Ada sank off Harrow Point on Monday."
    told = compare_of(accounts_of(text, text))
    (point,) = told.points
    article = point.statements[0].article
    inside, outside = placed.place([Mention(article, 10, "A", "sink"), Mention(article, 9000, "B", "say")], told)
    assert (inside.statement, inside.point) == (point.statements[0].id, point.id)
    assert outside.statement == outside.point == "alone 1"
