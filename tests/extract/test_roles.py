import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.extract.roles import BESIDE, HEAD, OUTSIDE, TEXT, decide_roles
from nutgraf.models.line_roles import BEGINS, LABELS, SCORES, UNIT


def scores(*rows):
    """Rows such as ("title", True): the label that scores best, and whether an article is likely to begin."""
    table = np.full((len(rows), SCORES), -4 * UNIT, dtype=np.int64)
    for at, (label, begins) in enumerate(rows):
        table[at, LABELS.index(label)] = 4 * UNIT
        table[at, BEGINS] = 20 * UNIT if begins else -20 * UNIT
    return table


def told(*rows):
    return [(told.label, told.begins) for told in decide_roles(scores(*rows))]


@pytest.mark.parametrize(
    ("rows", "begins"),
    [
        ([("furniture", False), ("title", True), ("time", False), ("body", False)], [1]),
        ([("title", True), ("body", False), ("title", True), ("body", False), ("body", False)], [0, 2]),
        ([("time", True), ("body", False), ("furniture", False), ("time", True), ("body", False)], [0, 3]),
        ([("body", True), ("body", False), ("teaser_title", False)], [0]),
        ([("teaser_title", False), ("teaser_text", False)], []),
    ],
)
def test_articles_begin_where_the_scores_say_so(rows, begins):
    assert [at for at, (_, first) in enumerate(told(*rows)) if first] == begins


def test_a_head_without_a_text_is_no_article():
    assert told(("title", False), ("furniture", False)) == [("furniture", False), ("furniture", False)]


def test_a_title_in_the_midst_of_a_text_that_begins_nothing_is_something_else():
    page = told(("title", True), ("body", False), ("body", False), ("title", False), ("body", False))
    labels = [label for label, _ in page]
    assert labels.count("title") == 1


@given(st.lists(st.lists(st.integers(-5000, 5000), min_size=SCORES, max_size=SCORES), min_size=1, max_size=30))
def test_every_article_has_a_text_and_every_head_comes_to_one(table):
    page = decide_roles(np.array(table, dtype=np.int64))
    assert len(page) == len(table)
    for at, line in enumerate(page):
        before = page[at - 1].phase if at else OUTSIDE
        assert not (line.phase is HEAD and not line.begins and before is not HEAD)
        assert not (before is HEAD and line.begins)
        assert line.label != "title" or line.phase is HEAD
        if line.phase is OUTSIDE:
            assert before is OUTSIDE
    assert page[-1].phase is not HEAD
    assert all(not line.begins or line.phase in (HEAD, TEXT) for line in page)


def test_one_line_of_a_box_in_the_midst_of_a_text_is_not_worth_leaving_it_for_little():
    table = scores(("title", True), ("body", False), ("body", False), ("body", False))
    table[2, LABELS.index("furniture")] = table[2, LABELS.index("body")] + UNIT // 2
    assert [line.phase for line in decide_roles(table)] == [HEAD, TEXT, TEXT, TEXT]
    table[2, LABELS.index("furniture")] += 4 * UNIT
    assert [line.phase for line in decide_roles(table)] == [HEAD, TEXT, BESIDE, TEXT]


def test_a_menu_over_a_text_is_no_long_head():
    table = scores(*[("furniture", False)] * 30, ("title", True), ("body", False))
    table[:30, LABELS.index("title")] = table[:30, LABELS.index("furniture")] + UNIT // 8
    table[:30, BEGINS] = 0
    begins = [at for at, line in enumerate(decide_roles(table)) if line.begins]
    assert begins == [30]


def test_where_a_heading_is_as_likely_a_subheading_it_is_one():
    table = scores(("title", True), ("body", False), ("title", False), ("body", False))
    table[2, LABELS.index("subheading")] = table[2, LABELS.index("title")]
    table[2, BEGINS] = 0
    assert [line.begins for line in decide_roles(table)] == [True, False, False, False]
