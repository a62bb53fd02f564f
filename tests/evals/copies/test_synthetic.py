"""The stage itself on two invented reports: what the measures say of what it tells."""

from dataclasses import replace

import pytest
from evals.copies.carrying import carrying_sheet, judge_carried
from evals.copies.judge import REUSE, add_up, reuse_sheet
from evals.copies.pools import spec_pools
from evals.copies.synthetic import OURS, _edits, _run
from evals.copies.told import told_by
from scenes import FLOOD, STRIKE

from nutgraf.dedupe.articles import dedupe_articles

TITLED = replace(FLOOD, title="River Arn floods the old market of Millbrook and drives hundreds from home")
POOLS = {pool.name: pool for pool in spec_pools([TITLED, STRIKE])}


def run(*names):
    pools = [POOLS[name] for name in names]
    return pools, _run(OURS, pools, lambda articles: told_by(dedupe_articles(articles)))


def reuse(told):
    """Return the columns of quotations and of headlines."""
    columns = add_up(told.tallies).sum(axis=0)[REUSE].tolist()
    return columns[:4], columns[4:]


def kinds(pools, told):
    return {line.system: {name: figure.value for name, figure in line.figures.items()} for line in _edits(told, pools)}


def test_a_shared_quotation_is_found_as_that_and_as_no_copy():
    pools, told = run("only a quotation shared 0")
    assert list(told.told[0].kinds.values()) == ["quotes"]
    assert reuse(told) == ([1, 1, 1, 0], [0, 0, 0, 0])
    assert kinds(pools, told) == {"only a quotation shared": {"right kind": 1.0}}


def test_a_shared_headline_is_found_as_that_and_one_that_says_too_little_is_missed():
    pools, told = run("only the headline shared 0", "only the headline shared 1")
    assert reuse(told) == ([0, 0, 0, 0], [1, 1, 2, 0])
    assert kinds(pools, told) == {"only the headline shared": {"right kind": 0.5}}
    (line,) = reuse_sheet("s", "w", {"": add_up(told.tallies)[:, REUSE]}).lines
    assert {name: round(figure.value, 3) for name, figure in line.figures.items()} == {"P": 1.0, "R": 0.5, "F1": 0.667}


def test_a_copy_is_neither_and_lines_of_a_house_are_neither():
    pools, told = run("tail cut, 50 % kept 0", "only lines of the house shared 0")
    assert reuse(told) == ([0, 0, 0, 0], [0, 0, 0, 0])
    assert kinds(pools, told)["tail cut"] == dict.fromkeys(
        ("found", "precision", "right kind", "sentences: P", "sentences: R", "sentences: F1"), 1.0
    )
    assert kinds(pools, told)["only lines of the house shared"] == {"right kind": 1.0}


def test_lines_of_a_house_called_a_quotation_are_a_mistake():
    (pool,), told = run("only lines of the house shared 0")
    (case,) = pool.cases
    wrong = replace(told.told[0], kinds={tuple(sorted((case.base, case.version))): "quotes"})
    mistaken = _run(OURS, [pool], lambda articles: wrong)
    assert reuse(mistaken)[0] == [0, 1, 0, 0]
    assert kinds([pool], mistaken) == {"only lines of the house shared": {"right kind": 0.0}}


@pytest.mark.parametrize(
    ("name", "copy", "base"),
    [
        ("tail cut, 50 % kept 0", "all of it is another's", "the original"),
        ("dateline and agency credit added 0", "dateline and credit are its own", "the original"),
        ("sentences in an own report, 3 in a row 0", "a passage is another's", "first, and so its own"),
    ],
)
def test_what_an_article_carries_is_told_as_it_is_known(name, copy, base):
    (pool,), told = run(name)
    rows = {line: row.tolist() for line, row in judge_carried(pool, pool.cases[0], told.told[0])}
    assert rows["copies, original known"][0] == 1, copy
    assert rows["their bases, original known"][0] == 1, base


def test_the_sheet_of_what_articles_carry_holds_originals_and_agencies_where_there_are_any():
    names = ("tail cut, 50 % kept 0", "reworded, wherever the table can 0", "only a quotation shared 0")
    pools, told = run(*names)
    sheet = carrying_sheet("s", "w", pools, told.told)
    figures = {line.system: {name: each.value for name, each in line.figures.items()} for line in sheet.lines}
    assert figures["copies, original known"]["original right"] == 1
    assert "agency named" not in figures["copies, original known"]
    reworded = figures["copies, original not known"]
    assert (reworded["agency named"], reworded["original right"], reworded["wrong"]) == (1, 1, 0)
    assert reworded["shared: error"] == pytest.approx(reworded["own: error"], abs=1e-4)
