"""Errors are told of development sets alone."""

import pytest
from evals.stories.__main__ import main
from evals.stories.errors import ErrorsRefused, list_errors
from evals.stories.sets import Labelled
from evals.stories.writing import make_article

from nutgraf.records.story import Membership, Story

ARTICLES = tuple(make_article(identity, f"page-{identity}", ["Words."]) for identity in "abcde")
EVENTS = {"a": "x", "b": "x", "c": "x", "d": "y", "e": "y"}


def story(identity, *members):
    return Story(identity, (), tuple(Membership(one, "v", f"why {one}") for one in members), (), "test")


STORIES = (story("first-story", "a", "b"), story("second-story", "c", "d", "e"))


def test_torn_events_and_mixed_stories_are_listed_with_sizes_and_the_why_of_the_wrong_members():
    assert list_errors(Labelled("set", "Set", ARTICLES, EVENTS, development=True), STORIES) == [
        "split: event x: 2 in first-st, 1 in second-s",
        "    page-c (second-s): why c",
        "merged: story second-s: 2 in y, 1 in x",
        "    page-c (x): why c",
    ]


def test_a_test_set_is_refused_with_a_reason():
    with pytest.raises(ErrorsRefused, match=r"set: errors are not listed: a test set is scored and never read"):
        list_errors(Labelled("set", "Set", ARTICLES, EVENTS), STORIES)


@pytest.mark.parametrize("name", ["ecbplus-test", "newscluster", "replay", "churn"])
def test_the_command_refuses_test_sets_before_anything_is_run(name, capsys):
    assert main(["--set", name, "--errors"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith(f"{name}: errors are not listed")


def test_a_missing_pack_is_told(tmp_path, capsys):
    main(["--set", "newscluster", "--cache", str(tmp_path), "--packs", str(tmp_path)])
    assert "newscluster: not run: " in capsys.readouterr().out
