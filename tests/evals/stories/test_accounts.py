"""Accounts that are annotated once."""

from dataclasses import replace

import pytest
from evals.stories.accounts import keep_accounts
from evals.stories.writing import make_article

from nutgraf.annotate.article import annotate_article

ARTICLES = [
    make_article("a", "a", ["The gate at Belgorin failed on Thursday.", "Nobody was hurt, Ilse Brandt said."]),
    make_article("b", "b", ["The minister resigned on Friday."]),
]


@pytest.fixture
def counting():
    seen = []

    def annotate(article):
        seen.append(article.id)
        return annotate_article(article)

    return seen, annotate


def test_what_is_kept_is_not_annotated_again_and_is_the_same(tmp_path, counting):
    seen, annotate = counting
    first = keep_accounts("set", ARTICLES, tmp_path, annotate)
    again = keep_accounts("set", ARTICLES[::-1], tmp_path, annotate)
    assert seen == ["a", "b"]
    assert again == first[::-1]
    assert [account.article for account in first] == ARTICLES


def test_a_changed_article_or_another_annotator_is_annotated_anew(tmp_path, counting):
    seen, annotate = counting
    keep_accounts("set", ARTICLES, tmp_path, annotate)
    changed = replace(ARTICLES[1], title="Minister resigns")
    (account,) = keep_accounts("set", [changed], tmp_path, annotate)
    assert (seen, account.article.title) == (["a", "b", "b"], "Minister resigns")
    keep_accounts("set", [changed], tmp_path, annotate, "annotate/next")
    assert seen == ["a", "b", "b", "b"]
    keep_accounts("set", [changed], tmp_path, annotate, "annotate/next")
    assert seen == ["a", "b", "b", "b"]


def test_a_run_that_was_ended_in_the_middle_of_a_line_goes_on(tmp_path, counting):
    seen, annotate = counting
    whole = keep_accounts("set", ARTICLES, tmp_path, annotate)
    (place,) = tmp_path.rglob("set.jsonl")
    place.write_bytes(place.read_bytes()[:-40])
    assert keep_accounts("set", ARTICLES, tmp_path, annotate) == whole
    assert seen == ["a", "b", "b"]
    assert keep_accounts("set", ARTICLES, tmp_path, annotate) == whole
    assert seen == ["a", "b", "b"]
