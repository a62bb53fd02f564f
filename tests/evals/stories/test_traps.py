"""The traps themselves, and how they are scored."""

import pytest
from evals.stories.trap_groups import Group, Told, held_out, read_groups, write_articles
from evals.stories.traps import judge, measure_traps

from nutgraf.records.article import Sure
from nutgraf.records.story import Membership, Story

GROUPS = read_groups()


def told(key, story):
    return Told(key, story, "2026-01-01", "Sund Gazette", "Title", ("Words.",))


TRAP = Group("x", (told("a", "one"), told("b", "one"), told("c", "two"), told("d", "three")), (("two", "three"),), "g")


def homes(**stories):
    return {TRAP.id_of(one): stories[one.key] for one in TRAP.articles}


def test_there_are_enough_traps_and_about_half_are_held_out():
    assert len(GROUPS) >= 24
    assert sum(len(group.articles) for group in GROUPS) >= 90
    assert 0.4 <= len(held_out(GROUPS)) / len(GROUPS) <= 0.6
    assert held_out(GROUPS[:5]) == held_out(GROUPS) & {group.name for group in GROUPS[:5]}


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.name)
def test_a_trap_is_whole(group):
    keys = [one.key for one in group.articles]
    assert len(set(keys)) == len(keys) >= 3
    assert {story for pair in group.open for story in pair} <= {one.story for one in group.articles}
    assert any(pair[0].story == pair[1].story for pair in group.pairs())
    assert len({one.outlet for one in group.articles}) >= 2
    for article, one in zip(write_articles(group), group.articles, strict=True):
        assert article.published.between() is not None
        assert (article.published.sure, article.carrier, article.title) == (Sure.SURE, one.outlet, one.title)
        assert 40 < len(article.text.split()) < 250
        assert '"' not in article.text


def test_what_is_right_has_no_error():
    judged = judge(TRAP, homes(a="1", b="1", c="2", d="3"))
    assert judged.right
    assert judged.row() == [1, 1, 4, 4, 1, 1]


def test_parted_and_joined_pairs_are_told_and_open_ones_cost_nothing():
    judged = judge(TRAP, homes(a="1", b="2", c="2", d="2"))
    assert [(first.key, second.key) for first, second in judged.parted] == [("a", "b")]
    assert [(first.key, second.key) for first, second in judged.joined] == [("b", "c"), ("b", "d")]
    assert not judged.right
    assert judge(TRAP, homes(a="1", b="1", c="2", d="2")).right


def test_articles_of_other_groups_are_strangers():
    judged = judge(TRAP, homes(a="1", b="1", c="2", d="3") | {"other": "1", "further": "9"})
    assert judged.strangers == 1
    assert not judged.right


def test_errors_of_groups_held_out_are_counted_and_not_told(tmp_path):
    groups = [group for group in GROUPS if group.name in {"quakes-month", "summits-two"}]
    assert held_out(groups) == {"summits-two"}
    sheet = measure_traps(tmp_path, groups, all_in_one)
    shown, hidden, both = (line.figures for line in sheet.lines)
    assert (shown["joined pairs"], hidden["joined pairs"], both["joined pairs"]) == (4, 4, 8)
    assert (shown["strangers"], both["groups all right"].value) == (4, 0)
    assert any(line.startswith("quakes-month: joined: a1 and b1") for line in sheet.misses)
    assert not any("summits" in line for line in sheet.misses)


def all_in_one(accounts):
    members = tuple(Membership(each.article.id, each.article.version, "all are in it") for each in accounts)
    return (Story("one", (), members, (), "test"),)
